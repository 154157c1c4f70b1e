-- decline-need: a coordinator ends a need with a reason that the company gets; an expert declines a hand-over.
create function app.decline_hand_over(p_link app.links, p_need app.needs, p_reason text) returns api.say_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_message uuid;
  v_need app.needs := p_need;
begin
  update app.hand_overs set state = 'declined', decided_at = now()
  where need_id = p_need.id and to_email = p_link.person_email and state in ('asked', 'taken');
  if not found then return 'already_said'; end if;
  v_message := app.add_message(p_link, 'hand_over_decline', p_reason);
  perform app.log_event(p_link, 'hand_over_declined', v_message);
  -- A need that the expert had taken is free again, so every coordinator hears of it.
  if v_need.owner_email = p_link.person_email then
    update app.needs set owner_email = null, owner_name = null, state = case when state = 'claimed' then 'received' else state end
    where id = p_need.id returning * into v_need;
  end if;
  perform app.tell_owner(v_need, 'handover_declined', v_message);
  -- Who declined gets no further mail of this need; the page that says so stays open for an hour.
  update app.outbox o set dropped_at = now(), leased_until = null
  where o.need_id = p_need.id and o.sent_at is null and o.dropped_at is null and o.stuck_at is null
    and exists (
      select from app.links l
      where l.set_id = o.link_set and l.person_email = p_link.person_email and l.person_role = 'expert'
    );
  if p_link.person_role = 'expert' then
    perform app.end_links(p_need.id, array['expert']::api.person_role[], interval '1 hour', p_link.person_email);
  end if;
  return 'said';
end $$;

create function api.decline_need(p_token_hash text, p_reason text) returns api.say_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_link app.links := app.living_link(p_token_hash);
  v_need app.needs;
  v_message uuid;
begin
  if v_link.id is null or v_link.purpose <> 'decline_need' then return 'no_link'; end if;
  v_need := app.locked_need(v_link);
  if v_need.state = 'declined' then return 'already_said'; end if;
  if not app.is_open(v_need.state) then return 'closed'; end if;
  if v_link.person_role = 'expert' then return app.decline_hand_over(v_link, v_need, p_reason); end if;
  -- Nobody ends a matter that another handles; who was asked to take it declines that and no more.
  if v_need.owner_email is not null and v_need.owner_email <> v_link.person_email then
    if app.is_asked(v_link, v_need) then return app.decline_hand_over(v_link, v_need, p_reason); end if;
    return 'taken_by_other';
  end if;
  v_message := app.add_message(v_link, 'decline', p_reason);
  perform app.note_first_response(v_need, now());
  update app.needs set state = 'declined', owner_email = v_link.person_email, owner_name = v_link.person_name where id = v_need.id;
  perform app.log_event(v_link, 'declined', v_message, v_need.state, 'declined');
  perform app.tell_company(v_need, 'declined', v_message);
  perform app.end_links(v_need.id, array['coordinator', 'expert']::api.person_role[], interval '1 day');
  perform app.end_links(v_need.id, array['company']::api.person_role[], interval '30 days');
  return 'said';
end $$;

comment on function api.decline_need is 'Ends a need with a reason that is sent to the company; for an expert, declines the hand-over and tells the coordinator.';
revoke execute on function api.decline_need from public, anon, authenticated;
grant execute on function api.decline_need to service_role;
