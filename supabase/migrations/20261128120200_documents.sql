-- Documents of a company: what they are called, what they are and whose. Their bytes lie in Storage under a random id.
create type api.document_kind as enum ('pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'png', 'jpeg', 'webp', 'heic', 'tiff');
create type api.document_state as enum ('pending', 'kept');

create table app.documents (
  id uuid primary key default gen_random_uuid(),
  company_id uuid not null references app.companies (id) on delete cascade,
  need_id uuid references app.needs (id) on delete set null,
  object_id uuid not null unique default gen_random_uuid(),
  name text not null,
  size integer not null,
  kind api.document_kind,
  sha256 text,
  state api.document_state not null default 'pending',
  uploaded_by text not null,
  reserved_at timestamptz not null default now(),
  kept_at timestamptz,
  constraint document_has_1_to_10485760_bytes check (size between 1 and 10485760),
  constraint document_name_has_1_to_150_characters check (char_length(name) between 1 and 150),
  -- Nothing that leads elsewhere, ends a header, or turns the reading direction so that an ending seems to be another.
  constraint document_name_is_plain check (
    name !~ '[[:cntrl:]/\\\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]' and name !~ '^[. ]' and name !~ '[. ]$'
  ),
  constraint document_hash_is_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint uploader_email_is_lower_case check (uploaded_by = lower(uploaded_by)),
  constraint what_a_kept_document_is_was_looked_at check ((state = 'kept') = (num_nonnulls(kind, sha256, kept_at) = 3)),
  constraint a_pending_document_is_nothing_yet check (state = 'kept' or num_nonnulls(kind, sha256, kept_at) = 0)
);
alter table app.documents enable row level security;
create index documents_by_company on app.documents (company_id, kept_at desc, id);
create index documents_by_need on app.documents (need_id);
create index documents_pending on app.documents (reserved_at) where state = 'pending';
-- The same file twice is one document.
create unique index documents_are_kept_once on app.documents (company_id, sha256) where state = 'kept';
comment on table app.documents is
  'Files of a company. A pending row reserves the announced size before a byte is sent; it is kept once the bytes have been looked at.';
comment on column app.documents.object_id is 'Under which its bytes lie in Storage: random, never the name that a person gave.';
comment on column app.documents.kind is 'By content, never by name.';

-- Bytes outlive no row: whatever deletes a document, also together with its company, queues its object. The row is written
-- before the first byte is sent, so that no object is without one.
create table app.erased_objects (
  object_id uuid primary key,
  queued_at timestamptz not null default now(),
  upload_ends_at timestamptz not null,
  due_at timestamptz not null default now(),
  attempts integer not null default 0
);
alter table app.erased_objects enable row level security;
create index erased_objects_by_due on app.erased_objects (due_at);
comment on table app.erased_objects is 'Objects in Storage whose document is gone: erased by a scheduled function, and a second time when nobody can upload there any more.';
comment on column app.erased_objects.upload_ends_at is 'Until then an address to upload to may still live: Supabase gives it two hours.';

create function app.tg_documents__erase() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  insert into app.erased_objects (object_id, upload_ends_at)
  values (old.object_id, old.reserved_at + interval '2 hours 5 minutes')
  on conflict do nothing;
  return null;
end $$;

create trigger _100_erase after delete on app.documents
for each row execute function app.tg_documents__erase();

-- One after the other for a company: two uploads at once that together are too much are told apart. What is reserved counts.
create function app.tg_documents__quota() returns trigger
language plpgsql
set search_path = ''
as $$
declare
  v_count bigint;
  v_bytes bigint;
  v_pending bigint;
begin
  perform from app.companies c where c.id = new.company_id for update;
  select count(*), coalesce(sum(d.size), 0), count(*) filter (where d.state = 'pending') into v_count, v_bytes, v_pending
  from app.documents d where d.company_id = new.company_id;
  -- 200 MiB
  if v_bytes + new.size > 209715200 then
    raise exception 'the documents of a company have 200 MiB together' using errcode = 'DQUOT';
  end if;
  -- Each holds a page of the list, however small; and each pending one an address to which up to 10 MiB may be sent.
  if v_count >= 1000 or v_pending >= 20 then
    raise exception 'a company has a thousand documents at most, and twenty under way' using errcode = 'DMANY';
  end if;
  if new.need_id is not null and (select n.company_id from app.needs n where n.id = new.need_id) is distinct from new.company_id then
    raise exception 'a document belongs to a need of its own company' using errcode = 'DNEED';
  end if;
  return new;
end $$;

create trigger _100_quota before insert on app.documents
for each row execute function app.tg_documents__quota();

-- It becomes what it was looked at to be, once. Whose address uploaded it may go, when that person is erased; so may its need.
create function app.tg_documents__kept() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if (new.id, new.company_id, new.object_id, new.size, new.reserved_at) is distinct from (old.id, old.company_id, old.object_id, old.size, old.reserved_at)
     or (new.need_id is not null and new.need_id is distinct from old.need_id)
     or (old.state = 'kept' and (new.state, new.name, new.kind, new.sha256, new.kept_at)
       is distinct from (old.state, old.name, old.kind, old.sha256, old.kept_at)) then
    raise exception 'a document is not rewritten' using errcode = 'DKEPT';
  end if;
  return new;
end $$;

create trigger _100_kept before update on app.documents
for each row execute function app.tg_documents__kept();

create function app.tg_documents__one_by_one() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  raise exception 'documents are deleted row by row, so that their bytes go too' using errcode = 'DKEPT';
end $$;

create trigger _200_one_by_one before truncate on app.documents
for each statement execute function app.tg_documents__one_by_one();

-- Reading: the people of the company, and whom it has let see its documents, what is kept.
grant select on app.documents to authenticated;
create policy members_read on app.documents for select to authenticated using (company_id = any ((select app.my_companies())::uuid[]));
create policy advisers_read on app.documents for select to authenticated using (
  state = 'kept' and company_id = any ((select app.companies_shared_with_me('documents'))::uuid[])
);
