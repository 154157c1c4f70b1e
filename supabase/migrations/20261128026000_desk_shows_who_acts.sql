-- The desk's list and the page of a need follow whoever acts for the owner.

-- "Mine" holds what somebody owns, away or not, and what has come to them from others. Asked once for each query.
create or replace function app.desk_condition(p_view api.desk_view) returns text
language sql immutable
set search_path = ''
as $$
  select case p_view
    when 'mine' then 'n.closed_at is null and n.owner_email = any ((select app.stands_in_for($1) || $1)::text[])'
    when 'unassigned' then 'n.closed_at is null and n.owner_email is null'
    when 'open' then 'n.closed_at is null'
    when 'waiting' then 'n.closed_at is null and n.waits_for_company'
    when 'closed' then 'n.closed_at is not null'
    else 'true'
  end
$$;

create or replace function api.desk_list(p_view api.desk_view, p_typed text, p_after text) returns table (
  needs jsonb, counts jsonb, too_many boolean, has_more boolean, now timestamptz
)
language sql stable
set search_path = ''
as $$
  -- Asked for those who are away alone: the others act for themselves.
  with away as materialized (
    select a.email, app.acting_owner(a.email) as acting from app.absences a
    where a.ended_at is null and app.helsinki_day(now()) between a.first_day and a.last_day
  )
  select
    coalesce((
      select jsonb_agg(jsonb_build_object(
        'reference', n.reference, 'state', n.state, 'company_name', n.company_name, 'business_id', n.business_id, 'founder', n.founder,
        'contact_name', n.contact_name, 'description', left(n.description, 200), 'services', n.services,
        'received_at', n.received_at, 'due_at', n.due_at, 'first_response_at', n.first_response_at, 'promise_kept', n.promise_kept,
        'closed_at', n.closed_at, 'owner_email', n.owner_email, 'owner_name', n.owner_name, 'waits_for_company', n.waits_for_company,
        'acting_email', coalesce(away.acting, n.owner_email)
      ) order by wanted.place)
      from unnest(page.ids[1:25]) with ordinality as wanted (id, place) join app.needs n on n.id = wanted.id
      left join away on away.email = n.owner_email and n.closed_at is null
    ), '[]'),
    page.counts, coalesce(page.too_many, false), cardinality(page.ids) > 25, now()
  from app.desk_find(p_view, coalesce(p_typed, ''), p_after) as page
$$;

drop function api.desk_need(text);

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
language sql stable
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
       'way', case when e.session_id is not null then 'desk' when e.link_id is not null then 'link' end,
       'about', (select h.to_name from app.hand_overs h where h.id = e.hand_over_id),
       'from_state', e.from_state, 'to_state', e.to_state
     ) order by e.id), '[]') from app.events e where e.need_id = n.id),
    (select max(e.id) from app.events e where e.need_id = n.id),
    (select a.answer from app.survey_answers a where a.need_id = n.id), now()
  from app.needs n
  left join lateral (select app.acting_owner(n.owner_email) as email where n.closed_at is null) acting on true
  where n.reference = p_reference
$$;

comment on function api.desk_need is 'A need with its thread, hand-overs and log, and who acts for its owner; no row for a reference that is unknown, or for a caller who is not at the desk.';
revoke execute on function api.desk_need from public, anon, authenticated, service_role;
grant execute on function api.desk_need to authenticated;

-- What the ladder notes in the log is no change that somebody at the desk could overwrite.
create or replace function app.desk_actor(p_reference text, p_seen bigint, p_links jsonb) returns app.desk_place
language plpgsql
set search_path = ''
as $$
declare
  v_me app.coordinators;
  v_need app.needs;
  v_actor app.actor;
begin
  select c.* into v_me from app.coordinators c where c.email = app.desk_person();
  if v_me.email is null then return row('no_need', null)::app.desk_place; end if;
  select n.* into v_need from app.needs n where n.reference = p_reference for update;
  if v_need.id is null then return row('no_need', null)::app.desk_place; end if;
  -- What the same session did itself, with a double click or in another tab, is no surprise; the acts know a repetition.
  if exists (
    select from app.events e
    where e.need_id = v_need.id and e.id > p_seen and e.kind not in ('link_requested', 'reminded', 'escalated', 'told_late')
      and e.session_id is distinct from (auth.jwt() ->> 'session_id')::uuid
  ) then
    return row('changed', null)::app.desk_place;
  end if;
  v_actor := row(v_need.id, 'coordinator', v_me.email, v_me.name, null, (auth.jwt() ->> 'session_id')::uuid)::app.actor;
  -- Letters about the need reach its owner through links: who came to the network after it gets a set now.
  if not exists (
    select from app.links l
    where l.need_id = v_need.id and l.person_email = v_me.email and l.person_role = 'coordinator'
      and l.revoked_at is null and l.expires_at > now()
  ) then
    perform app.mint_links(v_need.id, 'coordinator', v_me.email, v_me.name, 'fi', p_links);
  end if;
  return row('current', v_actor)::app.desk_place;
end $$;
