-- What a company does with its need, each once, for whoever acts: behind a letter's link, or signed in at the workspace.
create function app.reply_to_need(p_actor app.actor, p_body text) returns api.say_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs;
  v_message uuid;
begin
  if p_actor.need_id is null then return 'no_link'; end if;
  v_need := app.locked_need(p_actor);
  if not app.is_open(v_need.state) then return 'closed'; end if;
  if app.said_before(p_actor, 'reply', p_body) then return 'already_said'; end if;
  v_message := app.add_message(p_actor, 'reply', p_body);
  perform app.log_act(p_actor, 'replied', v_message);
  perform app.tell_owner(v_need, 'reply_received', v_message);
  return 'said';
end $$;

create function app.withdraw_need(p_actor app.actor) returns api.withdraw_need_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs;
begin
  if p_actor.need_id is null then return 'no_link'; end if;
  v_need := app.locked_need(p_actor);
  if v_need.state = 'withdrawn' then return 'already_withdrawn'; end if;
  if not app.is_open(v_need.state) then return 'closed'; end if;
  -- Withdrawn in time, the promise was neither kept nor broken; withdrawn after it, the silence stays on record.
  update app.needs set state = 'withdrawn', promise_kept = case when first_response_at is null and now() > due_at then false else promise_kept end
  where id = v_need.id;
  perform app.log_act(p_actor, 'withdrawn', null, v_need.state, 'withdrawn');
  perform app.tell_owner(v_need, 'withdrawn');
  perform app.end_links(v_need.id, array['coordinator', 'expert']::api.person_role[], interval '1 day');
  return 'withdrawn';
end $$;

create function app.restore_need(p_actor app.actor) returns api.restore_need_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs;
  v_back api.need_state;
begin
  if p_actor.need_id is null then return 'no_link'; end if;
  v_need := app.locked_need(p_actor);
  if v_need.state <> 'withdrawn' then return 'not_withdrawn'; end if;
  -- Once to and fro is a change of mind; each time more is mail for those who handle it.
  if v_need.closed_at < now() - interval '1 day'
     or (select count(*) from app.events e where e.need_id = v_need.id and e.kind = 'restored') >= 3 then return 'too_late'; end if;
  v_back := case when v_need.owner_email is null then 'received' else 'claimed' end;
  update app.needs set state = v_back where id = v_need.id;
  update app.links set expires_at = created_at + interval '180 days' where need_id = v_need.id and revoked_at is null
    and not (person_role = 'expert' and app.is_out(v_need.id, person_email));
  perform app.log_act(p_actor, 'restored', null, 'withdrawn', v_back);
  -- They were told that it is gone, or a letter of it was dropped: the clock still runs, so they hear of it as of a new one.
  perform app.tell_owner(v_need, 'new_need');
  return 'restored';
end $$;

create or replace function api.reply_to_need(p_token_hash text, p_body text) returns api.say_outcome
language sql security definer
set search_path = ''
as $$ select app.reply_to_need(app.actor_of_link(p_token_hash, 'reply_to_need'), p_body) $$;

create or replace function api.withdraw_need(p_token_hash text) returns api.withdraw_need_outcome
language sql security definer
set search_path = ''
as $$ select app.withdraw_need(app.actor_of_link(p_token_hash, 'see_need')) $$;

create or replace function api.restore_need(p_token_hash text) returns api.restore_need_outcome
language sql security definer
set search_path = ''
as $$ select app.restore_need(app.actor_of_link(p_token_hash, 'see_need')) $$;

-- The caller as one of the company whose need it is; a row of nulls for anybody else.
create function app.workspace_actor(p_need_id uuid) returns app.actor
language sql stable
set search_path = ''
as $$
  select row(n.id, 'company', me.email, app.fact_of(n.company_id, me.email, 'contact_name'), null, (auth.jwt() ->> 'session_id')::uuid)::app.actor
  from app.needs n, (select app.workspace_person() as email) me
  where n.id = p_need_id and app.is_member(n.company_id)
$$;

create function app.need_called(p_reference text) returns uuid
language sql stable
set search_path = ''
as $$ select n.id from app.needs n where n.reference = p_reference $$;

-- As behind a link, what is said about a need that was joined belongs to the one in which it goes on.
create function api.workspace_reply(p_reference text, p_body text) returns api.say_outcome
language sql security definer
set search_path = ''
as $$ select app.reply_to_need(app.workspace_actor(app.goes_on_in(app.need_called(p_reference))), p_body) $$;

create function api.workspace_withdraw(p_reference text) returns api.withdraw_need_outcome
language sql security definer
set search_path = ''
as $$ select app.withdraw_need(app.workspace_actor(app.need_called(p_reference))) $$;

create function api.workspace_restore(p_reference text) returns api.restore_need_outcome
language sql security definer
set search_path = ''
as $$ select app.restore_need(app.workspace_actor(app.need_called(p_reference))) $$;

-- Right after a need was sent from the form of somebody who is signed in: it comes to the company that the form was about. The
-- hash is that of the status link, which the sender alone has at that moment.
create type api.attach_need_outcome as enum ('attached', 'not_attached');

create function api.workspace_attach_need(p_token_hash text, p_company uuid) returns api.attach_need_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_need app.needs;
begin
  select n.* into v_need from app.living_link(p_token_hash) l join app.needs n on n.id = l.need_id
  where l.purpose = 'see_need' and l.person_role = 'company' and n.company_id is null and n.received_at > now() - interval '10 minutes'
    and app.is_member(p_company)
    and n.business_id is not distinct from (select c.business_id from app.companies c where c.id = p_company)
  for update of n;
  if v_need.id is null then return 'not_attached'; end if;
  perform app.attach_need(v_need, p_company, app.workspace_person());
  return 'attached';
end $$;

comment on function api.workspace_reply is 'reply_to_need for one of the company whose need it is.';
comment on function api.workspace_withdraw is 'withdraw_need for one of the company whose need it is.';
comment on function api.workspace_restore is 'restore_need for one of the company whose need it is.';
comment on function api.workspace_attach_need is 'Brings a need that the caller has just sent to the company that its form was about.';
revoke execute on function api.workspace_reply, api.workspace_withdraw, api.workspace_restore, api.workspace_attach_need
from public, anon, authenticated, service_role;
grant execute on function api.workspace_reply, api.workspace_withdraw, api.workspace_restore, api.workspace_attach_need to authenticated;
