-- Who stands in for whom: the owner of a need stays its owner, and somebody acts for them while they are away. Nothing is
-- moved when an absence begins or ends, so there is no job that could fail to move it back.
create table app.absences (
  id uuid primary key default gen_random_uuid(),
  email text not null references app.coordinators (email) on delete restrict,
  first_day date not null,
  last_day date not null,
  deputy text references app.coordinators (email) on delete restrict,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  constraint an_absence_ends_after_it_begins check (last_day >= first_day),
  constraint an_absence_lasts_at_most_a_year check (last_day <= first_day + 366),
  constraint nobody_deputises_for_themselves check (deputy <> email)
);
alter table app.absences enable row level security;
create index absences_by_email on app.absences (email, last_day);
create index absences_by_deputy on app.absences (deputy);
create index absences_lasting on app.absences (last_day) where ended_at is null;

comment on table app.absences is 'When coordinators are away, in whole days of Helsinki, and who deputises. Ended early or taken back: ended_at.';
comment on column app.absences.deputy is 'Who gets the needs of that time; null when nobody was named, and the lead gets them.';

-- One absence at a time, whoever writes the row. Two at once wait for each other at the coordinator's row.
create function app.tg_absences__one_at_a_time() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform from app.coordinators c where c.email = new.email for update;
  if exists (
    select from app.absences a
    where a.email = new.email and a.id <> new.id and a.ended_at is null
      and a.first_day <= new.last_day and a.last_day >= new.first_day
  ) then
    raise exception 'this coordinator is away then already' using errcode = 'NAWAY';
  end if;
  return new;
end $$;

create trigger _100_one_at_a_time before insert or update on app.absences
for each row when (new.ended_at is null) execute function app.tg_absences__one_at_a_time();

-- Whom each coordinator trusts with their needs when the promise is late, or when they have left.
alter table app.coordinators
  add column deputy text references app.coordinators (email) on delete restrict,
  add constraint nobody_is_their_own_deputy check (deputy <> email);
create index coordinators_by_deputy on app.coordinators (deputy);
comment on column app.coordinators.deputy is 'Who is told beside the lead when a need of this coordinator is late, and takes over when they are listed no more.';

-- The absence that keeps somebody away now; a row of nulls when there is none.
create function app.absence_of(p_email text) returns app.absences
language sql stable
set search_path = ''
as $$
  select a from app.absences a
  where a.email = p_email and a.ended_at is null and app.helsinki_day(now()) between a.first_day and a.last_day
  limit 1
$$;

-- Who acts for a person now: the person, or along the deputies the first one who is there. With nobody left, the lead;
-- and when the lead is away too and named nobody who is there, the lead all the same: somebody always has a need.
create function app.stand_in(p_email text, out email text, out is_named boolean)
language plpgsql stable
set search_path = ''
as $$
declare
  v_lead text := (select c.email from app.coordinators c where c.is_lead);
  v_seen text[] := '{}';
  v_absence app.absences;
  v_person app.coordinators;
  v_next text;
begin
  email := p_email;
  is_named := true;
  loop
    select c.* into v_person from app.coordinators c where c.email = stand_in.email;
    v_absence := app.absence_of(stand_in.email);
    -- An expert, or a coordinator who is there.
    if v_absence.id is null and v_person.left_at is null then return; end if;
    v_seen := v_seen || stand_in.email;
    v_next := case when v_person.left_at is null then v_absence.deputy else v_person.deputy end;
    -- Deputies who name each other do not go round for ever.
    if v_next is null or v_next = any (v_seen) then
      is_named := false;
      if v_lead is null or v_lead = any (v_seen) then
        email := coalesce(v_lead, p_email);
        return;
      end if;
      v_next := v_lead;
    end if;
    email := v_next;
  end loop;
end $$;

create function app.acting_owner(p_email text) returns text
language sql stable
set search_path = ''
as $$ select s.email from app.stand_in(p_email) s where p_email is not null $$;

-- For whom somebody acts now: themselves while they are there, and whoever's needs have come to them.
create function app.stands_in_for(p_email text) returns text[]
language sql stable
set search_path = ''
as $$
  select coalesce(array_agg(e.email order by e.email), '{}') from (
    select p_email as email where app.acting_owner(p_email) = p_email
    union
    select a.email from app.absences a join app.coordinators c on c.email = a.email
    where a.ended_at is null and app.helsinki_day(now()) between a.first_day and a.last_day
      and c.left_at is null and app.acting_owner(a.email) = p_email
  ) e
$$;

-- For the operator: who is away with nobody of their own choice there, so that the lead has their needs.
create function api.nobody_left() returns table (email text, name text, first_day date, last_day date, goes_to text)
language sql stable security definer
set search_path = ''
as $$
  select c.email, c.name, a.first_day, a.last_day, s.email
  from app.coordinators c
  cross join lateral app.absence_of(c.email) a
  cross join lateral app.stand_in(c.email) s
  where c.left_at is null and a.id is not null and not s.is_named
  order by a.first_day, c.email
$$;

comment on function api.nobody_left is 'For the operator: coordinators who are away while nobody whom they named is there; goes_to has their needs.';
revoke execute on function api.nobody_left from public, anon, authenticated, service_role;
grant execute on function api.nobody_left to service_role;
