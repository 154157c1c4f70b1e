-- published-figures, as of very many needs: what came in is counted once, by month and choice; what fell due and what ended by month.
-- Each is one look at an index; months and themes were two looks at the same one.
drop function app.needs_by_choice(timestamptz[], text[]);

-- Needs that came in within stretches of time by what they chose: place 1 is from the first start up to the second. Elsewhere:
-- referred outside of the network, or its company went there by itself. Nobody helped: somebody was asked, and each of them
-- declined, stayed silent or could not help. Planned each time, with its months, and by hashing alone: a hundred thousand needs
-- make a thousand choices, which the planner cannot know and would sort on disk.
create function app.needs_by_choice(p_starts timestamptz[], p_services text[]) returns table (
  place integer, services text[], needs integer, answered integer, declined integer, elsewhere integer, nobody_helped integer
)
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
set enable_sort = off
as $$
begin
  return query
  with refused as (
    -- Nobody is asked of a need before it comes in.
    select h.need_id from app.hand_overs h where h.asked_at >= p_starts[1] group by h.need_id
    having bool_and(h.state in ('declined', 'no_help', 'not_reachable') or (h.state = 'asked' and h.returned_at is not null))
  )
  select width_bucket(n.received_at, p_starts) as place, n.services, count(*)::integer, count(n.first_response_at)::integer,
    (count(*) filter (where n.state = 'declined'))::integer,
    (count(*) filter (where n.state = 'referred' or n.outcome = 'went_elsewhere'))::integer,
    count(r.need_id)::integer
  from app.counted_needs n left join refused r on r.need_id = n.id
  where n.received_at >= p_starts[1] and n.received_at < p_starts[cardinality(p_starts)]
    and (p_services is null or n.services && p_services)
  group by 1, 2;
end $$;

-- Each month has what happened in it: promises that fell due, and needs that ended.
create function app.due_and_ended(p_from date, p_to date, p_services text[]) returns table (
  month date, due integer, kept integer,
  helped integer, informed integer, went_elsewhere integer, not_needed integer, not_reached integer,
  referred integer, declined integer, withdrawn integer
)
language sql stable
set search_path = ''
as $$
  select m.month::date, d.due::integer, d.kept::integer,
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

-- As before, with the needs that came in.
create or replace function app.months_of_needs(p_from date, p_to date, p_services text[]) returns table (
  month date, received integer, answered integer, due integer, kept integer,
  helped integer, informed integer, went_elsewhere integer, not_needed integer, not_reached integer,
  referred integer, declined integer, withdrawn integer
)
language sql stable
set search_path = ''
as $$
  select d.month, c.received::integer, c.answered::integer, d.due, d.kept,
    d.helped, d.informed, d.went_elsewhere, d.not_needed, d.not_reached, d.referred, d.declined, d.withdrawn
  from app.due_and_ended(p_from, p_to, p_services) d
  cross join lateral (
    select count(*) as received, count(n.first_response_at) as answered
    from app.counted_needs n
    where n.received_at >= app.month_begins(d.month) and n.received_at < app.month_begins((d.month + interval '1 month')::date)
      and (p_services is null or n.services && p_services)
  ) c
  order by d.month
$$;

-- As before. Needs by theme and month: where the small cells of a theme sum to one to four, the smallest of the others goes with
-- them, or its total would tell what they are.
create or replace function api.published_figures(p_from date, p_to date, p_themes jsonb, p_readers text) returns jsonb
language sql stable security definer
set search_path = ''
as $$
  with came as materialized (
    select * from app.needs_by_choice(app.month_starts(p_from, p_to), null)
  ), received as (
    select c.place, sum(c.needs)::integer as needs, sum(c.answered)::integer as answered from came c group by 1
  ), months as materialized (
    select e.*, coalesce(c.needs, 0) as received, coalesce(c.answered, 0) as answered,
      app.if_large(c.needs) is not null as tells_received, app.if_large(e.due) is not null as tells_due
    from (select d.*, row_number() over (order by d.month) as place from app.due_and_ended(p_from, p_to, null) d) e
    left join received c on c.place = e.place
  ), ends as (
    select e.name, sum(e.needs)::integer as needs, min(e.place) as place
    from months m cross join lateral (values
      (1, 'helped', m.helped), (2, 'informed', m.informed), (3, 'referred', m.referred), (4, 'went_elsewhere', m.went_elsewhere),
      (5, 'not_needed', m.not_needed), (6, 'not_reached', m.not_reached), (7, 'declined', m.declined), (8, 'withdrawn', m.withdrawn)
    ) e (place, name, needs) group by 1
  ), chosen as materialized (
    select t.theme, c.place, cardinality(c.services) > 0 as of_services, sum(c.needs)::integer as needs, sum(c.declined)::integer as declined,
      sum(c.elsewhere)::integer as elsewhere, sum(c.nobody_helped)::integer as nobody_helped
    from came c
    left join lateral app.themes_of(c.services, p_themes) t (theme) on true
    group by 1, 2, 3
  ), themes as (
    select case when c.theme is not null then 'theme' when c.of_services then 'left_map' else 'no_service' end::api.theme_of_needs as kind,
      c.theme, sum(c.needs)::integer as needs, sum(c.declined)::integer as declined, sum(c.elsewhere)::integer as elsewhere,
      sum(c.nobody_helped)::integer as nobody_helped
    from chosen c group by 1, 2
  ), theme_months as (
    select c.theme, c.place, c.needs, to_char(date_trunc('month', p_from::timestamp) + make_interval(months => c.place - 1), 'YYYY-MM') as month
    from chosen c where c.theme is not null
  ), small as (
    select c.theme, coalesce(sum(c.needs) filter (where c.needs < app.smallest_group()), 0) as hidden,
      min(c.needs * 1000 + c.place) filter (where c.needs >= app.smallest_group()) as smallest
    from theme_months c group by 1
  )
  select jsonb_build_object(
    'months', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'month', to_char(m.month, 'YYYY-MM'),
        'received', case when m.tells_received then m.received end, 'answered', case when m.tells_received then m.answered end,
        'due', case when m.tells_due then m.due end, 'kept', case when m.tells_due then m.kept end
      ) order by m.month), '[]') from months m
    ),
    'ends', (select coalesce(jsonb_agg(jsonb_build_object('end', e.name, 'needs', app.if_large(e.needs)) order by e.place), '[]') from ends e),
    'themes', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'kind', t.kind, 'theme', t.theme, 'needs', t.needs, 'declined', app.if_large(t.declined),
        'elsewhere', app.if_large(t.elsewhere), 'nobody_helped', app.if_large(t.nobody_helped)
      ) order by t.kind, t.theme), '[]') from themes t where app.if_large(t.needs) is not null
    ),
    'theme_months', (
      select coalesce(jsonb_agg(jsonb_build_object('theme', c.theme, 'month', c.month, 'needs', c.needs) order by c.theme, c.month), '[]')
      from theme_months c join small s on s.theme = c.theme
      where app.if_large(c.needs) is not null
        and (s.hidden not between 1 and app.smallest_group() - 1 or c.needs * 1000 + c.place <> s.smallest)
    ),
    'questions', app.for_readers(p_readers, app.feedback_by_question(p_from, p_to, null, null, null)),
    'rates', app.for_readers(p_readers, app.response_rates(p_from, p_to, null, null, null))
  )
$$;
revoke execute on function app.needs_by_choice, app.due_and_ended from public, anon, authenticated, service_role;
grant execute on function app.needs_by_choice, app.due_and_ended to authenticated;
