-- Letters to be sent: ids alone, never a token or a text; sent at least once here, exactly once by the idempotency key.
create table app.outbox (
  id uuid primary key default gen_random_uuid(),
  letter api.letter_kind not null,
  need_id uuid not null references app.needs (id) on delete cascade,
  link_set uuid not null,
  message_id uuid references app.messages (id) on delete cascade,
  hand_over_id uuid references app.hand_overs (id) on delete cascade,
  created_at timestamptz not null default now(),
  due_from timestamptz not null default now(),
  send_after timestamptz not null default now(),
  attempts smallint not null default 0,
  leased_until timestamptz,
  sent_at timestamptz,
  provider_id text,
  dropped_at timestamptz,
  stuck_at timestamptz,
  last_error text,
  constraint last_error_has_at_most_500_characters check (char_length(last_error) <= 500),
  constraint a_letter_ends_once check (num_nonnulls(sent_at, dropped_at, stuck_at) <= 1)
);
alter table app.outbox enable row level security;

-- The queue is the letters that have not ended; the index holds nothing else and stays small.
create index outbox_waiting on app.outbox (send_after) where sent_at is null and dropped_at is null and stuck_at is null;
create index outbox_stuck on app.outbox (stuck_at) where stuck_at is not null;
create index outbox_by_need on app.outbox (need_id);
create index outbox_by_message on app.outbox (message_id);
create index outbox_by_hand_over on app.outbox (hand_over_id);
-- One survey for a need, whatever happens twice.
create unique index outbox_has_one_survey_for_a_need on app.outbox (need_id) where letter = 'survey';

comment on table app.outbox is 'Letters waiting, sent, dropped as out of date, or stuck. The id is the idempotency key that Resend is given.';
comment on column app.outbox.due_from is 'When the letter was first to go. send_after moves with each failed try, this does not: it tells how late a letter is.';
comment on column app.outbox.link_set is 'Whose letter it is: the set of links (one person, one need) that it carries.';

-- The newest links that a person has for a need.
create function app.link_set_of(p_need_id uuid, p_email text, p_role api.person_role) returns uuid
language sql stable
set search_path = ''
as $$
  select l.set_id from app.links l
  where l.need_id = p_need_id and l.person_email = p_email and l.person_role = p_role
  order by l.created_at desc, l.set_id limit 1
$$;

-- Queues a letter to the company of a need.
create function app.tell_company(p_need app.needs, p_letter api.letter_kind, p_message_id uuid default null, p_hand_over_id uuid default null) returns void
language sql
set search_path = ''
as $$
  insert into app.outbox (letter, need_id, link_set, message_id, hand_over_id)
  values (p_letter, p_need.id, app.link_set_of(p_need.id, p_need.contact_email, 'company'), p_message_id, p_hand_over_id)
$$;

-- Queues a letter to the owner of a need, or to every coordinator while nobody owns it.
create function app.tell_owner(p_need app.needs, p_letter api.letter_kind, p_message_id uuid default null) returns void
language sql
set search_path = ''
as $$
  insert into app.outbox (letter, need_id, link_set, message_id)
  select p_letter, p_need.id, (array_agg(l.set_id order by l.created_at desc, l.set_id))[1], p_message_id
  from app.links l
  where l.need_id = p_need.id and l.person_role in ('coordinator', 'expert')
    and case when p_need.owner_email is null then l.person_role = 'coordinator' else l.person_email = p_need.owner_email end
  group by l.person_email
$$;
