-- Letters about a need follow whoever acts for its owner now.

-- Queues a letter to whoever acts for the owner of a need; to every coordinator while nobody owns it, or when the one who
-- acts has no links for it (was listed after it came in): better too many than nobody. Who has left hears of nothing.
create or replace function app.tell_owner(p_need app.needs, p_letter api.letter_kind, p_message_id uuid default null) returns void
language sql
set search_path = ''
as $$
  with known as (
    select l.person_email, l.person_role, (array_agg(l.set_id order by l.created_at desc, l.set_id))[1] as link_set
    from app.links l
    where l.need_id = p_need.id and l.person_role in ('coordinator', 'expert') and l.revoked_at is null
      and not exists (select from app.coordinators c where c.email = l.person_email and c.left_at is not null and l.person_role = 'coordinator')
    group by l.person_email, l.person_role
  ), acting as (
    select app.acting_owner(p_need.owner_email) as email
  )
  insert into app.outbox (letter, need_id, link_set, message_id)
  select p_letter, p_need.id, k.link_set, p_message_id
  from known k cross join acting
  where case
    when exists (select from known o where o.person_email = acting.email) then k.person_email = acting.email
    else k.person_role = 'coordinator'
  end
$$;

-- Whether a need is the actor's to handle: as its owner, or in the place of an owner who is away.
create function app.handles(p_actor app.actor, p_need app.needs) returns boolean
language sql stable
set search_path = ''
as $$ select p_need.owner_email is not null and p_actor.email in (p_need.owner_email, app.acting_owner(p_need.owner_email)) $$;

create or replace function app.take_need(p_actor app.actor) returns api.take_need_outcome
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
  -- From its owner a need goes to whom it was handed over, or to the stand-in who means to keep it; an expert takes nothing
  -- unasked.
  if (v_need.owner_email is not null or p_actor.role = 'expert') and not app.is_asked(p_actor, v_need)
     and not app.handles(p_actor, v_need) then
    return 'taken_by_other';
  end if;
  perform app.make_owner(p_actor, v_need);
  return 'taken';
end $$;

create or replace function app.decline_need(p_actor app.actor, p_reason text) returns api.say_outcome
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
  if v_need.owner_email is not null and not app.handles(p_actor, v_need) then
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
