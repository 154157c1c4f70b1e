-- What a company keeps as files. Rows stand here, bytes in the object storage under a random name that says nothing.

-- What a file is by its content. Each is the ending of its name as well.
create type api.document_format as enum (
  'pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'jpg', 'png', 'webp', 'heic', 'gif', 'tiff'
);
create type api.document_state as enum ('pending', 'kept');

create table app.documents (
  id uuid primary key default gen_random_uuid(),
  company_id uuid not null references app.companies (id) on delete cascade,
  object_id uuid not null unique default gen_random_uuid(),
  state api.document_state not null default 'pending',
  name text not null,
  size integer not null,
  format api.document_format,
  sha256 bytea,
  added_by text,
  added_at timestamptz not null default now(),
  constraint document_name_has_1_to_200_characters check (char_length(name) between 1 and 200),
  -- It becomes the name of a file on somebody's machine: nothing that turns its letters round, hides them or leaves the folder.
  constraint a_document_name_is_one_line_and_no_path check (
    name !~ '[[:cntrl:]/\\:*?"<>|]' and name !~ '[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]' and name !~ '^[.\s]|[.\s]$'
  ),
  constraint document_has_1_to_10485760_bytes check (size between 1 and 10 * 1024 * 1024),
  constraint what_is_kept_was_looked_into check ((state = 'kept') = (num_nonnulls(format, sha256) = 2) and num_nonnulls(format, sha256) <> 1),
  constraint a_kept_name_ends_as_what_it_is check (format is null or lower(name) like '%_.' || format),
  constraint sha256_has_32_bytes check (octet_length(sha256) = 32),
  constraint who_added_a_document_is_lower_case check (added_by = lower(added_by) and position('@' in added_by) > 1)
);
alter table app.documents enable row level security;
create index documents_by_company on app.documents (company_id, added_at desc);
create index documents_pending on app.documents (added_at) where state = 'pending';
comment on table app.documents is
  'Files of a company. A pending one is being sent and holds its room of the company''s; what is not kept within half an hour goes.';
comment on column app.documents.object_id is 'Its name in the object storage.';
comment on column app.documents.size is 'In bytes: announced while pending, counted when kept.';
comment on column app.documents.added_by is 'The member''s proved address; null once that person is erased.';

-- 200 MiB and 200 files a company, those on their way included: two uploads at once come one after the other.
create function app.tg_documents__room() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  -- Not `for update`: the foreign keys of both hold a share of that row already.
  perform from app.companies c where c.id = new.company_id for no key update;
  if (select sum(d.size) from app.documents d where d.company_id = new.company_id) > 200 * 1024 * 1024 then
    raise exception 'the documents of a company have 200 MiB' using errcode = 'DROOM';
  end if;
  if (select count(*) from app.documents d where d.company_id = new.company_id) > 200 then
    raise exception 'a company has at most 200 documents' using errcode = 'DMANY';
  end if;
  return null;
end $$;

create trigger _100_room after insert or update of size, company_id on app.documents
for each row execute function app.tg_documents__room();

-- What was looked into stays what it is.
create function app.tg_documents__kept() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if old.state = 'kept' or new.company_id <> old.company_id or new.object_id <> old.object_id then
    raise exception 'a document is not rewritten' using errcode = 'DKEPT';
  end if;
  return new;
end $$;

create trigger _100_kept before update of id, company_id, object_id, state, name, size, format, sha256 on app.documents
for each row execute function app.tg_documents__kept();

-- Bytes to erase. No foreign key: it outlives the document, and the company that is erased with all of it.
create table app.document_erasures (
  object_id uuid primary key,
  queued_at timestamptz not null default now(),
  due_at timestamptz not null default now(),
  again_at timestamptz
);
alter table app.document_erasures enable row level security;
create index document_erasures_due on app.document_erasures (due_at);
comment on table app.document_erasures is 'Objects whose document is gone: a row stands until the storage has erased them.';
comment on column app.document_erasures.again_at is
  'An address for sending a file lives two hours and cannot be revoked: what came by it after the first erasing is erased then.';

create function app.tg_documents__erase() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  insert into app.document_erasures (object_id, again_at)
  values (old.object_id, nullif(greatest(old.added_at + interval '3 hours', now()), now()))
  on conflict do nothing;
  return null;
end $$;

create trigger _900_erase after delete on app.documents
for each row execute function app.tg_documents__erase();
-- `truncate` would leave bytes that nobody knows of.
create function app.tg_documents__no_truncate() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  raise exception 'documents are deleted one by one, so that their bytes go too' using errcode = 'DTRNC';
end $$;
create trigger _900_no_truncate before truncate on app.documents
for each statement execute function app.tg_documents__no_truncate();

-- Who may read: the company's own people, and whom a consent in force that names documents lets in. No coordinator without one.
grant select on app.documents to authenticated;
create policy members_read on app.documents for select to authenticated using (company_id = any ((select app.my_companies())::uuid[]));
create policy advisers_read on app.documents for select to authenticated using (
  state = 'kept' and company_id = any ((select app.companies_shared_with_me('documents'))::uuid[])
);
