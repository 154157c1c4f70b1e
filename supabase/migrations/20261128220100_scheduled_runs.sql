-- When each scheduled function last came through, so that a monitor hears of one that comes no more: Netlify says nothing of it.

create type api.schedule as enum (
  'ask-confirmations', 'drain-outbox', 'end-consents', 'erase-data', 'erase-documents', 'keep-times', 'make-reports',
  'rebuild-site', 'release-answers', 'return-hand-overs', 'send-surveys', 'take-mail', 'walk-ladder'
);

create table app.scheduled_runs (
  schedule api.schedule primary key,
  came_at timestamptz not null default now()
);
alter table app.scheduled_runs enable row level security;
comment on table app.scheduled_runs is 'When each scheduled function last came through to its end; at first, when the database got to know it.';

-- One that never comes is late too.
insert into app.scheduled_runs (schedule) select unnest(enum_range(null::api.schedule));

create function api.note_run(p_schedule api.schedule) returns void
language sql security definer
set search_path = ''
as $$
  insert into app.scheduled_runs (schedule) values (p_schedule) on conflict (schedule) do update set came_at = now()
$$;

-- A day and a half: a night that failed is noticed before the next one. Some have no weekend: from Friday noon to Monday's morning is 69 hours.
create function api.late_schedules() returns table (schedule api.schedule, came_at timestamptz)
language sql stable security definer
set search_path = ''
as $$
  select r.schedule, r.came_at
  from app.scheduled_runs r
  where r.came_at < now() - case
    when r.schedule in ('ask-confirmations', 'return-hand-overs') then interval '84 hours'
    else interval '36 hours'
  end
  order by r.came_at
$$;

comment on function api.note_run is 'A scheduled function has come through to its end.';
comment on function api.late_schedules is 'For the operator: scheduled functions that have not come through for a day and a half, and when they last did.';
revoke execute on function api.note_run from public, anon, authenticated, service_role;
revoke execute on function api.late_schedules from public, anon, authenticated, service_role;
grant execute on function api.note_run to service_role;
grant execute on function api.late_schedules to service_role;
