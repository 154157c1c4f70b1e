-- Who acts on a need: the person behind a letter's link, or a coordinator at the desk. The acts ask for no more than this.
create type app.actor as (
  need_id uuid, role api.person_role, email text, name text, link_id uuid, session_id uuid
);

-- The person behind a living link, if it is one for this purpose; a row of nulls otherwise.
create function app.actor_of_link(p_token_hash text, p_purpose api.link_purpose) returns app.actor
language sql stable
set search_path = ''
as $$
  select row(l.need_id, l.person_role, l.person_email, l.person_name, l.id, null)::app.actor
  from app.living_link(p_token_hash) l where l.purpose = p_purpose
$$;

-- Writes one line of the log for whoever acts.
create function app.log_act(
  p_actor app.actor, p_kind api.event_kind, p_message_id uuid default null,
  p_from api.need_state default null, p_to api.need_state default null
) returns void
language sql
set search_path = ''
as $$
  insert into app.events (need_id, kind, actor_role, actor_email, link_id, session_id, message_id, from_state, to_state)
  values (p_actor.need_id, p_kind, p_actor.role, p_actor.email, p_actor.link_id, p_actor.session_id, p_message_id, p_from, p_to)
$$;

-- The need, locked until the transaction ends, so that two people on it come one after the other.
create function app.locked_need(p_actor app.actor) returns app.needs
language sql
set search_path = ''
as $$ select n from app.needs n where n.id = p_actor.need_id for update $$;

-- Whether the actor was asked to take the need and still may: from whoever has it, but not from another who was asked as
-- well and came first.
create function app.is_asked(p_actor app.actor, p_need app.needs) returns boolean
language sql stable
set search_path = ''
as $$
  select exists (
    select from app.hand_overs h
    where h.need_id = p_need.id and h.to_email = p_actor.email and h.state = 'asked'
      and not exists (
        select from app.hand_overs other
        where other.need_id = p_need.id and other.to_email = p_need.owner_email and other.state = 'taken' and other.decided_at > h.asked_at
      )
  )
$$;

-- Makes the actor the owner, whatever the need's state before: the one place where that happens.
create function app.make_owner(p_actor app.actor, p_need app.needs) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_state api.need_state := case when p_need.state = 'received' then 'claimed' else p_need.state end;
begin
  update app.needs set state = v_state, owner_email = p_actor.email, owner_name = p_actor.name where id = p_need.id;
  update app.hand_overs set state = 'taken', decided_at = now()
  where need_id = p_need.id and to_email = p_actor.email and state = 'asked';
  perform app.log_act(p_actor, case when found then 'hand_over_taken' else 'taken' end::api.event_kind, null, p_need.state, v_state);
end $$;

-- Who speaks to the company first owns its matter, so that it has somebody to turn to.
create function app.own_if_free(p_actor app.actor, p_need app.needs) returns void
language plpgsql
set search_path = ''
as $$
begin
  if p_need.owner_email is null or app.is_asked(p_actor, p_need) then
    perform app.make_owner(p_actor, p_need);
  end if;
end $$;

-- The same words from the same person within an hour are one message: a double click, a reload, a retry. Two calls at
-- different times are two, whatever was noted of them.
create function app.said_before(
  p_actor app.actor, p_kind api.message_kind, p_body text, p_happened_at timestamptz default null
) returns boolean
language sql stable
set search_path = ''
as $$
  select exists (
    select from app.messages m
    where m.need_id = p_actor.need_id and m.kind = p_kind and m.author_email = p_actor.email
      and m.body = p_body and m.created_at > now() - interval '1 hour'
      and (p_happened_at is null or m.happened_at = p_happened_at)
  )
$$;

create function app.add_message(
  p_actor app.actor, p_kind api.message_kind, p_body text,
  p_channel api.contact_channel default null, p_happened_at timestamptz default now()
) returns uuid
language sql
set search_path = ''
as $$
  insert into app.messages (need_id, kind, author_role, author_email, author_name, body, channel, happened_at)
  values (p_actor.need_id, p_kind, p_actor.role, p_actor.email, p_actor.name, p_body, p_channel, p_happened_at)
  returning id
$$;

-- An expert who declined the need has no more to do with it: their page lives for an hour, to be read alone.
create function app.has_declined(p_actor app.actor) returns boolean
language sql stable
set search_path = ''
as $$
  select p_actor.role = 'expert' and exists (
    select from app.hand_overs h where h.need_id = p_actor.need_id and h.to_email = p_actor.email and h.state = 'declined'
  )
$$;
