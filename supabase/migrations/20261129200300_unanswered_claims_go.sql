-- keep-times: a claim that nobody ever settled kept its claimant's name and address for good.
create or replace function app.keep_claims(p_before timestamptz, p_most integer) returns integer
language sql
set search_path = ''
as $$
  with gone as (
    delete from app.claims where id in (select c.id from app.claims c where coalesce(c.settled_at, c.asked_at) < p_before limit p_most) returning 1
  ) select count(*)::integer from gone
$$;
