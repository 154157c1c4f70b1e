-- A need: the case that the form opens, with the promise reckoned for it.
create table app.needs (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique,
  state api.need_state not null default 'received',
  language api.language not null,
  description text not null,
  services text[] not null default '{}',
  business_id text,
  founder boolean not null default false,
  company_name text,
  contact_name text not null,
  contact_email text not null,
  contact_phone text,
  contact_by api.contact_way not null,
  notice_version text not null,
  idempotency_key text,
  fingerprint text not null,
  received_at timestamptz not null default now(),
  promise_days smallint not null,
  due_at timestamptz not null,
  survey_after interval not null,
  owner_email text,
  owner_name text,
  first_response_at timestamptz,
  promise_kept boolean,
  closed_at timestamptz,
  constraint an_address_uses_a_key_once unique (contact_email, idempotency_key),
  constraint reference_has_eight_characters check (reference ~ '^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$'),
  constraint description_has_20_to_5000_characters check (char_length(description) between 20 and 5000),
  constraint services_are_at_most_10 check (cardinality(services) <= 10),
  constraint business_id_is_well_formed check (business_id ~ '^[0-9]{7}-[0-9]$'),
  constraint a_founder_alone_may_lack_a_business_id check (founder or business_id is not null),
  constraint company_name_has_1_to_200_characters check (char_length(company_name) between 1 and 200),
  constraint contact_name_has_1_to_100_characters check (char_length(contact_name) between 1 and 100),
  constraint contact_email_is_lower_case check (contact_email = lower(contact_email) and position('@' in contact_email) > 1),
  constraint contact_email_has_at_most_254_characters check (char_length(contact_email) <= 254),
  constraint contact_phone_has_5_to_30_characters check (char_length(contact_phone) between 5 and 30),
  constraint who_wants_a_call_gives_a_number check (contact_by <> 'phone' or contact_phone is not null),
  constraint notice_version_has_1_to_40_characters check (char_length(notice_version) between 1 and 40),
  constraint idempotency_key_has_8_to_128_characters check (char_length(idempotency_key) between 8 and 128),
  constraint promise_is_1_to_30_days check (promise_days between 1 and 30),
  constraint due_comes_after_receipt check (due_at > received_at),
  constraint survey_comes_after_the_response check (survey_after >= interval '0'),
  constraint response_comes_after_receipt check (first_response_at >= received_at),
  constraint an_owner_has_an_address check (owner_name is null or owner_email is not null),
  constraint kept_is_known_once_the_clock_stops check (first_response_at is null or promise_kept is not null),
  constraint kept_means_answered_in_time check (promise_kept is not true or coalesce(first_response_at <= due_at, false)),
  constraint a_need_has_an_end_when_it_is_not_open check ((closed_at is not null) = (state in ('closed', 'referred', 'withdrawn', 'declined')))
);
alter table app.needs enable row level security;

-- The mailbox behind an address: what stands after a plus sign comes to the same one, and must not get round a limit.
create function app.mailbox_of(p_email text) returns text
language sql immutable parallel safe
set search_path = ''
as $$ select split_part(split_part(p_email, '@', 1), '+', 1) || '@' || split_part(p_email, '@', 2) $$;

-- Six needs from one mailbox in an hour are too many; the same form twice in a minute is one need.
create index needs_by_mailbox on app.needs (app.mailbox_of(contact_email), received_at desc);

comment on table app.needs is 'What a company asked for, in its own words, with the promise that was reckoned when it came in.';
comment on column app.needs.fingerprint is 'SHA-256 over what was written: the same form sent twice within a minute is one need.';
comment on column app.needs.due_at is 'Last moment of the promise, reckoned in site/domain/calendar.ts: the end of the n-th working day, Helsinki time.';
comment on column app.needs.promise_kept is 'Set once, when the clock stops. Null while it runs, or when the company itself withdrew in time.';

-- The moves between states that exist; what is not listed is refused.
create table app.need_moves (
  from_state api.need_state not null,
  to_state api.need_state not null,
  primary key (from_state, to_state)
);
alter table app.need_moves enable row level security;
comment on table app.need_moves is 'Every move that a need may make between states.';

insert into app.need_moves (from_state, to_state) values
  ('received', 'claimed'), ('claimed', 'shaping'), ('shaping', 'calling'), ('calling', 'offered'), ('offered', 'agreed'),
  ('agreed', 'preparing'), ('preparing', 'delivering'), ('delivering', 'closing'), ('closing', 'closed'),
  -- An answer may close a need at once.
  ('claimed', 'closed'),
  -- Undo: the one who took it lets go; the company takes back its withdrawal.
  ('claimed', 'received'), ('withdrawn', 'received'), ('withdrawn', 'claimed');

-- From every open state a need may be referred, withdrawn or declined.
insert into app.need_moves (from_state, to_state)
select open_state, end_state
from unnest(array['received', 'claimed', 'shaping', 'calling', 'offered', 'agreed', 'preparing', 'delivering', 'closing']::api.need_state[]) as open_state,
     unnest(array['referred', 'withdrawn', 'declined']::api.need_state[]) as end_state;

create function app.is_open(p_state api.need_state) returns boolean
language sql immutable parallel safe
set search_path = ''
as $$ select p_state not in ('closed', 'referred', 'withdrawn', 'declined') $$;

create function app.tg_needs__move() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if not exists (select from app.need_moves m where m.from_state = old.state and m.to_state = new.state) then
    raise exception 'a need cannot move from % to %', old.state, new.state using errcode = 'NMOVE';
  end if;
  new.closed_at := case when app.is_open(new.state) then null else now() end;
  return new;
end $$;

create trigger _100_move before update of state on app.needs
for each row when (old.state is distinct from new.state) execute function app.tg_needs__move();

-- The clock stops once: nobody edits the first response or whether the promise was kept.
create function app.tg_needs__clock() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if old.due_at <> new.due_at or old.received_at <> new.received_at or old.promise_days <> new.promise_days
     or (old.first_response_at is not null and new.first_response_at is distinct from old.first_response_at)
     or (old.promise_kept is not null and new.promise_kept is distinct from old.promise_kept) then
    raise exception 'the record of the promise is not edited' using errcode = 'NCLCK';
  end if;
  return new;
end $$;

create trigger _200_clock before update on app.needs
for each row execute function app.tg_needs__clock();
