-- comment: an adviser says something about a shared need. It stands in the thread, is told to the company and to whoever handles the
-- need, and is no answer: it stops no clock and takes nobody's turn.
create type api.comment_outcome as enum (
  'said', 'already_said', 'withdrawn', 'expired', 'read_only', 'closed', 'too_many', 'not_shared'
);

create function api.workspace_comment(p_consent uuid, p_reference text, p_body text) returns api.comment_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_consent app.consents;
  v_need app.needs;
  v_goes_on app.needs;
  v_actor app.actor;
  v_message uuid;
begin
  -- Locked: whoever takes the consent back in the same moment comes before or after, never in between.
  select c.* into v_consent from app.consents c where c.id = p_consent and c.grantee_email = app.workspace_person() for update;
  if v_consent.id is null then return 'not_shared'; end if;
  if not app.is_in_force(v_consent) then return app.standing_of(v_consent)::text; end if;
  select n.* into v_need from app.consent_needs s join app.needs n on n.id = s.need_id
  where s.consent_id = v_consent.id and n.reference = p_reference;
  if v_need.id is null then return 'not_shared'; end if;
  if not v_consent.may_comment then return 'read_only'; end if;
  v_actor := row(v_need.id, 'adviser', v_consent.grantee_email,
    concat_ws(', ', v_consent.grantee_name, v_consent.grantee_organisation), null, (auth.jwt() ->> 'session_id')::uuid)::app.actor;
  -- What was joined goes on in another need, whose people are told.
  select n.* into v_goes_on from app.needs n where n.id = app.goes_on_in(v_need.id) for update;
  if not app.is_open(v_goes_on.state) then return 'closed'; end if;
  if app.said_before(v_actor, 'comment', p_body) then return 'already_said'; end if;
  -- Each is a letter to the company and to whoever handles the need: thirty in a day are a conversation, more are mischief.
  if (select count(*) from app.messages m
      where m.need_id = v_need.id and m.kind = 'comment' and m.author_email = v_consent.grantee_email and m.created_at > now() - interval '1 day') >= 30 then
    return 'too_many';
  end if;
  v_message := app.add_message(v_actor, 'comment', p_body);
  perform app.log_act(v_actor, 'commented', v_message);
  perform app.tell_company(v_goes_on, 'comment', v_message);
  perform app.tell_owner(v_goes_on, 'comment_received', v_message);
  return 'said';
end $$;

comment on function api.workspace_comment is 'An adviser comments on a need that a consent in force shares for it.';
revoke execute on function api.workspace_comment from public, anon, authenticated, service_role;
grant execute on function api.workspace_comment to authenticated;
