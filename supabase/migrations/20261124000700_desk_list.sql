-- desk-list: the needs as a coordinator works through them: a view, words to look for, 25 at a time, and how many there are.
create type api.desk_view as enum ('mine', 'unassigned', 'open', 'waiting', 'closed', 'any');

create type app.desk_page as (ids uuid[], counts jsonb, too_many boolean);

-- Which needs of a view are in it.
create function app.desk_condition(p_view api.desk_view) returns text
language sql immutable
set search_path = ''
as $$
  select case p_view
    when 'mine' then 'n.closed_at is null and n.owner_email = $1'
    when 'unassigned' then 'n.closed_at is null and n.owner_email is null'
    when 'open' then 'n.closed_at is null'
    when 'waiting' then 'n.closed_at is null and n.waits_for_company'
    when 'closed' then 'n.closed_at is not null'
    else 'true'
  end
$$;

-- Its order: each one is that of an index.
create function app.desk_order(p_view api.desk_view) returns text
language sql immutable
set search_path = ''
as $$
  select case p_view
    when 'closed' then 'n.closed_at desc, n.id'
    when 'any' then 'n.received_at desc, n.id'
    else 'n.answered, n.due_at, n.id'
  end
$$;

-- What comes after a need (the last one of the page before) in that order.
create function app.desk_after(p_view api.desk_view, p_need app.needs) returns text
language sql stable
set search_path = ''
as $$
  select case
    when p_need.id is null then 'true'
    when p_view = 'closed' then format('n.closed_at <= %L and (n.closed_at < %1$L or n.id > %L)', p_need.closed_at, p_need.id)
    when p_view = 'any' then format('n.received_at <= %L and (n.received_at < %1$L or n.id > %L)', p_need.received_at, p_need.id)
    else format('(n.answered, n.due_at, n.id) > (%L::boolean, %L::timestamptz, %L::uuid)',
      p_need.answered, p_need.due_at, p_need.id)
  end
$$;

-- The ids of a page and one more, in order. With its owner's rights, after asking who calls: row-level security lets no
-- search use an index, since a search could tell of rows that it hides. The rows themselves are read with the caller's rights.
create function app.desk_find(p_view api.desk_view, p_typed text, p_after text) returns app.desk_page
language plpgsql stable security definer
set search_path = ''
as $$
declare
  -- 25 on a page, and one that tells whether there is another page.
  c_page constant integer := 26;
  -- Beyond it a count says no more to a person.
  c_count constant integer := 1000;
  -- So many needs are looked through in order before the index of words is asked: a common word fills its page at once.
  c_glance constant integer := 500;
  -- A search that finds more than this is not sorted, but looked for among the first ones of its view.
  c_found constant integer := 1000;
  c_deep constant integer := 4000;
  v_me text := app.desk_person();
  v_words tsquery := app.words_wanted(p_typed);
  v_after app.needs;
  v_found app.desk_page;
  v_in_order text;
  v_counts text := '';
begin
  if v_me is null or (p_typed <> '' and v_words is null) then return (array[]::uuid[], null, false)::app.desk_page; end if;
  select n.* into v_after from app.needs n where n.reference = p_after;

  if v_words is null then
    execute format('select array(select n.id from app.needs n where %s and %s order by %s limit %s)',
      app.desk_condition(p_view), app.desk_after(p_view, v_after), app.desk_order(p_view), c_page)
    into v_found.ids using v_me;
    -- Counted in order, so that it goes along an index: open needs may all stand at the far end of the table.
    execute (
      select format('select jsonb_build_object(%s)', string_agg(
        format('%L, (select count(*) from (select from app.needs n where %s order by %s limit %s) x)',
          view, app.desk_condition(view), app.desk_order(view), c_count), ', '))
      from unnest(enum_range(null::api.desk_view)) view where view <> 'any'
    ) into v_found.counts using v_me;
    v_found.too_many := false;
    return v_found;
  end if;

  v_in_order := format(
    'select array(select n.id from (
       select n.id, n.words, n.received_at, n.due_at, n.answered, n.closed_at from app.needs n where %s and %s order by %s limit $3
     ) n where n.words @@ $2 order by %3$s limit %s)',
    app.desk_condition(p_view), app.desk_after(p_view, v_after), app.desk_order(p_view), c_page);
  execute v_in_order into v_found.ids using v_me, v_words, c_glance;
  if cardinality(v_found.ids) = c_page then
    v_found.too_many := true;
    return v_found;
  end if;

  select string_agg(format('%L, count(*) filter (where %s)', view, app.desk_condition(view)), ', ') into v_counts
  from unnest(enum_range(null::api.desk_view)) view;
  execute format(
    'with n as materialized (
       select n.id, n.received_at, n.due_at, n.answered, n.closed_at, n.owner_email, n.waits_for_company
       from app.needs n where n.words @@ $2 limit %s
     ) select array(select n.id from n where %s and %s order by %s limit %s), jsonb_build_object(%s) from n',
    c_found + 1, app.desk_condition(p_view), app.desk_after(p_view, v_after), app.desk_order(p_view), c_page, v_counts)
  into v_found.ids, v_found.counts using v_me, v_words;
  v_found.too_many := (v_found.counts ->> 'any')::integer > c_found;
  if v_found.too_many then
    v_found.counts := null;
    execute v_in_order into v_found.ids using v_me, v_words, c_deep;
  end if;
  return v_found;
end $$;

grant execute on function app.desk_find(api.desk_view, text, text) to authenticated;

create function api.desk_list(p_view api.desk_view, p_typed text, p_after text) returns table (
  needs jsonb, counts jsonb, too_many boolean, has_more boolean, now timestamptz
)
language sql stable
set search_path = ''
as $$
  select
    coalesce((
      select jsonb_agg(jsonb_build_object(
        'reference', n.reference, 'state', n.state, 'company_name', n.company_name, 'business_id', n.business_id, 'founder', n.founder,
        'contact_name', n.contact_name, 'description', left(n.description, 200), 'services', n.services,
        'received_at', n.received_at, 'due_at', n.due_at, 'first_response_at', n.first_response_at, 'promise_kept', n.promise_kept,
        'closed_at', n.closed_at, 'owner_email', n.owner_email, 'owner_name', n.owner_name, 'waits_for_company', n.waits_for_company
      ) order by wanted.place)
      from unnest(page.ids[1:25]) with ordinality as wanted (id, place) join app.needs n on n.id = wanted.id
    ), '[]'),
    page.counts, coalesce(page.too_many, false), cardinality(page.ids) > 25, now()
  from app.desk_find(p_view, coalesce(p_typed, ''), p_after) as page
$$;

comment on function api.desk_list is
  'A page of 25 needs for a coordinator, after the need of reference p_after: a view in its order, or in it those in which every typed word is found. Counts stop at 1,000; with a search that finds very many there are none.';
revoke execute on function api.desk_list from public, anon, authenticated, service_role;
grant execute on function api.desk_list to authenticated;
