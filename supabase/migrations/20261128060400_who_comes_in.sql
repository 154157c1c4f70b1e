-- Who wants in: colleagues whom an owner invited, and people who say that a company is theirs as well.
create table app.member_invitations (
  id uuid primary key default gen_random_uuid(),
  company_id uuid not null references app.companies (id) on delete cascade,
  email text not null,
  role api.member_role not null,
  language api.language not null,
  invited_by text not null,
  invited_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '30 days',
  accepted_at timestamptz,
  ended_at timestamptz,
  constraint invited_email_is_lower_case check (email = lower(email) and position('@' in email) > 1),
  constraint invited_email_has_at_most_254_characters check (char_length(email) <= 254),
  constraint an_invitation_lasts_at_most_30_days check (expires_at > invited_at and expires_at <= invited_at + interval '30 days'),
  constraint an_invitation_ends_once check (num_nonnulls(accepted_at, ended_at) <= 1)
);
alter table app.member_invitations enable row level security;
create index member_invitations_by_company on app.member_invitations (company_id, invited_at desc);
create index member_invitations_by_email on app.member_invitations (email);
comment on table app.member_invitations is
  'Colleagues whom an owner wants in the company. The letter holds no key: the invited address is proved by a code, so a forwarded letter opens nothing.';

create function app.is_pending(p_invitation app.member_invitations) returns boolean
language sql stable
set search_path = ''
as $$ select p_invitation.accepted_at is null and p_invitation.ended_at is null and p_invitation.expires_at > now() $$;

create type api.claim_state as enum ('asked', 'let_in', 'refused', 'moved');

create table app.claims (
  id uuid primary key default gen_random_uuid(),
  company_id uuid not null references app.companies (id) on delete cascade,
  need_id uuid references app.needs (id) on delete set null,
  business_id text not null,
  email text not null,
  name text not null,
  language api.language not null,
  state api.claim_state not null default 'asked',
  asked_at timestamptz not null default now(),
  settled_at timestamptz,
  settled_role api.person_role,
  settled_by text,
  constraint claimant_email_is_lower_case check (email = lower(email) and position('@' in email) > 1),
  constraint claimant_email_has_at_most_254_characters check (char_length(email) <= 254),
  constraint claimed_business_id_is_well_formed check (business_id ~ '^[0-9]{7}-[0-9]$'),
  constraint claimant_name_has_1_to_100_characters check (char_length(name) between 1 and 100),
  constraint a_settled_claim_says_who_settled_it check ((state = 'asked') = (num_nonnulls(settled_at, settled_role, settled_by) = 0)),
  constraint owners_and_coordinators_settle_claims check (settled_role in ('company', 'coordinator')),
  constraint a_coordinator_alone_moves_a_number check (state <> 'moved' or settled_role = 'coordinator')
);
alter table app.claims enable row level security;
create index claims_by_company on app.claims (company_id, asked_at desc);
create index claims_by_email on app.claims (email);
create index claims_by_need on app.claims (need_id);
create index claims_asked on app.claims (asked_at) where state = 'asked';
-- No was no: whoever was refused asks no second time by sending another need.
create unique index claims_are_asked_once on app.claims (company_id, email) where state in ('asked', 'refused');
comment on table app.claims is
  'Somebody proved an address and named the business ID of a company that others hold: the owners are asked, a coordinator can settle it. A business ID alone proves nothing.';
comment on column app.claims.need_id is 'The need with which it began. It stays outside the company until the claim is settled.';
comment on column app.claims.state is
  'asked; let_in: now one of the company; refused; moved: the number goes with the claimant into a workspace of their own, and the first ones keep theirs without it.';

-- Letters to people who are told of a record that no link opens: they sign in. To whom and in which language stands in the row.
alter table app.outbox
  add column to_email text,
  add column language api.language,
  add column invitation_id uuid references app.member_invitations (id) on delete cascade,
  add column claim_id uuid references app.claims (id) on delete cascade,
  add constraint to_email_is_lower_case check (to_email = lower(to_email)),
  add constraint to_email_has_at_most_254_characters check (char_length(to_email) <= 254),
  drop constraint a_digest_alone_has_no_links,
  add constraint a_letter_has_one_reader check (num_nonnulls(link_set, digest_id, to_email) = 1 and (to_email is null) = (language is null)),
  drop constraint a_letter_is_about_one_record,
  add constraint a_letter_is_about_one_record
    check (num_nonnulls(need_id, confirmation_id, task_id, digest_id, invitation_id, claim_id) = 1);
create index outbox_by_invitation on app.outbox (invitation_id);
create index outbox_by_claim on app.outbox (claim_id);
comment on column app.outbox.to_email is 'Who reads a letter that carries no links and is no digest; otherwise the person of link_set or of the digest.';
