-- A need that is like an open one of the same company is offered for joining: seen when it comes in, with the reason.

-- The words of a text by their beginnings, which Finnish endings leave as they are: six letters, of words that have so many.
-- Without what nearly every need says.
create function app.word_beginnings(p_text text) returns text[]
language sql immutable parallel safe
set search_path = ''
as $$
  select coalesce(array_agg(distinct left(word, 6)), '{}') from regexp_split_to_table(app.plain_words(p_text), ' ') word
  where char_length(word) >= 6
    and left(word, 6) <> all (array[
      'tarvit', 'yrityk', 'yritys', 'haluam', 'haluai', 'olemme', 'meidän', 'meille', 'apuamm', 'miten', 'saisim', 'voisim', 'voitte',
      'behöve', 'företa', 'skulle', 'kunna', 'compan', 'should', 'would', 'please'])
$$;

-- Why two needs may be one: services that both chose, words that both use. A shared service is reason enough; words are, from
-- three on. One rule that can be told to a person, instead of a score.
create function app.likeness(p_one app.needs, p_other app.needs, out services text[], out words text[], out is_alike boolean)
language plpgsql immutable
set search_path = ''
as $$
begin
  services := array(select unnest(p_one.services) intersect select unnest(p_other.services) order by 1);
  words := array(
    select unnest(app.word_beginnings(p_one.description)) intersect select unnest(app.word_beginnings(p_other.description)) order by 1
  );
  is_alike := cardinality(services) > 0 or cardinality(words) >= 3;
end $$;

alter table app.needs add column resembles uuid references app.needs (id) on delete set null;
create index needs_by_resembles on app.needs (resembles);
comment on column app.needs.resembles is 'The oldest open need of the same company that this one was like when it came in: the desk offers to join them.';

create function app.tg_needs__resembles() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.resembles := (
    select n.id from app.needs n, app.likeness(new, n) as likeness
    where n.closed_at is null and likeness.is_alike
      -- Each by its index; a company with very many open needs has its newest looked at.
      and n.id in (
        (select o.id from app.needs o where o.closed_at is null and o.business_id = new.business_id order by o.received_at desc limit 20)
        union
        (select o.id from app.needs o
         where app.mailbox_of(o.contact_email) = app.mailbox_of(new.contact_email) order by o.received_at desc limit 20)
      )
    order by n.received_at, n.id limit 1
  );
  return new;
end $$;

create trigger _100_resembles before insert on app.needs
for each row execute function app.tg_needs__resembles();
