-- close-need: the coordinator ends a need with an outcome and a message to the company.
create type api.close_need_outcome as enum ('ended', 'already_ended', 'taken_by_other', 'under_way', 'closed');

-- The one place where a need's links die: its handlers read on for a day, the company for a month.
create function app.end_links_of(p_need app.needs) returns void
language plpgsql
set search_path = ''
as $$
begin
  perform app.end_links(p_need.id, array['coordinator', 'expert']::api.person_role[], interval '1 day');
  perform app.end_links(p_need.id, array['company']::api.person_role[], interval '30 days');
end $$;

-- The message is the company's: nothing ends in silence, and where nobody has answered yet it stops the clock.
create function app.close_need(p_actor app.actor, p_outcome api.need_outcome, p_body text) returns api.close_need_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs := app.locked_need(p_actor);
  v_message uuid;
begin
  if v_need.state = 'closed' then return 'already_ended'; end if;
  if not app.is_open(v_need.state) then return 'closed'; end if;
  if v_need.owner_email is not null and v_need.owner_email <> p_actor.email then return 'taken_by_other'; end if;
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

create function api.desk_close_need(p_reference text, p_seen bigint, p_links jsonb, p_outcome api.need_outcome, p_body text)
returns table (standing api.desk_standing, outcome api.close_need_outcome)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_place app.desk_place := app.desk_actor(p_reference, p_seen, p_links);
begin
  return query select v_place.standing, case when v_place.standing = 'current' then app.close_need(v_place.actor, p_outcome, p_body) end;
end $$;

comment on function api.desk_close_need is 'Ends a need with an outcome and a message to the company, for a coordinator at the desk, unless the need has changed since p_seen.';
revoke execute on function api.desk_close_need from public, anon, authenticated, service_role;
grant execute on function api.desk_close_need to authenticated;
