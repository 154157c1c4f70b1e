-- Who from outside the company has looked at what is the company's. Written where the thing is read, and only ever added to.
create type api.look_part as enum ('need', 'messages', 'profile', 'document');
create type api.look_way as enum ('desk', 'link', 'workspace');

create table app.looks (
  id bigint generated always as identity primary key,
  company_id uuid references app.companies (id) on delete cascade,
  need_id uuid references app.needs (id) on delete cascade,
  part api.look_part not null,
  way api.look_way not null,
  person_role api.person_role not null,
  person_email text not null,
  person_name text,
  organisation text,
  at timestamptz not null default now(),
  constraint a_look_is_at_a_need_or_a_company check (num_nonnulls(company_id, need_id) > 0),
  constraint looker_organisation_has_1_to_200_characters check (char_length(organisation) between 1 and 200),
  constraint the_company_itself_leaves_no_look check (person_role <> 'company')
);
alter table app.looks enable row level security;
create index looks_by_company on app.looks (company_id, at desc, id desc);
create index looks_by_need on app.looks (need_id);
-- A person who works on a need for a day opens it fifty times: once an hour for each part says as much, and is read.
create unique index looks_once_an_hour on app.looks
  ((coalesce(need_id, company_id)), person_email, part, (date_trunc('hour', at at time zone 'UTC')));

comment on table app.looks is
  'Every look from outside: one row for a person, part and hour. Those at a need that belongs to no company yet wait with it.';

create function app.tg_looks__append_only() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  -- It comes to the company together with its need; else it stays as it was written.
  if tg_op = 'UPDATE' and old.company_id is null and new.company_id is not null
     and (to_jsonb(new) - 'company_id') = (to_jsonb(old) - 'company_id') then return new; end if;
  -- It goes with its company or its need.
  if tg_op = 'DELETE' and (
    (old.need_id is not null and not exists (select from app.needs n where n.id = old.need_id))
    or (old.company_id is not null and not exists (select from app.companies c where c.id = old.company_id))
  ) then return old; end if;
  raise exception 'the list of looks is only added to' using errcode = 'NAPND';
end $$;

create trigger _100_append_only before update or delete on app.looks
for each row execute function app.tg_looks__append_only();
create trigger _200_append_only before truncate on app.looks
for each statement execute function app.tg_looks__append_only();
