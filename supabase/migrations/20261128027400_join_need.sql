-- join-need, undo-join: by a coordinator at the desk; the company is told, and for a day it can be undone.
create type api.join_need_outcome as enum ('joined', 'already_joined', 'closed', 'chain', 'other_company', 'taken_by_other', 'no_need', 'no_link');
create type api.undo_join_outcome as enum ('undone', 'not_joined', 'too_late', 'no_link');

-- Whose word the last one was, after the thread has become another: see app.tg_messages__turn.
create function app.set_turn(p_need_id uuid) returns void
language sql
set search_path = ''
as $$
  update app.needs n set waits_for_company = coalesce((
    select m.kind <> 'reply' from app.messages m
    where m.need_id = n.id and m.kind in ('answer', 'question', 'contact', 'reply') order by m.created_at desc, m.id desc limit 1
  ), false)
  where n.id = p_need_id
$$;

create function app.join_need(p_actor app.actor, p_other uuid) returns api.join_need_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_older app.needs;
  v_newer app.needs;
begin
  if p_actor.need_id is null then return 'no_link'; end if;
  -- In one order, whichever of the two the coordinator stands on: two at once come one after the other.
  perform from app.needs n where n.id in (p_actor.need_id, p_other) order by n.id for update;
  select n.* into v_older from app.needs n where n.id in (p_actor.need_id, p_other) order by n.received_at, n.id limit 1;
  select n.* into v_newer from app.needs n where n.id in (p_actor.need_id, p_other) order by n.received_at desc, n.id desc limit 1;
  if p_other is null or v_older.id = v_newer.id then return 'no_need'; end if;
  if v_newer.joined_to = v_older.id then return 'already_joined'; end if;
  if v_newer.joined_to is not null or v_older.joined_to is not null or exists (select from app.needs n where n.joined_to = v_newer.id) then
    return 'chain';
  end if;
  if not app.is_open(v_newer.state) or not app.is_open(v_older.state) then return 'closed'; end if;
  if not app.same_company(v_newer, v_older) then return 'other_company'; end if;
  -- The newer one ends for whoever handles it: that is theirs to do.
  if v_newer.owner_email is not null and not app.handles(p_actor, v_newer) then return 'taken_by_other'; end if;

  update app.needs set state = 'joined', joined_to = v_older.id where id = v_newer.id;
  -- The company has said something that the older one's owner has not read: it is our turn.
  update app.needs set waits_for_company = false where id = v_older.id and waits_for_company;
  p_actor.need_id := v_newer.id;
  perform app.log_act(p_actor, 'joined', null, v_newer.state, 'joined');
  p_actor.need_id := v_older.id;
  perform app.log_act(p_actor, 'joined');
  update app.outbox set dropped_at = now(), leased_until = null
  where need_id = v_newer.id and letter = 'join_undone' and sent_at is null and dropped_at is null and stuck_at is null;
  perform app.tell_company(v_newer, 'joined');
  if v_older.owner_email is not null and not app.handles(p_actor, v_older) then perform app.tell_owner(v_older, 'joined_to_yours'); end if;
  return 'joined';
end $$;

create function app.undo_join(p_actor app.actor, p_joined uuid) returns api.undo_join_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_joined app.needs;
  v_unheard uuid;
begin
  if p_actor.need_id is null then return 'no_link'; end if;
  select n.* into v_joined from app.needs n where n.id = p_joined and n.state = 'joined' and p_actor.need_id in (n.id, n.joined_to) for update;
  if v_joined.id is null then return 'not_joined'; end if;
  if not app.can_be_undone(v_joined) then return 'too_late'; end if;
  update app.needs set state = v_joined.state_before_joining where id = v_joined.id;
  perform app.set_turn(v_joined.joined_to);
  p_actor.need_id := v_joined.id;
  perform app.log_act(p_actor, 'join_undone', null, 'joined', v_joined.state_before_joining);
  p_actor.need_id := v_joined.joined_to;
  perform app.log_act(p_actor, 'join_undone');
  -- What was dropped because the need had ended may be sent again; what is out of date by now is dropped once more.
  update app.outbox set dropped_at = null, send_after = now()
  where need_id = v_joined.id and dropped_at >= v_joined.joined_at and sent_at is null and letter <> 'join_undone';
  -- A company that has not heard of the joining need not hear of its end.
  update app.outbox set dropped_at = now(), leased_until = null
  where need_id = v_joined.id and letter = 'joined' and sent_at is null and dropped_at is null and stuck_at is null
    and (leased_until is null or leased_until < now())
  returning id into v_unheard;
  if v_unheard is null then perform app.tell_company(v_joined, 'join_undone'); end if;
  return 'undone';
end $$;

-- Both needs are locked in one order before anything is asked of either: of two coordinators who stand on one each, the
-- second waits instead of both waiting for each other.
create function app.desk_lock_both(p_one text, p_other text) returns void
language plpgsql
set search_path = ''
as $$
begin
  perform from app.needs n where n.reference in (p_one, p_other) order by n.id for update;
end $$;

create function api.desk_join_need(p_reference text, p_seen bigint, p_links jsonb, p_with text)
returns table (standing api.desk_standing, outcome api.join_need_outcome)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_place app.desk_place;
begin
  if app.desk_person() is not null then perform app.desk_lock_both(p_reference, p_with); end if;
  v_place := app.desk_actor(p_reference, p_seen, p_links);
  return query select v_place.standing, case when v_place.standing = 'current'
    then app.join_need(v_place.actor, (select n.id from app.needs n where n.reference = p_with)) end;
end $$;

create function api.desk_undo_join(p_reference text, p_seen bigint, p_links jsonb, p_joined text)
returns table (standing api.desk_standing, outcome api.undo_join_outcome)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_place app.desk_place;
begin
  if app.desk_person() is not null then perform app.desk_lock_both(p_reference, p_joined); end if;
  v_place := app.desk_actor(p_reference, p_seen, p_links);
  return query select v_place.standing, case when v_place.standing = 'current'
    then app.undo_join(v_place.actor, (select n.id from app.needs n where n.reference = p_joined)) end;
end $$;

comment on function api.desk_join_need is
  'Joins two open needs of the same company, whichever of them p_reference is: the newer goes on in the older, the company is told.';
comment on function api.desk_undo_join is 'Undoes desk_join_need within a day: the need p_joined is again what it was.';
revoke execute on function api.desk_join_need, api.desk_undo_join from public, anon, authenticated, service_role;
grant execute on function api.desk_join_need, api.desk_undo_join to authenticated;
