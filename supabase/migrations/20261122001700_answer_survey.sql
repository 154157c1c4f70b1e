-- answer-survey: the company's one tap, confirmed by a button; it may change its mind for seven days.
create type api.answer_survey_outcome as enum ('answered', 'too_late', 'no_link');

create function api.answer_survey(p_token_hash text, p_survey text, p_version integer, p_answer text) returns api.answer_survey_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_link app.links := app.living_link(p_token_hash);
  v_changed boolean;
begin
  if v_link.id is null or v_link.purpose <> 'answer_survey' then return 'no_link'; end if;
  if exists (
    select from app.survey_answers a where a.need_id = v_link.need_id and a.answered_at < now() - interval '7 days'
  ) then return 'too_late'; end if;
  insert into app.survey_answers as a (need_id, survey, version, answer)
  values (v_link.need_id, p_survey, p_version, p_answer)
  on conflict (need_id) do update set answer = excluded.answer, version = excluded.version, changed_at = now()
    where a.answer <> excluded.answer
  returning true into v_changed;
  if v_changed then perform app.log_event(v_link, 'survey_answered'); end if;
  return 'answered';
end $$;

comment on function api.answer_survey is 'Stores the answer to the first question of the survey; the last one counts, for seven days.';
revoke execute on function api.answer_survey from public, anon, authenticated;
grant execute on function api.answer_survey to service_role;
