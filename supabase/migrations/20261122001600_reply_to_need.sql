-- reply-to-need, withdraw-need: what the company does with its own need after sending it.
create type api.withdraw_need_outcome as enum ('withdrawn', 'already_withdrawn', 'closed', 'no_link');
create type api.restore_need_outcome as enum ('restored', 'not_withdrawn', 'too_late', 'no_link');

create function api.reply_to_need(p_token_hash text, p_body text) returns api.say_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_link app.links := app.living_link(p_token_hash);
  v_need app.needs;
  v_message uuid;
begin
  if v_link.id is null or v_link.purpose <> 'reply_to_need' then return 'no_link'; end if;
  v_need := app.locked_need(v_link);
  if not app.is_open(v_need.state) then return 'closed'; end if;
  if app.said_before(v_link, 'reply', p_body) then return 'already_said'; end if;
  v_message := app.add_message(v_link, 'reply', p_body);
  perform app.log_event(v_link, 'replied', v_message);
  perform app.tell_owner(v_need, 'reply_received', v_message);
  return 'said';
end $$;

create function api.withdraw_need(p_token_hash text) returns api.withdraw_need_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_link app.links := app.living_link(p_token_hash);
  v_need app.needs;
begin
  if v_link.id is null or v_link.purpose <> 'see_need' then return 'no_link'; end if;
  v_need := app.locked_need(v_link);
  if v_need.state = 'withdrawn' then return 'already_withdrawn'; end if;
  if not app.is_open(v_need.state) then return 'closed'; end if;
  -- Withdrawn in time, the promise was neither kept nor broken; withdrawn after it, the silence stays on record.
  update app.needs set state = 'withdrawn', promise_kept = case when first_response_at is null and now() > due_at then false else promise_kept end
  where id = v_need.id;
  perform app.log_event(v_link, 'withdrawn', null, v_need.state, 'withdrawn');
  perform app.tell_owner(v_need, 'withdrawn');
  perform app.end_links(v_need.id, array['coordinator', 'expert']::api.person_role[], interval '1 day');
  return 'withdrawn';
end $$;

create function api.restore_need(p_token_hash text) returns api.restore_need_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_link app.links := app.living_link(p_token_hash);
  v_need app.needs;
  v_back api.need_state;
begin
  if v_link.id is null or v_link.purpose <> 'see_need' then return 'no_link'; end if;
  v_need := app.locked_need(v_link);
  if v_need.state <> 'withdrawn' then return 'not_withdrawn'; end if;
  -- Once to and fro is a change of mind; each time more is mail for those who handle it.
  if v_need.closed_at < now() - interval '1 day'
     or (select count(*) from app.events e where e.need_id = v_need.id and e.kind = 'restored') >= 3 then return 'too_late'; end if;
  v_back := case when v_need.owner_email is null then 'received' else 'claimed' end;
  update app.needs set state = v_back where id = v_need.id;
  update app.links set expires_at = created_at + interval '180 days' where need_id = v_need.id and revoked_at is null
    and person_email not in (select h.to_email from app.hand_overs h where h.need_id = v_need.id and h.state = 'declined');
  perform app.log_event(v_link, 'restored', null, 'withdrawn', v_back);
  -- They were told that it is gone, or a letter of it was dropped: the clock still runs, so they hear of it as of a new one.
  perform app.tell_owner(v_need, 'new_need');
  return 'restored';
end $$;

comment on function api.reply_to_need is 'Sends the company''s reply to the owner of its need, or to every coordinator while nobody owns it.';
comment on function api.withdraw_need is 'The company takes its need back; those who handle it are told.';
comment on function api.restore_need is 'Undoes withdraw_need within a day.';
revoke execute on function api.reply_to_need, api.withdraw_need, api.restore_need from public, anon, authenticated;
grant execute on function api.reply_to_need, api.withdraw_need, api.restore_need to service_role;
