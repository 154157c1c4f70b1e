-- Surveys are content; what was asked is kept here, version by version, so that an old letter still shows its own questions
-- and a given answer keeps what it answered.
create type api.survey_event as enum ('first_response', 'midway', 'closing');

-- What a question is answered with: the words of its closed answers; none for a free text.
create function app.answers_of(p_question jsonb) returns text[]
language sql immutable
set search_path = ''
as $$
  select case p_question ->> 'kind'
    when 'fact' then array['yes', 'no']
    when 'scale' then array['1', '2', '3', '4', '5']
    when 'text' then '{}'
    else array(select jsonb_array_elements_text(p_question -> 'options'))
  end
$$;

create function app.are_questions(p_questions jsonb) returns boolean
language sql immutable
set search_path = ''
as $$
  select jsonb_typeof(p_questions) = 'array' and jsonb_array_length(p_questions) between 1 and 5
    and not exists (
      select from jsonb_array_elements(p_questions) q
      where coalesce(q ->> 'key', '') !~ '^[a-z0-9]+(-[a-z0-9]+)*$' or char_length(q ->> 'key') > 40
        or coalesce(q ->> 'kind', '') not in ('fact', 'scale', 'one_of', 'some_of', 'text')
        or (q ->> 'kind' in ('one_of', 'some_of') and coalesce(cardinality(app.answers_of(q)), 0) not between 2 and 10)
    )
    and (select count(*) = count(distinct q ->> 'key') from jsonb_array_elements(p_questions) q)
$$;

create table app.survey_versions (
  survey text not null,
  version integer not null,
  event api.survey_event not null,
  anonymous boolean not null,
  questions jsonb not null,
  texts jsonb not null default '{}',
  -- Postgres writes a jsonb in one order of keys, so the same content has the same hash.
  content_hash text not null generated always as (md5(questions::text || texts::text || anonymous::text)) stored,
  first_kept_at timestamptz not null default now(),
  primary key (survey, version),
  constraint the_same_content_is_one_version unique (survey, event, content_hash),
  constraint survey_is_the_id_of_a_file check (survey ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(survey) <= 60),
  constraint versions_are_counted_from_1 check (version >= 1),
  constraint a_survey_has_1_to_5_questions check (app.are_questions(questions))
);
alter table app.survey_versions enable row level security;
-- For references that carry along whether it is anonymous.
create unique index survey_versions_anonymous on app.survey_versions (survey, version, anonymous);
comment on table app.survey_versions is
  'Every version of a survey that was ever asked. Never changed, never deleted. survey: the id of the file; version: counted by the database, one more whenever any text of the survey changes; event: after which it goes out; questions: [{ key, kind, options, text: { fi, sv, en }, answers: { <answer>: { fi, sv, en } } }], at most five, key being what joins a question over versions; texts: what else the pages and letters say.';

create function app.tg_survey_versions__kept() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  raise exception 'what was asked is not changed afterwards' using errcode = 'NSVER';
end $$;

create trigger _100_kept before update or delete on app.survey_versions
for each row execute function app.tg_survey_versions__kept();

-- A question of a version; null when that version has none of this key.
create function app.question_of(p_survey text, p_version integer, p_key text) returns jsonb
language sql stable
set search_path = ''
as $$
  select q from app.survey_versions v, jsonb_array_elements(v.questions) q
  where v.survey = p_survey and v.version = p_version and q ->> 'key' = p_key
$$;

-- Whether these words answer that question: some of its closed answers, one but for some_of, or a text.
create function app.is_answer_to(p_question jsonb, p_choices text[], p_body text) returns boolean
language sql immutable
set search_path = ''
as $$
  select case p_question ->> 'kind'
    when 'text' then p_choices is null and p_body is not null
    else p_body is null and p_choices <@ app.answers_of(p_question) and cardinality(p_choices) >= 1
      and (p_question ->> 'kind' = 'some_of' or cardinality(p_choices) = 1)
      and cardinality(p_choices) = (select count(distinct c) from unnest(p_choices) c)
  end
$$;
