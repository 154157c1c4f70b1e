-- The acts on a need, each once, for whoever acts: what links and the desk open are doors to these.

create function app.take_need(p_actor app.actor) returns api.take_need_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs;
begin
  if p_actor.need_id is null then return 'no_link'; end if;
  v_need := app.locked_need(p_actor);
  if not app.is_open(v_need.state) then return 'closed'; end if;
  if v_need.owner_email = p_actor.email then return 'already_yours'; end if;
  -- Whom the need was handed over to may take it from its owner; nobody else may, and an expert takes nothing unasked.
  if (v_need.owner_email is not null or p_actor.role = 'expert') and not app.is_asked(p_actor, v_need) then
    return 'taken_by_other';
  end if;
  perform app.make_owner(p_actor, v_need);
  return 'taken';
end $$;

create function app.release_need(p_actor app.actor) returns api.release_need_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs;
begin
  if p_actor.need_id is null then return 'no_link'; end if;
  v_need := app.locked_need(p_actor);
  if not app.is_open(v_need.state) then return 'closed'; end if;
  if v_need.owner_email is distinct from p_actor.email then return 'not_yours'; end if;
  -- Once the company has heard of somebody, its need is handed over and not let go.
  if v_need.state <> 'claimed' or v_need.first_response_at is not null then return 'too_late'; end if;
  update app.needs set state = 'received', owner_email = null, owner_name = null where id = v_need.id;
  update app.hand_overs set state = 'asked', decided_at = null
  where need_id = v_need.id and to_email = p_actor.email and state = 'taken';
  perform app.log_act(p_actor, 'released', null, 'claimed', 'received');
  return 'released';
end $$;

-- The common part of answer-need and ask-more: a message that goes to the company as a letter.
create function app.say_to_company(
  p_actor app.actor, p_kind api.message_kind, p_event api.event_kind, p_letter api.letter_kind, p_body text
) returns api.say_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs;
  v_message uuid;
begin
  if p_actor.need_id is null then return 'no_link'; end if;
  v_need := app.locked_need(p_actor);
  if not app.is_open(v_need.state) or app.has_declined(p_actor) then return 'closed'; end if;
  if app.said_before(p_actor, p_kind, p_body) then return 'already_said'; end if;
  perform app.own_if_free(p_actor, v_need);
  v_message := app.add_message(p_actor, p_kind, p_body);
  perform app.log_act(p_actor, p_event, v_message);
  perform app.tell_company(v_need, p_letter, v_message);
  perform app.note_first_response(v_need, now());
  return 'said';
end $$;

create function app.answer_need(p_actor app.actor, p_body text) returns api.say_outcome
language sql
set search_path = ''
as $$ select app.say_to_company(p_actor, 'answer', 'answered', 'answer', p_body) $$;

create function app.ask_more(p_actor app.actor, p_body text) returns api.say_outcome
language sql
set search_path = ''
as $$ select app.say_to_company(p_actor, 'question', 'asked', 'question', p_body) $$;

create function app.log_contact(
  p_actor app.actor, p_channel api.contact_channel, p_happened_at timestamptz, p_note text
) returns api.log_contact_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs;
  v_message uuid;
begin
  if p_actor.need_id is null then return 'no_link'; end if;
  v_need := app.locked_need(p_actor);
  if not app.is_open(v_need.state) or app.has_declined(p_actor) then return 'closed'; end if;
  -- A minute is what a form's clock time is exact to.
  if p_happened_at > now() or p_happened_at < date_trunc('minute', v_need.received_at) then return 'impossible_time'; end if;
  if app.said_before(p_actor, 'contact', p_note, p_happened_at) then return 'already_logged'; end if;
  perform app.own_if_free(p_actor, v_need);
  v_message := app.add_message(p_actor, 'contact', p_note, p_channel, p_happened_at);
  perform app.log_act(p_actor, 'contact_logged', v_message);
  perform app.note_first_response(v_need, greatest(p_happened_at, v_need.received_at));
  return 'logged';
end $$;

create function app.hand_over_need(
  p_actor app.actor, p_to_role api.person_role, p_to_email text, p_to_name text, p_note text, p_links jsonb
) returns api.hand_over_need_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs;
  v_hand_over uuid;
  v_set uuid;
