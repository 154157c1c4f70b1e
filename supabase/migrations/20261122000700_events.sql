-- The record: what happened to a need, by whom and through which link. Only ever added to.
create table app.events (
  id bigint generated always as identity primary key,
  need_id uuid not null references app.needs (id) on delete restrict,
  kind api.event_kind not null,
  at timestamptz not null default now(),
  actor_role api.person_role not null,
  actor_email text,
  link_id uuid references app.links (id) on delete restrict,
  message_id uuid references app.messages (id) on delete restrict,
  from_state api.need_state,
  to_state api.need_state
);
alter table app.events enable row level security;
create index events_by_need on app.events (need_id, id);
create index events_by_link on app.events (link_id);
create index events_by_message on app.events (message_id);

comment on table app.events is 'Append-only log of a need: update and delete are refused.';

create function app.tg_events__append_only() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  raise exception 'the event log is only added to' using errcode = 'NAPND';
end $$;

create trigger _100_append_only before update or delete on app.events
for each row execute function app.tg_events__append_only();
create trigger _200_append_only before truncate on app.events
for each statement execute function app.tg_events__append_only();

-- Writes one line of the log for the person behind a link.
create function app.log_event(
  p_link app.links, p_kind api.event_kind, p_message_id uuid default null,
  p_from api.need_state default null, p_to api.need_state default null
) returns void
language sql
set search_path = ''
as $$
  insert into app.events (need_id, kind, actor_role, actor_email, link_id, message_id, from_state, to_state)
  values (p_link.need_id, p_kind, p_link.person_role, p_link.person_email, p_link.id, p_message_id, p_from, p_to)
$$;
