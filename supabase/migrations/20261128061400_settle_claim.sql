-- settle-claim: an owner of the company answers whoever says that it is theirs as well; a coordinator can settle it.
create type api.settle_claim_outcome as enum ('settled', 'already_settled', 'gone');

-- The claimant is one of the company from now on, and the needs that waited come along.
create function app.let_claimant_in(p_claim app.claims, p_role api.member_role, p_by text) returns void
language plpgsql
set search_path = ''
as $$
begin
  insert into app.members (company_id, email, role, invited_by) values (p_claim.company_id, p_claim.email, p_role, p_by)
  on conflict do nothing;
  perform app.attach_needs(p_claim.email);
end $$;

-- The number goes with the claimant, into a workspace that holds nothing of the first one; that one goes on without a number.
create function app.move_number(p_claim app.claims) returns void
language plpgsql
set search_path = ''
as $$
begin
  update app.companies set business_id = null where id = p_claim.company_id and business_id = p_claim.business_id;
  insert into app.profile_facts (company_id, field, value, source, told_by)
  values (p_claim.company_id, 'business_id', null, 'coordinator', app.desk_person());
  -- Others who named the number are asked about anew, by whoever holds it now.
  update app.claims set state = 'refused', settled_at = now(), settled_role = 'coordinator', settled_by = app.desk_person()
  where company_id = p_claim.company_id and state = 'asked' and id <> p_claim.id;
  -- The claimant's needs with this number make a company, since nobody holds it any more.
  perform app.attach_needs(p_claim.email);
end $$;

create function app.settle_claim(p_claim uuid, p_state api.claim_state, p_role api.member_role, p_by_role api.person_role, p_by text)
returns api.settle_claim_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_claim app.claims;
begin
  select c.* into v_claim from app.claims c where c.id = p_claim for update;
  if v_claim.id is null or p_state = 'asked' then return 'gone'; end if;
  if v_claim.state <> 'asked' then return 'already_settled'; end if;
  update app.claims set state = p_state, settled_at = now(), settled_role = p_by_role, settled_by = p_by where id = v_claim.id;
  perform app.log_in_company(v_claim.company_id, ('claim_' || p_state)::api.company_event_kind, p_by_role, p_by, v_claim.email);
  if p_state = 'let_in' then perform app.let_claimant_in(v_claim, p_role, p_by); end if;
  if p_state = 'moved' then perform app.move_number(v_claim); end if;
  insert into app.outbox (letter, claim_id, to_email, language) values ('claim_settled', v_claim.id, v_claim.email, v_claim.language);
  return 'settled';
end $$;

create function api.workspace_settle_claim(p_claim uuid, p_let_in boolean, p_role api.member_role) returns api.settle_claim_outcome
language plpgsql security definer
set search_path = ''
as $$
begin
  if not exists (select from app.claims c where c.id = p_claim and app.is_owner(c.company_id)) then return 'gone'; end if;
  return app.settle_claim(p_claim, case when p_let_in then 'let_in' else 'refused' end::api.claim_state, p_role, 'company', app.workspace_person());
end $$;

-- Whom a coordinator lets in becomes an owner: the first ones did not answer, or are not the ones to ask.
create function api.desk_settle_claim(p_claim uuid, p_state api.claim_state) returns api.settle_claim_outcome
language plpgsql security definer
set search_path = ''
as $$
begin
  if app.desk_person() is null then return 'gone'; end if;
  return app.settle_claim(p_claim, p_state, 'owner', 'coordinator', app.desk_person());
end $$;

create function api.desk_claims() returns table (claims jsonb, now timestamptz)
language sql stable
set search_path = ''
as $$
  select coalesce((
    select jsonb_agg(jsonb_build_object(
      'claim', c.id, 'business_id', c.business_id, 'email', c.email, 'name', c.name, 'asked_at', c.asked_at,
      'reference', n.reference, 'contact_phone', n.contact_phone, 'company_name', n.company_name,
      'held_as', app.fact_of(c.company_id, null, 'company_name'),
      'held_by', (select coalesce(jsonb_agg(jsonb_build_object('email', m.email, 'role', m.role, 'since', m.since) order by m.since, m.id), '[]')
                  from app.members m where m.company_id = c.company_id and m.left_at is null)
    ) order by c.asked_at, c.id)
    from (select * from app.claims where state = 'asked' order by asked_at, id limit 100) c
    left join app.needs n on n.id = c.need_id
    where app.desk_person() is not null
  ), '[]'), now()
$$;

comment on function api.workspace_settle_claim is 'An owner lets a claimant in, as an owner or a member, or refuses.';
comment on function api.desk_settle_claim is 'A coordinator settles a claim: lets the claimant in as an owner, refuses, or moves the business ID to a workspace of the claimant''s own.';
comment on function api.desk_claims is 'For a coordinator: claims that nobody has settled, the oldest hundred, with who holds the company and how to reach the claimant.';
revoke execute on function api.workspace_settle_claim, api.desk_settle_claim, api.desk_claims from public, anon, authenticated, service_role;
grant execute on function api.workspace_settle_claim, api.desk_settle_claim, api.desk_claims to authenticated;
