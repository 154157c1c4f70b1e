-- A company, its people, and the log of what happened to it as a whole. A company with people always has an owner.
create table app.companies (
  id uuid primary key default gen_random_uuid(),
  business_id text unique,
  created_at timestamptz not null default now(),
  constraint company_business_id_is_well_formed check (business_id ~ '^[0-9]{7}-[0-9]$')
);
alter table app.companies enable row level security;
comment on table app.companies is 'One row for each workspace. What is known of the company stands in app.profile_facts, with where it came from.';
comment on column app.companies.business_id is 'Whose workspace it is by the register: one for a number. Null for a company that is being founded.';

create type api.member_role as enum ('owner', 'member');

create table app.members (
  id uuid primary key default gen_random_uuid(),
  company_id uuid not null references app.companies (id) on delete cascade,
  email text not null,
  role api.member_role not null,
  since timestamptz not null default now(),
  left_at timestamptz,
  invited_by text,
  constraint member_email_is_lower_case check (email = lower(email) and position('@' in email) > 1),
  constraint member_email_has_at_most_254_characters check (char_length(email) <= 254),
  constraint nobody_leaves_before_joining check (left_at >= since)
);
alter table app.members enable row level security;
create index members_by_company on app.members (company_id, since);
create index members_by_email on app.members (email) where left_at is null;
-- Who left may come back: a row for each time.
create unique index members_are_members_once on app.members (company_id, email) where left_at is null;
comment on table app.members is 'Who belongs to a company, now and before. The address was proved by a one-time code before the row was made.';

-- Two owners who leave at the same moment come one after the other: each looks at what the other has left behind.
create function app.tg_members__owner() returns trigger
language plpgsql
set search_path = ''
as $$
declare
  v_company uuid := coalesce(new.company_id, old.company_id);
begin
  perform from app.companies c where c.id = v_company for update;
  -- A company that is erased takes its people with it.
  if found and not exists (
    select from app.members m where m.company_id = v_company and m.role = 'owner' and m.left_at is null
  ) then
    raise exception 'a company with people has an owner' using errcode = 'MOWNR';
  end if;
  return null;
end $$;

create trigger _100_owner after insert or update or delete on app.members
for each row execute function app.tg_members__owner();

create type api.company_event_kind as enum (
  'made', 'need_attached', 'corrected', 'member_joined', 'member_left', 'member_removed', 'role_changed',
  'colleague_invited', 'invitation_ended', 'claim_asked', 'claim_let_in', 'claim_refused', 'claim_moved'
);

create table app.company_events (
  id bigint generated always as identity primary key,
  company_id uuid not null references app.companies (id) on delete cascade,
  kind api.company_event_kind not null,
  at timestamptz not null default now(),
  actor_role api.person_role not null,
  actor_email text,
  about text,
  session_id uuid references app.sessions (id) on delete set null
);
alter table app.company_events enable row level security;
create index company_events_by_company on app.company_events (company_id, id desc);
create index company_events_by_session on app.company_events (session_id);
comment on table app.company_events is 'Append-only log of a company as a whole; what happens to a need stands in app.events.';
comment on column app.company_events.about is 'Whom or what it was about: a person''s address, a need''s reference, or the names of the facts that were corrected.';

-- Rows that are only added to: they go with their company and with nothing else.
create function app.tg_append_only_in_company() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if tg_op = 'DELETE' and not exists (select from app.companies c where c.id = old.company_id) then return old; end if;
  raise exception '% is only added to', tg_table_name using errcode = 'NAPND';
end $$;

create trigger _100_append_only before delete on app.company_events
for each row execute function app.tg_append_only_in_company();
-- The session may go, what was done through it stays.
create trigger _200_append_only before update of id, company_id, kind, at, actor_role, actor_email, about on app.company_events
for each row execute function app.tg_append_only_in_company();

create function app.log_in_company(
  p_company uuid, p_kind api.company_event_kind, p_actor_role api.person_role, p_actor_email text, p_about text default null
) returns void
language sql
set search_path = ''
as $$
  insert into app.company_events (company_id, kind, actor_role, actor_email, about, session_id)
  values (p_company, p_kind, p_actor_role, p_actor_email, p_about,
    (select s.id from app.sessions s where s.id = nullif(auth.jwt() ->> 'session_id', '')::uuid))
$$;
