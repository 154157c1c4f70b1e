-- Whose a need is. An address that came with a need is not proved: the need comes to a company when its sender has signed in.
alter table app.needs add column company_id uuid references app.companies (id) on delete set null;
comment on column app.needs.company_id is
  'The workspace that it is seen in; null until whoever sent it has proved the address. Set once.';

-- In the order in which the company reads them: open ones first, among them those that wait for its own word.
create index needs_by_company on app.needs (company_id, (closed_at is not null), (not waits_for_company), received_at desc, id);

create function app.tg_needs__company() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if old.company_id is not null and new.company_id is not null then
    raise exception 'a need does not go from one company to another' using errcode = 'NCOMP';
  end if;
  return new;
end $$;

create trigger _300_company before update of company_id on app.needs
for each row when (old.company_id is distinct from new.company_id) execute function app.tg_needs__company();

create function app.attach_need(p_need app.needs, p_company uuid, p_email text) returns void
language plpgsql
set search_path = ''
as $$
begin
  update app.needs set company_id = p_company where id = p_need.id;
  update app.looks set company_id = p_company where need_id = p_need.id and company_id is null;
  perform app.learn_facts(p_need, p_company);
  perform app.log_in_company(p_company, 'need_attached', 'company', p_email, p_need.reference);
end $$;

-- A company with its first person, who owns it.
create function app.make_company(p_business_id text, p_email text) returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_company uuid;
begin
  -- Of two who come at once with the same number one makes the company, and the other finds it.
  insert into app.companies (business_id) values (p_business_id) on conflict (business_id) do nothing returning id into v_company;
  if v_company is null then return null; end if;
  insert into app.members (company_id, email, role) values (v_company, p_email, 'owner');
  perform app.log_in_company(v_company, 'made', 'company', p_email, p_business_id);
  return v_company;
end $$;

create function app.language_of(p_company uuid, p_person text) returns api.language
language sql stable
set search_path = ''
as $$ select coalesce(app.fact_of(p_company, p_person, 'language'), 'fi')::api.language $$;

-- Begins a claim, once, and asks the owners.
create function app.begin_claim(p_need app.needs, p_company uuid) returns void
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
  insert into app.outbox (letter, claim_id, to_email, language)
  select 'claim_asked', v_claim, m.email, app.language_of(p_company, m.email)
  from app.members m where m.company_id = p_company and m.role = 'owner' and m.left_at is null;
end $$;

-- The needs of an address that has just been proved: each goes to the company that its sender belongs to, makes one, or
-- begins a claim. A founder's go to the company that she is founding.
create function app.attach_needs(p_email text) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs;
  v_company uuid;
begin
  for v_need in
    select n.* from app.needs n where n.contact_email = p_email and n.company_id is null order by n.received_at, n.id for update
  loop
    if v_need.business_id is null then
      select m.company_id into v_company from app.members m join app.companies c on c.id = m.company_id
      where m.email = p_email and m.left_at is null and c.business_id is null
      order by m.since desc, m.id limit 1;
      v_company := coalesce(v_company, app.make_company(null, p_email));
    else
      v_company := app.make_company(v_need.business_id, p_email);
      if v_company is null then
        select c.id into v_company from app.companies c where c.business_id = v_need.business_id;
        if not exists (
          select from app.members m where m.company_id = v_company and m.email = p_email and m.left_at is null
        ) then
          perform app.begin_claim(v_need, v_company);
          continue;
        end if;
      end if;
    end if;
    perform app.attach_need(v_need, v_company, p_email);
  end loop;
end $$;
