-- Who besides coordinators sees the figures of a survey is said in its newest version: the provider, the steering group, everybody.
create function app.seen_by(p_survey text) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(v.texts -> 'seen_by', '[]') from app.survey_versions v where v.survey = p_survey order by v.version desc limit 1
$$;

create or replace function app.question_now(p_survey text, p_key text) returns jsonb
language sql stable
set search_path = ''
as $$
  select q || jsonb_build_object('event', v.event, 'place', q_place, 'anonymous', v.anonymous, 'seen_by', app.seen_by(p_survey))
  from app.survey_versions v, jsonb_array_elements(v.questions) with ordinality as asked (q, q_place)
  where v.survey = p_survey and q ->> 'key' = p_key
  order by v.version desc limit 1
$$;

-- Of questions or rates, those of surveys that are for these readers.
create function app.for_readers(p_readers text, p_list jsonb) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(one.value order by one.place), '[]')
  from jsonb_array_elements(p_list) with ordinality as one (value, place)
  where app.seen_by(one.value ->> 'survey') ? p_readers
$$;
revoke execute on function app.seen_by, app.for_readers from public, anon, authenticated, service_role;
