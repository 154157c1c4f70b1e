-- own-company: an address that came with a need may be somebody else's, so its owner is asked before a company is made of it:
-- is this yours? A yes makes the company, or asks those who hold it; at a no the need is nobody's word and its letters end.
alter table app.needs add column disowned_at timestamptz;
comment on column app.needs.disowned_at is 'When whoever has the contact''s address said that the need is not theirs.';

-- The needs of an address that has just been proved go to companies that its owner belongs to, and make none.
create or replace function app.attach_needs(p_email text) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs;
  v_company uuid;
begin
  for v_need in
    select n.* from app.needs n where n.contact_email = p_email and n.company_id is null and n.disowned_at is null
    order by n.received_at, n.id for update
  loop
    -- A founder's go to the company that she is founding.
    select m.company_id into v_company from app.members m join app.companies c on c.id = m.company_id
    where m.email = p_email and m.left_at is null and c.business_id is not distinct from v_need.business_id
    order by m.since desc, m.id limit 1;
    if v_company is not null then perform app.attach_need(v_need, v_company, p_email); end if;
  end loop;
end $$;

create type api.own_company_outcome as enum ('made', 'attached', 'asked', 'gone');

-- All that this address sent with this number, or as a founder without one. A business ID alone proves nothing: where others
-- hold it, they are asked.
create function app.own_company(p_email text, p_business_id text) returns api.own_company_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs;
begin
  select n.* into v_need from app.needs n
  where n.contact_email = p_email and n.company_id is null and n.disowned_at is null and n.business_id is not distinct from p_business_id
  order by n.received_at, n.id limit 1 for update;
  if v_need.id is null then return 'gone'; end if;
  -- Null when others hold the number.
  if app.make_company(p_business_id, p_email) is not null then
    perform app.attach_needs(p_email);
    return 'made';
  end if;
  perform app.attach_needs(p_email);
  if exists (select from app.needs n where n.id = v_need.id and n.company_id is not null) then return 'attached'; end if;
  perform app.begin_claim(v_need, (select c.id from app.companies c where c.business_id = p_business_id));
  return 'asked';
end $$;

-- Not theirs: whoever typed the address cannot be reached by it. The links die, and whoever handles the need hears of it as of a
-- letter that came back, since it comes to the same: the company has to be reached in another way.
create function app.disown_needs(p_email text, p_business_id text) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs;
  v_bounce app.bounces;
begin
  for v_need in
    update app.needs n set disowned_at = now()
    where n.contact_email = p_email and n.company_id is null and n.disowned_at is null and n.business_id is not distinct from p_business_id
    returning n.*
  loop
    update app.links l set revoked_at = now()
    where l.need_id = v_need.id and l.person_role = 'company' and l.person_email = p_email and l.revoked_at is null;
    v_bounce := null;
    insert into app.bounces (outbox_id, need_id, person_email, kind, happened_at)
    select o.id, app.goes_on_in(v_need.id), p_email, 'disowned', now()
    from app.outbox o join app.links l on l.set_id = o.link_set and l.person_email = p_email
    where o.need_id = v_need.id order by o.created_at, o.id limit 1
    on conflict (outbox_id) do update set kind = 'disowned', happened_at = now(), cleared_at = null
    returning * into v_bounce;
    if v_bounce.outbox_id is not null then perform app.tell_bounce(v_bounce); end if;
  end loop;
end $$;

-- A letter about something else that reached the address does not make the need its owner's.
create function app.tg_bounces__disowned() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.cleared_at := null;
  return new;
end $$;

create trigger _100_disowned before update of cleared_at on app.bounces
for each row when (new.kind = 'disowned') execute function app.tg_bounces__disowned();

alter table app.mail_events add constraint no_mail_service_disowns_a_need check (kind::text <> 'disowned');

-- What waits for the caller's yes or no: her address came with it, and it is of no company of hers, and no claim about it waits
-- or was refused by those who hold the number.
create function app.needs_to_own() returns setof app.needs
language sql stable security definer
set search_path = ''
as $$
  select n.* from app.needs n
  where n.contact_email = app.workspace_person() and n.company_id is null and n.disowned_at is null
    and not exists (
      select from app.claims q join app.companies c on c.id = q.company_id
      where q.email = n.contact_email and q.state in ('asked', 'refused') and c.business_id = n.business_id
    )
