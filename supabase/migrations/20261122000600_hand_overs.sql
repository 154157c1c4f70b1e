-- A direct referral of a need to somebody of the network, with a state of its own.
create table app.hand_overs (
  id uuid primary key default gen_random_uuid(),
  need_id uuid not null references app.needs (id) on delete cascade,
  state api.hand_over_state not null default 'asked',
  from_email text not null,
  from_name text,
  to_role api.person_role not null,
  to_email text not null,
  to_name text not null,
  note text,
  asked_at timestamptz not null default now(),
  decided_at timestamptz,
  constraint note_has_1_to_2000_characters check (char_length(note) between 1 and 2000),
  constraint a_need_is_handed_to_a_coordinator_or_an_expert check (to_role in ('coordinator', 'expert')),
  constraint one_hand_over_for_a_person unique (need_id, to_email)
);
alter table app.hand_overs enable row level security;

comment on table app.hand_overs is 'Hand-overs of a need: asked, then taken or declined by the person asked.';
