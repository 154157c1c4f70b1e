-- refer-need: somebody outside the network goes on with the need, and the company is told who and how to reach them.
create type api.refer_need_outcome as enum ('referred', 'already_referred', 'taken_by_other', 'closed');

create function app.refer_need(p_actor app.actor, p_to text, p_contact text, p_body text) returns api.refer_need_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs := app.locked_need(p_actor);
  v_message uuid;
begin
  if v_need.state = 'referred' then return 'already_referred'; end if;
  if not app.is_open(v_need.state) then return 'closed'; end if;
  if v_need.owner_email is not null and v_need.owner_email <> p_actor.email then return 'taken_by_other'; end if;
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

create function api.desk_refer_need(p_reference text, p_seen bigint, p_links jsonb, p_to text, p_contact text, p_body text)
returns table (standing api.desk_standing, outcome api.refer_need_outcome)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_place app.desk_place := app.desk_actor(p_reference, p_seen, p_links);
begin
  return query select v_place.standing, case when v_place.standing = 'current' then app.refer_need(v_place.actor, p_to, p_contact, p_body) end;
end $$;

comment on function api.desk_refer_need is 'Ends a need by referring the company to somebody outside the network, for a coordinator at the desk, unless the need has changed since p_seen.';
revoke execute on function api.desk_refer_need from public, anon, authenticated, service_role;
grant execute on function api.desk_refer_need to authenticated;
