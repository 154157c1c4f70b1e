-- Documents read: the company's own list, and one of them opened, by whoever row-level security lets.

-- Which document was looked at, by the name that it had: one look an hour for each of them.
alter table app.looks
  add column document_name text,
  add constraint a_look_names_a_document_where_it_was_one check ((part = 'document') = (document_name is not null));
drop index app.looks_once_an_hour;
create unique index looks_once_an_hour on app.looks
  ((coalesce(need_id, company_id)), person_email, part, (coalesce(document_name, '')), (date_trunc('hour', at at time zone 'UTC')));

create or replace function app.workspace_looks(p_company uuid, p_most integer, p_from integer) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'part', l.part, 'way', l.way, 'person_role', l.person_role, 'person_email', l.person_email, 'person_name', l.person_name,
    'organisation', l.organisation, 'at', l.at, 'reference', (select n.reference from app.needs n where n.id = l.need_id),
    'document', l.document_name
  ) order by l.at desc, l.id desc), '[]')
  from (select * from app.looks where company_id = p_company order by at desc, id desc limit p_most offset p_from) l
$$;

create function app.document_called(p_document app.documents) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object('id', p_document.id, 'name', p_document.name, 'kind', p_document.kind, 'size', p_document.size, 'kept_at', p_document.kept_at)
$$;

create function api.workspace_documents(p_company uuid, p_page integer) returns table (
  company jsonb, documents jsonb, used integer, needs jsonb, now timestamptz
)
language sql stable
set search_path = ''
as $$
  select app.company_called(chosen.company),
    (select coalesce(jsonb_agg(app.document_called(d) || jsonb_build_object(
       'uploaded_by', d.uploaded_by, 'uploaded_by_name', app.fact_of(d.company_id, d.uploaded_by, 'contact_name'),
       'reference', (select n.reference from app.needs n where n.id = d.need_id)
     ) order by d.kept_at desc, d.id), '[]')
     from app.documents d
     where d.id in (
       select x.id from app.documents x where x.company_id = chosen.company and x.state = 'kept'
       order by x.kept_at desc, x.id limit 51 offset 50 * (least(greatest(p_page, 1), 1000) - 1)
     )),
    (select coalesce(sum(d.size), 0)::integer from app.documents d where d.company_id = chosen.company),
    (select coalesce(jsonb_agg(jsonb_build_object('reference', n.reference, 'description', left(n.description, 200)) order by n.received_at desc, n.id), '[]')
     from (
       select * from app.needs where company_id = chosen.company and closed_at is null order by received_at desc, id limit 50
     ) n),
    now()
  from app.workspace_company(p_company) as chosen (company)
$$;

-- The look of an adviser at a document; the company's own people leave none.
create function app.note_document_look(p_document uuid) returns boolean
language plpgsql security definer
set search_path = ''
as $$
declare
  v_document app.documents;
  v_consent app.consents;
begin
  select d.* into v_document from app.documents d where d.id = p_document and d.state = 'kept';
  if v_document.id is null then return false; end if;
  if app.is_member(v_document.company_id) then return true; end if;
  -- Locked: an address is corrected before the first look or not at all.
  select c.* into v_consent from app.consents c
  where c.company_id = v_document.company_id and c.grantee_email = app.workspace_person() and app.is_in_force(c) and 'documents' = any (c.parts)
  order by c.given_at desc, c.id limit 1 for update;
  if v_consent.id is null then return false; end if;
  if v_consent.first_used_at is null then update app.consents set first_used_at = now() where id = v_consent.id; end if;
  insert into app.looks (company_id, part, way, person_role, person_email, person_name, organisation, document_name)
  values (v_document.company_id, 'document', 'workspace', 'adviser', v_consent.grantee_email, v_consent.grantee_name,
    v_consent.grantee_organisation, v_document.name)
  on conflict do nothing;
  return true;
end $$;
grant execute on function app.document_called(app.documents), app.note_document_look(uuid) to authenticated;

-- Row-level security says whether there is one; p_opened whether its bytes are asked for, and the look is written.
create function api.workspace_document(p_document uuid, p_opened boolean) returns table (
  object uuid, name text, kind api.document_kind, size integer
)
language sql
set search_path = ''
as $$
  select d.object_id, d.name, d.kind, d.size from app.documents d
  where d.id = p_document and d.state = 'kept' and (not p_opened or app.note_document_look(d.id))
$$;

comment on function api.workspace_documents is 'The documents of a company for one of its people (50 a page and one more), the bytes that are used or reserved, and its open needs.';
comment on function api.workspace_document is 'A document for one of its company, or for an adviser whom a consent in force lets see them; no row for anybody else. Opened, it writes the adviser''s look.';
revoke execute on function api.workspace_documents, api.workspace_document from public, anon, authenticated, service_role;
grant execute on function api.workspace_documents, api.workspace_document to authenticated;
