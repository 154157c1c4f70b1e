-- hand-over-need asks one or several at once; who takes it is the first to, and the others hear that they need do nothing.

-- Whether a coordinator is still one, as far as anybody has said.
create function app.is_listed(p_email text) returns boolean
language sql stable
set search_path = ''
as $$ select not exists (select from app.coordinators c where c.email = p_email and c.left_at is not null) $$;

-- Tells the coordinator about a hand-over: who owns the need, or who asked when an expert owns it; all while nobody does.
-- The one place where such letters are queued.
create function app.tell_of_hand_over(
  p_need app.needs, p_letter api.letter_kind, p_hand_over app.hand_overs, p_message_id uuid default null
) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs := p_need;
begin
  if not exists (
    select from app.links l
    where l.need_id = p_need.id and l.person_role = 'coordinator' and l.person_email = p_need.owner_email
  ) then
    v_need.owner_email := case when p_need.owner_email is not null and app.is_listed(p_hand_over.from_email) then p_hand_over.from_email end;
  end if;
  perform app.tell_owner(v_need, p_letter, p_message_id);
  update app.outbox set hand_over_id = p_hand_over.id
  where need_id = p_need.id and letter = p_letter and hand_over_id is null and created_at = now();
end $$;

-- Makes the actor the owner, whatever the need's state before: the one place where that happens.
create or replace function app.make_owner(p_actor app.actor, p_need app.needs) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_state api.need_state := case when p_need.state = 'received' then 'claimed' else p_need.state end;
  v_asked app.hand_overs;
  v_need app.needs;
begin
  select h.* into v_asked from app.hand_overs h
  where h.need_id = p_need.id and h.to_email = p_actor.email and h.state = 'asked' for update;
  update app.needs set state = v_state, owner_email = p_actor.email, owner_name = p_actor.name where id = p_need.id
  returning * into v_need;
  if v_asked.id is null then
    perform app.log_act(p_actor, 'taken', null, p_need.state, v_state);
    return;
  end if;
  update app.hand_overs set state = 'taken', decided_at = now(), returned_at = null where id = v_asked.id;
  insert into app.events (need_id, kind, actor_role, actor_email, link_id, session_id, from_state, to_state, hand_over_id)
  values (p_need.id, 'hand_over_taken', p_actor.role, p_actor.email, p_actor.link_id, p_actor.session_id, p_need.state, v_state, v_asked.id);
  -- The coordinator was told to go on alone: not any more.
  if v_asked.returned_at is not null then perform app.tell_of_hand_over(p_need, 'handover_taken_late', v_asked); end if;
  -- An hour later, for who takes may let go again: then nobody hears of it.
  insert into app.outbox (letter, need_id, link_set, hand_over_id, due_from, send_after)
  select 'handover_settled', p_need.id, app.link_set_of(p_need.id, h.to_email, h.to_role), h.id, now() + interval '1 hour', now() + interval '1 hour'
  from app.hand_overs h
  where h.need_id = p_need.id and h.state = 'asked' and h.returned_at is null and app.is_settled(h, v_need)
    and not exists (
      select from app.outbox o where o.hand_over_id = h.id and o.letter = 'handover_settled' and o.dropped_at is null
    );
end $$;

-- Who speaks to the company first owns its matter, so that it has somebody to turn to. An expert owns what they were asked to take.
create or replace function app.own_if_free(p_actor app.actor, p_need app.needs) returns void
language plpgsql
set search_path = ''
as $$
begin
  if (p_need.owner_email is null and p_actor.role = 'coordinator') or app.is_asked(p_actor, p_need) then
    perform app.make_owner(p_actor, p_need);
  end if;
end $$;

drop function api.hand_over_need(text, api.person_role, text, text, text, jsonb);
drop function app.hand_over_need(app.actor, api.person_role, text, text, text, jsonb);

-- Each of p_people, [{ role, email, name, language }], with the last time that the person was asked.
create function app.people_to_ask(p_need_id uuid, p_people jsonb) returns table (
  role api.person_role, email text, name text, language api.language, hand_over_id uuid, waits boolean, came_back boolean, gone boolean
)
language sql stable
set search_path = ''
as $$
  select distinct on (person ->> 'email') (person ->> 'role')::api.person_role, person ->> 'email', person ->> 'name',
    (person ->> 'language')::api.language, before.id,
    coalesce(before.state in ('asked', 'taken') and before.returned_at is null, false),
    coalesce(before.state = 'asked' and before.returned_at is not null, false),
    (person ->> 'role' = 'coordinator' and not app.is_listed(person ->> 'email')) or exists (
      select from app.links l
      where l.need_id = p_need_id and l.person_email = person ->> 'email' and l.revoked_at is not null
    )
  from jsonb_array_elements(p_people) person
  left join lateral (
    select h.* from app.hand_overs h
    where h.need_id = p_need_id and h.to_email = person ->> 'email' order by h.asked_at desc, h.id limit 1
  ) before on true
  order by person ->> 'email'
