-- Whoever stands in for an owner who is away may end the need, as the owner may.
create or replace function app.close_need(p_actor app.actor, p_outcome api.need_outcome, p_body text) returns api.close_need_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs := app.locked_need(p_actor);
  v_message uuid;
begin
  if v_need.state = 'closed' then return 'already_ended'; end if;
  if not app.is_open(v_need.state) then return 'closed'; end if;
  if v_need.owner_email is not null and not app.handles(p_actor, v_need) then return 'taken_by_other'; end if;
  -- What is being offered or delivered ends by its own steps.
  if v_need.state not in ('received', 'claimed', 'closing') then return 'under_way'; end if;
  if v_need.owner_email is null then
    perform app.make_owner(p_actor, v_need);
    v_need := app.locked_need(p_actor);
  end if;
  v_message := app.add_message(p_actor, 'closing', p_body);
  perform app.note_first_response(v_need, now());
  update app.needs set state = 'closed', outcome = p_outcome where id = v_need.id;
  perform app.log_act(p_actor, 'closed', v_message, v_need.state, 'closed');
  perform app.tell_company(v_need, 'closed', v_message);
  perform app.end_links_of(v_need);
  return 'ended';
end $$;

create or replace function app.refer_need(p_actor app.actor, p_to text, p_contact text, p_body text) returns api.refer_need_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs := app.locked_need(p_actor);
  v_message uuid;
begin
  if v_need.state = 'referred' then return 'already_referred'; end if;
  if not app.is_open(v_need.state) then return 'closed'; end if;
  if v_need.owner_email is not null and not app.handles(p_actor, v_need) then return 'taken_by_other'; end if;
  -- The name and the contact stand in the message itself, so that no letter and no page can leave them out.
  v_message := app.add_message(p_actor, 'referral', p_body || e'\n\n' || p_to || e'\n' || p_contact);
  perform app.note_first_response(v_need, now());
  update app.needs set state = 'referred', referred_to = p_to, referred_contact = p_contact,
    owner_email = p_actor.email, owner_name = p_actor.name
  where id = v_need.id;
  perform app.log_act(p_actor, 'referred', v_message, v_need.state, 'referred');
  perform app.tell_company(v_need, 'referred', v_message);
  perform app.end_links_of(v_need);
  return 'referred';
end $$;
