-- Looks are written where a need is read from outside: behind a letter's link and at the desk, by the function that gives the page.
create function app.note_looks(
  p_need_id uuid, p_way api.look_way, p_role api.person_role, p_email text, p_name text, p_organisation text default null
) returns boolean
language sql
set search_path = ''
as $$
  insert into app.looks (company_id, need_id, part, way, person_role, person_email, person_name, organisation)
  select n.company_id, n.id, seen.part, p_way, p_role, p_email, p_name, p_organisation
  from app.needs n, unnest(array['need', 'messages']::api.look_part[]) as seen (part)
  where n.id = p_need_id and (seen.part = 'need' or exists (select from app.messages m where m.need_id = n.id))
  on conflict do nothing;
  select true
$$;

-- For whoever is at the desk, and writes nothing for anybody else.
create function app.desk_note_looks(p_need_id uuid) returns boolean
language sql security definer
set search_path = ''
as $$
  select app.note_looks(p_need_id, 'desk', 'coordinator', c.email, c.name) from app.coordinators c where c.email = app.desk_person()
$$;
grant execute on function app.desk_note_looks(uuid) to authenticated;

create or replace function api.open_link(p_token_hash text) returns table (
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
    case when k.id is not null then app.task_of(k) end
  from app.living_link(p_token_hash) l
  left join app.needs n on n.id = l.need_id
  left join app.editor_tasks k on k.id = l.task_id
  left join app.confirmations c on c.id = coalesce(l.confirmation_id, k.confirmation_id)
  where l.id is not null
    and (n.id is null or l.person_role = 'company' or app.note_looks(n.id, 'link', l.person_role, l.person_email, l.person_name))
$$;

create or replace function api.desk_need(p_reference text) returns table (
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
  notice_version text,
  received_at timestamptz,
  due_at timestamptz,
  promise_days integer,
  owner_email text,
  owner_name text,
  acting_email text,
  acting_name text,
  first_response_at timestamptz,
  promise_kept boolean,
  closed_at timestamptz,
  waits_for_company boolean,
  messages jsonb,
  hand_overs jsonb,
  events jsonb,
  last_event bigint,
  survey_answer text,
  now timestamptz
)
language sql
set search_path = ''
as $$
  select n.reference, n.state, n.language, n.description, n.services, n.business_id, n.founder, n.company_name,
    n.contact_name, n.contact_email, n.contact_phone, n.contact_by, n.notice_version,
    n.received_at, n.due_at, n.promise_days::integer, n.owner_email, n.owner_name,
    acting.email, (select c.name from app.coordinators c where c.email = acting.email),
    n.first_response_at, n.promise_kept, n.closed_at, n.waits_for_company,
    app.thread_of(n.id, 'coordinator'), app.hand_overs_of(n.id, 'coordinator'),
    (select coalesce(jsonb_agg(jsonb_build_object(
       'id', e.id, 'kind', e.kind, 'at', e.at, 'actor_role', e.actor_role, 'actor_email', e.actor_email,
       -- The name by which the reader knows the person, where there is one.
       'actor_name', case e.actor_role
         when 'company' then n.contact_name
         when 'coordinator' then (select c.name from app.coordinators c where c.email = e.actor_email)
         when 'expert' then (select h.to_name from app.hand_overs h where h.need_id = n.id and h.to_email = e.actor_email limit 1)
       end,
       'way', case when e.link_id is not null then 'link' when e.session_id is null then null
         when e.actor_role = 'company' then 'workspace' else 'desk' end,
       'about', (select h.to_name from app.hand_overs h where h.id = e.hand_over_id),
       'from_state', e.from_state, 'to_state', e.to_state
     ) order by e.id), '[]') from app.events e where e.need_id = n.id),
    (select max(e.id) from app.events e where e.need_id = n.id),
    (select a.answer from app.survey_answers a where a.need_id = n.id), now()
  from app.needs n
  left join lateral (select app.acting_owner(n.owner_email) as email where n.closed_at is null) acting on true
  where n.reference = p_reference and app.desk_note_looks(n.id)
$$;

comment on function api.open_link is
  'What the person behind a living link may see of its record: a need in the columns of old, a round or a task as JSON; no row for a link that is unknown, expired or revoked. Writes the look of whoever is not the company.';
comment on function api.desk_need is
  'A need with its thread, hand-overs and log, and who acts for its owner; no row for a reference that is unknown, or for a caller who is not at the desk. Writes the look.';
