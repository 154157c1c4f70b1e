-- share, correct-grantee, extend-consent, withdraw-consent: what the company does with what it shares.
create type api.share_outcome as enum (
  'shared', 'already_shared', 'own_member', 'owners_only', 'not_your_need', 'bad_end', 'too_many'
);
create type api.correct_grantee_outcome as enum (
  'corrected', 'unchanged', 'already_used', 'already_shared', 'own_member', 'over', 'owners_only', 'too_many'
);
create type api.extend_consent_outcome as enum ('extended', 'unchanged', 'over', 'owners_only', 'bad_end');
create type api.withdraw_consent_outcome as enum ('withdrawn', 'already_withdrawn', 'expired', 'no_link');

-- For how long somebody may be let in: never without end.
create function app.is_consent_time(p_days integer) returns boolean
language sql immutable parallel safe
set search_path = ''
as $$ select coalesce(p_days in (30, 90, 180), false) $$;

create function app.log_consent(p_consent app.consents, p_kind api.consent_event_kind, p_way api.consent_way, p_by text) returns void
language sql
set search_path = ''
as $$
  insert into app.consent_events (consent_id, kind, way, by_email, ends_on) values (p_consent.id, p_kind, p_way, p_by, p_consent.ends_on)
$$;

-- Whatever stands in the way of letting somebody in, or null. Each invitation is a letter to an address that somebody typed: ten in
-- a day are a company's, more are somebody's mischief.
create function app.cannot_share(p_company uuid, p_email text, p_parts api.consent_part[], p_needs uuid[], p_may_comment boolean)
returns text
language sql stable
set search_path = ''
as $$
  select case
    when exists (select from app.members m where m.company_id = p_company and m.email = p_email and m.left_at is null) then 'own_member'
    when exists (
      select from app.consents c
      -- Also one that was given a moment ago by a transaction that began after this one.
      where c.company_id = p_company and c.grantee_email = p_email and c.withdrawn_at is null and now() < c.ends_at
        and c.parts @> p_parts and c.parts <@ p_parts and c.may_comment = p_may_comment
        and array(select s.need_id from app.consent_needs s where s.consent_id = c.id order by 1) = array(select unnest(p_needs) order by 1)
    ) then 'already_shared'
    when (select count(*) from app.consents c where c.company_id = p_company and c.given_at > now() - interval '1 day') >= 10 then 'too_many'
  end
$$;

-- Records a consent that is given now, invites the grantee and gives the giver the receipt.
create function app.give_consent(p_consent app.consents, p_needs uuid[], p_way api.consent_way, p_links jsonb) returns app.consents
language plpgsql
set search_path = ''
as $$
declare
  v_consent app.consents;
begin
  insert into app.consents (
    company_id, grantee_email, grantee_name, grantee_organisation, language, purpose, parts, may_comment, text_version, text_language,
    given_by, given_by_name, ends_on, replaces
  ) values (
    p_consent.company_id, p_consent.grantee_email, p_consent.grantee_name, p_consent.grantee_organisation, p_consent.language,
    p_consent.purpose, p_consent.parts, p_consent.may_comment, p_consent.text_version, p_consent.text_language,
    p_consent.given_by, app.fact_of(p_consent.company_id, p_consent.given_by, 'contact_name'), p_consent.ends_on, p_consent.replaces
  ) returning * into v_consent;
  insert into app.consent_needs (consent_id, need_id) select v_consent.id, need_id from unnest(p_needs) as named (need_id);
  perform app.log_consent(v_consent, 'given', p_way, v_consent.given_by);
  perform app.tell_adviser(v_consent, 'adviser_invited');
  perform app.tell_of_consent(v_consent, 'consent_given', v_consent.given_by, app.consent_link(v_consent, v_consent.given_by, p_links -> 0));
  return v_consent;
end $$;

