-- workspace: the company's one place on one page, read with the caller's rights: row-level security decides what comes back.

-- A company's needs in the order of needs_by_company: 25 on a page, with the last word of each thread, and one that tells of more.
create function app.workspace_needs(p_company uuid, p_page integer) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'reference', n.reference, 'state', n.state, 'description', left(n.description, 200), 'services', n.services,
    'received_at', n.received_at, 'due_at', n.due_at, 'first_response_at', n.first_response_at, 'promise_kept', n.promise_kept,
    'closed_at', n.closed_at, 'owner_name', n.owner_name, 'has_owner', n.owner_email is not null,
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

create function app.workspace_looks(p_company uuid, p_most integer, p_from integer) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'part', l.part, 'way', l.way, 'person_role', l.person_role, 'person_email', l.person_email, 'person_name', l.person_name,
    'organisation', l.organisation, 'at', l.at, 'reference', (select n.reference from app.needs n where n.id = l.need_id)
  ) order by l.at desc, l.id desc), '[]')
  from (select * from app.looks where company_id = p_company order by at desc, id desc limit p_most offset p_from) l
$$;

-- What a company is called by whoever may read it: by its name, its number, or nothing at all while it is being founded.
create function app.company_called(p_company uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object('id', c.id, 'business_id', c.business_id, 'name', app.fact_of(c.id, null, 'company_name'))
  from app.companies c where c.id = p_company
$$;

-- Which of the caller's companies a page is about: the one asked for if it is one of them, else the only one.
create function app.workspace_company(p_company uuid) returns uuid
language sql stable
set search_path = ''
as $$
  select case
    when p_company = any (mine.companies) then p_company
    when cardinality(mine.companies) = 1 then mine.companies[1]
  end
  from (select app.my_companies() as companies) mine
$$;

-- What stands in the way of the caller or waits for an answer: invitations, and claims of one's own.
create function app.workspace_waiting() returns table (invitations jsonb, claims jsonb)
language sql stable
set search_path = ''
as $$
  select
    (select coalesce(jsonb_agg(app.company_called(i.company_id) || jsonb_build_object(
       'invitation', i.id, 'role', i.role, 'invited_by', i.invited_by, 'expires_at', i.expires_at
     ) order by i.invited_at, i.id), '[]')
     from app.member_invitations i where i.email = app.workspace_person() and app.is_pending(i)),
    -- Of the company itself it says no more than the claimant did.
    (select coalesce(jsonb_agg(jsonb_build_object(
       'business_id', c.business_id, 'state', c.state, 'asked_at', c.asked_at, 'settled_at', c.settled_at
     ) order by c.asked_at, c.id), '[]')
     from app.claims c where c.email = app.workspace_person() and c.state in ('asked', 'refused'))
$$;

-- Everybody of a company, each with the name that the company knows them by.
create function app.workspace_people(p_company uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'email', m.email, 'role', m.role, 'since', m.since, 'name', app.fact_of(m.company_id, m.email, 'contact_name')
  ) order by m.role, m.since, m.id), '[]')
  from app.members m where m.company_id = p_company and m.left_at is null
$$;

grant execute on function
  app.workspace_needs(uuid, integer), app.workspace_looks(uuid, integer, integer), app.company_called(uuid), app.workspace_company(uuid),
  app.workspace_waiting(), app.workspace_people(uuid)
to authenticated;

create function api.workspace(p_company uuid, p_page integer) returns table (
  company jsonb, role api.member_role, companies jsonb, invitations jsonb, claims jsonb, claims_to_settle integer,
  needs jsonb, people jsonb, looks jsonb, now timestamptz
)
language sql stable
set search_path = ''
as $$
  select
    app.company_called(chosen.company),
    (select m.role from app.members m where m.company_id = chosen.company and m.email = app.workspace_person() and m.left_at is null),
    (select coalesce(jsonb_agg(app.company_called(mine.id)), '[]') from unnest(app.my_companies()) as mine (id)),
    waiting.invitations, waiting.claims,
    (select count(*)::integer from app.claims c
     where c.company_id = chosen.company and c.state = 'asked' and c.email <> app.workspace_person()),
    app.workspace_needs(chosen.company, p_page), app.workspace_people(chosen.company),
    app.workspace_looks(chosen.company, 5, 0), now()
  from app.workspace_company(p_company) as chosen (company), app.workspace_waiting() as waiting
$$;

