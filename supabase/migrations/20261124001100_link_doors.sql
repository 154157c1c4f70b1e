-- What the links of letters open, as doors to the acts of actors. What they did before, they do.

create or replace function api.take_need(p_token_hash text) returns api.take_need_outcome
language sql security definer
set search_path = ''
as $$ select app.take_need(app.actor_of_link(p_token_hash, 'take_need')) $$;

create or replace function api.release_need(p_token_hash text) returns api.release_need_outcome
language sql security definer
set search_path = ''
as $$ select app.release_need(app.actor_of_link(p_token_hash, 'take_need')) $$;

create or replace function api.answer_need(p_token_hash text, p_body text) returns api.say_outcome
language sql security definer
set search_path = ''
as $$ select app.answer_need(app.actor_of_link(p_token_hash, 'answer_need'), p_body) $$;

create or replace function api.ask_more(p_token_hash text, p_body text) returns api.say_outcome
language sql security definer
set search_path = ''
as $$ select app.ask_more(app.actor_of_link(p_token_hash, 'ask_more'), p_body) $$;

create or replace function api.log_contact(
  p_token_hash text, p_channel api.contact_channel, p_happened_at timestamptz, p_note text
) returns api.log_contact_outcome
language sql security definer
set search_path = ''
as $$ select app.log_contact(app.actor_of_link(p_token_hash, 'log_contact'), p_channel, p_happened_at, p_note) $$;

create or replace function api.hand_over_need(
  p_token_hash text, p_to_role api.person_role, p_to_email text, p_to_name text, p_note text, p_links jsonb
) returns api.hand_over_need_outcome
language sql security definer
set search_path = ''
as $$
  select app.hand_over_need(app.actor_of_link(p_token_hash, 'hand_over_need'), p_to_role, p_to_email, p_to_name, p_note, p_links)
$$;

create or replace function api.decline_need(p_token_hash text, p_reason text) returns api.say_outcome
language sql security definer
set search_path = ''
as $$ select app.decline_need(app.actor_of_link(p_token_hash, 'decline_need'), p_reason) $$;

create or replace function api.reply_to_need(p_token_hash text, p_body text) returns api.say_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_actor app.actor := app.actor_of_link(p_token_hash, 'reply_to_need');
  v_need app.needs;
  v_message uuid;
begin
  if v_actor.need_id is null then return 'no_link'; end if;
  v_need := app.locked_need(v_actor);
  if not app.is_open(v_need.state) then return 'closed'; end if;
  if app.said_before(v_actor, 'reply', p_body) then return 'already_said'; end if;
  v_message := app.add_message(v_actor, 'reply', p_body);
  perform app.log_act(v_actor, 'replied', v_message);
  perform app.tell_owner(v_need, 'reply_received', v_message);
  return 'said';
end $$;

create or replace function api.withdraw_need(p_token_hash text) returns api.withdraw_need_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_actor app.actor := app.actor_of_link(p_token_hash, 'see_need');
  v_need app.needs;
begin
  if v_actor.need_id is null then return 'no_link'; end if;
  v_need := app.locked_need(v_actor);
  if v_need.state = 'withdrawn' then return 'already_withdrawn'; end if;
  if not app.is_open(v_need.state) then return 'closed'; end if;
  -- Withdrawn in time, the promise was neither kept nor broken; withdrawn after it, the silence stays on record.
  update app.needs set state = 'withdrawn', promise_kept = case when first_response_at is null and now() > due_at then false else promise_kept end
  where id = v_need.id;
  perform app.log_act(v_actor, 'withdrawn', null, v_need.state, 'withdrawn');
  perform app.tell_owner(v_need, 'withdrawn');
  perform app.end_links(v_need.id, array['coordinator', 'expert']::api.person_role[], interval '1 day');
  return 'withdrawn';
end $$;

create or replace function api.restore_need(p_token_hash text) returns api.restore_need_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_actor app.actor := app.actor_of_link(p_token_hash, 'see_need');
  v_need app.needs;
  v_back api.need_state;
begin
  if v_actor.need_id is null then return 'no_link'; end if;
  v_need := app.locked_need(v_actor);
  if v_need.state <> 'withdrawn' then return 'not_withdrawn'; end if;
  -- Once to and fro is a change of mind; each time more is mail for those who handle it.
  if v_need.closed_at < now() - interval '1 day'
     or (select count(*) from app.events e where e.need_id = v_need.id and e.kind = 'restored') >= 3 then return 'too_late'; end if;
  v_back := case when v_need.owner_email is null then 'received' else 'claimed' end;
  update app.needs set state = v_back where id = v_need.id;
  update app.links set expires_at = created_at + interval '180 days' where need_id = v_need.id and revoked_at is null
    and person_email not in (select h.to_email from app.hand_overs h where h.need_id = v_need.id and h.state = 'declined');
  perform app.log_act(v_actor, 'restored', null, 'withdrawn', v_back);
  -- They were told that it is gone, or a letter of it was dropped: the clock still runs, so they hear of it as of a new one.
  perform app.tell_owner(v_need, 'new_need');
  return 'restored';
end $$;

drop function app.say_to_company(text, api.link_purpose, api.message_kind, api.event_kind, api.letter_kind, text);
drop function app.decline_hand_over(app.links, app.needs, text);
drop function app.own_if_free(app.links, app.needs);
drop function app.make_owner(app.links, app.needs);
drop function app.is_asked(app.links, app.needs);
drop function app.said_before(app.links, api.message_kind, text, timestamptz);
drop function app.add_message(app.links, api.message_kind, text, api.contact_channel, timestamptz);
drop function app.has_declined(app.links);
drop function app.locked_need(app.links);
