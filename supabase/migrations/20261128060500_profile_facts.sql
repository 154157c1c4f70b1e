-- What is known of a company and how to reach its people: each value with where it came from and when. Older values stay.
create type api.profile_field as enum (
  'company_name', 'business_id', 'contact_name', 'contact_email', 'contact_phone', 'contact_by', 'language'
);
create type api.fact_source as enum ('need', 'workspace', 'coordinator', 'register');

create table app.profile_facts (
  id bigint generated always as identity primary key,
  company_id uuid not null references app.companies (id) on delete cascade,
  field api.profile_field not null,
  person_email text,
  value text,
  source api.fact_source not null,
  reference text,
  told_by text,
  told_at timestamptz not null default now(),
  constraint a_person_has_a_contact_and_the_company_a_name check ((field in ('company_name', 'business_id')) = (person_email is null)),
  constraint a_fact_has_1_to_254_characters check (char_length(value) between 1 and 254),
  constraint what_a_need_told_has_its_reference check ((source = 'need') = (reference is not null)),
  constraint what_a_person_told_has_the_person check ((source = 'register') = (told_by is null)),
  constraint a_told_company_name_has_at_most_200_characters check (field <> 'company_name' or char_length(value) <= 200),
  constraint a_told_business_id_is_well_formed check (field <> 'business_id' or value ~ '^[0-9]{7}-[0-9]$'),
  constraint a_told_contact_name_is_there_and_has_at_most_100_characters
    check (field <> 'contact_name' or (value is not null and char_length(value) <= 100)),
  constraint a_told_contact_email_is_lower_case
    check (field <> 'contact_email' or (value is not null and value = lower(value) and position('@' in value) > 1)),
  constraint a_told_phone_has_5_to_30_characters check (field <> 'contact_phone' or char_length(value) between 5 and 30),
  constraint a_told_contact_way_is_known check (field <> 'contact_by' or (value is not null and value in ('email', 'phone', 'meeting'))),
  constraint a_told_language_is_known check (field <> 'language' or (value is not null and value in ('fi', 'sv', 'en')))
);
alter table app.profile_facts enable row level security;
create index profile_facts_by_company on app.profile_facts (company_id, field, person_email, told_at desc, id desc);

create trigger _100_append_only before update or delete on app.profile_facts
for each row execute function app.tg_append_only_in_company();

comment on table app.profile_facts is 'The newest fact of a field is what holds; the others are its history. A null value is one that was taken out.';
comment on column app.profile_facts.person_email is 'Whose contact data it is: colleagues have each their own. Null for what is of the company itself.';
comment on column app.profile_facts.reference is 'The need in which it was told.';

-- What holds now: of the company itself, and of one of its people.
create function app.profile_now(p_company uuid, p_person text) returns setof app.profile_facts
language sql stable
set search_path = ''
as $$
  select distinct on (f.field) f.* from app.profile_facts f
  where f.company_id = p_company and (f.person_email is null or f.person_email = p_person)
  order by f.field, f.told_at desc, f.id desc
$$;

create function app.fact_of(p_company uuid, p_person text, p_field api.profile_field) returns text
language sql stable
set search_path = ''
as $$
  select f.value from app.profile_facts f
  where f.company_id = p_company and f.field = p_field and f.person_email is not distinct from p_person
  order by f.told_at desc, f.id desc limit 1
$$;

-- What a need tells, told once: a value that was known when it came in is not told again.
create function app.learn_facts(p_need app.needs, p_company uuid) returns void
language sql
set search_path = ''
as $$
  insert into app.profile_facts (company_id, field, person_email, value, source, reference, told_by, told_at)
  select p_company, told.field, told.person, told.value, 'need', p_need.reference, p_need.contact_email, p_need.received_at
  from (values
    ('company_name'::api.profile_field, null, p_need.company_name),
    ('business_id', null, p_need.business_id),
    ('contact_name', p_need.contact_email, p_need.contact_name),
    ('contact_email', p_need.contact_email, p_need.contact_email),
    ('contact_phone', p_need.contact_email, p_need.contact_phone),
    ('contact_by', p_need.contact_email, p_need.contact_by::text),
    ('language', p_need.contact_email, p_need.language::text)
  ) as told (field, person, value)
  where told.value is not null and told.value is distinct from (
    select f.value from app.profile_facts f
    where f.company_id = p_company and f.field = told.field and f.person_email is not distinct from told.person
      and f.told_at <= p_need.received_at
    order by f.told_at desc, f.id desc limit 1
  )
$$;
