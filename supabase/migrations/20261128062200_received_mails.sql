-- Mails that came to the address of a letter: noted before anything is done with them, so that none is lost on the way in.
create type api.mail_outcome as enum (
  'said', 'already_said', 'automatic', 'empty', 'other_address', 'unproven', 'taken_by_other', 'closed', 'no_link', 'too_many', 'unreadable'
);

create table app.received_mails (
  id uuid primary key default gen_random_uuid(),
  provider_id text not null unique,
  need_id uuid not null references app.needs (id) on delete cascade,
  link_id uuid not null references app.links (id) on delete cascade,
  from_email text not null,
  received_at timestamptz not null default now(),
  try_after timestamptz not null default now(),
  attempts smallint not null default 0,
  leased_until timestamptz,
  last_error text,
  taken_at timestamptz,
  outcome api.mail_outcome,
  message_id uuid references app.messages (id) on delete cascade,
  body text,
  was_cut boolean not null default false,
  attachments smallint not null default 0,
  constraint mail_provider_id_has_1_to_200_characters check (char_length(provider_id) between 1 and 200),
  constraint mail_sender_is_lower_case check (from_email = lower(from_email)),
  constraint mail_sender_has_1_to_254_characters check (char_length(from_email) between 1 and 254),
  constraint mail_body_has_1_to_5000_characters check (char_length(body) between 1 and 5000),
  constraint mail_error_has_at_most_500_characters check (char_length(last_error) <= 500),
  constraint attachments_are_counted_from_0 check (attachments >= 0),
  constraint a_mail_that_was_taken_in_has_an_outcome check ((taken_at is null) = (outcome is null)),
  constraint a_text_stands_in_the_thread_or_here check (num_nonnulls(message_id, body) <= 1)
);
alter table app.received_mails enable row level security;
create index mails_waiting on app.received_mails (try_after) where taken_at is null;
create index mails_by_need on app.received_mails (need_id, received_at);
create index mails_by_link on app.received_mails (link_id, received_at);
create index mails_by_message on app.received_mails (message_id);

comment on table app.received_mails is
  'Mails to the reply address of a letter. What was said in one stands in the thread; the text of one that was set aside stands here. Quoted text, signatures and attachments are kept nowhere.';
comment on column app.received_mails.link_id is 'The link whose reply address the mail came to: whose word it may be, on which need.';
comment on column app.received_mails.from_email is 'Who sent it. Empty headers and such make it a word that is no address.';

-- What a coordinator sees of a need: also the mails that were set aside.
grant select on app.received_mails to authenticated;
create policy coordinators_read on app.received_mails for select to authenticated using ((select app.desk_person()) is not null);

alter table app.outbox add column mail_id uuid references app.received_mails (id) on delete cascade;
create index outbox_by_mail on app.outbox (mail_id);
comment on column app.outbox.mail_id is 'The received mail that the letter is about, where it is about one.';
