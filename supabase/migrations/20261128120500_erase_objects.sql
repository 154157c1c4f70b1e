-- erase-objects: bytes of documents that are gone, and of uploads that nobody finished. Each step is safe to take twice.

-- An upload of which nothing was heard: its address to send to has ended an hour before.
create function api.drop_unfinished_documents() returns integer
language sql security definer
set search_path = ''
as $$
  with dropped as (
    delete from app.documents where state = 'pending' and reserved_at < now() - interval '3 hours' returning 1
  )
  select count(*)::integer from dropped
$$;

-- Under a lease that grows with each try, up to an hour.
create function api.claim_erased_objects(p_most integer) returns table (object uuid)
language sql security definer
set search_path = ''
as $$
  update app.erased_objects e
  set attempts = e.attempts + 1, due_at = now() + least(interval '2 minutes' * power(2, least(e.attempts, 5)), interval '1 hour')
  where e.object_id in (
    select x.object_id from app.erased_objects x where x.due_at <= now() order by x.due_at, x.object_id limit p_most for update skip locked
  )
  returning e.object_id
$$;

-- Where somebody could still upload under the old address, they are erased once more when nobody can.
create function api.note_erased_objects(p_objects uuid[]) returns integer
language sql security definer
set search_path = ''
as $$
  with again as (
    update app.erased_objects e set due_at = e.upload_ends_at, attempts = 0
    where e.object_id = any (p_objects) and e.upload_ends_at > now()
  ), erased as (
    delete from app.erased_objects e where e.object_id = any (p_objects) and e.upload_ends_at <= now() returning 1
  )
  select count(*)::integer from erased
$$;

comment on function api.drop_unfinished_documents is 'Gives back the room of uploads that were not finished within three hours; how many.';
comment on function api.claim_erased_objects is 'Objects in Storage to erase now, leased so that two runs do not take the same.';
comment on function api.note_erased_objects is 'These are erased; how many are so for good.';
revoke execute on function api.drop_unfinished_documents, api.claim_erased_objects, api.note_erased_objects
from public, anon, authenticated, service_role;
grant execute on function api.drop_unfinished_documents, api.claim_erased_objects, api.note_erased_objects to service_role;