$$;

-- All are asked or, when one of them may not be, nobody is; who was asked and has not answered yet is not asked a second time.
create function app.hand_over_need(p_actor app.actor, p_people jsonb, p_note text, p_links jsonb) returns api.hand_over_need_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs;
  v_ask uuid := gen_random_uuid();
  v_person record;
  v_hand_over uuid;
  v_set uuid;
  v_used integer := 0;
begin
  if p_actor.need_id is null then return 'no_link'; end if;
  v_need := app.locked_need(p_actor);
  if not app.is_open(v_need.state) then return 'closed'; end if;
  if jsonb_array_length(p_people) > 5 then return 'too_many'; end if;
  if exists (select from app.people_to_ask(v_need.id, p_people) p where p.email = p_actor.email) then return 'to_yourself'; end if;
  if exists (select from app.people_to_ask(v_need.id, p_people) p where p.gone) then return 'person_gone'; end if;
  -- Who said no, or did not answer, is asked again only with a word about why.
  if p_note is null and exists (select from app.people_to_ask(v_need.id, p_people) p where p.hand_over_id is not null and not p.waits) then
    return 'say_why';
  end if;

  for v_person in select p.* from app.people_to_ask(v_need.id, p_people) p where not p.waits loop
    -- What came back unanswered is asked once more; what ended stays on record, and is asked anew.
    if v_person.came_back then
      update app.hand_overs set ask_id = v_ask, asked_at = now(), returned_at = null, note = p_note,
        from_email = p_actor.email, from_name = p_actor.name
      where id = v_person.hand_over_id returning id into v_hand_over;
    else
      insert into app.hand_overs (need_id, ask_id, from_email, from_name, to_role, to_email, to_name, note)
      values (v_need.id, v_ask, p_actor.email, p_actor.name, v_person.role, v_person.email, v_person.name, p_note)
      returning id into v_hand_over;
    end if;
    -- A coordinator has links already; those of somebody who declined end within the hour.
    select l.set_id into v_set from app.links l
    where l.need_id = v_need.id and l.person_email = v_person.email and l.person_role = v_person.role
      and l.expires_at > now() + interval '1 day' and l.revoked_at is null
    order by l.created_at desc, l.set_id limit 1;
    if v_set is null then
      v_set := app.mint_links(v_need.id, v_person.role, v_person.email, v_person.name, v_person.language, p_links, v_used);
      v_used := v_used + cardinality(app.purposes_of(v_person.role));
    end if;
    perform app.log_hand_over(p_actor, 'handed_over', v_hand_over);
    insert into app.outbox (letter, need_id, link_set, hand_over_id) values ('handover_asked', v_need.id, v_set, v_hand_over);
  end loop;
  if v_hand_over is null then return 'already_handed_over'; end if;
  perform app.tell_company(v_need, 'handed_over', null, v_hand_over);
  return 'handed_over';
end $$;

create function api.hand_over_need(p_token_hash text, p_people jsonb, p_note text, p_links jsonb) returns api.hand_over_need_outcome
language sql security definer
set search_path = ''
as $$ select app.hand_over_need(app.actor_of_link(p_token_hash, 'hand_over_need'), p_people, p_note, p_links) $$;

create function api.desk_hand_over_need(p_reference text, p_seen bigint, p_links jsonb, p_people jsonb, p_note text)
returns table (standing api.desk_standing, outcome api.hand_over_need_outcome)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_place app.desk_place := app.desk_actor(p_reference, p_seen, p_links -> 'own');
begin
  return query select v_place.standing,
    case when v_place.standing = 'current' then app.hand_over_need(v_place.actor, p_people, p_note, p_links -> 'people') end;
end $$;

comment on function api.hand_over_need is
  'Asks experts or other coordinators to take the need, mails them their links, and tells the company in one letter who they are. p_people: [{ role, email, name, language }].';
comment on function api.desk_hand_over_need is
  'hand_over_need for a coordinator at the desk, unless the need has changed since p_seen. p_links: { own, people }, links for the coordinator and for those who are asked.';
revoke execute on function api.hand_over_need, api.desk_hand_over_need from public, anon, authenticated, service_role;
grant execute on function api.hand_over_need to service_role;
grant execute on function api.desk_hand_over_need to authenticated;
