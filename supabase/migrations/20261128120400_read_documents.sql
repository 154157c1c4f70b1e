-- Documents as the company and those whom it lets in read them: with the caller's rights, and with a look of whoever is from outside.
create function app.documents_of(p_company uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', d.id, 'name', d.name, 'format', d.format, 'size', d.size, 'added_at', d.added_at, 'added_by', d.added_by
  ) order by d.added_at desc, d.id), '[]')
  from app.documents d where d.company_id = p_company and d.state = 'kept'
$$;

-- Writes that an adviser sees documents of a company; nothing for one of the company itself, or for whom no consent lets in.
create function app.note_document_looks(p_company uuid) returns boolean
language plpgsql security definer
set search_path = ''
as $$
declare
  v_consent app.consents;
begin
  if app.is_member(p_company) then return true; end if;
  -- Locked: an address is corrected before the first look or not at all.
  select c.* into v_consent from app.consents c
  where c.company_id = p_company and c.grantee_email = app.workspace_person() and app.is_in_force(c) and 'documents' = any (c.parts)
  order by c.given_at limit 1 for update;
  if v_consent.id is null then return false; end if;
  if v_consent.first_used_at is null then update app.consents set first_used_at = now() where id = v_consent.id; end if;
  insert into app.looks (company_id, part, way, person_role, person_email, person_name, organisation)
  values (p_company, 'document', 'workspace', 'adviser', v_consent.grantee_email, v_consent.grantee_name, v_consent.grantee_organisation)
  on conflict do nothing;
  return true;
end $$;
grant execute on function app.documents_of(uuid), app.note_document_looks(uuid) to authenticated;

create function api.workspace_documents(p_company uuid)
returns table (company jsonb, role api.member_role, documents jsonb, used bigint, now timestamptz)
language sql stable
set search_path = ''
as $$
  select app.company_called(chosen.company),
    (select m.role from app.members m where m.company_id = chosen.company and m.email = app.workspace_person() and m.left_at is null),
    app.documents_of(chosen.company),
    (select coalesce(sum(d.size), 0) from app.documents d
     where d.company_id = chosen.company and (d.state = 'kept' or d.added_at > now() - interval '30 minutes')),
    now()
  from app.workspace_company(p_company) as chosen (company)
$$;

-- One document for whoever may read it; p_taken says that its bytes follow, which is a look.
create function api.workspace_document(p_document uuid, p_taken boolean)
returns table (object_id uuid, name text, format api.document_format, size integer, sha256 text)
language sql
set search_path = ''
as $$
  select d.object_id, d.name, d.format, d.size, encode(d.sha256, 'hex')
  from app.documents d
  where d.id = p_document and d.state = 'kept' and (not p_taken or app.note_document_looks(d.company_id))
$$;

-- The documents that a consent of the caller's shows; no row where it shows none.
create function api.workspace_shared_documents(p_consent uuid) returns table (documents jsonb)
language sql
set search_path = ''
as $$
  select app.documents_of(c.company_id)
  from app.consents c
  where c.id = p_consent and c.id = any (app.consents_to_me()) and 'documents' = any (c.parts)
    and (not exists (select from app.documents d where d.company_id = c.company_id) or app.note_document_looks(c.company_id))
$$;

comment on function api.workspace_documents is 'The documents of one of the caller''s companies, and how many bytes are taken. p_company may be null for who has one.';
comment on function api.workspace_document is 'A document that the caller may read; no row for any other. Writes the look of an adviser when its bytes follow.';
comment on function api.workspace_shared_documents is 'The documents that a consent in force shows to the caller. Writes the look.';
revoke execute on function api.workspace_documents, api.workspace_document, api.workspace_shared_documents
from public, anon, authenticated, service_role;
grant execute on function api.workspace_documents, api.workspace_document, api.workspace_shared_documents to authenticated;
