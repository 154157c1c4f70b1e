-- take-need: somebody becomes the owner of a need; the first one gets it. And the undo of it, until the company has heard of it.
create type api.take_need_outcome as enum ('taken', 'already_yours', 'taken_by_other', 'closed', 'no_link');
create type api.release_need_outcome as enum ('released', 'not_yours', 'too_late', 'closed', 'no_link');

-- The need of a link, locked until the transaction ends, so that two people on it come one after the other.
create function app.locked_need(p_link app.links) returns app.needs
language sql
set search_path = ''
as $$ select n from app.needs n where n.id = p_link.need_id for update $$;

-- Whether the person behind a link was asked to take the need and still may: from whoever has it, but not from another who
-- was asked as well and came first.
create function app.is_asked(p_link app.links, p_need app.needs) returns boolean
language sql stable
set search_path = ''
as $$
  select exists (
    select from app.hand_overs h
    where h.need_id = p_need.id and h.to_email = p_link.person_email and h.state = 'asked'
      and not exists (
        select from app.hand_overs other
        where other.need_id = p_need.id and other.to_email = p_need.owner_email and other.state = 'taken' and other.decided_at > h.asked_at
      )
  )
$$;

-- Makes the person behind a link the owner, whatever the need's state before: the one place where that happens.
create function app.make_owner(p_link app.links, p_need app.needs) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_state api.need_state := case when p_need.state = 'received' then 'claimed' else p_need.state end;
begin
  update app.needs set state = v_state, owner_email = p_link.person_email, owner_name = p_link.person_name where id = p_need.id;
  update app.hand_overs set state = 'taken', decided_at = now()
  where need_id = p_need.id and to_email = p_link.person_email and state = 'asked';
  perform app.log_event(p_link, case when found then 'hand_over_taken' else 'taken' end::api.event_kind, null, p_need.state, v_state);
end $$;

create function api.take_need(p_token_hash text) returns api.take_need_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_link app.links := app.living_link(p_token_hash);
  v_need app.needs;
begin
  if v_link.id is null or v_link.purpose <> 'take_need' then return 'no_link'; end if;
  v_need := app.locked_need(v_link);
  if not app.is_open(v_need.state) then return 'closed'; end if;
  if v_need.owner_email = v_link.person_email then return 'already_yours'; end if;
  -- Whom the need was handed over to may take it from its owner; nobody else may, and an expert takes nothing unasked.
  if (v_need.owner_email is not null or v_link.person_role = 'expert') and not app.is_asked(v_link, v_need) then
    return 'taken_by_other';
  end if;
  perform app.make_owner(v_link, v_need);
  return 'taken';
end $$;

create function api.release_need(p_token_hash text) returns api.release_need_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_link app.links := app.living_link(p_token_hash);
  v_need app.needs;
begin
  if v_link.id is null or v_link.purpose <> 'take_need' then return 'no_link'; end if;
  v_need := app.locked_need(v_link);
  if not app.is_open(v_need.state) then return 'closed'; end if;
  if v_need.owner_email is distinct from v_link.person_email then return 'not_yours'; end if;
  -- Once the company has heard of somebody, its need is handed over and not let go.
  if v_need.state <> 'claimed' or v_need.first_response_at is not null then return 'too_late'; end if;
  update app.needs set state = 'received', owner_email = null, owner_name = null where id = v_need.id;
  update app.hand_overs set state = 'asked', decided_at = null
  where need_id = v_need.id and to_email = v_link.person_email and state = 'taken';
  perform app.log_event(v_link, 'released', null, 'claimed', 'received');
  return 'released';
end $$;

comment on function api.take_need is 'Makes the person behind the link the owner of the need; the first one gets it, twice does no harm.';
comment on function api.release_need is 'Undoes take_need while the company has heard nothing yet.';
revoke execute on function api.take_need, api.release_need from public, anon, authenticated;
grant execute on function api.take_need, api.release_need to service_role;
