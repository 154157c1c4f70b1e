-- answer-need, ask-more, log-contact: what a person says to the company. The first of them stops the clock of the promise.
create type api.say_outcome as enum ('said', 'already_said', 'taken_by_other', 'closed', 'no_link');
create type api.log_contact_outcome as enum ('logged', 'already_logged', 'impossible_time', 'closed', 'no_link');

-- Stops the clock once, stores whether the promise was kept, and queues the survey some hours later.
create function app.note_first_response(p_need app.needs, p_at timestamptz) returns void
language plpgsql
set search_path = ''
as $$
begin
  if p_need.first_response_at is not null then return; end if;
  update app.needs set first_response_at = p_at, promise_kept = coalesce(promise_kept, p_at <= due_at) where id = p_need.id;
  insert into app.outbox (letter, need_id, link_set, due_from, send_after)
  values ('survey', p_need.id, app.link_set_of(p_need.id, p_need.contact_email, 'company'), now() + p_need.survey_after, now() + p_need.survey_after)
  on conflict do nothing;
end $$;

-- The same words from the same person within an hour are one message: a double click, a reload, a retry. Two calls at
-- different times are two, whatever was noted of them.
create function app.said_before(
  p_link app.links, p_kind api.message_kind, p_body text, p_happened_at timestamptz default null
) returns boolean
language sql stable
set search_path = ''
as $$
  select exists (
    select from app.messages m
    where m.need_id = p_link.need_id and m.kind = p_kind and m.author_email = p_link.person_email
      and m.body = p_body and m.created_at > now() - interval '1 hour'
      and (p_happened_at is null or m.happened_at = p_happened_at)
  )
$$;

create function app.add_message(
  p_link app.links, p_kind api.message_kind, p_body text,
  p_channel api.contact_channel default null, p_happened_at timestamptz default now()
) returns uuid
language sql
set search_path = ''
as $$
  insert into app.messages (need_id, kind, author_role, author_email, author_name, body, channel, happened_at)
  values (p_link.need_id, p_kind, p_link.person_role, p_link.person_email, p_link.person_name, p_body, p_channel, p_happened_at)
  returning id
$$;

-- Who speaks to the company first owns its matter, so that it has somebody to turn to.
create function app.own_if_free(p_link app.links, p_need app.needs) returns void
language plpgsql
set search_path = ''
as $$
begin
  if p_need.owner_email is null or app.is_asked(p_link, p_need) then
    perform app.make_owner(p_link, p_need);
  end if;
end $$;

-- An expert who declined the need has no more to do with it: their page lives for an hour, to be read alone.
create function app.has_declined(p_link app.links) returns boolean
language sql stable
set search_path = ''
as $$
  select p_link.person_role = 'expert' and exists (
    select from app.hand_overs h where h.need_id = p_link.need_id and h.to_email = p_link.person_email and h.state = 'declined'
  )
$$;

-- The common part of answer-need and ask-more: a message that goes to the company as a letter.
create function app.say_to_company(
  p_token_hash text, p_purpose api.link_purpose, p_kind api.message_kind,
  p_event api.event_kind, p_letter api.letter_kind, p_body text
) returns api.say_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_link app.links := app.living_link(p_token_hash);
  v_need app.needs;
  v_message uuid;
begin
  if v_link.id is null or v_link.purpose <> p_purpose then return 'no_link'; end if;
  v_need := app.locked_need(v_link);
  if not app.is_open(v_need.state) or app.has_declined(v_link) then return 'closed'; end if;
  if app.said_before(v_link, p_kind, p_body) then return 'already_said'; end if;
  perform app.own_if_free(v_link, v_need);
  v_message := app.add_message(v_link, p_kind, p_body);
  perform app.log_event(v_link, p_event, v_message);
  perform app.tell_company(v_need, p_letter, v_message);
  perform app.note_first_response(v_need, now());
  return 'said';
end $$;

create function api.answer_need(p_token_hash text, p_body text) returns api.say_outcome
language sql security definer
set search_path = ''
as $$ select app.say_to_company(p_token_hash, 'answer_need', 'answer', 'answered', 'answer', p_body) $$;

create function api.ask_more(p_token_hash text, p_body text) returns api.say_outcome
language sql security definer
set search_path = ''
as $$ select app.say_to_company(p_token_hash, 'ask_more', 'question', 'asked', 'question', p_body) $$;

create function api.log_contact(
  p_token_hash text, p_channel api.contact_channel, p_happened_at timestamptz, p_note text
) returns api.log_contact_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_link app.links := app.living_link(p_token_hash);
  v_need app.needs;
  v_message uuid;
begin
  if v_link.id is null or v_link.purpose <> 'log_contact' then return 'no_link'; end if;
  v_need := app.locked_need(v_link);
  if not app.is_open(v_need.state) or app.has_declined(v_link) then return 'closed'; end if;
  -- A minute is what a form's clock time is exact to.
  if p_happened_at > now() or p_happened_at < date_trunc('minute', v_need.received_at) then return 'impossible_time'; end if;
  if app.said_before(v_link, 'contact', p_note, p_happened_at) then return 'already_logged'; end if;
  perform app.own_if_free(v_link, v_need);
  v_message := app.add_message(v_link, 'contact', p_note, p_channel, p_happened_at);
  perform app.log_event(v_link, 'contact_logged', v_message);
  perform app.note_first_response(v_need, greatest(p_happened_at, v_need.received_at));
  return 'logged';
end $$;

comment on function api.answer_need is 'Sends a person''s answer to the company; the first one stops the clock.';
comment on function api.ask_more is 'Sends a person''s question to the company: a contact too, so the first one stops the clock.';
comment on function api.log_contact is 'Records a call or meeting with the company, by whom and when; the first contact stops the clock at its own time.';
revoke execute on function api.answer_need, api.ask_more, api.log_contact from public, anon, authenticated;
grant execute on function api.answer_need, api.ask_more, api.log_contact to service_role;
