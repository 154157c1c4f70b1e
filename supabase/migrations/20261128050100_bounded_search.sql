-- desk-list: a search takes no longer the more needs there are: words that stand in many of them are never asked of the index.

-- Four times as many words of which it is known in how many needs they stand, and so as much rarer ones.
alter table app.needs alter column words set statistics 400;

-- How many needs the statistics let expect. Volatile, though it changes nothing: no other function may ask for a plan.
create function app.expected_finds(p_words tsquery) returns real
language plpgsql volatile
set search_path = ''
as $$
declare
  v_plan json;
begin
  execute format('explain (format json) select from app.needs n where n.words @@ %L', p_words) into v_plan;
  return (v_plan #>> '{0,Plan,Plan Rows}')::real;
end $$;

-- Whether clearly more than p_many needs hold these words, so that the index would be read for long and its finds not be
-- sorted. Statistics know it of words that are common; of the common beginning of rare words (a number to call) the newest
-- needs tell.
create function app.is_common(p_words tsquery, p_many integer) returns boolean
language plpgsql volatile
set search_path = ''
as $$
declare
  c_newest constant integer := 500;
  c_page constant integer := 26;
  v_expected real := app.expected_finds(p_words);
begin
  -- A word of which nothing is known is expected in some needs too: no plan says "none".
  if v_expected > 2 * p_many and v_expected > 1.2 * app.expected_finds('0nobody0writes0this0'::tsquery) then return true; end if;
  return c_page = (
    select count(*) from (
      select from (select n.words from app.needs n order by n.received_at desc, n.id limit c_newest) n
      where n.words @@ p_words limit c_page
    ) found
  );
end $$;

-- As before, but for what it does with common words: those are looked for among the first needs of the view alone.
create or replace function app.desk_find(p_view api.desk_view, p_typed text, p_after text) returns app.desk_page
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
  v_found.too_many := cardinality(v_found.ids) = c_page;
  if v_found.too_many then return v_found; end if;

  if not app.is_common(v_words, c_found) then
    select string_agg(format('%L, count(*) filter (where %s)', view, app.desk_condition(view)), ', ') into v_counts
    from unnest(enum_range(null::api.desk_view)) view;
    execute format(
      'with n as materialized (
         select n.id, n.received_at, n.due_at, n.answered, n.closed_at, n.owner_email, n.waits_for_company
         from app.needs n where n.words @@ $2 limit %s
       ) select array(select n.id from n where %s and %s order by %s limit %s), jsonb_build_object(%s) from n',
      c_found + 1, app.desk_condition(p_view), app.desk_after(p_view, v_after), app.desk_order(p_view), c_page, v_counts)
    into v_found.ids, v_found.counts using v_me, v_words;
    if (v_found.counts ->> 'any')::integer <= c_found then return v_found; end if;
    v_found.counts := null;
  end if;

  v_found.too_many := true;
  execute v_in_order into v_found.ids using v_me, v_words, c_deep;
  return v_found;
end $$;
