-- report-needs, as of many needs: they are counted by what they chose before it is asked of which themes that is. Of a hundred
-- thousand needs a few hundred choices are left, and only those are taken apart.

create or replace function app.themes_of_needs(p_themes jsonb, p_since timestamptz, p_until timestamptz, p_services text[]) returns table (
  kind api.theme_of_needs, theme text, needs integer, declined integer, elsewhere integer, nobody_helped integer
)
language sql stable
set search_path = ''
as $$
  with refused as (
    select h.need_id from app.hand_overs h join app.counted_needs n on n.id = h.need_id
    where n.received_at >= p_since and n.received_at < p_until
    group by h.need_id
    having bool_and(h.state in ('declined', 'no_help', 'not_reachable') or (h.state = 'asked' and h.returned_at is not null))
  ), choices as (
    select n.services, count(*) as needs, count(*) filter (where n.state = 'declined') as declined,
      count(*) filter (where n.state = 'referred' or n.outcome = 'went_elsewhere') as elsewhere, count(r.need_id) as nobody_helped
    from app.counted_needs n left join refused r on r.need_id = n.id
    where n.received_at >= p_since and n.received_at < p_until and (p_services is null or n.services && p_services)
    group by n.services
  ), of_theme as (
    select c.*, chosen.theme, chosen.theme is null and cardinality(c.services) > 0 as left_map
    from choices c
    left join lateral (
      select distinct p_themes ->> service as theme from unnest(c.services) service where p_themes ? service
    ) chosen on true
  )
  select
    case when t.theme is not null then 'theme' when t.left_map then 'left_map' else 'no_service' end::api.theme_of_needs,
    t.theme, sum(t.needs)::integer, sum(t.declined)::integer, sum(t.elsewhere)::integer, sum(t.nobody_helped)::integer
  from of_theme t
  group by 1, 2
$$;

create or replace function app.theme_months(p_from date, p_to date, p_themes jsonb) returns table (theme text, month date, needs integer)
language sql stable
set search_path = ''
as $$
  with cells as (
    select chosen.theme, m.month::date as month, sum(c.needs)::integer as needs
    from generate_series(date_trunc('month', p_from::timestamp), date_trunc('month', p_to::timestamp) - interval '1 day', interval '1 month') m (month)
    cross join lateral (
      select n.services, count(*) as needs from app.counted_needs n
      where n.received_at >= app.month_begins(m.month::date) and n.received_at < app.month_begins((m.month + interval '1 month')::date)
      group by n.services
    ) c
    cross join lateral (
      select distinct p_themes ->> service as theme from unnest(c.services) service where p_themes ? service
    ) chosen
    group by 1, 2
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

-- As before, with one look at the needs of the year.
create or replace function app.provider_figures(p_from date, p_to date, p_ids text[], p_services text[], p_email text) returns jsonb
language sql stable
set search_path = ''
as $$
  with own as (
    select app.for_readers('provider', app.feedback_by_question(p_from, p_to, null, p_ids, null)) as questions,
      n.needs, n.all_needs
    from (
      select count(*) filter (where c.services && p_services)::integer as needs, count(*)::integer as all_needs
      from app.counted_needs c where c.received_at >= app.month_begins(p_from) and c.received_at < app.month_begins(p_to)
    ) n
  ), asked as (
    select count(*) filter (where h.to_email = p_email)::integer as own,
      count(*) filter (where h.to_email = p_email and h.decided_at is not null and h.state <> 'declined')::integer as own_taken,
      count(*) filter (where h.to_email = p_email and h.state = 'helped')::integer as own_helped,
      count(*)::integer as every, count(*) filter (where h.decided_at is not null and h.state <> 'declined')::integer as every_taken,
      count(*) filter (where h.state = 'helped')::integer as every_helped
    from app.hand_overs h
    where h.asked_at >= app.month_begins(p_from) and h.asked_at < app.month_begins(p_to) and h.to_role = 'expert'
  )
  select jsonb_build_object(
    'ids', to_jsonb(p_ids),
    'needs', case when app.if_large(o.needs) is not null then jsonb_build_object(
      'own', o.needs, 'network', case when app.if_large(o.all_needs - o.needs) is not null then o.all_needs end) end,
    'hand_overs', case when app.if_large(a.own) is not null then jsonb_build_object(
      'own', jsonb_build_object('asked', a.own, 'taken', a.own_taken, 'helped', a.own_helped),
      'network', case when app.if_large(a.every - a.own) is not null
        then jsonb_build_object('asked', a.every, 'taken', a.every_taken, 'helped', a.every_helped) end) end,
    'questions', o.questions,
    'network', app.for_readers('provider', app.feedback_by_question(p_from, p_to, null, null, null))
  )
  from own o cross join asked a
  where app.if_large(o.needs) is not null or app.if_large(a.own) is not null or o.questions <> '[]'
$$;

-- Looked through by time, whichever survey it is.
create index survey_invitations_by_time on app.survey_invitations (invited_at) include (survey, theme, service, provider);
