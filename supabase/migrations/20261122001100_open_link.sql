-- open-link: what a link of a letter shows. Reads alone: whoever opens it, and however often, nothing changes.
create function app.thread_of(p_need_id uuid, p_role api.person_role) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', m.id, 'kind', m.kind, 'author_role', m.author_role, 'author_email', m.author_email, 'author_name', m.author_name,
    'body', m.body, 'channel', m.channel, 'happened_at', m.happened_at, 'created_at', m.created_at
  ) order by m.created_at, m.id), '[]')
  from app.messages m
  where m.need_id = p_need_id and (p_role <> 'company' or m.kind <> 'hand_over_decline')
$$;

-- What one colleague asked of another is not for the company to read.
create function app.hand_overs_of(p_need_id uuid, p_role api.person_role) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'state', h.state, 'to_email', h.to_email, 'to_name', h.to_name,
    'note', case when p_role <> 'company' then h.note end, 'asked_at', h.asked_at
  ) order by h.asked_at, h.id), '[]')
  from app.hand_overs h where h.need_id = p_need_id
$$;

-- The living links of one set: { purpose: id }, from which the server derives the tokens again.
create function app.links_of(p_set_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_object_agg(l.purpose, l.id), '{}') from app.links l
  where l.set_id = p_set_id and l.revoked_at is null and l.expires_at > now()
$$;

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
  now timestamptz
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
    (select a.answer from app.survey_answers a where a.need_id = n.id), now()
  from app.living_link(p_token_hash) l join app.needs n on n.id = l.need_id
$$;

comment on function api.open_link is 'What the person behind a living link may see of its need; no row for a link that is unknown, expired or revoked.';
revoke execute on function api.open_link from public, anon, authenticated;
grant execute on function api.open_link to service_role;
