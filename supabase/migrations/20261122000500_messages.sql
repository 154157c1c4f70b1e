-- The thread of a need: what the company and those who handle it wrote to each other.
create table app.messages (
  id uuid primary key default gen_random_uuid(),
  need_id uuid not null references app.needs (id) on delete cascade,
  kind api.message_kind not null,
  author_role api.person_role not null,
  author_email text not null,
  author_name text,
  body text not null,
  channel api.contact_channel,
  happened_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  constraint body_has_1_to_5000_characters check (char_length(body) between 1 and 5000),
  constraint a_contact_has_a_channel check ((kind = 'contact') = (channel is not null)),
  constraint nothing_is_logged_before_it_happened check (happened_at <= created_at)
);
alter table app.messages enable row level security;
create index messages_by_need on app.messages (need_id, created_at);

comment on table app.messages is 'Answers, questions, logged calls and meetings, replies and reasons. All of them the company may read, but hand_over_decline.';
