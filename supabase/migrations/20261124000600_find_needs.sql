-- How the desk finds a need: its words in one index, and each of the desk's orders in an index of its own.

-- Words as they are looked for: small letters; what stands between letters and digits parts them.
create function app.plain_words(p_text text) returns text
language sql immutable parallel safe
set search_path = ''
as $$ select regexp_replace(lower(p_text), '[^[:alnum:]]+', ' ', 'g') $$;

-- A number to call as its digits: +358 40 123 and 040 123 are the same one.
create function app.plain_number(p_text text) returns text
language sql immutable parallel safe
set search_path = ''
as $$ select regexp_replace(regexp_replace(p_text, '\D', '', 'g'), '^(00)?358', '0') $$;

-- No dictionary: names and codes are no words of a language, and the beginning of a word finds its inflected forms.
-- References, business IDs and numbers are also there in one piece, since people leave dashes and spaces out.
alter table app.needs add column words tsvector generated always as (
  to_tsvector('pg_catalog.simple'::regconfig,
    app.plain_words(reference || ' ' || coalesce(business_id, '') || ' ' || coalesce(company_name, '') || ' '
      || contact_name || ' ' || contact_email || ' ' || description)
    || ' ' || lower(replace(reference, '-', '')) || ' ' || coalesce(replace(business_id, '-', ''), '')
    || ' ' || coalesce(app.plain_number(contact_phone), ''))
) stored;

-- Without a list of late entries: a search takes the same time after a busy hour.
create index needs_by_words on app.needs using gin (words) with (fastupdate = off);

-- A column of its own, so that the indexes below hold all that is asked of them and counts read nothing else.
alter table app.needs add column answered boolean generated always as (first_response_at is not null) stored;

-- Open needs: those that wait for their first response first, the next one due at the top.
create index needs_open on app.needs (answered, due_at, id) where closed_at is null;
create index needs_unassigned on app.needs (answered, due_at, id) where closed_at is null and owner_email is null;
create index needs_waiting on app.needs (answered, due_at, id) where closed_at is null and waits_for_company;
create index needs_by_owner on app.needs (owner_email, answered, due_at, id) where closed_at is null;
create index needs_closed on app.needs (closed_at desc, id) where closed_at is not null;
create index needs_newest on app.needs (received_at desc, id);

-- What a person typed, as a query: every word must be there, each may go on. Null when nothing is left to look for.
create function app.words_wanted(p_typed text) returns tsquery
language sql immutable parallel safe
set search_path = ''
as $$
  select case
    -- A number to call, a business ID or the like: five digits or more, and nothing that is no number.
    when p_typed ~ '^[\d\s()+./-]+$' and length(app.plain_number(p_typed)) >= 5
      then to_tsquery('pg_catalog.simple'::regconfig, app.plain_number(p_typed) || ':*')
    else (
      select to_tsquery('pg_catalog.simple'::regconfig, string_agg(word || ':*', ' & '))
      -- One letter alone would find nearly everything; eight words say enough.
      from (
        select word from regexp_split_to_table(app.plain_words(p_typed), ' ') with ordinality as typed (word, place)
        where char_length(word) >= 2 order by place limit 8
      ) wanted
    )
  end
$$;
