-- Letters about several needs at once, to a coordinator; the steps of the ladder; letters that go in certain hours alone.
create table app.digests (
  id uuid primary key default gen_random_uuid(),
  letter api.letter_kind not null,
  email text not null references app.coordinators (email) on delete restrict,
  day date not null,
  remind_due_by timestamptz,
  about text references app.coordinators (email) on delete restrict,
  absence_id uuid references app.absences (id) on delete cascade,
  told jsonb,
  told_at timestamptz,
  created_at timestamptz not null default now(),
  constraint a_digest_is_of_a_day_or_about_somebody check (
    case letter when 'digest' then remind_due_by is not null and about is null
      when 'owner_left' then about is not null and told is not null
      when 'stand_in' then about is not null and told is not null and absence_id is not null
      else false end),
  constraint what_was_told_was_told_at_a_time check ((told is null) = (told_at is null))
);
alter table app.digests enable row level security;
create unique index one_digest_for_a_day on app.digests (email, day) where letter = 'digest';
create index digests_by_email on app.digests (email, told_at);
create index digests_by_about on app.digests (about);
create index digests_by_absence on app.digests (absence_id);

comment on table app.digests is 'Letters about several needs: the day''s overview, needs of somebody who left, needs of somebody who is away.';
comment on column app.digests.told is
  'Which needs the letter tells of, in which section, as of told_at: set once, when it is first about to go, so that a second try says the same.';
comment on column app.digests.remind_due_by is 'The end of the next working day: what is due until then is reminded of.';

create type api.ladder_step as enum ('remind', 'escalate', 'tell_company');

create table app.ladder_steps (
  need_id uuid not null references app.needs (id) on delete cascade,
  step api.ladder_step not null,
  taken_at timestamptz not null default now(),
  constraint a_step_is_taken_once primary key (need_id, step)
);
alter table app.ladder_steps enable row level security;
comment on table app.ladder_steps is 'The ladder of the promise as it was walked: each step of a need once, however often the schedule runs.';

alter table app.outbox
  alter column link_set drop not null,
  add column digest_id uuid references app.digests (id) on delete cascade,
  add column send_within tstzmultirange,
  drop constraint a_letter_is_about_one_record,
  add constraint a_letter_is_about_one_record check (num_nonnulls(need_id, confirmation_id, task_id, digest_id) = 1),
  add constraint a_digest_alone_has_no_links check ((link_set is null) = (digest_id is not null));
create index outbox_by_digest on app.outbox (digest_id);
comment on column app.outbox.send_within is
  'Hours in which alone the letter may go, reckoned in site/domain/calendar.ts, since SQL knows no holidays; null: at any time.';
