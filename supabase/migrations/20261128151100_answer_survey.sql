-- answer-survey: what was tapped in the letter and what else the page asks, stored by its one button; the last answers count.
drop function api.answer_survey(text, text, integer, text);
drop type api.answer_survey_outcome;
create type api.answer_survey_outcome as enum ('answered', 'nothing', 'too_late', 'no_link');

create function app.invitation_behind(p_token_hash text) returns app.survey_invitations
language sql stable
set search_path = ''
as $$
  select i from app.living_link(p_token_hash) l join app.survey_invitations i on i.link_id = l.id where l.purpose = 'answer_survey'
$$;

-- The survey behind a link in the version that was asked, with what was answered; of an anonymous one nothing is known here.
create function api.open_survey(p_token_hash text) returns table (
  survey text, version integer, anonymous boolean, questions jsonb, texts jsonb, theme text, service text, provider text,
  answered_at timestamptz, may_change boolean, answers jsonb, follow_up_due timestamptz
)
language sql stable security definer
set search_path = ''
as $$
  select i.survey, i.version, i.anonymous, v.questions, v.texts, i.theme, i.service, i.provider, i.answered_at,
    i.answered_at is null or i.answered_at >= now() - interval '7 days',
    coalesce((
      select jsonb_agg(jsonb_build_object('question', a.question, 'choices', a.choices, 'body', a.body, 'may_show', a.may_show))
      from app.named_answers a where a.invitation_id = i.id
    ), '[]'),
    (select f.due_at from app.follow_ups f where f.invitation_id = i.id and f.answered_at is null and f.withdrawn_at is null)
  from app.invitation_behind(p_token_hash) i join app.survey_versions v on v.survey = i.survey and v.version = i.version
$$;

-- p_answers: [{ question, choices, body, may_show }], all that the page holds: what is not there was left empty. p_follow_up_due:
-- by when a low answer is to be answered.
create function api.answer_survey(p_token_hash text, p_answers jsonb, p_follow_up_due timestamptz) returns api.answer_survey_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_invitation app.survey_invitations := app.invitation_behind(p_token_hash);
  v_changed integer;
  v_gone integer;
begin
  if v_invitation.id is null or v_invitation.anonymous then return 'no_link'; end if;
  -- Two taps come one after the other, and the last one counts.
  select i.* into v_invitation from app.survey_invitations i where i.id = v_invitation.id for update;
  if v_invitation.answered_at < now() - interval '7 days' then return 'too_late'; end if;
  if v_invitation.answered_at is null and jsonb_array_length(p_answers) = 0 then return 'nothing'; end if;

  delete from app.named_answers a
  where a.invitation_id = v_invitation.id and a.question <> all (array(select g ->> 'question' from jsonb_array_elements(p_answers) g));
  get diagnostics v_gone = row_count;
  insert into app.named_answers as a (invitation_id, question, choices, body, may_show)
  select v_invitation.id, g.question, g.choices, g.body, coalesce(g.may_show, false)
  from jsonb_to_recordset(p_answers) g (question text, choices text[], body text, may_show boolean)
  on conflict (invitation_id, question) do update
    set choices = excluded.choices, body = excluded.body, may_show = excluded.may_show, changed_at = now()
    where (a.choices, a.body, a.may_show) is distinct from (excluded.choices, excluded.body, excluded.may_show);
  get diagnostics v_changed = row_count;
  if v_changed + v_gone > 0 then
    update app.survey_invitations set answered_at = coalesce(answered_at, now()) where id = v_invitation.id;
    insert into app.events (need_id, kind, actor_role, actor_email, link_id)
    select l.need_id, 'survey_answered', l.person_role, l.person_email, l.id from app.links l where l.id = v_invitation.link_id;
    perform app.note_low_answers(v_invitation, p_follow_up_due);
  end if;
  return 'answered';
end $$;

-- The envelopes and the mark of somebody who has the keys.
create function api.sealed_by_keys(p_keys text[]) returns table (question text, envelope text, answered_on date, may_change boolean)
language sql stable security definer
set search_path = ''
as $$
  select s.question, translate(encode(s.envelope, 'base64'), e'\n', ''), s.answered_on, s.answered_on >= app.helsinki_day(now()) - 7
  from app.sealed_answers s where s.key_hash = any (array(select decode(k, 'hex') from unnest(p_keys) k))
$$;

-- p_answers: [{ question, key_hash, envelope }], one for each question, the envelope null where it was left empty. Nothing but
-- sealed answers is written here, and no log: not even the transaction leads from an answer to an invitation.
create function api.seal_answers(p_token_hash text, p_mark text, p_answers jsonb) returns api.answer_survey_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_invitation app.survey_invitations := app.invitation_behind(p_token_hash);
  v_mark app.sealed_answers;
begin
  if v_invitation.id is null or not v_invitation.anonymous then return 'no_link'; end if;
  if not exists (select from app.sealed_answers s where s.key_hash = decode(p_mark, 'hex'))
    and not exists (select from jsonb_array_elements(p_answers) g where g ->> 'envelope' is not null) then return 'nothing'; end if;
  -- Two taps wait for each other at the mark.
  insert into app.sealed_answers as s (key_hash, survey, version) values (decode(p_mark, 'hex'), v_invitation.survey, v_invitation.version)
  on conflict (key_hash) do update set answered_on = s.answered_on
  returning s.* into v_mark;
  if v_mark.answered_on < app.helsinki_day(now()) - 7 then return 'too_late'; end if;

  delete from app.sealed_answers s using jsonb_array_elements(p_answers) g
  where s.key_hash = decode(g ->> 'key_hash', 'hex') and g ->> 'envelope' is null;
  insert into app.sealed_answers (key_hash, survey, version, question, envelope, answered_on)
  select decode(g.key_hash, 'hex'), v_invitation.survey, v_invitation.version, g.question, decode(g.envelope, 'base64'), v_mark.answered_on
  from jsonb_to_recordset(p_answers) g (question text, key_hash text, envelope text)
  where g.envelope is not null and app.question_of(v_invitation.survey, v_invitation.version, g.question) is not null
  on conflict (key_hash) do update set envelope = excluded.envelope;
  return 'answered';
end $$;

comment on function api.open_survey is 'The survey behind a link, in the version that was asked, with the person''s answers so far; none of an anonymous one.';
comment on function api.answer_survey is 'Stores the answers to a named survey; all that the page holds, the last time counts, for seven days. A low one opens a follow-up.';
comment on function api.sealed_by_keys is 'Sealed answers to an anonymous survey, for the person who holds the link and so the keys.';
comment on function api.seal_answers is 'Stores the answers to an anonymous survey as envelopes under keys that only the link''s holder has, for seven days.';
revoke execute on function api.open_survey, api.answer_survey, api.sealed_by_keys, api.seal_answers from public, anon, authenticated, service_role;
grant execute on function api.open_survey, api.answer_survey, api.sealed_by_keys, api.seal_answers to service_role;
