-- Links, letters and events are about one record each: a need as before, a round of confirmation, or an editors' task.
alter table app.links
  alter column need_id drop not null,
  add column confirmation_id uuid references app.confirmations (id) on delete cascade,
  add column task_id uuid references app.editor_tasks (id) on delete cascade,
  add constraint a_link_is_for_one_record check (num_nonnulls(need_id, confirmation_id, task_id) = 1);
create index links_by_confirmation on app.links (confirmation_id);
create index links_by_task on app.links (task_id);

alter table app.outbox
  alter column need_id drop not null,
  add column confirmation_id uuid references app.confirmations (id) on delete cascade,
  add column task_id uuid references app.editor_tasks (id) on delete cascade,
  add constraint a_letter_is_about_one_record check (num_nonnulls(need_id, confirmation_id, task_id) = 1);
create index outbox_by_confirmation on app.outbox (confirmation_id);
create index outbox_by_task on app.outbox (task_id);

alter table app.events
  alter column need_id drop not null,
  add column confirmation_id uuid references app.confirmations (id) on delete restrict,
  add column task_id uuid references app.editor_tasks (id) on delete restrict,
  add constraint an_event_is_of_one_record check (num_nonnulls(need_id, confirmation_id, task_id) = 1);
create index events_by_confirmation on app.events (confirmation_id, id);
create index events_by_task on app.events (task_id, id);

comment on table app.links is
  'Links of letters, each for one person, one purpose and one record. The token is derived from the id when a letter is rendered; only its SHA-256 is kept.';
comment on table app.events is 'Append-only log of what people did through links: update and delete are refused.';

create or replace function app.purposes_of(p_role api.person_role) returns api.link_purpose[]
language sql immutable parallel safe
set search_path = ''
as $$
  select case p_role
    when 'company' then array['see_need', 'reply_to_need', 'answer_survey']
    when 'coordinator' then array['take_need', 'answer_need', 'log_contact', 'ask_more', 'hand_over_need', 'decline_need']
    when 'expert' then array['take_need', 'answer_need', 'log_contact', 'decline_need']
    when 'provider' then array['confirm_services', 'report_mistake']
    when 'editor' then array['close_task']
    else array[]::text[]
  end::api.link_purpose[]
$$;

drop function app.mint_links(uuid, api.person_role, text, text, api.language, jsonb, integer, interval);

-- Makes one person's set of links from a pool of ready pairs [{ id, hash }], beginning at p_from; returns the set.
create function app.mint_links(
  p_need_id uuid, p_role api.person_role, p_email text, p_name text, p_language api.language, p_pool jsonb, p_from integer default 0,
  p_lasts interval default interval '180 days', p_confirmation_id uuid default null, p_task_id uuid default null
) returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_set uuid := gen_random_uuid();
begin
  insert into app.links (
    id, token_hash, set_id, need_id, confirmation_id, task_id, purpose, person_role, person_email, person_name, language, expires_at
  )
  select (pair.value ->> 'id')::uuid, decode(pair.value ->> 'hash', 'hex'), v_set, p_need_id, p_confirmation_id, p_task_id,
         wanted.purpose, p_role, p_email, p_name, p_language, now() + p_lasts
  from unnest(app.purposes_of(p_role)) with ordinality as wanted (purpose, place)
  left join jsonb_array_elements(p_pool) with ordinality as pair (value, place) on pair.place = wanted.place + p_from;
  return v_set;
end $$;

-- Writes one line of the log for the person behind a link.
create or replace function app.log_event(
  p_link app.links, p_kind api.event_kind, p_message_id uuid default null,
  p_from api.need_state default null, p_to api.need_state default null
) returns void
language sql
set search_path = ''
as $$
  insert into app.events (need_id, confirmation_id, task_id, kind, actor_role, actor_email, link_id, message_id, from_state, to_state)
  values (p_link.need_id, p_link.confirmation_id, p_link.task_id, p_kind, p_link.person_role, p_link.person_email, p_link.id,
    p_message_id, p_from, p_to)
$$;
