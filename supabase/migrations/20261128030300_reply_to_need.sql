-- reply-to-need, once for whoever brings the company's words: its link, or its mail.
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

create or replace function api.reply_to_need(p_token_hash text, p_body text) returns api.say_outcome
language sql security definer
set search_path = ''
as $$ select app.reply_to_need(app.actor_of_link(p_token_hash, 'reply_to_need'), p_body) $$;
