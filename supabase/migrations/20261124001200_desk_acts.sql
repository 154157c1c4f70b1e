-- The first two acts of the desk, take and answer: the same as behind a link, by whoever is signed in, on any need.

-- Whether the page from which a person acts still shows the need as it is.
create type api.desk_standing as enum ('current', 'changed', 'no_need');
create type app.desk_place as (standing api.desk_standing, actor app.actor);

-- Who acts at the desk, and whether the person has seen all that happened to the need: p_seen is the last line of its log
-- that the page showed. The need is locked from here on, so that nothing comes between the look and the act.
create function app.desk_actor(p_reference text, p_seen bigint, p_links jsonb) returns app.desk_place
language plpgsql
set search_path = ''
as $$
declare
  v_me app.coordinators;
  v_need app.needs;
  v_actor app.actor;
begin
  select c.* into v_me from app.coordinators c where c.email = app.desk_person();
  if v_me.email is null then return row('no_need', null)::app.desk_place; end if;
  select n.* into v_need from app.needs n where n.reference = p_reference for update;
  if v_need.id is null then return row('no_need', null)::app.desk_place; end if;
  -- What the same session did itself, with a double click or in another tab, is no surprise; the acts know a repetition.
  if exists (
    select from app.events e
    where e.need_id = v_need.id and e.id > p_seen and e.kind <> 'link_requested'
      and e.session_id is distinct from (auth.jwt() ->> 'session_id')::uuid
  ) then
    return row('changed', null)::app.desk_place;
  end if;
  v_actor := row(v_need.id, 'coordinator', v_me.email, v_me.name, null, (auth.jwt() ->> 'session_id')::uuid)::app.actor;
  -- Letters about the need reach its owner through links: who came to the network after it gets a set now.
  if not exists (
    select from app.links l
    where l.need_id = v_need.id and l.person_email = v_me.email and l.person_role = 'coordinator'
      and l.revoked_at is null and l.expires_at > now()
  ) then
    perform app.mint_links(v_need.id, 'coordinator', v_me.email, v_me.name, 'fi', p_links);
  end if;
  return row('current', v_actor)::app.desk_place;
end $$;

create function api.desk_take_need(p_reference text, p_seen bigint, p_links jsonb)
returns table (standing api.desk_standing, outcome api.take_need_outcome)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_place app.desk_place := app.desk_actor(p_reference, p_seen, p_links);
begin
  return query select v_place.standing, case when v_place.standing = 'current' then app.take_need(v_place.actor) end;
end $$;

create function api.desk_release_need(p_reference text, p_seen bigint, p_links jsonb)
returns table (standing api.desk_standing, outcome api.release_need_outcome)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_place app.desk_place := app.desk_actor(p_reference, p_seen, p_links);
begin
  return query select v_place.standing, case when v_place.standing = 'current' then app.release_need(v_place.actor) end;
end $$;

create function api.desk_answer_need(p_reference text, p_seen bigint, p_links jsonb, p_body text)
returns table (standing api.desk_standing, outcome api.say_outcome)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_place app.desk_place := app.desk_actor(p_reference, p_seen, p_links);
begin
  return query select v_place.standing, case when v_place.standing = 'current' then app.answer_need(v_place.actor, p_body) end;
end $$;

comment on function api.desk_take_need is 'take_need for a coordinator at the desk, unless the need has changed since p_seen.';
comment on function api.desk_release_need is 'release_need for a coordinator at the desk, unless the need has changed since p_seen.';
comment on function api.desk_answer_need is 'answer_need for a coordinator at the desk, unless the need has changed since p_seen.';
revoke execute on function api.desk_take_need, api.desk_release_need, api.desk_answer_need from public, anon, authenticated, service_role;
grant execute on function api.desk_take_need, api.desk_release_need, api.desk_answer_need to authenticated;
