-- Who held a number first could refuse whoever it belongs to, for good: a coordinator now has the last word on an owner's no as well.

-- What waits for a coordinator: what nobody has settled, and for three months what an owner has refused.
create function app.is_for_desk(p_claim app.claims) returns boolean
language sql stable
set search_path = ''
as $$
  select p_claim.state = 'asked'
    or (p_claim.state = 'refused' and p_claim.settled_role = 'company' and p_claim.settled_at > now() - interval '90 days')
$$;
grant execute on function app.is_for_desk(app.claims) to authenticated;
create index claims_refused on app.claims (settled_at) where state = 'refused' and settled_role = 'company';

alter policy coordinators_read on app.companies using (
  (select app.desk_person()) is not null and id in (select c.company_id from app.claims c where app.is_for_desk(c))
);
alter policy coordinators_read on app.members using (
  (select app.desk_person()) is not null and company_id in (select c.company_id from app.claims c where app.is_for_desk(c))
);
alter policy coordinators_read on app.profile_facts using (
  (select app.desk_person()) is not null and field = 'company_name'
  and company_id in (select c.company_id from app.claims c where app.is_for_desk(c))
);

create or replace function app.settle_claim(p_claim uuid, p_state api.claim_state, p_role api.member_role, p_by_role api.person_role, p_by text)
returns api.settle_claim_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_claim app.claims;
begin
  select c.* into v_claim from app.claims c where c.id = p_claim for update;
  if v_claim.id is null or p_state = 'asked' then return 'gone'; end if;
  -- An owner settles what is asked; a coordinator also what an owner has refused.
  if v_claim.state <> 'asked' and not (p_by_role = 'coordinator' and app.is_for_desk(v_claim)) then return 'already_settled'; end if;
  update app.claims set state = p_state, settled_at = now(), settled_role = p_by_role, settled_by = p_by where id = v_claim.id;
  perform app.log_in_company(v_claim.company_id, ('claim_' || p_state)::api.company_event_kind, p_by_role, p_by, v_claim.email);
  if p_state = 'let_in' then perform app.let_claimant_in(v_claim, p_role, p_by); end if;
  if p_state = 'moved' then perform app.move_number(v_claim); end if;
  insert into app.outbox (letter, claim_id, to_email, language) values ('claim_settled', v_claim.id, v_claim.email, v_claim.language);
  return 'settled';
end $$;

create or replace function api.desk_claims() returns table (claims jsonb, now timestamptz)
language sql stable
set search_path = ''
as $$
  select coalesce((
    select jsonb_agg(jsonb_build_object(
      'claim', c.id, 'business_id', c.business_id, 'email', c.email, 'name', c.name, 'asked_at', c.asked_at,
      'refused_at', c.settled_at, 'reference', n.reference, 'contact_phone', n.contact_phone, 'company_name', n.company_name,
      'held_as', app.fact_of(c.company_id, null, 'company_name'),
      'held_by', (select coalesce(jsonb_agg(jsonb_build_object('email', m.email, 'role', m.role, 'since', m.since) order by m.since, m.id), '[]')
                  from app.members m where m.company_id = c.company_id and m.left_at is null)
    ) order by c.state, c.asked_at, c.id)
    -- What nobody has settled comes first: no heap of refusals hides it.
    from (
      select c.* from app.claims c where app.is_for_desk(c) order by c.state, c.asked_at, c.id limit 100
    ) c
    left join app.needs n on n.id = c.need_id
    where app.desk_person() is not null
  ), '[]'), now()
$$;

comment on function api.desk_claims is
  'For a coordinator: claims that nobody has settled, and those that an owner has refused within 90 days; a hundred, with who holds the company and how to reach the claimant.';
comment on function api.desk_settle_claim is
  'A coordinator settles a claim, also one that an owner has refused: lets the claimant in as an owner, refuses, or moves the business ID to a workspace of the claimant''s own.';
