-- desk-figures, as of who is at the desk: row-level security alone gave one of a company her own needs there. What she reads
-- stands in the workspace; the desk gives nothing to whoever has no session of its own.

create or replace function api.desk_load() returns table (
  email text, name text, is_coordinator boolean, open integer, for_others integer, late integer, due_today integer, waiting integer
)
language sql stable
set search_path = ''
as $$
  with owned as (
    select n.owner_email as owner, count(*) as open,
      count(*) filter (where not n.answered and n.due_at < now()) as late,
      count(*) filter (
        where not n.answered and n.due_at >= now() and app.helsinki_day(n.due_at) = app.helsinki_day(now())
      ) as due_today,
      count(*) filter (where n.waits_for_company) as waiting
    from app.needs n where n.closed_at is null and (select app.desk_person()) is not null
    group by n.owner_email
  ), acting as materialized (
    -- Asked once for each owner.
    select app.acting_owner(o.owner) as email, o.* from owned o
  ), loads as (
    select a.email, sum(a.open) as open, coalesce(sum(a.open) filter (where a.owner <> a.email), 0) as for_others,
      sum(a.late) as late, sum(a.due_today) as due_today, sum(a.waiting) as waiting
    from acting a group by a.email
  )
  -- Whoever is listed is there with nothing too; an expert is there with something.
  select coalesce(l.email, c.email),
    coalesce(c.name, (select n.owner_name from app.needs n where n.closed_at is null and n.owner_email = l.email limit 1)),
    c.email is not null, coalesce(l.open, 0)::integer, coalesce(l.for_others, 0)::integer,
    coalesce(l.late, 0)::integer, coalesce(l.due_today, 0)::integer, coalesce(l.waiting, 0)::integer
  from loads l full join (select * from app.coordinators c where c.left_at is null) c on c.email = l.email
$$;

create or replace function api.desk_ages(p_since timestamptz[]) returns table (age integer, open integer, unanswered integer)
language sql stable
set search_path = ''
as $$
  select width_bucket(n.received_at, p_since), count(*)::integer, (count(*) filter (where not n.answered))::integer
  from app.needs n where n.closed_at is null and (select app.desk_person()) is not null
  group by 1
$$;

create or replace function api.desk_oldest() returns table (
  reference text, company_name text, business_id text, contact_name text, received_at timestamptz, due_at timestamptz,
  first_response_at timestamptz, promise_kept boolean, closed_at timestamptz, owner_email text, owner_name text
)
language sql stable
set search_path = ''
as $$
  select n.reference, n.company_name, n.business_id, n.contact_name, n.received_at, n.due_at,
    n.first_response_at, n.promise_kept, n.closed_at, n.owner_email, n.owner_name
  from app.needs n where n.closed_at is null and (select app.desk_person()) is not null
  order by n.received_at, n.id limit 10
$$;

create or replace function api.desk_themes(p_themes jsonb, p_since timestamptz) returns table (
  kind api.theme_of_needs, theme text, needs integer, declined integer, elsewhere integer, nobody_helped integer
)
language sql stable
set search_path = ''
as $$
  with of_period as (
    select n.id, n.services, n.state = 'declined' as declined,
      n.state = 'referred' or coalesce(n.outcome = 'went_elsewhere', false) as elsewhere
    from app.needs n where n.received_at >= p_since and (select app.desk_person()) is not null
      -- What was joined is counted as the need in which it goes on.
      and n.state <> 'joined'
  ), refused as (
    select h.need_id from app.hand_overs h join of_period n on n.id = h.need_id
    group by h.need_id
    having bool_and(h.state in ('declined', 'no_help', 'not_reachable') or (h.state = 'asked' and h.returned_at is not null))
  ), of_theme as (
    select n.id, n.declined, n.elsewhere, chosen.theme, chosen.theme is null and cardinality(n.services) > 0 as left_map
    from of_period n
    left join lateral (
      select distinct p_themes ->> service as theme from unnest(n.services) service where p_themes ? service
    ) chosen on true
  )
  select
    case when t.theme is not null then 'theme' when t.left_map then 'left_map' else 'no_service' end::api.theme_of_needs,
    t.theme, count(*)::integer, (count(*) filter (where t.declined))::integer, (count(*) filter (where t.elsewhere))::integer,
    count(r.need_id)::integer
  from of_theme t left join refused r on r.need_id = t.id
  group by 1, 2
$$;

create or replace function api.desk_unmatched(p_since timestamptz) returns table (
  reference text, received_at timestamptz, state api.need_state, description text
)
language sql stable
set search_path = ''
as $$
  select n.reference, n.received_at, n.state, left(n.description, 200)
  from app.needs n where n.received_at >= p_since and n.services = '{}' and n.state <> 'joined' and (select app.desk_person()) is not null
  order by n.received_at desc, n.id limit 10
$$;

create or replace function api.desk_declines(p_since timestamptz, p_limit integer, p_before timestamptz, p_before_id uuid) returns table (
  id uuid, reference text, at timestamptz, author_role api.person_role, author_email text, author_name text, whole_need boolean,
  reason text, of_all integer, whole_needs integer
)
language sql stable
set search_path = ''
as $$
  select d.* from (
    select m.id, n.reference, m.created_at as at, m.author_role, m.author_email, m.author_name, m.kind = 'decline', m.body,
      (count(*) over ())::integer, (count(*) filter (where m.kind = 'decline') over ())::integer
    from app.messages m join app.needs n on n.id = m.need_id
    where m.kind in ('decline', 'hand_over_decline') and m.created_at >= p_since and (select app.desk_person()) is not null
  ) d
  where p_before is null or (d.at, d.id) < (p_before, p_before_id)
  order by d.at desc, d.id desc limit p_limit
$$;

create or replace function api.desk_need_end(p_reference text) returns table (outcome api.need_outcome, referred_to text, referred_contact text)
language sql stable
set search_path = ''
as $$
  select n.outcome, n.referred_to, n.referred_contact from app.needs n
  where n.reference = p_reference and n.closed_at is not null and (select app.desk_person()) is not null
$$;

create or replace function api.desk_need_mail(p_reference text) returns table (set_aside jsonb, came_back jsonb, by_mail uuid[], events_by_mail bigint[])
language sql stable
set search_path = ''
as $$
  -- With what came to needs that were joined to it.
  with within as (
    select w.id from app.needs w where w.reference = p_reference or w.joined_to = (select n.id from app.needs n where n.reference = p_reference)
  )
  select
    (select coalesce(jsonb_agg(jsonb_build_object(
       'id', m.id, 'from_email', m.from_email, 'received_at', m.received_at, 'outcome', m.outcome, 'body', m.body
     ) order by m.received_at, m.id), '[]')
     from app.received_mails m
     where m.need_id in (select id from within) and m.outcome not in ('said', 'already_said', 'empty')),
    (select coalesce(jsonb_agg(jsonb_build_object(
       'person_email', b.person_email, 'kind', b.kind, 'reason', b.reason, 'happened_at', b.happened_at
     ) order by b.happened_at), '[]')
     from (
       select distinct on (w.person_email) w.* from app.bounces w
       where w.need_id in (select id from within) and w.cleared_at is null order by w.person_email, w.happened_at desc
     ) b),
    (select coalesce(array_agg(m.message_id), '{}') from app.received_mails m where m.need_id in (select id from within) and m.message_id is not null),
    (select coalesce(array_agg(e.id), '{}')
     from app.received_mails m join app.events e on e.message_id = m.message_id where m.need_id in (select id from within))
  from app.needs n where n.reference = p_reference and (select app.desk_person()) is not null
$$;
