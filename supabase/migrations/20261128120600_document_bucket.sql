-- The bucket of hosted Supabase: private, so that nothing of it has an address of its own, and with the size of a document as its
-- limit. storage.objects has row-level security and no policy: no person's token reads or writes there. The stand-in has its own.
do $$
begin
  if to_regclass('storage.buckets') is not null then
    insert into storage.buckets (id, name, public, file_size_limit)
    values ('documents', 'documents', false, 10 * 1024 * 1024)
    on conflict (id) do update set public = false, file_size_limit = excluded.file_size_limit;
  end if;
end $$;
