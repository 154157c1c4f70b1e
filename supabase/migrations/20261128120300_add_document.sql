-- add-document, remove-document: room is taken first, then the bytes are sent and looked into, and only then is it a document.
create type api.begin_document_outcome as enum ('begun', 'empty', 'too_large', 'no_room', 'too_many', 'gone');
create type api.keep_document_outcome as enum ('kept', 'already_there', 'gone');
create type api.remove_document_outcome as enum ('removed', 'not_yours', 'gone');

create function api.workspace_begin_document(p_company uuid, p_name text, p_size bigint)
returns table (outcome api.begin_document_outcome, document uuid, object_id uuid)
language plpgsql security definer
set search_path = ''
as $$
begin
  outcome := case
    when not app.is_member(p_company) then 'gone' when p_size < 1 then 'empty' when p_size > 10 * 1024 * 1024 then 'too_large' else 'begun'
  end;
  if outcome = 'begun' then
    -- What broke off gives its room back.
    delete from app.documents d where d.company_id = p_company and d.state = 'pending' and d.added_at < now() - interval '30 minutes';
    begin
      insert into app.documents as d (company_id, name, size, added_by) values (p_company, p_name, p_size, app.workspace_person())
      returning d.id, d.object_id into document, object_id;
    exception
      when sqlstate 'DROOM' then outcome := 'no_room';
      when sqlstate 'DMANY' then outcome := 'too_many';
    end;
  end if;
  return next;
end $$;

-- A file on its way, for whoever sends it.
create function api.workspace_pending_document(p_document uuid) returns table (company_id uuid, object_id uuid, name text, size integer)
language sql stable
set search_path = ''
as $$
  select d.company_id, d.object_id, d.name, d.size from app.documents d
  where d.id = p_document and d.state = 'pending' and d.added_by = app.workspace_person() and app.is_member(d.company_id)
$$;

-- By the system: what a file is, is said by whoever has looked into its bytes and not by whoever sent them.
create function api.keep_document(p_object uuid, p_name text, p_format api.document_format, p_size integer, p_sha256 text)
returns api.keep_document_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_document app.documents;
begin
  -- The company first, as where room is taken: two that are kept at once come one after the other.
  perform from app.companies c where c.id = (select d.company_id from app.documents d where d.object_id = p_object) for no key update;
  select d.* into v_document from app.documents d where d.object_id = p_object and d.state = 'pending' for update;
  -- Whoever has left the company in between adds nothing to it.
  if v_document.id is null or not exists (
    select from app.members m where m.company_id = v_document.company_id and m.email = v_document.added_by and m.left_at is null
  ) then return 'gone'; end if;
  -- The same file under the same name, sent twice, is one.
  if exists (
    select from app.documents d
    where d.company_id = v_document.company_id and d.state = 'kept' and d.name = p_name and d.sha256 = decode(p_sha256, 'hex')
  ) then
    delete from app.documents d where d.id = v_document.id;
    return 'already_there';
  end if;
  update app.documents set state = 'kept', name = p_name, format = p_format, size = p_size, sha256 = decode(p_sha256, 'hex')
  where id = v_document.id;
  perform app.log_in_company(v_document.company_id, 'document_added', 'company', v_document.added_by, p_name);
  return 'kept';
end $$;

-- What was sent is no document, or never came: its room is free again at once.
create function api.drop_document(p_object uuid) returns void
language sql security definer
set search_path = ''
as $$ delete from app.documents d where d.object_id = p_object and d.state = 'pending' $$;

-- Whoever added it, or an owner.
create function api.workspace_remove_document(p_document uuid) returns api.remove_document_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_me text := app.workspace_person();
  v_document app.documents;
begin
  select d.* into v_document from app.documents d where d.id = p_document and d.state = 'kept' and app.is_member(d.company_id) for update;
  if v_document.id is null then return 'gone'; end if;
  if v_document.added_by is distinct from v_me and not app.is_owner(v_document.company_id) then return 'not_yours'; end if;
  delete from app.documents d where d.id = v_document.id;
  perform app.log_in_company(v_document.company_id, 'document_removed', 'company', v_me, v_document.name);
  return 'removed';
end $$;

comment on function api.workspace_begin_document is 'Takes room for a file that one of the company is about to send; what is not kept within half an hour gives it back.';
comment on function api.workspace_pending_document is 'A file that the caller is sending; no row for anybody else''s.';
comment on function api.keep_document is 'Makes what was sent a document, as what its content says that it is.';
comment on function api.drop_document is 'Gives up a file on its way.';
comment on function api.workspace_remove_document is 'Removes a document of the company; its bytes are erased from the storage soon after.';
revoke execute on function api.workspace_begin_document, api.workspace_pending_document, api.keep_document, api.drop_document,
  api.workspace_remove_document from public, anon, authenticated, service_role;
grant execute on function api.workspace_begin_document, api.workspace_pending_document, api.workspace_remove_document to authenticated;
grant execute on function api.keep_document, api.drop_document to service_role;
