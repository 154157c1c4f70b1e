-- Answers of a month over the whole network, kept beside the cells that they are the sum of: most reports ask for nothing else.
create table app.answer_months (
  survey text not null,
  version integer not null,
  question text not null,
  month date not null,
  answers integer not null,
  counts jsonb not null,
  primary key (survey, version, question, month),
  foreign key (survey, version) references app.survey_versions (survey, version) on delete restrict,
  constraint a_month_has_five_answers_or_more check (answers >= 5)
);
alter table app.answer_months enable row level security;
create index answer_months_by_month on app.answer_months (month, survey);
comment on table app.answer_months is 'Sums of app.answer_cells by question and month, written by its trigger. Cells are added and never changed.';

-- What the cells of these months come to now.
create function app.sum_answers(p_months date[]) returns table (
  survey text, version integer, question text, month date, answers integer, counts jsonb
)
language sql stable
set search_path = ''
as $$
  with sums as (
    select c.survey, c.version, c.question, c.month, sum(c.answers)::integer as answers
    from app.answer_cells c where c.month = any (p_months) group by 1, 2, 3, 4
  ), choices as (
    select x.survey, x.version, x.question, x.month, jsonb_object_agg(x.choice, x.times) as counts from (
      select c.survey, c.version, c.question, c.month, given.choice, sum(given.times::integer)::integer as times
      from app.answer_cells c, jsonb_each_text(c.counts) as given (choice, times) where c.month = any (p_months) group by 1, 2, 3, 4, 5
    ) x group by 1, 2, 3, 4
  )
  select s.survey, s.version, s.question, s.month, s.answers, coalesce(c.counts, '{}')
  from sums s left join choices c using (survey, version, question, month)
$$;

create function app.keep_answer_months(p_months date[]) returns void
language sql
set search_path = ''
as $$
  insert into app.answer_months (survey, version, question, month, answers, counts)
  select s.survey, s.version, s.question, s.month, s.answers, s.counts from app.sum_answers(p_months) s
  on conflict (survey, version, question, month) do update set answers = excluded.answers, counts = excluded.counts
$$;

create function app.tg_answer_cells__months() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform app.keep_answer_months(array(select distinct n.month from added n));
  return null;
end $$;

create trigger _500_months after insert on app.answer_cells
referencing new table as added for each statement execute function app.tg_answer_cells__months();
select app.keep_answer_months(array(select distinct c.month from app.answer_cells c));

-- As before; over the whole network from the sums that are kept.
create or replace function app.feedback_by_question(p_from date, p_to date, p_theme text, p_providers text[], p_service text) returns jsonb
language sql stable
set search_path = ''
as $$
  with cells as materialized (
    select f.survey, f.question, f.month, f.answers, f.counts
    from app.survey_figures(null, p_from, p_to - 1, p_theme, null, p_service) f
    where num_nonnulls(p_theme, p_providers, p_service) > 0 and (p_providers is null or f.provider = any (p_providers))
    union all
    select m.survey, m.question, m.month, m.answers, m.counts from app.answer_months m
    where num_nonnulls(p_theme, p_providers, p_service) = 0 and m.month >= p_from and m.month < p_to
  ), sums as (
    select c.survey, c.question, c.month, sum(c.answers)::integer as answers from cells c group by 1, 2, 3
  ), choices as (
    select x.survey, x.question, x.month, jsonb_object_agg(x.choice, x.times) as counts from (
      select c.survey, c.question, c.month, given.choice, sum(given.times::integer)::integer as times
      from cells c, jsonb_each_text(c.counts) as given (choice, times) group by 1, 2, 3, 4
    ) x group by 1, 2, 3
  ), questions as (
    select s.survey, s.question,
      jsonb_agg(jsonb_build_object('month', to_char(s.month, 'YYYY-MM'), 'answers', s.answers, 'counts', coalesce(c.counts, '{}')) order by s.month) as months
    from sums s left join choices c on c.survey = s.survey and c.question = s.question and c.month = s.month
    group by 1, 2
  )
  select coalesce(jsonb_agg(
    jsonb_build_object('survey', q.survey, 'question', q.question, 'about', asked.about, 'months', q.months)
    order by asked.about ->> 'event', q.survey, (asked.about ->> 'place')::integer, q.question
  ), '[]')
  from questions q cross join lateral (select app.question_now(q.survey, q.question) as about) asked
$$;

create or replace function app.response_rates(p_from date, p_to date, p_theme text, p_providers text[], p_service text) returns jsonb
language sql stable
set search_path = ''
as $$
  with asked as (
    select i.survey, count(*)::integer as asked from app.survey_invitations i
    where i.invited_at >= app.month_begins(p_from) and i.invited_at < app.month_begins(p_to)
      and (p_theme is null or i.theme = p_theme) and (p_service is null or i.service = p_service)
      and (p_providers is null or i.provider = any (p_providers))
    group by 1
  ), answered as (
    -- Whoever answered may have left out a question: the one with most answers tells how many there were.
    select a.survey, max(a.answers)::integer as answered from (
      select f.survey, f.question, sum(f.answers) as answers from (
        select f.survey, f.question, f.answers
        from app.survey_figures(null, p_from, p_to - 1, p_theme, null, p_service) f
        where num_nonnulls(p_theme, p_providers, p_service) > 0 and (p_providers is null or f.provider = any (p_providers))
        union all
        select m.survey, m.question, m.answers from app.answer_months m
        where num_nonnulls(p_theme, p_providers, p_service) = 0 and m.month >= p_from and m.month < p_to
      ) f group by 1, 2
    ) a group by 1
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'survey', a.survey, 'event', v.event, 'anonymous', v.anonymous, 'asked', a.asked, 'answered', coalesce(d.answered, 0)
  ) order by v.event, a.survey), '[]')
  from asked a left join answered d on d.survey = a.survey
  cross join lateral (
    select w.event, w.anonymous from app.survey_versions w where w.survey = a.survey order by w.version desc limit 1
  ) v
  where a.asked >= app.smallest_group()
$$;
revoke execute on function app.sum_answers, app.keep_answer_months from public, anon, authenticated, service_role;
