-- What a company has shared with somebody outside it: with whom, what for, which parts, until when, and by which text agreed to.
create type api.consent_part as enum ('profile', 'needs', 'messages', 'documents');

create table app.consents (
  id uuid primary key default gen_random_uuid(),
  company_id uuid not null references app.companies (id) on delete cascade,
  grantee_email text not null,
  grantee_name text,
  grantee_organisation text not null,
  language api.language not null,
  purpose text not null,
  parts api.consent_part[] not null,
  may_comment boolean not null,
  text_version text not null,
  text_language api.language not null,
  given_by text not null,
  given_by_name text,
  given_at timestamptz not null default now(),
  agreed_at timestamptz not null default now(),
  ends_on date not null,
  ends_at timestamptz not null generated always as ((ends_on + 1)::timestamp at time zone 'Europe/Helsinki') stored,
  withdrawn_at timestamptz,
  withdrawn_by text,
  expiry_noted_at timestamptz,
  first_used_at timestamptz,
  replaces uuid references app.consents (id) on delete set null,
  constraint grantee_email_is_lower_case check (grantee_email = lower(grantee_email) and position('@' in grantee_email) > 1),
  constraint grantee_email_has_at_most_254_characters check (char_length(grantee_email) <= 254),
  constraint grantee_name_has_1_to_100_characters check (char_length(grantee_name) between 1 and 100),
  constraint grantee_organisation_has_1_to_200_characters check (char_length(grantee_organisation) between 1 and 200),
  constraint purpose_has_3_to_200_characters check (char_length(purpose) between 3 and 200),
  -- They stand in a letter to an address that somebody typed: one line each, and nothing that leads anywhere.
  constraint what_a_stranger_reads_is_one_line_without_an_address check (
    concat_ws(' ', grantee_name, grantee_organisation, purpose) !~* '[[:cntrl:]]|://|www\.'
  ),
  constraint a_consent_names_its_parts check (cardinality(parts) > 0 and array_position(parts, null) is null),
  constraint messages_are_shared_with_their_needs check ('needs' = any (parts) or 'messages' <> all (parts)),
  constraint a_comment_is_about_a_shared_need check ('needs' = any (parts) or not may_comment),
  constraint text_version_has_1_to_40_characters check (char_length(text_version) between 1 and 40),
  constraint a_consent_is_agreed_to_from_when_it_is_given check (agreed_at >= given_at),
  constraint who_withdraws_is_known check ((withdrawn_at is null) = (withdrawn_by is null)),
  constraint a_consent_ends_once check (num_nonnulls(withdrawn_at, expiry_noted_at) <= 1)
);
alter table app.consents enable row level security;
create index consents_by_company on app.consents (company_id, given_at desc);
create index consents_by_grantee on app.consents (grantee_email);
create index consents_by_replaced on app.consents (replaces);
-- What the schedule looks through: those whose end nobody has noted yet.
create index consents_ending on app.consents (ends_at) where withdrawn_at is null and expiry_noted_at is null;

comment on table app.consents is
  'What a company shares with one person outside it. It is in force from given_at until it is withdrawn or ends_at has come; that is asked at each read.';
comment on column app.consents.ends_on is 'The last day on which it holds, in Helsinki; moved by going on alone.';
comment on column app.consents.agreed_at is 'When it was given or last gone on with: the end is at most 180 days from here.';
comment on column app.consents.language is 'Of the letters to the grantee.';
comment on column app.consents.text_version is 'The text that the giver agreed to, and in text_language the language in which it was read.';
comment on column app.consents.given_by_name is 'As the company knew the giver at that moment.';
comment on column app.consents.first_used_at is 'When the grantee first saw something of it; until then the address can still be corrected, by a consent that replaces this one.';

create table app.consent_needs (
  consent_id uuid not null references app.consents (id) on delete cascade,
  need_id uuid not null references app.needs (id) on delete cascade,
  primary key (consent_id, need_id)
);
alter table app.consent_needs enable row level security;
create index consent_needs_by_need on app.consent_needs (need_id);
comment on table app.consent_needs is 'The needs that a consent is about, one by one: a need that comes later is not among them.';

