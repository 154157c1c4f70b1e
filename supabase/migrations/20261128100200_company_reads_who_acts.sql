-- While a need's owner is away, the company reads who has its matter in hand now: behind a letter's link and in the workspace.

create function app.stand_in_for(p_owner text) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object('name', (select c.name from app.coordinators c where c.email = acting.email))
  from (select app.acting_owner(p_owner) as email) acting
  where acting.email <> p_owner
$$;

-- Nobody of a company may read absences: of its own needs this tells a name and no more, and null while the owner is there.
create function app.workspace_stand_in(p_need_id uuid) returns jsonb
language sql stable security definer
set search_path = ''
as $$
  select app.stand_in_for(n.owner_email) from app.needs n
  where n.id = p_need_id and n.closed_at is null and app.workspace_person() is not null and app.is_member(n.company_id)
$$;
grant execute on function app.workspace_stand_in(uuid) to authenticated;

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
  task jsonb,
  stand_in jsonb
)
language sql security definer
set search_path = ''
as $$
  select l.purpose, l.person_role, l.person_email, l.person_name, l.language, app.links_of(l.set_id),
    n.reference, n.state, n.description, n.services, n.business_id, n.founder, n.company_name,
    n.contact_name, n.contact_email, n.contact_phone, n.contact_by,
    n.received_at, n.due_at, n.promise_days::integer, n.owner_email, n.owner_name,
    n.first_response_at, n.promise_kept, n.closed_at,
    app.thread_of(n.id, l.person_role, l.person_email), app.hand_overs_of(n.id, l.person_role, l.person_email),
    (select a.answer from app.survey_answers a where a.need_id = n.id), now(),
    case when c.id is not null then app.confirmation_of(c, l.person_role) end,
    case when k.id is not null then app.task_of(k) end,
    case when n.closed_at is null then app.stand_in_for(n.owner_email) end
  from app.living_link(p_token_hash) l
  left join app.needs n on n.id = l.need_id
  left join app.editor_tasks k on k.id = l.task_id
  left join app.confirmations c on c.id = coalesce(l.confirmation_id, k.confirmation_id)
  where l.id is not null
    and (n.id is null or l.person_role = 'company' or app.note_looks(n.id, 'link', l.person_role, l.person_email, l.person_name))
$$;

create or replace function app.workspace_needs(p_company uuid, p_page integer) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'reference', n.reference, 'state', n.state, 'description', left(n.description, 200), 'services', n.services,
    'received_at', n.received_at, 'due_at', n.due_at, 'first_response_at', n.first_response_at, 'promise_kept', n.promise_kept,
    'closed_at', n.closed_at, 'owner_name', n.owner_name, 'has_owner', n.owner_email is not null,
    'stand_in', app.workspace_stand_in(n.id),
    'waits_for_company', n.waits_for_company, 'last_message', n.last_message
  ) order by n.place), '[]')
  from (
    select n.*, row_number() over () as place, (
      select jsonb_build_object(
        'kind', m.kind, 'author_role', m.author_role, 'author_email', m.author_email, 'author_name', m.author_name,
        'channel', m.channel, 'body', left(m.body, 200), 'happened_at', m.happened_at
      )
      from app.messages m where m.need_id = n.id and m.kind not in ('hand_over_decline', 'hand_over_report')
      order by m.created_at desc, m.id desc limit 1
    ) as last_message
    from (
      select * from app.needs
      where company_id = p_company
      order by (closed_at is not null), (not waits_for_company), received_at desc, id
      limit 26 offset 25 * (least(greatest(p_page, 1), 1000) - 1)
    ) n
  ) n
$$;

drop function api.workspace_need(text);

create function api.workspace_need(p_reference text) returns table (
  reference text,
  state api.need_state,
  language api.language,
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
  goes_on jsonb,
  now timestamptz,
  stand_in jsonb
)
language sql stable
set search_path = ''
as $$
  select n.reference, n.state, n.language, n.description, n.services, n.business_id, n.founder, n.company_name,
    n.contact_name, n.contact_email, n.contact_phone, n.contact_by, n.received_at, n.due_at, n.promise_days::integer,
    n.owner_email, n.owner_name, n.first_response_at, n.promise_kept, n.closed_at,
    app.thread_of(n.id, 'company'), app.hand_overs_of(n.id, 'company'),
    (select jsonb_build_object('reference', o.reference) from app.needs o where o.id = n.joined_to and app.is_member(o.company_id)), now(),
    app.workspace_stand_in(n.id)
  from app.needs n where n.reference = p_reference and app.is_member(n.company_id)
$$;

comment on function api.open_link is
  'What the person behind a living link may see of its record: a need in the columns of old, a round or a task as JSON; no row for a link that is unknown, expired or revoked. Writes the look of whoever is not the company.';
comment on function api.workspace_need is 'A need of the caller''s company with its thread; no row for any other.';
revoke execute on function api.open_link, api.workspace_need from public, anon, authenticated, service_role;
grant execute on function api.open_link to service_role;
grant execute on function api.workspace_need to authenticated;
