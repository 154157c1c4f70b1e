-- desk-figures: load lies with whoever acts for an owner now, and a need that went elsewhere found no service here.
drop function api.desk_load();

create function api.desk_load() returns table (
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
    from app.needs n where n.closed_at is null
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

drop function api.desk_themes(jsonb, timestamptz);

-- A need counts once for each theme of the services that its company chose; without a service it is a row of its own, and
-- with services that the map no longer holds another. Elsewhere: referred outside of the network, or its company went there
-- by itself. Nobody helped: somebody was asked, and each of them declined, stayed silent or could not help.
create function api.desk_themes(p_themes jsonb, p_since timestamptz) returns table (
  kind api.theme_of_needs, theme text, needs integer, declined integer, elsewhere integer, nobody_helped integer
)
language sql stable
set search_path = ''
as $$
  with of_period as (
    select n.id, n.services, n.state = 'declined' as declined,
      n.state = 'referred' or coalesce(n.outcome = 'went_elsewhere', false) as elsewhere
    from app.needs n where n.received_at >= p_since
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

comment on function api.desk_load is 'Open needs of each coordinator and of whoever else has some, as they act now: of others who are away, late, due today and waiting for the company among them; no email: without an owner.';
comment on function api.desk_themes is 'Needs that came in since a moment by theme of the services chosen, how many of them were declined, went elsewhere, and in how many nobody who was asked could help. p_themes: { service: theme }.';
revoke execute on function api.desk_load, api.desk_themes from public, anon, authenticated, service_role;
grant execute on function api.desk_load, api.desk_themes to authenticated;
