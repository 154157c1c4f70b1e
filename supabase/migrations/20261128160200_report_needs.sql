-- report-needs: needs of a period by month, theme and service, for coordinators as they are.

-- A month of Helsinki begins here; the day is the first of it, whatever day of the month is given.
create function app.month_begins(p_day date) returns timestamptz
language sql immutable parallel safe
set search_path = ''
as $$ select date_trunc('month', p_day::timestamp) at time zone 'Europe/Helsinki' $$;

-- What reports read of needs, and no more: the table itself is far wider.
create index needs_counted_by_receipt on app.needs (received_at) include (id, services, state, outcome, first_response_at);
create index needs_counted_by_due on app.needs (due_at) include (id, services, state, promise_kept, first_response_at, received_at);
create index needs_counted_by_end on app.needs (closed_at) include (services, state, outcome) where closed_at is not null;
drop index app.needs_by_due_at;

-- Each month has what happened in it: needs that came in, promises that fell due, needs that ended. So months add up to
-- longer periods, and what has happened is not counted a second time later. p_services: null for all needs.
create function app.months_of_needs(p_from date, p_to date, p_services text[]) returns table (
  month date, received integer, answered integer, due integer, kept integer,
  helped integer, informed integer, went_elsewhere integer, not_needed integer, not_reached integer,
  referred integer, declined integer, withdrawn integer
)
language sql stable
set search_path = ''
as $$
  select m.month::date, c.received::integer, c.answered::integer, d.due::integer, d.kept::integer,
    e.helped::integer, e.informed::integer, e.went_elsewhere::integer, e.not_needed::integer, e.not_reached::integer,
    e.referred::integer, e.declined::integer, e.withdrawn::integer
  from generate_series(
    date_trunc('month', p_from::timestamp), date_trunc('month', p_to::timestamp) - interval '1 day', interval '1 month'
  ) as m (month)
  -- A stretch of an index for each month: no moment of a need is turned into a month.
  cross join lateral (
    select app.month_begins(m.month::date) as since, app.month_begins((m.month + interval '1 month')::date) as until
  ) b
  cross join lateral (
    select count(*) as received, count(n.first_response_at) as answered
    from app.counted_needs n
    where n.received_at >= b.since and n.received_at < b.until and (p_services is null or n.services && p_services)
  ) c
  cross join lateral (
    select count(*) as due, count(*) filter (where n.kept) as kept
    from app.due_needs n
    where n.due_at >= b.since and n.due_at < b.until and n.due_at <= now() and (p_services is null or n.services && p_services)
  ) d
  cross join lateral (
    select count(*) filter (where n.outcome = 'helped') as helped,
      count(*) filter (where n.outcome = 'informed') as informed,
      count(*) filter (where n.outcome = 'went_elsewhere') as went_elsewhere,
      count(*) filter (where n.outcome = 'not_needed') as not_needed,
      count(*) filter (where n.outcome = 'not_reached') as not_reached,
      count(*) filter (where n.state = 'referred') as referred,
      count(*) filter (where n.state = 'declined') as declined,
      count(*) filter (where n.state = 'withdrawn') as withdrawn
    from app.counted_needs n
    where n.closed_at >= b.since and n.closed_at < b.until and (p_services is null or n.services && p_services)
  ) e
  order by 1
$$;

-- A need counts once for each theme of the services that its company chose; without a service it is a row of its own, and
-- with services that the map no longer holds another. Elsewhere: referred outside of the network, or its company went there
-- by itself. Nobody helped: somebody was asked, and each of them declined, stayed silent or could not help.
create function app.themes_of_needs(p_themes jsonb, p_since timestamptz, p_until timestamptz, p_services text[]) returns table (
  kind api.theme_of_needs, theme text, needs integer, declined integer, elsewhere integer, nobody_helped integer
)
language sql stable
set search_path = ''
as $$
  with of_period as (
    select n.id, n.services, n.state = 'declined' as declined,
      n.state = 'referred' or coalesce(n.outcome = 'went_elsewhere', false) as elsewhere
    from app.counted_needs n
    where n.received_at >= p_since and n.received_at < p_until and (p_services is null or n.services && p_services)
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

-- The desk's figures look back from now; the reports at whole months. Both count in one place.
create or replace function api.desk_themes(p_themes jsonb, p_since timestamptz) returns table (
  kind api.theme_of_needs, theme text, needs integer, declined integer, elsewhere integer, nobody_helped integer
)
language sql stable
set search_path = ''
as $$
  select * from app.themes_of_needs(p_themes, p_since, 'infinity', null) where (select app.desk_person()) is not null
$$;

create function api.desk_report_months(p_from date, p_to date, p_services text[]) returns table (
  month date, received integer, answered integer, due integer, kept integer,
  helped integer, informed integer, went_elsewhere integer, not_needed integer, not_reached integer,
  referred integer, declined integer, withdrawn integer
)
language sql stable
set search_path = ''
as $$ select * from app.months_of_needs(p_from, p_to, p_services) where (select app.desk_person()) is not null $$;

create function api.desk_report_themes(p_themes jsonb, p_from date, p_to date, p_services text[]) returns table (
  kind api.theme_of_needs, theme text, needs integer, declined integer, elsewhere integer, nobody_helped integer
)
language sql stable
set search_path = ''
as $$
  select * from app.themes_of_needs(p_themes, app.month_begins(p_from), app.month_begins(p_to), p_services)
  where (select app.desk_person()) is not null
$$;

-- A need counts once for each service that its company chose.
create function api.desk_report_services(p_from date, p_to date, p_services text[]) returns table (
  service text, needs integer, answered integer, helped integer
)
language sql stable
set search_path = ''
as $$
  select chosen.service, count(*)::integer, count(n.first_response_at)::integer, (count(*) filter (where n.outcome = 'helped'))::integer
  from app.counted_needs n cross join lateral (select distinct s from unnest(n.services) s) chosen (service)
  where n.received_at >= app.month_begins(p_from) and n.received_at < app.month_begins(p_to)
    and (p_services is null or chosen.service = any (p_services)) and (select app.desk_person()) is not null
  group by 1
$$;

comment on function api.desk_report_months is 'Needs by month from the month of p_from up to, but not with, that of p_to: what came in, what fell due and was kept, how needs ended. p_services: those that chose one of them; null: all.';
comment on function api.desk_report_themes is 'Needs that came in within these months by theme, as desk_themes counts them.';
comment on function api.desk_report_services is 'Needs that came in within these months by service chosen.';
revoke execute on function app.month_begins, app.months_of_needs, app.themes_of_needs
  from public, anon, authenticated, service_role;
grant execute on function app.month_begins, app.months_of_needs, app.themes_of_needs to authenticated;
revoke execute on function api.desk_report_months, api.desk_report_themes, api.desk_report_services
  from public, anon, authenticated, service_role;
grant execute on function api.desk_report_months, api.desk_report_themes, api.desk_report_services to authenticated;
