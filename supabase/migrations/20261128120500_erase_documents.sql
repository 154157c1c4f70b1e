-- erase-documents: bytes whose document is gone leave the storage too, by the clock. Running it twice does no harm.
create function api.erase_documents(p_most integer) returns setof uuid
language plpgsql security definer
set search_path = ''
as $$
begin
  -- What broke off and was never looked into; its object is queued by that.
  delete from app.documents d where d.state = 'pending' and d.added_at < now() - interval '30 minutes';
  return query select e.object_id from app.document_erasures e where e.due_at <= now() order by e.due_at, e.object_id limit p_most;
end $$;

create function api.documents_erased(p_objects uuid[]) returns void
language plpgsql security definer
set search_path = ''
as $$
begin
  delete from app.document_erasures e where e.object_id = any (p_objects) and e.due_at <= now() and coalesce(e.again_at <= now(), true);
  update app.document_erasures e set due_at = e.again_at, again_at = null where e.object_id = any (p_objects) and e.again_at > now();
end $$;

comment on function api.erase_documents is 'Gives up files that never came, and says which objects the storage is to erase.';
comment on function api.documents_erased is 'Notes that the storage has erased these; those by whose address something may still come are erased once more.';
revoke execute on function api.erase_documents, api.documents_erased from public, anon, authenticated, service_role;
grant execute on function api.erase_documents, api.documents_erased to service_role;
