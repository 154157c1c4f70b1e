-- Anonymous answers lie sealed until five or more of them are opened at once. The database has no key to the envelopes, so
-- nobody who has all of it, with the order and the time of its rows, reads an answer before it has lost where it came from.
create table app.sealed_answers (
  key_hash bytea primary key,
  survey text not null,
  version integer not null,
  anonymous boolean not null default true,
  question text,
  envelope bytea,
  answered_on date not null default app.helsinki_day(now()),
  foreign key (survey, version, anonymous) references app.survey_versions (survey, version, anonymous) on delete restrict,
  constraint a_named_answer_is_not_sealed check (anonymous),
  constraint key_hash_is_a_sha_256 check (octet_length(key_hash) = 32),
  constraint an_answer_has_an_envelope_and_a_mark_has_none check ((question is null) = (envelope is null)),
  -- Long answers and short ones look alike within a step; 2,000 characters and the facts fit.
  constraint an_envelope_is_of_a_padded_length check (octet_length(envelope) between 284 and 12316 and octet_length(envelope) % 256 = 28)
);
alter table app.sealed_answers enable row level security;
create index sealed_answers_by_version on app.sealed_answers (survey, version, anonymous);
create index sealed_answers_by_day on app.sealed_answers (answered_on) where envelope is not null;
comment on table app.sealed_answers is
  'Anonymous answers that may still be changed, or wait until there are five: one envelope a question, and one mark (question null) that this link was answered. key_hash: SHA-256 of a key that functions derive from the token of the link and the question; the database stores neither. envelope: AES-256-GCM under a key that the database does not have, padded to steps of 256 bytes; it holds the answer and its coarse facts. answered_on: the day of the first answer. Nothing here names a need, a person, a language or a moment. The mark stays, so that a link answers once; the envelopes go when they are opened.';
comment on column app.sealed_answers.question is 'Null in the row that marks the link as answered.';

-- The anonymity of a survey is fixed by its first answer: people answered under that promise.
create function app.tg_survey_versions__anonymity() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if exists (
    select from app.sealed_answers s where s.survey = new.survey and not new.anonymous
    union all
    select from app.survey_invitations i where i.survey = new.survey and new.anonymous and i.answered_at is not null
    union all
    select from app.answer_cells c join app.survey_versions v on v.survey = c.survey and v.version = c.version
    where c.survey = new.survey and v.anonymous <> new.anonymous
  ) then
    raise exception 'the anonymity of an answered survey is not changed' using errcode = 'NANON';
  end if;
  return new;
end $$;

create trigger _200_anonymity before insert on app.survey_versions
for each row execute function app.tg_survey_versions__anonymity();
