-- A link is for one record of whichever kind: one kind's file lists the kinds by name and sorts before another that came earlier to
-- databases that had it already, and took that kind out again there.
do $$
begin
  execute format(
    'alter table app.links drop constraint a_link_is_for_one_record, add constraint a_link_is_for_one_record check (num_nonnulls(%s) = 1)',
    (
      select string_agg(quote_ident(a.attname), ', ' order by a.attnum)
      from pg_catalog.pg_constraint c join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.conrelid = 'app.links'::regclass and c.contype = 'f'
    ));
end $$;
