-- upload-document, remove-document: room is reserved first, then bytes are sent, then what came is looked at and kept.
create type api.reserve_document_outcome as enum ('reserved', 'over_quota', 'too_many', 'no_need', 'no_company');
create type api.keep_document_outcome as enum ('kept', 'same', 'wrong_size', 'gone');
create type api.remove_document_outcome as enum ('removed', 'gone');

create function api.workspace_reserve_document(p_company uuid, p_name text, p_size integer, p_reference text)
returns table (outcome api.reserve_document_outcome, document uuid, object uuid)
language plpgsql security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_need uuid;
begin
  if not app.is_member(p_company) then
    return query select 'no_company'::api.reserve_document_outcome, null::uuid, null::uuid;
    return;
  end if;
  if p_reference is not null then
    select n.id into v_need from app.needs n where n.reference = p_reference and n.company_id = p_company;
    if v_need is null then
      return query select 'no_need'::api.reserve_document_outcome, null::uuid, null::uuid;
      return;
    end if;
  end if;
  return query
    with reserved as (
      insert into app.documents (company_id, need_id, name, size, uploaded_by)
      values (p_company, v_need, p_name, p_size, app.workspace_person())
      returning id, object_id
    )
    select 'reserved'::api.reserve_document_outcome, r.id, r.object_id from reserved r;
exception
  when sqlstate 'DQUOT' then return query select 'over_quota'::api.reserve_document_outcome, null::uuid, null::uuid;
  when sqlstate 'DMANY' then return query select 'too_many'::api.reserve_document_outcome, null::uuid, null::uuid;
end $$;

-- What the caller has reserved and sent, to be looked at; also when that is done already, so that asking twice does no harm.
create function api.workspace_sent_document(p_document uuid) returns table (
  company uuid, object uuid, name text, size integer, state api.document_state
)
language sql stable
set search_path = ''
as $$
  select d.company_id, d.object_id, d.name, d.size, d.state from app.documents d
  where d.id = p_document and d.uploaded_by = app.workspace_person()
$$;

-- By the function that has read the bytes: no person's token says what a document is.
create function api.keep_document(p_document uuid, p_name text, p_kind api.document_kind, p_size integer, p_sha256 text)
returns table (outcome api.keep_document_outcome, name text)
language plpgsql security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_document app.documents;
  v_same text;
begin
  select d.* into v_document from app.documents d where d.id = p_document for update;
  if v_document.id is null or not exists (
    select from app.members m where m.company_id = v_document.company_id and m.email = v_document.uploaded_by and m.left_at is null
  ) then
    delete from app.documents d where d.id = v_document.id and d.state = 'pending';
    return query select 'gone'::api.keep_document_outcome, null::text;
    return;
  end if;
  if v_document.state = 'kept' then
    return query select 'kept'::api.keep_document_outcome, v_document.name;
    return;
  end if;
  -- Less or more came than there was room reserved for.
  if v_document.size <> p_size then
    delete from app.documents d where d.id = p_document;
    return query select 'wrong_size'::api.keep_document_outcome, null::text;
    return;
  end if;
  -- Two of the same at once come one after the other.
  perform from app.companies c where c.id = v_document.company_id for update;
  select d.name into v_same from app.documents d
  where d.company_id = v_document.company_id and d.sha256 = p_sha256 and d.state = 'kept';
  if found then
    delete from app.documents d where d.id = p_document;
    return query select 'same'::api.keep_document_outcome, v_same;
    return;
  end if;
  update app.documents set state = 'kept', name = p_name, kind = p_kind, sha256 = p_sha256, kept_at = now() where id = p_document;
  perform app.log_in_company(v_document.company_id, 'document_uploaded', 'company', v_document.uploaded_by, p_name);
  return query select 'kept'::api.keep_document_outcome, p_name;
end $$;

-- By anybody of the company; what was never kept leaves no trace in its log.
create function api.workspace_remove_document(p_document uuid) returns api.remove_document_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_document app.documents;
begin
  select d.* into v_document from app.documents d where d.id = p_document and app.is_member(d.company_id) for update;
  if v_document.id is null then return 'gone'; end if;
  delete from app.documents d where d.id = p_document;
  if v_document.state = 'kept' then
    perform app.log_in_company(v_document.company_id, 'document_removed', 'company', app.workspace_person(), v_document.name);
  end if;
  return 'removed';
end $$;

comment on function api.workspace_reserve_document is 'One of a company reserves room for a document of so many bytes: its size counts from now on. Gives the object to send it to.';
comment on function api.workspace_sent_document is 'What the caller reserved room for; no row for anybody else''s.';
comment on function api.keep_document is 'What was sent has been looked at: it is kept as what it is, or taken away. The same bytes twice are one document, whose name comes back.';
comment on function api.workspace_remove_document is 'One of the company removes a document; its bytes are queued for erasure.';
revoke execute on function api.workspace_reserve_document, api.workspace_sent_document, api.keep_document, api.workspace_remove_document
from public, anon, authenticated, service_role;
grant execute on function api.workspace_reserve_document, api.workspace_sent_document, api.workspace_remove_document to authenticated;
grant execute on function api.keep_document to service_role;
