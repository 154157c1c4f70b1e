-- report-feedback, as of very many free texts: a page asks for the newest few and how many there are, a file for all, and what
-- was asked is looked up once a question, not once a text.
create index named_answers_written on app.named_answers (invitation_id) where body is not null;
drop index app.survey_invitations_answered;
create index survey_invitations_answered on app.survey_invitations (answered_at) include (id, survey, theme, service, provider)
  where answered_at is not null;

drop function api.desk_report_texts(date, date, text, text[], text);

-- A row for each question and month, the newest month first: at most p_most texts (null: all), and how many there are. Of anonymous
-- surveys those that were opened, in no order but a random one. Arrays and no JSON of one's own: that took six times as long.
create function api.desk_report_texts(p_from date, p_to date, p_theme text, p_providers text[], p_service text, p_most integer)
returns table (survey text, about jsonb, month text, bodies text[], of_all integer)
language plpgsql stable security definer
set search_path = ''
set plan_cache_mode = force_custom_plan
set work_mem = '32MB'
as $$
begin
  if app.desk_person() is null then return; end if;
  return query
  with texts as (
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
  ), asked as (
    select t.survey, t.question, t.month, array_agg(t.body order by t.place) as bodies from texts t group by 1, 2, 3
  ), placed as (
    select a.*, (sum(cardinality(a.bodies)) over (order by a.month desc, a.survey, a.question) - cardinality(a.bodies))::integer as before,
      (sum(cardinality(a.bodies)) over ())::integer as of_all
    from asked a
  )
  select p.survey, app.question_now(p.survey, p.question), to_char(p.month, 'YYYY-MM'),
    case when p_most is null then p.bodies else p.bodies[:p_most - p.before] end, p.of_all
  from placed p
  where p_most is null or p.before < p_most
  order by p.before;
end $$;

comment on function api.desk_report_texts is 'Free texts of answers within these months, at most p_most, and how many there are: of anonymous surveys those that were opened, in no order that tells anything.';
revoke execute on function api.desk_report_texts from public, anon, authenticated, service_role;
grant execute on function api.desk_report_texts to authenticated;
