-- add-absence, end-absence, name-deputy: a coordinator tells the desk when they are away and who deputises; read by all of them.
create type api.add_absence_outcome as enum (
  'added', 'ends_before_start', 'in_the_past', 'too_long', 'overlaps', 'deputy_is_you', 'deputy_unknown', 'deputy_away', 'not_at_desk'
);
create type api.end_absence_outcome as enum ('ended', 'not_yours');
create type api.name_deputy_outcome as enum ('named', 'deputy_is_you', 'deputy_unknown', 'not_at_desk');

grant select on app.absences to authenticated;
create policy coordinators_read on app.absences for select to authenticated using ((select app.desk_person()) is not null);

create function api.desk_add_absence(p_first_day date, p_last_day date, p_deputy text) returns api.add_absence_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_me text := app.desk_person();
  v_today date := app.helsinki_day(now());
  v_absence app.absences;
  v_held jsonb;
begin
  if v_me is null then return 'not_at_desk'; end if;
  -- One at a time for a person, so that a double click meets its own first half.
  perform from app.coordinators c where c.email = v_me for update;
  if p_last_day < p_first_day then return 'ends_before_start'; end if;
  -- Today counts: who falls ill in the morning says so at noon.
  if p_first_day < v_today then return 'in_the_past'; end if;
  if p_last_day > p_first_day + 366 then return 'too_long'; end if;
  if p_deputy = v_me then return 'deputy_is_you'; end if;
  if p_deputy is not null and not exists (select from app.coordinators c where c.email = p_deputy and c.left_at is null) then
    return 'deputy_unknown';
  end if;
  if exists (
    select from app.absences a where a.email = v_me and a.ended_at is null and a.first_day <= p_last_day and a.last_day >= p_first_day
  ) then return 'overlaps'; end if;
  -- A deputy who is away on any of these days would only pass the needs on.
  if exists (
    select from app.absences a where a.email = p_deputy and a.ended_at is null and a.first_day <= p_last_day and a.last_day >= p_first_day
  ) then return 'deputy_away'; end if;

  insert into app.absences (email, first_day, last_day, deputy) values (v_me, p_first_day, p_last_day, p_deputy) returning * into v_absence;

  -- Whoever will have the needs is told at once, with those that there are: an illness begins in the middle of a day.
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', n.id, 'section', 'held', 'owner', n.owner_email, 'answered', n.answered, 'is_new', false, 'is_unsent', false
  ) order by n.answered, n.due_at, n.id), '[]') into v_held
  from app.needs n where n.closed_at is null and n.owner_email = v_me;
  perform app.tell_of_needs('stand_in', who.email, v_me, v_absence.id, v_held)
  from (select app.acting_owner(coalesce(p_deputy, (select c.email from app.coordinators c where c.is_lead))) as email) who
  where who.email is not null and who.email <> v_me;
  return 'added';
end $$;

-- Over before its last day, or taken back before its first: whichever it is, its owner has the needs again at once.
create function api.desk_end_absence(p_id uuid) returns api.end_absence_outcome
language plpgsql security definer
set search_path = ''
as $$
begin
  update app.absences set ended_at = now() where id = p_id and email = app.desk_person() and ended_at is null;
  -- A second press finds it ended, and that is what it asked for.
  return case when exists (select from app.absences a where a.id = p_id and a.email = app.desk_person()) then 'ended' else 'not_yours' end;
end $$;

create function api.desk_name_deputy(p_deputy text) returns api.name_deputy_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_me text := app.desk_person();
begin
  if v_me is null then return 'not_at_desk'; end if;
  if p_deputy = v_me then return 'deputy_is_you'; end if;
  if p_deputy is not null and not exists (select from app.coordinators c where c.email = p_deputy and c.left_at is null) then
    return 'deputy_unknown';
  end if;
  update app.coordinators set deputy = p_deputy where email = v_me and deputy is distinct from p_deputy;
  return 'named';
end $$;

-- Who has the needs of whom is asked by the desk's own queries too, with the reader's rights.
grant execute on function app.helsinki_day(timestamptz) to authenticated;
grant execute on function app.absence_of(text), app.stand_in(text), app.acting_owner(text) to authenticated;

create function api.desk_absences() returns table (
  absences jsonb, people jsonb, deputy text, today date
)
language sql stable
set search_path = ''
as $$
  select
    coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', a.id, 'email', a.email, 'name', c.name, 'first_day', a.first_day, 'last_day', a.last_day,
        'deputy', a.deputy, 'deputy_name', d.name,
        -- Who has the needs today, which is not the deputy when that one is away too.
        'acting', case when a.first_day <= app.helsinki_day(now()) then app.acting_owner(a.email) end
      ) order by a.first_day, a.last_day, a.email)
      from app.absences a join app.coordinators c on c.email = a.email left join app.coordinators d on d.email = a.deputy
      where a.ended_at is null and a.last_day >= app.helsinki_day(now()) and c.left_at is null), '[]'),
    coalesce((
      select jsonb_agg(jsonb_build_object('email', c.email, 'name', c.name, 'is_lead', c.is_lead) order by coalesce(c.name, c.email))
      from app.coordinators c where c.left_at is null), '[]'),
    (select c.deputy from app.coordinators c where c.email = app.desk_person()),
    app.helsinki_day(now())
$$;

comment on function api.desk_add_absence is 'The caller is away from the first to the last day, in Helsinki; whoever gets the needs is told at once.';
comment on function api.desk_end_absence is 'Ends an absence of the caller now, or takes a coming one back.';
comment on function api.desk_name_deputy is 'Names, or with null takes back, who is told beside the lead when needs of the caller are late.';
comment on function api.desk_absences is 'Absences that last or are to come, of all coordinators; the coordinators; and the caller''s own deputy.';
revoke execute on function api.desk_add_absence, api.desk_end_absence, api.desk_name_deputy, api.desk_absences from public, anon, authenticated, service_role;
grant execute on function api.desk_add_absence, api.desk_end_absence, api.desk_name_deputy, api.desk_absences to authenticated;
