-- Which needs a figure counts, said once: pages that tell of the same needs must come to the same number.

-- Two needs that were joined are one, counted as the need in which they go on.
create view app.counted_needs with (security_invoker = true) as
select n.id, n.received_at, n.closed_at, n.services, n.state, n.outcome, n.first_response_at
from app.needs n where n.state <> 'joined';
comment on view app.counted_needs is 'Needs as figures count them: each once, also where two were joined.';

-- What is due is counted, answered or not: silence is a broken promise. A need that the company withdrew in time is neither.
-- What had been broken before a joining stays broken. Who asks leaves out what is not yet due.
create view app.due_needs with (security_invoker = true) as
select n.id, n.due_at, n.services, coalesce(n.promise_kept, false) as kept,
  coalesce(extract(epoch from n.first_response_at - n.received_at)::double precision / 60, 'infinity') as minutes
from app.needs n
where not (n.state = 'withdrawn' and n.promise_kept is null)
  and not (n.state = 'joined' and n.promise_kept is distinct from false);
comment on view app.due_needs is 'Needs as the record of the promise counts them; minutes: from receipt to the first response, infinity where there was none.';
grant select on app.counted_needs, app.due_needs to authenticated;

-- As before, over the same needs as the reports. What is not yet due is not counted, answered or not, or the quick answers
-- would come before the slow ones.
create or replace function api.promise_figures(p_themes jsonb) returns table (
  grouped_by api.figure_group, key text, needs integer, kept integer, median_minutes integer, p90_minutes integer, reckoned_at timestamptz
)
language sql stable security definer
set search_path = ''
as $$
  with due as (
    select n.due_at, n.services, to_char(n.due_at at time zone 'Europe/Helsinki', 'YYYY-MM') as month, n.kept, n.minutes
    from app.due_needs n
    where n.due_at <= now()
      and n.due_at >= (date_trunc('month', now() at time zone 'Europe/Helsinki') - interval '12 months') at time zone 'Europe/Helsinki'
  ), of_year as (
    select * from due where due_at > now() - interval '365 days'
  ), grouped as (
    select 'period'::api.figure_group as grouped_by, period.days::text as key, due.kept, due.minutes
    from (values (30), (90), (365)) as period (days)
    left join due on due.due_at > now() - make_interval(days => period.days)
    union all
    select 'month', due.month, due.kept, due.minutes from due
    union all
    select 'theme', theme.id, of_year.kept, of_year.minutes
    from of_year cross join lateral (
      select distinct p_themes ->> service as id from unnest(of_year.services) as service where p_themes ? service
    ) as theme
    union all
    select 'service', service.id, of_year.kept, of_year.minutes
    from of_year cross join lateral (select distinct service as id from unnest(of_year.services) as service) as service
  ), figures as (
    select grouped.grouped_by, grouped.key, count(grouped.minutes)::integer as needs, (count(*) filter (where grouped.kept))::integer as kept,
           -- Half of all, and nine out of ten, had an answer within so many minutes; none where so many never got one.
           nullif(percentile_disc(0.5) within group (order by grouped.minutes), 'infinity')::integer as median,
           nullif(percentile_disc(0.9) within group (order by grouped.minutes), 'infinity')::integer as p90
    from grouped
    group by grouped.grouped_by, grouped.key
  )
  select f.grouped_by, f.key, large.needs, large.kept, large.median, large.p90, now()
  from figures f
  left join figures large on large.grouped_by = f.grouped_by and large.key = f.key and large.needs >= app.smallest_group()
  where large.needs is not null or f.grouped_by = 'period'
  order by f.grouped_by, f.key
$$;
