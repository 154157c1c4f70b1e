-- desk-figures: two needs that were joined are one.

-- A need counts once for each theme of the services that its company chose; without a service it is a row of its own, and
-- with services that the map no longer holds another. Elsewhere: referred outside of the network, or its company went there
-- by itself. Nobody helped: somebody was asked, and each of them declined, stayed silent or could not help.
create or replace function api.desk_themes(p_themes jsonb, p_since timestamptz) returns table (
  kind api.theme_of_needs, theme text, needs integer, declined integer, elsewhere integer, nobody_helped integer
)
language sql stable
set search_path = ''
as $$
  with of_period as (
    select n.id, n.services, n.state = 'declined' as declined,
      n.state = 'referred' or coalesce(n.outcome = 'went_elsewhere', false) as elsewhere
    from app.needs n where n.received_at >= p_since and n.joined_to is null
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
  from app.needs n where n.received_at >= p_since and n.services = '{}' and n.joined_to is null
  order by n.received_at desc, n.id limit 10
$$;
