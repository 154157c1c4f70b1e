-- The desk lists no erased need: there is nothing in it to read. Its figures go on counting them.
drop index app.needs_closed;
create index needs_closed on app.needs (closed_at desc, id) where closed_at is not null and joined_to is null and erased_at is null;

create or replace function app.desk_condition(p_view api.desk_view) returns text
language sql immutable
set search_path = ''
as $$
  select case p_view
    when 'mine' then 'n.closed_at is null and n.owner_email = any ((select app.stands_in_for($1) || $1)::text[])'
    when 'unassigned' then 'n.closed_at is null and n.owner_email is null'
    when 'open' then 'n.closed_at is null'
    when 'waiting' then 'n.closed_at is null and n.waits_for_company'
    -- A joined need goes on in another one, where it is found; a search finds both.
    when 'closed' then 'n.closed_at is not null and n.joined_to is null and n.erased_at is null'
    else 'n.erased_at is null'
  end
$$;

-- As before, with the column that the conditions now ask for.
create or replace function app.desk_find(p_view api.desk_view, p_typed text, p_after text)
returns app.desk_page
language plpgsql
stable security definer
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
  c_columns constant text := 'n.id, n.received_at, n.due_at, n.answered, n.closed_at';
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
    execute format('select array(select n.id from (%s) n order by %s)',
      app.desk_first(p_view, c_columns, app.desk_after(p_view, v_after), c_page), app.desk_order(p_view))
    into v_found.ids using v_me;
    -- Counted in order, so that it goes along an index, and of what that index holds: open needs may all stand at the far
    -- end of the table.
    execute (
      select format('select jsonb_build_object(%s)', string_agg(
        format('%L, (select count(*) from (%s) x)', view,
          app.desk_first(view, case view when 'closed' then 'n.closed_at, n.id' else 'n.answered, n.due_at, n.id' end, 'true', c_count)), ', '))
      from unnest(enum_range(null::api.desk_view)) view where view <> 'any'
    ) into v_found.counts using v_me;
    v_found.too_many := false;
    return v_found;
  end if;

  v_in_order := 'select array(select n.id from (%s) n where n.words @@ $2 order by %s limit %s)';
  execute format(v_in_order,
    app.desk_first(p_view, 'n.words, ' || c_columns, app.desk_after(p_view, v_after), c_glance), app.desk_order(p_view), c_page)
  into v_found.ids using v_me, v_words;
  v_found.too_many := cardinality(v_found.ids) = c_page;
  if v_found.too_many then return v_found; end if;

  if not app.is_common(v_words, c_found) then
    select string_agg(format('%L, count(*) filter (where %s)', view, app.desk_condition(view)), ', ') into v_counts
    from unnest(enum_range(null::api.desk_view)) view;
    execute format(
      'with n as materialized (
         select %s, n.owner_email, n.waits_for_company, n.joined_to, n.erased_at from app.needs n where n.words @@ $2 limit %s
       ) select array(select n.id from n where %s and %s order by %s limit %s), jsonb_build_object(%s) from n',
      c_columns, c_found + 1, app.desk_condition(p_view), app.desk_after(p_view, v_after), app.desk_order(p_view), c_page, v_counts)
    into v_found.ids, v_found.counts using v_me, v_words;
    if (v_found.counts ->> 'any')::integer <= c_found then return v_found; end if;
    v_found.counts := null;
  end if;

  v_found.too_many := true;
  execute format(v_in_order,
    app.desk_first(p_view, 'n.words, ' || c_columns, app.desk_after(p_view, v_after), c_deep), app.desk_order(p_view), c_page)
  into v_found.ids using v_me, v_words;
  return v_found;
end $$;


create or replace function api.desk_unmatched(p_since timestamptz) returns table (
  reference text, received_at timestamptz, state api.need_state, description text
)
language sql stable
set search_path = ''
as $$
  select n.reference, n.received_at, n.state, left(n.description, 200)
  from app.needs n where n.received_at >= p_since and n.services = '{}' and n.state <> 'joined' and n.erased_at is null and (select app.desk_person()) is not null
  order by n.received_at desc, n.id limit 10
$$;