create function api.workspace_profile(p_company uuid) returns table (
  company jsonb, role api.member_role, facts jsonb, history jsonb, now timestamptz
)
language sql stable
set search_path = ''
as $$
  select app.company_called(chosen.company),
    (select m.role from app.members m where m.company_id = chosen.company and m.email = app.workspace_person() and m.left_at is null),
    (select coalesce(jsonb_agg(jsonb_build_object(
       'field', f.field, 'value', f.value, 'source', f.source, 'reference', f.reference, 'told_by', f.told_by, 'told_at', f.told_at
     ) order by f.field), '[]') from app.profile_now(chosen.company, app.workspace_person()) f),
    -- The last hundred: more is a matter for taking all data out.
    (select coalesce(jsonb_agg(jsonb_build_object(
       'field', f.field, 'value', f.value, 'source', f.source, 'reference', f.reference, 'told_by', f.told_by, 'told_at', f.told_at
     ) order by f.told_at desc, f.id desc), '[]')
     from (
       select * from app.profile_facts f
       where f.company_id = chosen.company and (f.person_email is null or f.person_email = app.workspace_person())
       order by f.told_at desc, f.id desc limit 100
     ) f),
    now()
  from app.workspace_company(p_company) as chosen (company)
$$;

create function api.workspace_looks(p_company uuid, p_page integer) returns table (company jsonb, looks jsonb, now timestamptz)
language sql stable
set search_path = ''
as $$
  -- 50 on a page, and one that tells of more.
  select app.company_called(chosen.company), app.workspace_looks(chosen.company, 51, 50 * (least(greatest(p_page, 1), 1000) - 1)), now()
  from app.workspace_company(p_company) as chosen (company)
$$;

create function api.workspace_people(p_company uuid) returns table (
  company jsonb, role api.member_role, people jsonb, invitations jsonb, claims jsonb, now timestamptz
)
language sql stable
set search_path = ''
as $$
  select app.company_called(chosen.company),
    (select m.role from app.members m where m.company_id = chosen.company and m.email = app.workspace_person() and m.left_at is null),
    app.workspace_people(chosen.company),
    (select coalesce(jsonb_agg(jsonb_build_object(
       'invitation', i.id, 'email', i.email, 'role', i.role, 'invited_by', i.invited_by, 'invited_at', i.invited_at, 'expires_at', i.expires_at
     ) order by i.invited_at, i.id), '[]')
     from app.member_invitations i where i.company_id = chosen.company and app.is_pending(i)),
    (select coalesce(jsonb_agg(jsonb_build_object(
       'claim', c.id, 'email', c.email, 'name', c.name, 'asked_at', c.asked_at
     ) order by c.asked_at, c.id), '[]')
     from app.claims c where c.company_id = chosen.company and c.state = 'asked' and app.is_owner(chosen.company)),
    now()
  from app.workspace_company(p_company) as chosen (company)
$$;

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
  now timestamptz
)
language sql stable
set search_path = ''
as $$
  select n.reference, n.state, n.language, n.description, n.services, n.business_id, n.founder, n.company_name,
    n.contact_name, n.contact_email, n.contact_phone, n.contact_by, n.received_at, n.due_at, n.promise_days::integer,
    n.owner_email, n.owner_name, n.first_response_at, n.promise_kept, n.closed_at,
    app.thread_of(n.id, 'company'), app.hand_overs_of(n.id, 'company'),
    (select jsonb_build_object('reference', o.reference) from app.needs o where o.id = n.joined_to and app.is_member(o.company_id)), now()
  from app.needs n where n.reference = p_reference and app.is_member(n.company_id)
$$;

comment on function api.workspace is
  'The one place of a company for one of its people: needs (25 a page and one more), people, the last looks, and what waits for the caller. p_company may be null for who has one.';
comment on function api.workspace_profile is 'What is known of a company and of how to reach the caller, with its sources and history.';
comment on function api.workspace_looks is 'Who from outside has looked, newest first: 50 a page and one more.';
comment on function api.workspace_people is 'The people of a company, open invitations, and for owners the claims to settle.';
comment on function api.workspace_need is 'A need of the caller''s company with its thread; no row for any other.';
revoke execute on function api.workspace, api.workspace_profile, api.workspace_looks, api.workspace_people, api.workspace_need
from public, anon, authenticated, service_role;
grant execute on function api.workspace, api.workspace_profile, api.workspace_looks, api.workspace_people, api.workspace_need to authenticated;
