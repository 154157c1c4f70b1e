-- What reports read: sums of five answers or more, and texts of which five or more came at once. Every figure is a sum of
-- whole cells, so that the difference of two figures is one too, and no filter, total or part gives fewer than five.
--
-- For whoever builds reports:
--   figures            app.survey_figures(survey, from, to, theme, provider, service): cells, never fewer than five answers
--   asked              app.survey_asked(…): invitations by month; answered of them: the largest sum over a survey's questions
--   the questions      app.survey_versions.questions, by (survey, version, key); over versions a question is joined by its key
--   anonymous texts    app.opened_texts, ordered by id
--   named answers      app.named_answers with app.survey_invitations: for coordinators, at once and without a threshold; texts for
--                      the provider where may_show
--   never              app.sealed_answers
-- To fill them in a test: tests/support/sql-surveys.ts, then api.release_answers(month, opened).
create table app.answer_cells (
  id uuid primary key default gen_random_uuid(),
  survey text not null,
  version integer not null,
  question text not null,
  month date not null,
  theme text,
  provider text,
  service text,
  answers integer not null,
  counts jsonb not null,
  foreign key (survey, version) references app.survey_versions (survey, version) on delete restrict,
  constraint a_cell_stands_once unique nulls not distinct (survey, version, question, month, theme, provider, service),
  constraint a_cell_has_five_answers_or_more check (answers >= 5),
  constraint a_cell_is_of_a_whole_month check (extract(day from month) = 1)
);
alter table app.answer_cells enable row level security;
create index answer_cells_by_month on app.answer_cells (month, survey);
comment on table app.answer_cells is
  'The base of all reports on surveys, for named and anonymous ones alike: per question and month the number of answers (answers) and how often each closed answer was given (counts: {"yes": 4, "no": 1}, {"5": 3, "4": 2}; {} for a free text). Months are those that were over when they were counted; fewer than five answers wait for a later month. theme > provider > service are ids of content files, each kept only where five or more share it and five or more, or none, are left beside it; null otherwise. The cells of a month never overlap: add them up as you like.';

create table app.opened_texts (
  id uuid primary key default gen_random_uuid(),
  survey text not null,
  version integer not null,
  question text not null,
  month date not null,
  theme text,
  provider text,
  service text,
  body text not null,
  may_show boolean not null,
  foreign key (survey, version) references app.survey_versions (survey, version) on delete restrict,
  constraint an_opened_text_is_of_a_whole_month check (extract(day from month) = 1)
);
alter table app.opened_texts enable row level security;
create index opened_texts_by_version on app.opened_texts (survey, version, question, month);
create index opened_texts_by_month on app.opened_texts (month, survey);
comment on table app.opened_texts is
  'Free texts of anonymous surveys, shuffled when they were opened, five or more to a cell; texts of named surveys stay in app.named_answers. Order by id, which is random. may_show: the writer agreed that the provider reads it.';

-- Fewer than five texts of a cell are no texts, whoever writes them.
create function app.tg_opened_texts__five() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if exists (
    select from app.opened_texts t
    where (t.survey, t.version, t.question, t.month) in (select n.survey, n.version, n.question, n.month from opened n)
    group by t.survey, t.version, t.question, t.month, t.theme, t.provider, t.service having count(*) < 5
  ) then
    raise exception 'fewer than five texts are not shown' using errcode = 'NFIVE';
  end if;
  return null;
end $$;

create trigger _100_five after insert on app.opened_texts
referencing new table as opened for each statement execute function app.tg_opened_texts__five();

-- THE WAY TO FIGURES. Filters are ids; null: all. Any sum of the rows is safe to show.
create function app.survey_figures(
  p_survey text, p_from date, p_to date, p_theme text default null, p_provider text default null, p_service text default null
) returns table (
  survey text, version integer, question text, month date, theme text, provider text, service text, answers integer, counts jsonb
)
language sql stable
set search_path = ''
as $$
  select c.survey, c.version, c.question, c.month, c.theme, c.provider, c.service, c.answers, c.counts
  from app.answer_cells c
  where (p_survey is null or c.survey = p_survey) and c.month between p_from and p_to
    and (p_theme is null or c.theme = p_theme)
    and (p_provider is null or c.provider = p_provider)
    and (p_service is null or c.service = p_service)
$$;

-- How many were asked in a month, by the month of the letter.
create function app.survey_asked(
  p_survey text, p_from date, p_to date, p_theme text default null, p_provider text default null, p_service text default null
) returns table (survey text, month date, asked integer)
language sql stable
set search_path = ''
as $$
  select i.survey, date_trunc('month', i.invited_at at time zone 'Europe/Helsinki')::date, count(*)::integer
  from app.survey_invitations i
  where (p_survey is null or i.survey = p_survey)
    and i.invited_at >= p_from::timestamp at time zone 'Europe/Helsinki'
    and i.invited_at < (p_to + interval '1 month') at time zone 'Europe/Helsinki'
    and (p_theme is null or i.theme = p_theme)
    and (p_provider is null or i.provider = p_provider)
    and (p_service is null or i.service = p_service)
  group by 1, 2
$$;

comment on function app.survey_figures is
  'Cells of answers for reports; months as their first days, both ends included. The threshold is in the cells: what it gives may be shown, added and compared.';
comment on function app.survey_asked is 'How many people were asked, by survey and month: the denominator of response rates. Answered: the largest sum over the questions of a survey.';
