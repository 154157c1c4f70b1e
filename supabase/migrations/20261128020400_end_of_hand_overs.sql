-- How a hand-over ends: declined, reported by the one who took it, or back at the coordinator because nobody said anything.

-- A need whose taker lets it go comes back to the coordinator who asked; where that one has left, it is free for all.
create function app.bring_back(p_need app.needs, p_hand_over app.hand_overs) returns app.needs
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs;
  v_to app.coordinators;
begin
  select c.* into v_to from app.coordinators c where c.email = p_hand_over.from_email and c.left_at is null;
  update app.needs n set owner_email = v_to.email, owner_name = v_to.name,
    state = case when v_to.email is null and n.state = 'claimed' then 'received' else n.state end
  where n.id = p_need.id returning * into v_need;
  return v_need;
end $$;

-- The hand-over of which somebody speaks: the last one that they were asked.
create function app.hand_over_of(p_actor app.actor) returns app.hand_overs
language sql stable
set search_path = ''
as $$
  select h from app.hand_overs h
  where h.need_id = p_actor.need_id and h.to_email = p_actor.email order by h.asked_at desc, h.id limit 1
$$;

create or replace function app.decline_hand_over(p_actor app.actor, p_need app.needs, p_reason text) returns api.say_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_hand_over app.hand_overs := app.hand_over_of(p_actor);
  v_message uuid;
  v_need app.needs := p_need;
begin
  if v_hand_over.state is null or v_hand_over.state not in ('asked', 'taken') then return 'already_said'; end if;
  update app.hand_overs set state = 'declined', decided_at = now() where id = v_hand_over.id;
  v_message := app.add_message(p_actor, 'hand_over_decline', p_reason);
  perform app.log_hand_over(p_actor, 'hand_over_declined', v_hand_over.id, v_message);
  if v_need.owner_email = p_actor.email then v_need := app.bring_back(v_need, v_hand_over); end if;
  perform app.tell_of_hand_over(v_need, 'handover_declined', v_hand_over, v_message);
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

create type api.report_hand_over_outcome as enum ('reported', 'already_reported', 'not_taken', 'too_late', 'closed', 'no_link');

-- The need goes back to the coordinator, who closes it or goes on with it. What was reported can be corrected for a day.
create function app.report_hand_over(p_actor app.actor, p_ended api.hand_over_state, p_note text) returns api.report_hand_over_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs;
  v_hand_over app.hand_overs;
  v_message uuid;
begin
  if p_actor.need_id is null then return 'no_link'; end if;
  v_need := app.locked_need(p_actor);
  v_hand_over := app.hand_over_of(p_actor);
  if v_hand_over.state = p_ended and (p_note is null or app.said_before(p_actor, 'hand_over_report', p_note)) then return 'already_reported'; end if;
  if not app.is_open(v_need.state) then return 'closed'; end if;
  if v_hand_over.state is null or v_hand_over.state in ('asked', 'declined') then return 'not_taken'; end if;
  if v_hand_over.ended_at < now() - interval '1 day' then return 'too_late'; end if;
  update app.hand_overs set state = p_ended, ended_at = now() where id = v_hand_over.id;
  if p_note is not null then v_message := app.add_message(p_actor, 'hand_over_report', p_note); end if;
  perform app.log_hand_over(p_actor, 'hand_over_ended', v_hand_over.id, v_message);
  if v_need.owner_email = p_actor.email then v_need := app.bring_back(v_need, v_hand_over); end if;
  -- Of a correction the last word alone: a letter that has not gone yet would say what is no longer so.
  update app.outbox set dropped_at = now(), leased_until = null
  where hand_over_id = v_hand_over.id and letter = 'handover_ended' and sent_at is null and dropped_at is null and stuck_at is null;
  perform app.tell_of_hand_over(v_need, 'handover_ended', v_hand_over, v_message);
  return 'reported';
end $$;

create function api.report_hand_over(p_token_hash text, p_ended api.hand_over_state, p_note text) returns api.report_hand_over_outcome
language sql security definer
set search_path = ''
as $$ select app.report_hand_over(app.actor_of_link(p_token_hash, 'report_hand_over'), p_ended, p_note) $$;

create or replace function app.release_need(p_actor app.actor) returns api.release_need_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs;
  v_hand_over app.hand_overs;
begin
  if p_actor.need_id is null then return 'no_link'; end if;
  v_need := app.locked_need(p_actor);
  if not app.is_open(v_need.state) then return 'closed'; end if;
  if v_need.owner_email is distinct from p_actor.email then return 'not_yours'; end if;
  -- Once the company has heard of somebody, its need is handed over and not let go.
  if v_need.state <> 'claimed' or v_need.first_response_at is not null then return 'too_late'; end if;
  update app.hand_overs set state = 'asked', decided_at = null
  where need_id = v_need.id and to_email = p_actor.email and state = 'taken' returning * into v_hand_over;
  if v_hand_over.id is null then
    update app.needs set state = 'received', owner_email = null, owner_name = null where id = v_need.id;
    perform app.log_act(p_actor, 'released', null, 'claimed', 'received');
    return 'released';
  end if;
  v_need := app.bring_back(v_need, v_hand_over);
  insert into app.events (need_id, kind, actor_role, actor_email, link_id, session_id, from_state, to_state, hand_over_id)
  values (v_need.id, 'released', p_actor.role, p_actor.email, p_actor.link_id, p_actor.session_id, 'claimed', v_need.state, v_hand_over.id);
  return 'released';
end $$;

comment on function api.report_hand_over is
  'The person who took a hand-over says how it ended: helped, no_help or not_reachable. The need goes back to the coordinator, who is told.';
revoke execute on function api.report_hand_over from public, anon, authenticated;
grant execute on function api.report_hand_over to service_role;
