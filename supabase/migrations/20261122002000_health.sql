-- health: what a monitor asks of the outbox.
create function api.health() returns table (pending integer, stuck integer, oldest_seconds integer)
language sql stable security definer
set search_path = ''
as $$
  select
    count(*) filter (where o.stuck_at is null)::integer,
    count(*) filter (where o.stuck_at is not null)::integer,
    coalesce(ceil(extract(epoch from now() - min(o.due_from) filter (where o.stuck_at is null and o.due_from <= now()))), 0)::integer
  from app.outbox o
  where o.sent_at is null and o.dropped_at is null
$$;

comment on function api.health is 'Letters waiting, letters stuck, and for how many seconds the oldest one that is due has waited.';
revoke execute on function api.health from public, anon, authenticated;
grant execute on function api.health to service_role;
