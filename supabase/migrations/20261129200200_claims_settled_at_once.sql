-- settle-claim: an owner who answered in the moment in which a coordinator moved the number let the claimant into its new holder's
-- workspace, since whose the claim is was asked before waiting for it. And many claims at once were as many letters.

create or replace function app.settle_claim(p_claim uuid, p_state api.claim_state, p_role api.member_role, p_by_role api.person_role, p_by text)
returns api.settle_claim_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_claim app.claims;
begin
  -- The company before its claims, as where somebody joins it.
  perform from app.companies c where c.id = (select q.company_id from app.claims q where q.id = p_claim) for update;
  select c.* into v_claim from app.claims c where c.id = p_claim for update;
  if v_claim.id is null or p_state = 'asked' then return 'gone'; end if;
  -- Asked once more: a number that moved meanwhile took its claims with it, to owners of its own.
  if p_by_role = 'company' and not exists (
    select from app.members m where m.company_id = v_claim.company_id and m.email = p_by and m.role = 'owner' and m.left_at is null
  ) then return 'gone'; end if;
  -- An owner settles what is asked; a coordinator also what an owner has refused.
  if v_claim.state <> 'asked' and not (p_by_role = 'coordinator' and app.is_for_desk(v_claim)) then return 'already_settled'; end if;
  update app.claims set state = p_state, settled_at = now(), settled_role = p_by_role, settled_by = p_by where id = v_claim.id;
  perform app.log_in_company(v_claim.company_id, ('claim_' || p_state)::api.company_event_kind, p_by_role, p_by, v_claim.email);
  if p_state = 'let_in' then perform app.let_claimant_in(v_claim, p_role, p_by); end if;
  if p_state = 'moved' then perform app.move_number(v_claim); end if;
  insert into app.outbox (letter, claim_id, to_email, language) values ('claim_settled', v_claim.id, v_claim.email, v_claim.language);
  return 'settled';
end $$;

create or replace function app.begin_claim(p_need app.needs, p_company uuid) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_claim uuid;
begin
  insert into app.claims (company_id, need_id, business_id, email, name, language)
  values (p_company, p_need.id, p_need.business_id, p_need.contact_email, p_need.contact_name, p_need.language)
  on conflict do nothing returning id into v_claim;
  if v_claim is null then return; end if;
  perform app.log_in_company(p_company, 'claim_asked', 'company', p_need.contact_email, p_need.contact_email);
  -- Anybody can name a number that every register prints: ten letters in a day are a company's, the page of its people lists the rest.
  if (select count(*) from app.claims c where c.company_id = p_company and c.asked_at > now() - interval '1 day') > 10 then return; end if;
  insert into app.outbox (letter, claim_id, to_email, language)
  select 'claim_asked', v_claim, m.email, app.language_of(p_company, m.email)
  from app.members m where m.company_id = p_company and m.role = 'owner' and m.left_at is null;
end $$;
