-- Who was removed from a company, or left it, sees nothing of it any more: an invitation that still waited let her in again, as an
-- owner even, and a consent from before she was one of the company went on.
create function app.tg_members__is_out() returns trigger
language plpgsql
set search_path = ''
as $$
declare
  v_by text := coalesce(app.workspace_person(), new.email);
  v_consent app.consents;
begin
  -- Whom an owner invited who was then removed, the company invites anew if it wants to; whom one invited who left by herself, stays invited.
  update app.member_invitations i set ended_at = now()
  where i.company_id = new.company_id and app.is_pending(i) and (i.email = new.email or (i.invited_by = new.email and v_by <> new.email));
  for v_consent in
    select c.* from app.consents c where c.company_id = new.company_id and c.grantee_email = new.email and app.is_in_force(c) order by c.id
  loop
    perform app.withdraw_consent(v_consent, v_by, 'button');
  end loop;
  return null;
end $$;

create trigger _300_is_out after update of left_at on app.members
for each row when (old.left_at is null and new.left_at is not null) execute function app.tg_members__is_out();

-- By the invited person alone, whose address the session has proved: whoever else got the letter cannot. The company before its
-- claims, as where a claim is settled: whom an owner lets in at the same moment is in once.
create or replace function api.workspace_join_company(p_invitation uuid) returns api.join_company_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_me text := app.workspace_person();
  v_invitation app.member_invitations;
begin
  perform from app.companies c
  where c.id = (select i.company_id from app.member_invitations i where i.id = p_invitation and i.email = v_me) for update;
  select i.* into v_invitation from app.member_invitations i where i.id = p_invitation and i.email = v_me for update;
  if v_invitation.id is null then return 'gone'; end if;
  if exists (select from app.members m where m.company_id = v_invitation.company_id and m.email = v_me and m.left_at is null) then
    return 'already_member';
  end if;
  if not app.is_pending(v_invitation) then return 'gone'; end if;
  insert into app.members (company_id, email, role, invited_by)
  values (v_invitation.company_id, v_me, v_invitation.role, v_invitation.invited_by);
  update app.member_invitations set accepted_at = now() where id = v_invitation.id;
  -- Who waited for an answer has one now.
  update app.claims set state = 'let_in', settled_at = now(), settled_role = 'company', settled_by = v_invitation.invited_by
  where company_id = v_invitation.company_id and email = v_me and state = 'asked';
  perform app.log_in_company(v_invitation.company_id, 'member_joined', 'company', v_me, v_me);
  perform app.attach_needs(v_me);
  return 'joined';
end $$;
