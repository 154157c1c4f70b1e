-- report-feedback: who was asked is counted survey by survey from an index; there are few surveys, and no count of them is sorted.
create or replace function app.response_rates(p_from date, p_to date, p_theme text, p_providers text[], p_service text) returns jsonb
language sql stable
set search_path = ''
as $$
  with surveys as (
    select distinct on (v.survey) v.survey, v.event, v.anonymous from app.survey_versions v order by v.survey, v.version desc
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
    'survey', s.survey, 'event', s.event, 'anonymous', s.anonymous, 'asked', a.asked, 'answered', coalesce(d.answered, 0)
  ) order by s.event, s.survey), '[]')
  from surveys s
  cross join lateral (
    select count(*)::integer as asked from app.survey_invitations i
    where i.survey = s.survey and i.invited_at >= app.month_begins(p_from) and i.invited_at < app.month_begins(p_to)
      and (p_theme is null or i.theme = p_theme) and (p_service is null or i.service = p_service)
      and (p_providers is null or i.provider = any (p_providers))
  ) a
  left join answered d on d.survey = s.survey
  where a.asked >= app.smallest_group()
$$;