create function app.tg_consent_needs__company() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if (select n.company_id from app.needs n where n.id = new.need_id)
     is distinct from (select c.company_id from app.consents c where c.id = new.consent_id) then
    raise exception 'a company shares its own needs alone' using errcode = 'CNEED';
  end if;
  return new;
end $$;

create trigger _100_company before insert or update on app.consent_needs
for each row execute function app.tg_consent_needs__company();

-- What was agreed to is not rewritten. Whose addresses they were may go, when a person is erased.
create function app.tg_consents__kept() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if (new.company_id, new.parts, new.may_comment, new.purpose, new.text_version, new.text_language, new.given_at)
     is distinct from (old.company_id, old.parts, old.may_comment, old.purpose, old.text_version, old.text_language, old.given_at) then
    raise exception 'what was agreed to is not rewritten' using errcode = 'CKEPT';
  end if;
  if old.withdrawn_at is not null and (new.withdrawn_at, new.ends_on) is distinct from (old.withdrawn_at, old.ends_on)
     or old.expiry_noted_at is not null and (new.expiry_noted_at, new.ends_on) is distinct from (old.expiry_noted_at, old.ends_on) then
    raise exception 'a consent that has ended is given anew' using errcode = 'CDONE';
  end if;
  return new;
end $$;

create trigger _100_kept before update on app.consents
for each row execute function app.tg_consents__kept();

-- Never without end: from the day on which it is agreed to, and at most 180 days longer.
create function app.tg_consents__end() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if new.ends_on not between app.helsinki_day(new.agreed_at) and app.helsinki_day(new.agreed_at) + 180 then
    raise exception 'a consent ends within 180 days of being agreed to' using errcode = 'CLONG';
  end if;
  return new;
end $$;

create trigger _200_end before insert or update of ends_on, agreed_at on app.consents
for each row execute function app.tg_consents__end();

create type api.consent_event_kind as enum ('given', 'renewed', 'withdrawn', 'expired');
create type api.consent_way as enum ('form', 'button', 'letter', 'correction', 'clock');

create table app.consent_events (
  id bigint generated always as identity primary key,
  consent_id uuid not null references app.consents (id) on delete cascade,
  kind api.consent_event_kind not null,
  at timestamptz not null default now(),
  way api.consent_way not null,
  by_email text,
  ends_on date not null,
  constraint the_clock_alone_ends_without_a_person check ((kind = 'expired') = (way = 'clock') and (way <> 'clock' or by_email is null))
);
alter table app.consent_events enable row level security;
create index consent_events_by_consent on app.consent_events (consent_id, id);
comment on table app.consent_events is 'Append-only record of a consent, as ISO/IEC TS 27560 wants it: given, renewed, withdrawn, expired.';
comment on column app.consent_events.way is 'Form or button of the workspace, the button behind a letter''s link, a corrected address, or the end of the last day.';
comment on column app.consent_events.by_email is 'Who did it; null for the clock, and once that person is erased.';
comment on column app.consent_events.ends_on is 'Its last day as agreed to at that moment.';

create function app.tg_consent_events__append_only() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  -- It goes with its consent, and with nothing else.
  if tg_op = 'DELETE' and not exists (select from app.consents c where c.id = old.consent_id) then return old; end if;
  raise exception 'the record of a consent is only added to' using errcode = 'NAPND';
end $$;

create trigger _100_append_only before delete on app.consent_events
for each row execute function app.tg_consent_events__append_only();
-- The person may be erased from it, what happened stays.
create trigger _200_append_only before update of id, consent_id, kind, at, way, ends_on on app.consent_events
for each row execute function app.tg_consent_events__append_only();
create trigger _300_append_only before truncate on app.consent_events
for each statement execute function app.tg_consent_events__append_only();

-- The one place that says what in force means.
create function app.is_in_force(p_consent app.consents) returns boolean
language sql stable
set search_path = ''
as $$ select p_consent.given_at <= now() and now() < p_consent.ends_at and p_consent.withdrawn_at is null $$;
