-- desk-need: all that is on record about one need, for a coordinator; read with the caller's rights.
grant execute on function app.thread_of(uuid, api.person_role), app.hand_overs_of(uuid, api.person_role) to authenticated;

create function api.desk_need(p_reference text) returns table (
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
language sql stable
set search_path = ''
as $$
  select n.reference, n.state, n.language, n.description, n.services, n.business_id, n.founder, n.company_name,
    n.contact_name, n.contact_email, n.contact_phone, n.contact_by, n.notice_version,
    n.received_at, n.due_at, n.promise_days::integer, n.owner_email, n.owner_name,
    n.first_response_at, n.promise_kept, n.closed_at, n.waits_for_company,
    app.thread_of(n.id, 'coordinator'), app.hand_overs_of(n.id, 'coordinator'),
    (select coalesce(jsonb_agg(jsonb_build_object(
       'id', e.id, 'kind', e.kind, 'at', e.at, 'actor_role', e.actor_role, 'actor_email', e.actor_email,
       -- The name by which the reader knows the person, where there is one.
       'actor_name', case e.actor_role
         when 'company' then n.contact_name
         when 'coordinator' then (select c.name from app.coordinators c where c.email = e.actor_email)
         when 'expert' then (select h.to_name from app.hand_overs h where h.need_id = n.id and h.to_email = e.actor_email)
       end,
       'way', case when e.session_id is not null then 'desk' when e.link_id is not null then 'link' end,
       'from_state', e.from_state, 'to_state', e.to_state
     ) order by e.id), '[]') from app.events e where e.need_id = n.id),
    (select max(e.id) from app.events e where e.need_id = n.id),
    (select a.answer from app.survey_answers a where a.need_id = n.id), now()
  from app.needs n where n.reference = p_reference
$$;

comment on function api.desk_need is 'A need with its thread, hand-overs and log; no row for a reference that is unknown, or for a caller who is not at the desk.';
revoke execute on function api.desk_need from public, anon, authenticated, service_role;
grant execute on function api.desk_need to authenticated;
