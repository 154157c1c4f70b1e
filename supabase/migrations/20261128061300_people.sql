-- invite-colleague, join-company, end-invitation, set-role, end-membership: who belongs to a company.
create type api.invite_colleague_outcome as enum ('invited', 'already_invited', 'already_member', 'too_many', 'owners_only');
create type api.join_company_outcome as enum ('joined', 'already_member', 'gone');
create type api.end_invitation_outcome as enum ('ended', 'gone');
create type api.set_role_outcome as enum ('changed', 'unchanged', 'last_owner', 'owners_only', 'gone');
create type api.end_membership_outcome as enum ('left', 'removed', 'last_owner', 'owners_only', 'gone');

create function api.workspace_invite_colleague(p_company uuid, p_email text, p_role api.member_role, p_language api.language)
returns api.invite_colleague_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_me text := app.workspace_person();
  v_invitation uuid;
begin
  if not app.is_owner(p_company) then return 'owners_only'; end if;
  perform from app.companies c where c.id = p_company for update;
  if exists (select from app.members m where m.company_id = p_company and m.email = p_email and m.left_at is null) then
    return 'already_member';
  end if;
  if exists (select from app.member_invitations i where i.company_id = p_company and i.email = p_email and app.is_pending(i)) then
    return 'already_invited';
  end if;
  -- Each one is a letter to an address that somebody typed: ten in a day are a company's, more are somebody's mischief.
  if (select count(*) from app.member_invitations i where i.company_id = p_company and i.invited_at > now() - interval '1 day') >= 10 then
    return 'too_many';
  end if;
  insert into app.member_invitations (company_id, email, role, language, invited_by)
  values (p_company, p_email, p_role, p_language, v_me) returning id into v_invitation;
  insert into app.outbox (letter, invitation_id, to_email, language) values ('colleague_invited', v_invitation, p_email, p_language);
  perform app.log_in_company(p_company, 'colleague_invited', 'company', v_me, p_email);
  return 'invited';
end $$;

-- By the invited person alone, whose address the session has proved: whoever else got the letter cannot.
create function api.workspace_join_company(p_invitation uuid) returns api.join_company_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_me text := app.workspace_person();
  v_invitation app.member_invitations;
begin
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

-- An owner takes it back, or the invited person says no.
create function api.workspace_end_invitation(p_invitation uuid) returns api.end_invitation_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_me text := app.workspace_person();
  v_invitation app.member_invitations;
begin
  select i.* into v_invitation from app.member_invitations i
  where i.id = p_invitation and (i.email = v_me or app.is_owner(i.company_id)) for update;
  if v_invitation.id is null or not app.is_pending(v_invitation) then return 'gone'; end if;
  update app.member_invitations set ended_at = now() where id = v_invitation.id;
  perform app.log_in_company(v_invitation.company_id, 'invitation_ended', 'company', v_me, v_invitation.email);
  return 'ended';
end $$;

create function api.workspace_set_role(p_company uuid, p_email text, p_role api.member_role) returns api.set_role_outcome
language plpgsql security definer
set search_path = ''
as $$
begin
  if not app.is_owner(p_company) then return 'owners_only'; end if;
  if not exists (select from app.members m where m.company_id = p_company and m.email = p_email and m.left_at is null) then return 'gone'; end if;
  update app.members set role = p_role where company_id = p_company and email = p_email and left_at is null and role <> p_role;
  if not found then return 'unchanged'; end if;
  perform app.log_in_company(p_company, 'role_changed', 'company', app.workspace_person(), p_email || ' ' || p_role);
  return 'changed';
exception
  when sqlstate 'MOWNR' then return 'last_owner';
end $$;

-- Oneself, or as an owner another.
create function api.workspace_end_membership(p_company uuid, p_email text) returns api.end_membership_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_me text := app.workspace_person();
  v_self boolean := coalesce(p_email = v_me, false);
begin
  if not app.is_member(p_company) then return 'gone'; end if;
  if not v_self and not app.is_owner(p_company) then return 'owners_only'; end if;
  update app.members set left_at = now() where company_id = p_company and email = p_email and left_at is null;
  if not found then return 'gone'; end if;
  perform app.log_in_company(p_company, case when v_self then 'member_left' else 'member_removed' end::api.company_event_kind,
    'company', v_me, p_email);
  return case when v_self then 'left' else 'removed' end::api.end_membership_outcome;
exception
  when sqlstate 'MOWNR' then return 'last_owner';
end $$;

comment on function api.workspace_invite_colleague is 'An owner asks a colleague into the company, by a letter to an address that must then be proved.';
comment on function api.workspace_join_company is 'The invited person joins the company.';
comment on function api.workspace_end_invitation is 'An owner takes an invitation back, or the invited person declines it.';
comment on function api.workspace_set_role is 'An owner makes one of the company an owner or a member; the last owner stays one.';
comment on function api.workspace_end_membership is 'One of the company leaves, or an owner ends another''s membership; the last owner cannot leave.';
revoke execute on function api.workspace_invite_colleague, api.workspace_join_company, api.workspace_end_invitation, api.workspace_set_role,
  api.workspace_end_membership from public, anon, authenticated, service_role;
grant execute on function api.workspace_invite_colleague, api.workspace_join_company, api.workspace_end_invitation, api.workspace_set_role,
  api.workspace_end_membership to authenticated;
