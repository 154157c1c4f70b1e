-- desk-figures: how much lies with whom, how old it is, what nobody could answer and why. Read with the caller's rights.

-- Open needs by age, with all that is counted of them: figures read no more than this.
create index needs_open_by_receipt on app.needs (received_at, id) include (answered, due_at, owner_email, waits_for_company)
where closed_at is null;

-- Load, and no ranking: what a person has now, not how fast they were.
create function api.desk_load() returns table (
  email text, name text, is_coordinator boolean, open integer, late integer, due_today integer, waiting integer
)
language sql stable
set search_path = ''
as $$
  with loads as (
    select n.owner_email as email, count(*) as open,
      count(*) filter (where not n.answered and n.due_at < now()) as late,
      count(*) filter (
        where not n.answered and n.due_at >= now()
          and (n.due_at at time zone 'Europe/Helsinki')::date = (now() at time zone 'Europe/Helsinki')::date
      ) as due_today,
      count(*) filter (where n.waits_for_company) as waiting
    from app.needs n where n.closed_at is null
    group by n.owner_email
  )
  -- Whoever is listed is there with nothing too; an owner who is not (an expert, or who has left) is there with something.
  select coalesce(l.email, c.email),
    coalesce(c.name, (select n.owner_name from app.needs n where n.closed_at is null and n.owner_email = l.email limit 1)),
    c.email is not null,
    coalesce(l.open, 0)::integer, coalesce(l.late, 0)::integer, coalesce(l.due_today, 0)::integer, coalesce(l.waiting, 0)::integer
  from loads l full join (select * from app.coordinators c where c.left_at is null) c on c.email = l.email
$$;

-- Working days are reckoned in site/domain/calendar.ts: p_since are the moments at which an age begins, oldest first.
create function api.desk_ages(p_since timestamptz[]) returns table (age integer, open integer, unanswered integer)
language sql stable
set search_path = ''
as $$
  select width_bucket(n.received_at, p_since), count(*)::integer, (count(*) filter (where not n.answered))::integer
  from app.needs n where n.closed_at is null
  group by 1
$$;

create function api.desk_oldest() returns table (
  reference text, company_name text, business_id text, contact_name text, received_at timestamptz, due_at timestamptz,
  first_response_at timestamptz, promise_kept boolean, closed_at timestamptz, owner_email text, owner_name text
)
language sql stable
set search_path = ''
as $$
  select n.reference, n.company_name, n.business_id, n.contact_name, n.received_at, n.due_at,
    n.first_response_at, n.promise_kept, n.closed_at, n.owner_email, n.owner_name
  from app.needs n where n.closed_at is null
  order by n.received_at, n.id limit 10
$$;

create type api.theme_of_needs as enum ('theme', 'no_service', 'left_map');

-- A need counts once for each theme of the services that its company chose; without a service it is a row of its own, and
-- with services that the map no longer holds another. Nobody helped: somebody was asked,
-- and each of them declined, stayed silent or could not help.
create function api.desk_themes(p_themes jsonb, p_since timestamptz) returns table (
  kind api.theme_of_needs, theme text, needs integer, declined integer, nobody_helped integer
)
language sql stable
set search_path = ''
as $$
  with of_period as (
    select n.id, n.services, n.state = 'declined' as declined from app.needs n where n.received_at >= p_since
  ), refused as (
    select h.need_id from app.hand_overs h join of_period n on n.id = h.need_id
    group by h.need_id
    having bool_and(h.state in ('declined', 'no_help', 'not_reachable') or (h.state = 'asked' and h.returned_at is not null))
  ), of_theme as (
    select n.id, n.declined, chosen.theme, chosen.theme is null and cardinality(n.services) > 0 as left_map
    from of_period n
    left join lateral (
      select distinct p_themes ->> service as theme from unnest(n.services) service where p_themes ? service
    ) chosen on true
  )
  select
    case when t.theme is not null then 'theme' when t.left_map then 'left_map' else 'no_service' end::api.theme_of_needs,
    t.theme, count(*)::integer, (count(*) filter (where t.declined))::integer, count(r.need_id)::integer
  from of_theme t left join refused r on r.need_id = t.id
  group by 1, 2
$$;

create index needs_without_service on app.needs (received_at desc, id) where services = '{}';

-- The newest needs that no service was named for, in the company's words: what the map does not hold, or does not say.
create function api.desk_unmatched(p_since timestamptz) returns table (
  reference text, received_at timestamptz, state api.need_state, description text
)
language sql stable
set search_path = ''
as $$
  select n.reference, n.received_at, n.state, left(n.description, 200)
  from app.needs n where n.received_at >= p_since and n.services = '{}'
  order by n.received_at desc, n.id limit 10
$$;

create index messages_declining on app.messages (created_at desc, id) where kind in ('decline', 'hand_over_decline');

-- Reasons are free text, written to a company or to a colleague: counted by who declined, and read, not sorted into kinds.
create function api.desk_declines(p_since timestamptz, p_limit integer) returns table (
  reference text, at timestamptz, author_role api.person_role, author_email text, author_name text, whole_need boolean,
  reason text, of_all integer, whole_needs integer
)
language sql stable
set search_path = ''
as $$
  select n.reference, m.created_at, m.author_role, m.author_email, m.author_name, m.kind = 'decline', m.body,
    (count(*) over ())::integer, (count(*) filter (where m.kind = 'decline') over ())::integer
  from app.messages m join app.needs n on n.id = m.need_id
  where m.kind in ('decline', 'hand_over_decline') and m.created_at >= p_since
  order by m.created_at desc, m.id limit p_limit
$$;

comment on function api.desk_load is 'Open needs of each coordinator and of whoever else owns some, late, due today and waiting for the company among them; no email: without an owner.';
comment on function api.desk_ages is 'How many open needs came in between the moments given: age 0 before the first, 1 between the first and the second, and so on.';
comment on function api.desk_oldest is 'The ten open needs that came in first.';
comment on function api.desk_themes is 'Needs that came in since a moment by theme of the services chosen, how many of them were declined, and in how many no expert who was asked could help. p_themes: { service: theme }.';
comment on function api.desk_unmatched is 'The ten newest needs since a moment for which no service was chosen.';
comment on function api.desk_declines is 'Who declined a whole need, or a hand-over, since a moment, and why: the newest p_limit, and in each row how many there are in all.';
revoke execute on function api.desk_load, api.desk_ages, api.desk_oldest, api.desk_themes, api.desk_unmatched, api.desk_declines
  from public, anon, authenticated, service_role;
grant execute on function api.desk_load, api.desk_ages, api.desk_oldest, api.desk_themes, api.desk_unmatched, api.desk_declines
  to authenticated;
