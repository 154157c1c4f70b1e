-- What the company answered to the survey after its first response: one row for a need, with the version it answered.
create table app.survey_answers (
  need_id uuid primary key references app.needs (id) on delete cascade,
  survey text not null,
  version smallint not null,
  answer text not null,
  answered_at timestamptz not null default now(),
  changed_at timestamptz,
  constraint answer_has_1_to_40_characters check (char_length(answer) between 1 and 40),
  constraint survey_has_1_to_60_characters check (char_length(survey) between 1 and 60)
);
alter table app.survey_answers enable row level security;
comment on table app.survey_answers is 'The first question of the survey after the first response: a fact that checks the promise from outside.';
