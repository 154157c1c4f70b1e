-- correct-profile, invite-colleague, share: who waited for the company's row asks again whether it, and her place in it, is still there.
create or replace function api.workspace_correct_profile(p_company uuid, p_values jsonb) returns api.correct_profile_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_me text := app.workspace_person();
  v_fields api.profile_field[];
begin
  if not app.is_member(p_company) then return 'no_company'; end if;
  -- One at a time for a company, so that two windows make one history.
  perform from app.companies c where c.id = p_company for update;
  if not app.is_member(p_company) then return 'no_company'; end if;

  select coalesce(array_agg(told.key::api.profile_field order by told.key), '{}') into v_fields
  from jsonb_each_text(p_values) told
  where told.value is distinct from app.fact_of(
    p_company, case when told.key not in ('company_name', 'business_id') then v_me end, told.key::api.profile_field);
  if cardinality(v_fields) = 0 then return 'unchanged'; end if;

  -- The number says whose workspace this is, and whose needs come to it.
  if 'business_id' = any (v_fields) then
    if not app.is_owner(p_company) then return 'owners_only'; end if;
    if exists (select from app.companies c where c.business_id = p_values ->> 'business_id' and c.id <> p_company) then return 'id_taken'; end if;
    update app.companies set business_id = p_values ->> 'business_id' where id = p_company;
  end if;

  insert into app.profile_facts (company_id, field, person_email, value, source, told_by)
  select p_company, field, case when field not in ('company_name', 'business_id') then v_me end, p_values ->> field::text, 'workspace', v_me
  from unnest(v_fields) field;
  perform app.log_in_company(p_company, 'corrected', 'company', v_me, array_to_string(v_fields, ' '));
  return 'corrected';
exception
  -- Two companies that take the same number at the same moment.
  when unique_violation then return 'id_taken';
end $$;

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

create or replace function api.workspace_share(
  p_company uuid, p_email text, p_name text, p_organisation text, p_language api.language, p_purpose text, p_parts api.consent_part[],
  p_references text[], p_may_comment boolean, p_days integer, p_text_version text, p_text_language api.language, p_links jsonb
) returns table (outcome api.share_outcome, consent uuid)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_given app.consents;
  v_parts api.consent_part[] := array(select distinct unnest(p_parts) order by 1);
  v_needs uuid[];
begin
  if not app.is_owner(p_company) then return query select 'owners_only'::api.share_outcome, null::uuid; return; end if;
  -- Two who share at once come one after the other: the second sees what the first did.
  perform from app.companies c where c.id = p_company for update;
  if not app.is_owner(p_company) then return query select 'owners_only'::api.share_outcome, null::uuid; return; end if;
  if not app.is_consent_time(p_days) then return query select 'bad_end'::api.share_outcome, null::uuid; return; end if;
  v_needs := case when 'needs' = any (v_parts) then
    array(select n.id from app.needs n where n.company_id = p_company and n.reference = any (p_references) order by n.id) else '{}' end;
  if 'needs' = any (v_parts) and (v_needs = '{}' or cardinality(v_needs) <> (select count(distinct r) from unnest(p_references) r)) then
    return query select 'not_your_need'::api.share_outcome, null::uuid; return;
  end if;
  outcome := app.cannot_share(p_company, p_email, v_parts, v_needs, p_may_comment)::api.share_outcome;
  if outcome is not null then return next; return; end if;
  v_given.company_id := p_company;
  v_given.grantee_email := p_email;
  v_given.grantee_name := p_name;
  v_given.grantee_organisation := p_organisation;
  v_given.language := p_language;
  v_given.purpose := p_purpose;
  v_given.parts := v_parts;
  v_given.may_comment := p_may_comment;
  v_given.text_version := p_text_version;
  v_given.text_language := p_text_language;
  v_given.given_by := app.workspace_person();
  v_given.ends_on := app.helsinki_day(now()) + p_days;
  v_given := app.give_consent(v_given, v_needs, 'form', p_links);
  return query select 'shared'::api.share_outcome, v_given.id;
end $$;
