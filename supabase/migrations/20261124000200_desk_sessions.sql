-- Sessions at the desk: Supabase Auth says whose the token is, this table says whether it still opens the desk.
create table app.desk_sessions (
  id uuid primary key,
  email text not null references app.coordinators (email) on delete restrict,
  own_device boolean not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  constraint a_session_lasts_at_most_30_days check (expires_at > created_at and expires_at <= created_at + interval '30 days')
);
alter table app.desk_sessions enable row level security;
create index desk_sessions_by_email on app.desk_sessions (email, created_at);

comment on table app.desk_sessions is 'One row for each sign-in at the desk. It ends by time, by signing out, or when its coordinator is listed no more.';
comment on column app.desk_sessions.id is 'The session_id of Supabase Auth, which each of its access tokens carries.';

-- The one question that everything at the desk asks: whose living session the caller has; null for everybody else.
-- It runs with its owner's rights because policies call it for people who may not read these tables.
create function app.desk_person() returns text
language sql stable security definer
set search_path = ''
as $$
  select s.email from app.desk_sessions s join app.coordinators c on c.email = s.email
  where s.id = nullif(auth.jwt() ->> 'session_id', '')::uuid and s.email = lower(auth.jwt() ->> 'email')
    and s.revoked_at is null and s.expires_at > now() and c.left_at is null
$$;
comment on function app.desk_person() is 'The address of the coordinator whose living session the caller''s token belongs to, or null.';

create type api.begin_desk_session_outcome as enum ('begun', 'not_listed');

-- Called once Supabase Auth has taken the code, so that p_email is proved.
create function api.begin_desk_session(p_session_id uuid, p_email text, p_own_device boolean) returns api.begin_desk_session_outcome
language plpgsql security definer
set search_path = ''
as $$
begin
  if not exists (select from app.coordinators c where c.email = p_email and c.left_at is null) then return 'not_listed'; end if;
  insert into app.desk_sessions (id, email, own_device, expires_at)
  values (p_session_id, p_email, p_own_device, now() + case when p_own_device then interval '30 days' else interval '12 hours' end)
  on conflict do nothing;
  return 'begun';
end $$;

create type api.desk_session_standing as enum ('living', 'revoked', 'expired', 'not_listed', 'unknown');

create function api.desk_session() returns table (
  standing api.desk_session_standing, email text, name text, is_lead boolean, own_device boolean, expires_at timestamptz, now timestamptz
)
language sql stable security definer
set search_path = ''
as $$
  select
    case
      when s.id is null then 'unknown'
      when c.left_at is not null then 'not_listed'
      when s.revoked_at is not null then 'revoked'
      when s.expires_at <= now() then 'expired'
      else 'living'
    end::api.desk_session_standing,
    s.email, c.name, coalesce(c.is_lead, false), coalesce(s.own_device, false), s.expires_at, now()
  from (values (nullif(auth.jwt() ->> 'session_id', '')::uuid, lower(auth.jwt() ->> 'email'))) as token (session_id, email)
  left join app.desk_sessions s on s.id = token.session_id and s.email = token.email
  left join app.coordinators c on c.email = s.email
$$;

-- Here, or in every window and on every device of the same person. Says how many sessions it ended.
create function api.desk_sign_out(p_everywhere boolean) returns integer
language sql security definer
set search_path = ''
as $$
  with ended as (
    update app.desk_sessions s set revoked_at = now()
    where s.email = app.desk_person() and s.revoked_at is null
      and (p_everywhere or s.id = (auth.jwt() ->> 'session_id')::uuid)
    returning s.id
  ) select count(*)::integer from ended
$$;

-- The list as the environment has it now. Who is on it no longer leaves at once, open sessions included; who is on it again
-- is back, and signs in again.
create function api.keep_coordinators(p_coordinators jsonb) returns void
language plpgsql security definer
set search_path = ''
as $$
begin
  -- Two processes that start at once come one after the other.
  perform pg_advisory_xact_lock(hashtextextended('keep_coordinators', 0));
  -- An empty list is a mistake of the settings: it would shut the desk for everybody.
  if jsonb_array_length(p_coordinators) = 0 then raise exception 'the list of coordinators is empty' using errcode = '22023'; end if;

  update app.coordinators c set left_at = now(), is_lead = false
  where c.left_at is null and not exists (select from jsonb_array_elements(p_coordinators) p where lower(p ->> 'email') = c.email);
  update app.coordinators c set is_lead = false where c.is_lead and c.email <> lower(p_coordinators -> 0 ->> 'email');

  insert into app.coordinators as c (email, name, is_lead)
  select distinct on (lower(p.value ->> 'email')) lower(p.value ->> 'email'), p.value ->> 'name', p.place = 1
  from jsonb_array_elements(p_coordinators) with ordinality as p (value, place)
  order by lower(p.value ->> 'email'), p.place
  on conflict (email) do update set
    name = excluded.name, is_lead = excluded.is_lead, left_at = null,
    listed_at = case when c.left_at is null then c.listed_at else now() end
  -- Nothing is written when nothing has changed.
  where (c.name, c.is_lead, c.left_at) is distinct from (excluded.name, excluded.is_lead, null::timestamptz);

  update app.desk_sessions s set revoked_at = now()
  from app.coordinators c
  where c.email = s.email and c.left_at is not null and s.revoked_at is null and s.expires_at > now();
end $$;

comment on function api.begin_desk_session is 'Opens the desk to a person who has proved an address, if it is a coordinator''s: 12 hours, or 30 days on an own device.';
comment on function api.desk_session is 'How the caller''s session at the desk stands, whose it is and when it ends; always one row.';
comment on function api.desk_sign_out is 'Ends the caller''s session at the desk, or all of the same person.';
comment on function api.keep_coordinators is 'Puts the list of coordinators on record; those who left it lose their sessions at once. The first one leads.';
revoke execute on function api.begin_desk_session, api.desk_session, api.desk_sign_out, api.keep_coordinators from public, anon, authenticated, service_role;
grant execute on function api.begin_desk_session, api.keep_coordinators to service_role;
grant execute on function api.desk_session, api.desk_sign_out to authenticated;
