-- Who may work at the desk: the people of COORDINATOR_EMAILS, kept in the database so that its own rules can ask for them.
create table app.coordinators (
  email text primary key,
  name text,
  is_lead boolean not null default false,
  listed_at timestamptz not null default now(),
  left_at timestamptz,
  constraint coordinator_email_is_lower_case check (email = lower(email) and position('@' in email) > 1),
  constraint coordinator_email_has_at_most_254_characters check (char_length(email) <= 254),
  constraint coordinator_name_has_1_to_100_characters check (char_length(name) between 1 and 100),
  constraint who_leads_is_listed check (not is_lead or left_at is null)
);
alter table app.coordinators enable row level security;
-- One lead at a time.
create unique index coordinators_have_one_lead on app.coordinators (is_lead) where is_lead;

comment on table app.coordinators is 'The coordinators, now and before: a row is never deleted, since the record names people by their address.';
comment on column app.coordinators.left_at is 'When the address was no longer listed; null while it is.';
