-- correct-grantee: while the consent was taken back or commented on in the same moment, each waited for the other and one was ended.

-- Until the grantee has seen something the address can be put right: the consent to the wrong one ends, and the same is given anew.
create or replace function api.workspace_correct_grantee(p_consent uuid, p_email text, p_links jsonb)
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
  -- Not `for update`: whoever takes it back, or comments, holds the consent and then tells the company, whose row the letters refer to.
  perform from app.companies c where c.id = v_consent.company_id for no key update;
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
