-- answer-follow-up: what companies said of a need in surveys, for the desk, and the answer to a low one, also after its end.
create type api.answer_follow_up_outcome as enum ('answered', 'nothing_to_answer');
create type api.follow_up_way as enum ('letter', 'phone', 'meeting');

-- The answers of an invitation in the order of its questions.
create function app.answers_in_order(p_invitation app.survey_invitations) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('question', q, 'choices', a.choices, 'body', a.body, 'low', app.is_low(q, a.choices)) order by p.place), '[]')
  from app.survey_versions v, jsonb_array_elements(v.questions) with ordinality p (q, place)
  join app.named_answers a on a.invitation_id = p_invitation.id and a.question = q ->> 'key'
  where v.survey = p_invitation.survey and v.version = p_invitation.version
$$;

-- What the record says of how the person was contacted before the answer, to be held against it; with the owner's rights, since
-- nobody at the desk reads the outbox.
create function app.contacts_on_record(p_need_id uuid, p_before timestamptz) returns jsonb
language sql stable security definer
set search_path = ''
as $$
  select coalesce(jsonb_agg(told.line order by told.at desc), '[]') from (
    select m.happened_at as at, jsonb_build_object(
      'kind', m.kind, 'channel', m.channel, 'at', m.happened_at, 'by', coalesce(m.author_name, m.author_email),
      'sent_at', o.sent_at, 'bounced', exists (select from app.bounces b where b.outbox_id = o.id)
    ) as line
    from app.messages m left join app.outbox o on o.message_id = m.id and o.letter in ('answer', 'declined', 'closed', 'referred')
    where app.desk_person() is not null and m.need_id = p_need_id and m.author_role in ('coordinator', 'expert') and m.kind in ('answer', 'contact', 'question', 'decline', 'closing', 'referral')
      and m.created_at < p_before
    order by m.happened_at desc limit 3
  ) told
$$;

-- Of a need: which surveys went out, what was answered, and the follow-up. Of an anonymous one only that it was sent.
create function api.desk_need_surveys(p_reference text) returns table (
  survey text, texts jsonb, anonymous boolean, invited_at timestamptz, answered_at timestamptz, answers jsonb, follow_up jsonb
)
language sql stable
set search_path = ''
as $$
  select i.survey, v.texts, i.anonymous, i.invited_at, i.answered_at, app.answers_in_order(i),
    (select to_jsonb(f) || jsonb_build_object('record', case when f.not_contacted then app.contacts_on_record(i.need_id, f.opened_at) end)
     from app.follow_ups f where f.invitation_id = i.id)
  from app.needs n join app.survey_invitations i on i.need_id = n.id
  join app.survey_versions v on v.survey = i.survey and v.version = i.version
  where n.reference = p_reference order by i.invited_at
$$;

-- The open ones, what is due first on top, and below them the newest that were answered.
create function api.desk_follow_ups() returns table (
  reference text, company_name text, business_id text, contact_name text, contact_phone text, state api.need_state,
  owner_email text, owner_name text, acting_email text, acting_name text, opened_at timestamptz, due_at timestamptz,
  answered_at timestamptz, answered_by text, not_contacted boolean, record jsonb, answers jsonb, now timestamptz
)
language sql stable
set search_path = ''
as $$
  with shown as (
    (select f.* from app.follow_ups f where f.answered_at is null and f.withdrawn_at is null order by f.due_at limit 200)
    union all
    (select f.* from app.follow_ups f where f.answered_at > now() - interval '30 days' order by f.answered_at desc limit 50)
  )
  select n.reference, n.company_name, n.business_id, n.contact_name, n.contact_phone, n.state,
    n.owner_email, n.owner_name, a.email, (select c.name from app.coordinators c where c.email = a.email),
    f.opened_at, f.due_at, f.answered_at, f.answered_by, f.not_contacted,
    case when f.not_contacted then app.contacts_on_record(n.id, f.opened_at) end, app.answers_in_order(i), now()
  from shown f join app.needs n on n.id = f.need_id join app.survey_invitations i on i.id = f.invitation_id
  left join lateral (select app.acting_owner(n.owner_email) as email) a on true
  order by f.answered_at desc nulls first, f.due_at
$$;

-- Any coordinator may answer: the owner may be away, or an expert whose part is over. A need that has ended stays ended.
create function app.answer_follow_up(p_actor app.actor, p_way api.follow_up_way, p_body text) returns api.answer_follow_up_outcome
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs := app.locked_need(p_actor);
  v_message uuid;
begin
  if not exists (
    select from app.follow_ups f where f.need_id = v_need.id and f.answered_at is null and f.withdrawn_at is null
  ) then return 'nothing_to_answer'; end if;
  if p_way = 'letter' then
    v_message := app.add_message(p_actor, 'answer', p_body);
    perform app.log_act(p_actor, 'answered', v_message);
    perform app.tell_company(v_need, 'follow_up_answer', v_message);
  else
    v_message := app.add_message(p_actor, 'contact', p_body, p_way::text::api.contact_channel);
    perform app.log_act(p_actor, 'contact_logged', v_message);
  end if;
  return 'answered';
end $$;

create function api.desk_answer_follow_up(p_reference text, p_seen bigint, p_links jsonb, p_way api.follow_up_way, p_body text)
returns table (standing api.desk_standing, outcome api.answer_follow_up_outcome)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_place app.desk_place := app.desk_actor(p_reference, p_seen, p_links);
begin
  return query select v_place.standing, case when v_place.standing = 'current' then app.answer_follow_up(v_place.actor, p_way, p_body) end;
end $$;

comment on function api.desk_need_surveys is 'For the page of a need: its surveys, answers and follow-ups; of an anonymous survey only that it was sent.';
comment on function api.desk_follow_ups is 'People who answered low: those to be answered by their due time, then those who were answered in the last 30 days.';
comment on function api.desk_answer_follow_up is 'Answers whoever answered low, by letter or by a call or meeting that is logged, for a coordinator at the desk; also when the need has ended.';
revoke execute on function api.desk_need_surveys, api.desk_follow_ups, api.desk_answer_follow_up from public, anon, authenticated, service_role;
grant execute on function api.desk_need_surveys, api.desk_follow_ups, api.desk_answer_follow_up to authenticated;
grant execute on function app.answers_in_order(app.survey_invitations), app.contacts_on_record(uuid, timestamptz), app.is_low(jsonb, text[])
  to authenticated;
