-- open-link, as of links for other records than needs: what the link of a round or of an editors' task shows. Reads alone.
create function app.task_of(p_task app.editor_tasks) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'services', p_task.services, 'own_page', p_task.own_page, 'mistake', p_task.mistake, 'created_at', p_task.created_at,
    'done_at', p_task.done_at, 'done_by', p_task.done_by, 'note', p_task.note
  )
$$;

-- Who reported sees what became of it, but not which editor saw to it: that is for colleagues.
create function app.confirmation_of(p_round app.confirmations, p_role api.person_role) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'provider', p_round.provider, 'email', p_round.person_email, 'texts', p_round.texts,
    'asked_at', p_round.asked_at, 'confirmed_at', p_round.confirmed_at,
    'tasks', case when p_role = 'provider' then (
      select coalesce(jsonb_agg(app.task_of(t) - 'done_by' order by t.created_at, t.id), '[]')
      from app.editor_tasks t where t.confirmation_id = p_round.id
    ) end
  )
$$;

drop function api.open_link(text);

create function api.open_link(p_token_hash text) returns table (
  purpose api.link_purpose,
  person_role api.person_role,
  person_email text,
  person_name text,
  language api.language,
  links jsonb,
  reference text,
  state api.need_state,
  description text,
  services text[],
  business_id text,
  founder boolean,
  company_name text,
  contact_name text,
  contact_email text,
  contact_phone text,
  contact_by api.contact_way,
  received_at timestamptz,
  due_at timestamptz,
  promise_days integer,
  owner_email text,
  owner_name text,
  first_response_at timestamptz,
  promise_kept boolean,
  closed_at timestamptz,
  messages jsonb,
  hand_overs jsonb,
  survey_answer text,
  now timestamptz,
  confirmation jsonb,
  task jsonb
)
language sql stable security definer
set search_path = ''
as $$
  select l.purpose, l.person_role, l.person_email, l.person_name, l.language, app.links_of(l.set_id),
    n.reference, n.state, n.description, n.services, n.business_id, n.founder, n.company_name,
    n.contact_name, n.contact_email, n.contact_phone, n.contact_by,
    n.received_at, n.due_at, n.promise_days::integer, n.owner_email, n.owner_name,
    n.first_response_at, n.promise_kept, n.closed_at,
    app.thread_of(n.id, l.person_role), app.hand_overs_of(n.id, l.person_role),
    (select a.answer from app.survey_answers a where a.need_id = n.id), now(),
    case when c.id is not null then app.confirmation_of(c, l.person_role) end,
    case when k.id is not null then app.task_of(k) end
  from app.living_link(p_token_hash) l
  left join app.needs n on n.id = l.need_id
  left join app.editor_tasks k on k.id = l.task_id
  left join app.confirmations c on c.id = coalesce(l.confirmation_id, k.confirmation_id)
  where l.id is not null
$$;

comment on function api.open_link is
  'What the person behind a living link may see of its record: a need in the columns of old, a round or a task as JSON; no row for a link that is unknown, expired or revoked.';
revoke execute on function api.open_link from public, anon, authenticated;
grant execute on function api.open_link to service_role;