create function api.workspace_share(
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

-- Takes a consent back, whoever asked: it acts at the next question that anybody's session asks.
create function app.withdraw_consent(p_consent app.consents, p_by text, p_way api.consent_way) returns api.withdraw_consent_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_consent app.consents;
begin
  select c.* into v_consent from app.consents c where c.id = p_consent.id for update;
  if v_consent.withdrawn_at is not null then return 'already_withdrawn'; end if;
  if not app.is_in_force(v_consent) then return 'expired'; end if;
  update app.consents set withdrawn_at = now(), withdrawn_by = p_by where id = v_consent.id returning * into v_consent;
  perform app.log_consent(v_consent, 'withdrawn', p_way, p_by);
  -- A corrected address is told nothing: nobody there ever saw anything.
  if p_way <> 'correction' then
    perform app.tell_adviser(v_consent, 'adviser_ended');
    perform app.tell_of_consent(v_consent, 'consent_over', heard.email, v_consent.id) from app.hear_of_consent(v_consent) as heard (email);
  end if;
  return 'withdrawn';
end $$;

create function api.workspace_withdraw_consent(p_consent uuid) returns api.withdraw_consent_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_consent app.consents;
begin
  select c.* into v_consent from app.consents c where c.id = p_consent and app.may_withdraw(c, app.workspace_person());
  if v_consent.id is null then return 'no_link'; end if;
  return app.withdraw_consent(v_consent, app.workspace_person(), 'button');
end $$;

-- Behind the link of a letter, for whom it was made and who may still do it.
create function app.consent_of_link(p_link app.links) returns app.consents
language sql stable
set search_path = ''
as $$
  select c from app.consents c
  where c.id = p_link.consent_id and p_link.purpose = 'withdraw_consent' and app.may_withdraw(c, p_link.person_email)
$$;

create function api.withdraw_consent(p_token_hash text) returns api.withdraw_consent_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_link app.links := app.living_link(p_token_hash);
  v_consent app.consents := app.consent_of_link(v_link);
begin
  if v_consent.id is null then return 'no_link'; end if;
  return app.withdraw_consent(v_consent, v_link.person_email, 'letter');
end $$;

create function api.consent_behind_link(p_token_hash text) returns table (consent jsonb)
language sql stable security definer
set search_path = ''
as $$
  select app.consent_called(c) from app.consent_of_link(app.living_link(p_token_hash)) c where c.id is not null
$$;

-- Until the grantee has seen something the address can be put right: the consent to the wrong one ends, and the same is given anew.
create function api.workspace_correct_grantee(p_consent uuid, p_email text, p_links jsonb)
returns table (outcome api.correct_grantee_outcome, consent uuid)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_consent app.consents;
  v_needs uuid[];
begin
  select c.* into v_consent from app.consents c where c.id = p_consent and app.is_owner(c.company_id);
  if v_consent.id is null then return query select 'owners_only'::api.correct_grantee_outcome, null::uuid; return; end if;
  perform from app.companies c where c.id = v_consent.company_id for update;
  select c.* into v_consent from app.consents c where c.id = p_consent for update;
  consent := v_consent.id;
  if not app.is_in_force(v_consent) then outcome := 'over'; return next; return; end if;
  if v_consent.grantee_email = p_email then outcome := 'unchanged'; return next; return; end if;
  if v_consent.first_used_at is not null then outcome := 'already_used'; return next; return; end if;
  v_needs := array(select s.need_id from app.consent_needs s where s.consent_id = v_consent.id);
  outcome := app.cannot_share(v_consent.company_id, p_email, v_consent.parts, v_needs, v_consent.may_comment)::api.correct_grantee_outcome;
  if outcome is not null then return next; return; end if;
  perform app.withdraw_consent(v_consent, app.workspace_person(), 'correction');
  v_consent.replaces := v_consent.id;
  v_consent.grantee_email := p_email;
  v_consent.given_by := app.workspace_person();
  v_consent := app.give_consent(v_consent, v_needs, 'correction', p_links);
  return query select 'corrected'::api.correct_grantee_outcome, v_consent.id;
end $$;

-- So many days from today. Pressed twice on one day it is once.
create function api.workspace_extend_consent(p_consent uuid, p_days integer, p_links jsonb) returns api.extend_consent_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_me text := app.workspace_person();
  v_consent app.consents;
  v_end date := app.helsinki_day(now()) + p_days;
begin
  select c.* into v_consent from app.consents c where c.id = p_consent and app.is_owner(c.company_id) for update;
  if v_consent.id is null then return 'owners_only'; end if;
  if not app.is_consent_time(p_days) then return 'bad_end'; end if;
  if not app.is_in_force(v_consent) then return 'over'; end if;
  if v_consent.ends_on = v_end then return 'unchanged'; end if;
  update app.consents set ends_on = v_end, agreed_at = now() where id = v_consent.id returning * into v_consent;
  -- Everybody's links live as long as what they take back.
  update app.links set expires_at = v_consent.ends_at + interval '30 days' where consent_id = v_consent.id and revoked_at is null;
  perform app.log_consent(v_consent, 'renewed', 'button', v_me);
  perform app.tell_adviser(v_consent, 'adviser_extended');
  perform app.tell_of_consent(v_consent, 'consent_given', v_me, app.consent_link(v_consent, v_me, p_links -> 0));
  return 'extended';
end $$;

comment on function api.workspace_share is 'An owner lets somebody outside the company see parts of it, for 30, 90 or 180 days; with a letter to that person and the receipt.';
comment on function api.workspace_correct_grantee is 'An owner puts the address of an invited adviser right, as long as nothing was seen by the consent.';
comment on function api.workspace_extend_consent is 'An owner goes on with a consent in force, until 30, 90 or 180 days from today.';
comment on function api.workspace_withdraw_consent is 'An owner, or whoever gave it, takes a consent back at once.';
comment on function api.withdraw_consent is 'Takes a consent back by the link of a letter.';
comment on function api.consent_behind_link is 'The consent that a letter''s link takes back; no row for whoever may not any more.';
revoke execute on function api.workspace_share, api.workspace_correct_grantee, api.workspace_extend_consent, api.workspace_withdraw_consent,
  api.withdraw_consent, api.consent_behind_link from public, anon, authenticated, service_role;
grant execute on function api.workspace_share, api.workspace_correct_grantee, api.workspace_extend_consent, api.workspace_withdraw_consent to authenticated;
grant execute on function api.withdraw_consent, api.consent_behind_link to service_role;

-- What the form offers: the needs that can be shared, those that are open first; two hundred, more is no choice any more.
create function api.workspace_shareable(p_company uuid) returns table (company jsonb, role api.member_role, needs jsonb)
language sql stable
set search_path = ''
as $$
  select app.company_called(chosen.company),
    (select m.role from app.members m where m.company_id = chosen.company and m.email = app.workspace_person() and m.left_at is null),
    (select coalesce(jsonb_agg(jsonb_build_object(
       'reference', n.reference, 'description', left(n.description, 200), 'closed_at', n.closed_at
     ) order by (n.closed_at is not null), (not n.waits_for_company), n.received_at desc, n.id), '[]')
     from (
       select * from app.needs where company_id = chosen.company
       order by (closed_at is not null), (not waits_for_company), received_at desc, id limit 200
     ) n)
  from app.workspace_company(p_company) as chosen (company)
$$;
comment on function api.workspace_shareable is 'The needs of a company from which an owner picks those that a consent shares.';
revoke execute on function api.workspace_shareable from public, anon, authenticated, service_role;
grant execute on function api.workspace_shareable to authenticated;
