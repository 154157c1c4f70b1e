-- report-feedback: what was answered to each question by month, summed from cells that hold five answers or more.

-- A question as its newest version puts it; over versions it is known by its key.
create function app.question_now(p_survey text, p_key text) returns jsonb
language sql stable
set search_path = ''
as $$
  select q || jsonb_build_object('event', v.event, 'place', q_place, 'anonymous', v.anonymous)
  from app.survey_versions v, jsonb_array_elements(v.questions) with ordinality as asked (q, q_place)
  where v.survey = p_survey and q ->> 'key' = p_key
  order by v.version desc limit 1
$$;

-- [{ survey, question, about: the question itself, months: [{ month, answers, counts }] }]. p_to is not counted itself.
-- p_providers: ids under which one provider stands, or stood before it was renamed or joined.
create function app.feedback_by_question(p_from date, p_to date, p_theme text, p_providers text[], p_service text) returns jsonb
language sql stable
set search_path = ''
as $$
  with cells as materialized (
    select f.survey, f.question, f.month, f.answers, f.counts
    from app.survey_figures(null, p_from, p_to - 1, p_theme, null, p_service) f
    where p_providers is null or f.provider = any (p_providers)
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

-- [{ survey, event, anonymous, asked, answered }]: who was asked within these months, and how many answers are in their figures.
create function app.response_rates(p_from date, p_to date, p_theme text, p_providers text[], p_service text) returns jsonb
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
      select f.survey, f.question, sum(f.answers) as answers
      from app.survey_figures(null, p_from, p_to - 1, p_theme, null, p_service) f
      where p_providers is null or f.provider = any (p_providers)
      group by 1, 2
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

-- A coordinator reads the same sums as everybody: who answered what in an anonymous survey is no coordinator's business.
create function api.desk_report_feedback(p_from date, p_to date, p_theme text, p_providers text[], p_service text) returns jsonb
language sql stable security definer
set search_path = ''
as $$
  select jsonb_build_object(
    'questions', app.feedback_by_question(p_from, p_to, p_theme, p_providers, p_service),
    'rates', app.response_rates(p_from, p_to, p_theme, p_providers, p_service))
  where app.desk_person() is not null
$$;

-- Texts as they were opened: five or more at once, in no order but a random one. Named ones stand with their need.
create function api.desk_report_texts(p_from date, p_to date, p_theme text, p_providers text[], p_service text) returns jsonb
language sql stable security definer
set search_path = ''
as $$
  select coalesce(jsonb_agg(
    jsonb_build_object('survey', x.survey, 'about', app.question_now(x.survey, x.question), 'month', to_char(x.month, 'YYYY-MM'), 'body', x.body)
    order by x.month desc, x.survey, x.question, x.place), '[]')
  from (
    select t.survey, t.question, t.month, t.body, t.id as place from app.opened_texts t
    where t.month >= p_from and t.month < p_to
      and (p_theme is null or t.theme = p_theme) and (p_service is null or t.service = p_service)
      and (p_providers is null or t.provider = any (p_providers))
    union all
    select i.survey, a.question, date_trunc('month', i.answered_at at time zone 'Europe/Helsinki')::date, a.body, i.id
    from app.named_answers a join app.survey_invitations i on i.id = a.invitation_id
    where a.body is not null and i.answered_at >= app.month_begins(p_from) and i.answered_at < app.month_begins(p_to)
      and (p_theme is null or i.theme = p_theme) and (p_service is null or i.service = p_service)
      and (p_providers is null or i.provider = any (p_providers))
  ) x
  where app.desk_person() is not null
$$;

create index survey_invitations_answered on app.survey_invitations (answered_at) where answered_at is not null;

comment on function api.desk_report_feedback is 'What was answered by question and month, and how many of those who were asked answered: sums over five or more, also for coordinators.';
comment on function api.desk_report_texts is 'Free texts of answers within these months: of anonymous surveys those that were opened, in no order that tells anything.';
revoke execute on function app.question_now, app.feedback_by_question, app.response_rates from public, anon, authenticated, service_role;
revoke execute on function api.desk_report_feedback, api.desk_report_texts from public, anon, authenticated, service_role;
grant execute on function api.desk_report_feedback, api.desk_report_texts to authenticated;
