-- share, invite-colleague: a person with several companies had ten letters a day to typed addresses in each; a company is made by a need.
create index member_invitations_by_inviter on app.member_invitations (invited_by, invited_at);

create or replace function api.workspace_invite_colleague(p_company uuid, p_email text, p_role api.member_role, p_language api.language)
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
  if not app.is_owner(p_company) then return 'owners_only'; end if;
  if exists (select from app.members m where m.company_id = p_company and m.email = p_email and m.left_at is null) then
    return 'already_member';
  end if;
  if exists (select from app.member_invitations i where i.company_id = p_company and i.email = p_email and app.is_pending(i)) then
    return 'already_invited';
  end if;
  -- Each one is a letter to an address that somebody typed: ten in a day are a company's, and a person's who has several; more are
  -- somebody's mischief.
  perform pg_advisory_xact_lock(hashtextextended(v_me, 17));
  if 10 <= greatest(
    (select count(*) from app.member_invitations i where i.company_id = p_company and i.invited_at > now() - interval '1 day'),
    (select count(*) from app.member_invitations i where i.invited_by = v_me and i.invited_at > now() - interval '1 day')
  ) then
    return 'too_many';
  end if;
  insert into app.member_invitations (company_id, email, role, language, invited_by)
  values (p_company, p_email, p_role, p_language, v_me) returning id into v_invitation;
  insert into app.outbox (letter, invitation_id, to_email, language) values ('colleague_invited', v_invitation, p_email, p_language);
  perform app.log_in_company(p_company, 'colleague_invited', 'company', v_me, p_email);
  return 'invited';
end $$;

-- Why it cannot be shared; asked with the company's row held. Two companies of one person come one after the other by the lock.
create or replace function app.cannot_share(p_company uuid, p_email text, p_parts api.consent_part[], p_needs uuid[], p_may_comment boolean)
returns text
language sql volatile
set search_path = ''
as $$
  select pg_advisory_xact_lock(hashtextextended(app.workspace_person(), 17));
  select case
    when exists (select from app.members m where m.company_id = p_company and m.email = p_email and m.left_at is null) then 'own_member'
    when exists (
      select from app.consents c
      -- Also one that was given a moment ago by a transaction that began after this one.
      where c.company_id = p_company and c.grantee_email = p_email and c.withdrawn_at is null and now() < c.ends_at
        and c.parts @> p_parts and c.parts <@ p_parts and c.may_comment = p_may_comment
        and array(select s.need_id from app.consent_needs s where s.consent_id = c.id order by 1) = array(select unnest(p_needs) order by 1)
    ) then 'already_shared'
    when 10 <= greatest(
      (select count(*) from app.consents c where c.company_id = p_company and c.given_at > now() - interval '1 day'),
      (select count(*) from app.consents c where c.given_by = app.workspace_person() and c.given_at > now() - interval '1 day')
    ) then 'too_many'
  end
$$;
