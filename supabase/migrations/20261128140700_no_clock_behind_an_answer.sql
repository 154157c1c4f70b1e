-- join-need: an unanswered need whose clock runs is joined only to one whose clock runs as well, and ends no later. An answer that
-- was given before is none to it: joined to an answered need, its silence would be counted nowhere, and the figure would look better.

-- Whether joining would hide a running clock.
create function app.hides_a_clock(p_newer app.needs, p_older app.needs) returns boolean
language sql stable
set search_path = ''
as $$
  select p_newer.first_response_at is null
    -- What silence has already broken stays broken when it is joined, and so hides nothing.
    and now() <= p_newer.due_at
    and (p_older.first_response_at is not null or p_older.due_at > p_newer.due_at)
$$;

create or replace function app.tg_needs__join() returns trigger
language plpgsql
set search_path = ''
as $$
declare
  v_into app.needs;
begin
  if old.state = 'joined' then
    if not app.can_be_undone(old) or new.state <> old.state_before_joining then
      raise exception 'a need that was joined goes back to what it was, within a day' using errcode = 'NJOIN';
    end if;
    new.joined_to := null;
    new.joined_at := null;
    new.state_before_joining := null;
    return new;
  end if;
  select n.* into v_into from app.needs n where n.id = new.joined_to for share;
  if v_into.id is null or not app.is_open(v_into.state) or not app.same_company(old, v_into)
     or (v_into.received_at, v_into.id) >= (old.received_at, old.id) or exists (select from app.needs n where n.joined_to = old.id) then
    raise exception 'a need is joined to an older open need of the same company, and to nothing that is joined' using errcode = 'NJOIN';
  end if;
  if app.hides_a_clock(old, v_into) then
    raise exception 'a need whose clock runs is not joined to one that was answered' using errcode = 'NCLCK';
  end if;
  new.joined_at := now();
  new.state_before_joining := old.state;
  -- Silence that broke the promise before stays on record as such.
  if old.first_response_at is null and now() > old.due_at then new.promise_kept := false; end if;
  return new;
end $$;

create or replace function app.join_need(p_actor app.actor, p_other uuid) returns api.join_need_outcome
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
  if app.hides_a_clock(v_newer, v_older) then return 'answer_first'; end if;
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
