-- The private bucket of documents in Supabase Storage. Where there is no Storage in the database, as with the stand-in, nothing
-- happens. No policy on storage.objects: neither anon nor authenticated reaches any of it, the functions' own key alone does.
do $$
begin
  if to_regclass('storage.buckets') is null then return; end if;
  -- Whatever is uploaded is bytes to Storage: not even there is it ever shown as a page or a picture.
  insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
  values ('documents', 'documents', false, 10485760, array['application/octet-stream'])
  on conflict (id) do update
  set public = excluded.public, file_size_limit = excluded.file_size_limit, allowed_mime_types = excluded.allowed_mime_types;
end $$;