begin
  if p_actor.need_id is null then return 'no_link'; end if;
  v_need := app.locked_need(p_actor);
  if not app.is_open(v_need.state) then return 'closed'; end if;
  if p_to_email = p_actor.email then return 'to_yourself'; end if;
  insert into app.hand_overs (need_id, from_email, from_name, to_role, to_email, to_name, note)
  values (v_need.id, p_actor.email, p_actor.name, p_to_role, p_to_email, p_to_name, p_note)
  on conflict (need_id, to_email) do nothing
  returning id into v_hand_over;
  if v_hand_over is null then return 'already_handed_over'; end if;
  -- A coordinator has links already, unless they have ended.
  select l.set_id into v_set from app.links l
  where l.need_id = v_need.id and l.person_email = p_to_email and l.person_role = p_to_role
    and l.expires_at > now() and l.revoked_at is null
  order by l.created_at desc, l.set_id limit 1;
  v_set := coalesce(v_set, app.mint_links(v_need.id, p_to_role, p_to_email, p_to_name, 'fi', p_links));
  perform app.log_act(p_actor, 'handed_over');
  insert into app.outbox (letter, need_id, link_set, hand_over_id) values ('handover_asked', v_need.id, v_set, v_hand_over);
  perform app.tell_company(v_need, 'handed_over', null, v_hand_over);
  return 'handed_over';
end $$;

create function app.decline_hand_over(p_actor app.actor, p_need app.needs, p_reason text) returns api.say_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_message uuid;
  v_need app.needs := p_need;
begin
  update app.hand_overs set state = 'declined', decided_at = now()
  where need_id = p_need.id and to_email = p_actor.email and state in ('asked', 'taken');
  if not found then return 'already_said'; end if;
  v_message := app.add_message(p_actor, 'hand_over_decline', p_reason);
  perform app.log_act(p_actor, 'hand_over_declined', v_message);
  -- A need that the expert had taken is free again, so every coordinator hears of it.
  if v_need.owner_email = p_actor.email then
    update app.needs set owner_email = null, owner_name = null, state = case when state = 'claimed' then 'received' else state end
    where id = p_need.id returning * into v_need;
  end if;
  perform app.tell_owner(v_need, 'handover_declined', v_message);
  -- Who declined gets no further mail of this need; the page that says so stays open for an hour.
  update app.outbox o set dropped_at = now(), leased_until = null
  where o.need_id = p_need.id and o.sent_at is null and o.dropped_at is null and o.stuck_at is null
    and exists (
      select from app.links l
      where l.set_id = o.link_set and l.person_email = p_actor.email and l.person_role = 'expert'
    );
  if p_actor.role = 'expert' then
    perform app.end_links(p_need.id, array['expert']::api.person_role[], interval '1 hour', p_actor.email);
  end if;
  return 'said';
end $$;

create function app.decline_need(p_actor app.actor, p_reason text) returns api.say_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs;
  v_message uuid;
begin
  if p_actor.need_id is null then return 'no_link'; end if;
  v_need := app.locked_need(p_actor);
  if v_need.state = 'declined' then return 'already_said'; end if;
  if not app.is_open(v_need.state) then return 'closed'; end if;
  if p_actor.role = 'expert' then return app.decline_hand_over(p_actor, v_need, p_reason); end if;
  -- Nobody ends a matter that another handles; who was asked to take it declines that and no more.
  if v_need.owner_email is not null and v_need.owner_email <> p_actor.email then
    if app.is_asked(p_actor, v_need) then return app.decline_hand_over(p_actor, v_need, p_reason); end if;
    return 'taken_by_other';
  end if;
  v_message := app.add_message(p_actor, 'decline', p_reason);
  perform app.note_first_response(v_need, now());
  update app.needs set state = 'declined', owner_email = p_actor.email, owner_name = p_actor.name where id = v_need.id;
  perform app.log_act(p_actor, 'declined', v_message, v_need.state, 'declined');
  perform app.tell_company(v_need, 'declined', v_message);
  perform app.end_links(v_need.id, array['coordinator', 'expert']::api.person_role[], interval '1 day');
  perform app.end_links(v_need.id, array['company']::api.person_role[], interval '30 days');
  return 'said';
end $$;
