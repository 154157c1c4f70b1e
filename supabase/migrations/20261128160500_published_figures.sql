-- published-figures: what everybody may see of a period, and what the steering group's pack is made of. No figure is over fewer
-- than five, and none can be had by taking one from another.

create function app.if_large(p_count integer) returns integer
language sql stable
set search_path = ''
as $$ select case when p_count >= app.smallest_group() then p_count end $$;

-- Needs by theme and month. Where the small cells of a theme sum to one to four, the smallest of the others goes with them, or
-- its total would tell what they are.
create function app.theme_months(p_from date, p_to date, p_themes jsonb) returns table (theme text, month date, needs integer)
language sql stable
set search_path = ''
as $$
  with cells as (
    select t.theme, m.month::date as month, t.needs
    from generate_series(date_trunc('month', p_from::timestamp), date_trunc('month', p_to::timestamp) - interval '1 day', interval '1 month') m (month)
    cross join lateral app.themes_of_needs(
      p_themes, app.month_begins(m.month::date), app.month_begins((m.month + interval '1 month')::date), null) t
    where t.kind = 'theme'
  ), small as (
    select c.theme, coalesce(sum(c.needs) filter (where c.needs < app.smallest_group()), 0) as hidden,
      min(c.needs * 1000 + extract(month from c.month)) filter (where c.needs >= app.smallest_group()) as smallest
    from cells c group by 1
  )
  select c.theme, c.month,
    case when s.hidden not between 1 and app.smallest_group() - 1 or c.needs * 1000 + extract(month from c.month) <> s.smallest
      then app.if_large(c.needs) end
  from cells c join small s on s.theme = c.theme
$$;

-- Totals are sums of the months that are shown: what is left out of a month is left out of them.
create function api.published_figures(p_from date, p_to date, p_themes jsonb, p_readers text) returns jsonb
language sql stable security definer
set search_path = ''
as $$
  with months as materialized (
    select m.*, app.if_large(m.received) is not null as tells_received, app.if_large(m.due) is not null as tells_due
    from app.months_of_needs(p_from, p_to, null) m
  ), ends as (
    select e.name, sum(e.needs)::integer as needs, min(e.place) as place
    from months m cross join lateral (values
      (1, 'helped', m.helped), (2, 'informed', m.informed), (3, 'referred', m.referred), (4, 'went_elsewhere', m.went_elsewhere),
      (5, 'not_needed', m.not_needed), (6, 'not_reached', m.not_reached), (7, 'declined', m.declined), (8, 'withdrawn', m.withdrawn)
    ) e (place, name, needs) group by 1
  ), themes as materialized (
    select * from app.themes_of_needs(p_themes, app.month_begins(p_from), app.month_begins(p_to), null)
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
        'kind', t.kind, 'theme', t.theme, 'needs', app.if_large(t.needs), 'declined', app.if_large(t.declined),
        'elsewhere', app.if_large(t.elsewhere), 'nobody_helped', app.if_large(t.nobody_helped)
      ) order by t.kind, t.theme), '[]') from themes t where app.if_large(t.needs) is not null
    ),
    'theme_months', (
      select coalesce(jsonb_agg(jsonb_build_object('theme', c.theme, 'month', to_char(c.month, 'YYYY-MM'), 'needs', c.needs) order by c.theme, c.month), '[]')
      from app.theme_months(p_from, p_to, p_themes) c where c.needs is not null
    ),
    'questions', app.for_readers(p_readers, app.feedback_by_question(p_from, p_to, null, null, null)),
    'rates', app.for_readers(p_readers, app.response_rates(p_from, p_to, null, null, null))
  )
$$;

comment on function api.published_figures is 'Needs and feedback of whole months (p_to is not counted itself) as everybody may see them: nothing over fewer than five. p_themes: { service: theme }; p_readers: steering or public, whose surveys are told of.';
revoke execute on function app.if_large, app.theme_months, api.published_figures from public, anon, authenticated, service_role;
grant execute on function api.published_figures to service_role;