$$;
grant execute on function app.needs_to_own() to authenticated;

create function api.workspace_to_own() returns table (business_id text, company_name text, needs jsonb)
language sql stable
set search_path = ''
as $$
  select n.business_id, (array_agg(n.company_name order by n.received_at desc) filter (where n.company_name is not null))[1],
    jsonb_agg(jsonb_build_object('reference', n.reference, 'received_at', n.received_at, 'description', left(n.description, 200))
      order by n.received_at, n.id)
  from app.needs_to_own() n
  group by n.business_id
  order by n.business_id nulls last
$$;

-- p_business_id: null for what was sent as a founder's.
create function api.workspace_own_company(p_business_id text) returns api.own_company_outcome
language plpgsql security definer
set search_path = ''
as $$
begin
  if not exists (select from app.needs_to_own() n where n.business_id is not distinct from p_business_id) then return 'gone'; end if;
  return app.own_company(app.workspace_person(), p_business_id);
end $$;

create type api.disown_needs_outcome as enum ('disowned', 'gone');

create function api.workspace_disown_needs(p_business_id text) returns api.disown_needs_outcome
language plpgsql security definer
set search_path = ''
as $$
begin
  if not exists (select from app.needs_to_own() n where n.business_id is not distinct from p_business_id) then return 'gone'; end if;
  perform app.disown_needs(app.workspace_person(), p_business_id);
  return 'disowned';
end $$;

comment on function api.workspace_to_own is 'Needs that came with the caller''s address and wait for a yes or no, by business ID; a founder''s without one.';
comment on function api.workspace_own_company is 'The caller says that needs sent with her address are her company''s: it is made, or those who hold the number are asked.';
comment on function api.workspace_disown_needs is 'The caller says that needs sent with her address are not hers: their links die, and whoever handles them is told.';
revoke execute on function api.workspace_to_own, api.workspace_own_company, api.workspace_disown_needs
from public, anon, authenticated, service_role;
grant execute on function api.workspace_to_own, api.workspace_own_company, api.workspace_disown_needs to authenticated;

-- Where a coordinator moved the number, those who held it are told; others who named it are asked about anew, by its new holder.
create or replace function app.move_number(p_claim app.claims) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_holder uuid;
  v_other app.claims;
begin
  update app.companies set business_id = null where id = p_claim.company_id and business_id = p_claim.business_id;
  -- Its owners gave it up meanwhile: nothing of theirs changes, and the claimant comes to it as anybody does.
  if not found then
    perform app.own_company(p_claim.email, p_claim.business_id);
    return;
  end if;
  insert into app.profile_facts (company_id, field, value, source, told_by)
  values (p_claim.company_id, 'business_id', null, 'coordinator', app.desk_person());
  insert into app.outbox (letter, about, company_id, to_email, language)
  select 'number_moved', p_claim.id, p_claim.company_id, m.email, app.language_of(p_claim.company_id, m.email)
  from app.members m where m.company_id = p_claim.company_id and m.role = 'owner' and m.left_at is null;
  -- In the same transaction it is the claimant's, whatever became of the need with which the claim began.
  v_holder := app.make_company(p_claim.business_id, p_claim.email);
  perform app.attach_needs(p_claim.email);
  for v_other in
    update app.claims set company_id = v_holder
    where company_id = p_claim.company_id and state = 'asked' and id <> p_claim.id returning *
  loop
    perform app.log_in_company(v_holder, 'claim_asked', 'company', v_other.email, v_other.email);
    insert into app.outbox (letter, claim_id, to_email, language)
    values ('claim_asked', v_other.id, p_claim.email, p_claim.language);
  end loop;
end $$;

-- What the letter says of the number that was moved: for those who held it.
create function app.about_number_moved(p_claim uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object('business_id', c.business_id, 'company_name', app.fact_of(c.company_id, null, 'company_name'))
  from app.claims c where c.id = p_claim and c.state = 'moved'
$$;
