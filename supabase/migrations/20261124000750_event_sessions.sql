-- The log says through what somebody acted: a letter's link, or a session at the desk.
alter table app.events
  add column session_id uuid references app.desk_sessions (id) on delete restrict,
  add constraint an_act_comes_through_a_link_or_a_session check (num_nonnulls(link_id, session_id) <= 1);
create index events_by_session on app.events (session_id);
comment on column app.events.session_id is 'The session at the desk through which the person acted; null for what came through a link of a letter.';
