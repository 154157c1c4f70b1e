-- A look at a document says which one was taken. The list of documents that was shown is a look of its own, without one.
-- No foreign key: a document that is removed takes no line of the list with it, and leaves none changed.
alter table app.looks add column document_id uuid;
comment on column app.looks.document_id is 'Which document was taken; one that is gone has no name any more. Null where the list of them was shown.';

drop index app.looks_once_an_hour;
create unique index looks_once_an_hour on app.looks
  ((coalesce(document_id, need_id, company_id)), person_email, part, (date_trunc('hour', at at time zone 'UTC')));

alter table app.looks add constraint a_document_is_looked_at_as_one check (document_id is null or part = 'document');

drop function app.note_document_looks(uuid);
create function app.note_document_look(p_company uuid, p_document uuid) returns boolean
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
  if v_consent.id is null or not exists (select from app.documents d where d.id = p_document and d.company_id = p_company) then return false; end if;
  if v_consent.first_used_at is null then update app.consents set first_used_at = now() where id = v_consent.id; end if;
  insert into app.looks (company_id, document_id, part, way, person_role, person_email, person_name, organisation)
  values (p_company, p_document, 'document', 'workspace', 'adviser', v_consent.grantee_email, v_consent.grantee_name, v_consent.grantee_organisation)
  on conflict do nothing;
  return true;
end $$;
grant execute on function app.note_document_look(uuid, uuid) to authenticated;

create or replace function api.workspace_document(p_document uuid, p_taken boolean) returns table (
  object_id uuid, name text, format api.document_format, size integer, sha256 text
)
language sql
set search_path = ''
as $$
  select d.object_id, d.name, d.format, d.size, encode(d.sha256, 'hex')
  from app.documents d
  where d.id = p_document and d.state = 'kept' and (not p_taken or app.note_document_look(d.company_id, d.id))
$$;

-- A look as the company reads it. A name by row-level security: whoever may not see the document reads that it is gone.
create function app.look_called(p_look app.looks) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'part', p_look.part, 'way', p_look.way, 'person_role', p_look.person_role, 'person_email', p_look.person_email,
    'person_name', p_look.person_name, 'organisation', p_look.organisation, 'at', p_look.at,
    'reference', (select n.reference from app.needs n where n.id = p_look.need_id),
    'document', (select d.name from app.documents d where d.id = p_look.document_id),
    'of_document', p_look.document_id is not null
  )
$$;
grant execute on function app.look_called(app.looks) to authenticated;

create or replace function app.workspace_looks(p_company uuid, p_most integer, p_from integer) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(app.look_called(l) order by l.at desc, l.id desc), '[]')
  from (select * from app.looks where company_id = p_company order by at desc, id desc limit p_most offset p_from) l
$$;

create or replace function api.workspace_consent(p_consent uuid) returns table (
  company jsonb, role api.member_role, may_withdraw boolean, consent jsonb, needs jsonb, events jsonb, looks jsonb, replaces uuid, replaced_by uuid,
  now timestamptz
)
language sql stable
set search_path = ''
as $$
  select app.company_called(c.company_id), me.role, me.role = 'owner' or me.email = c.given_by,
    app.consent_called(c) || jsonb_build_object('text_version', c.text_version, 'text_language', c.text_language, 'company', c.company_id),
    (select coalesce(jsonb_agg(jsonb_build_object('reference', n.reference, 'description', left(n.description, 200)) order by n.received_at desc), '[]')
     from app.consent_needs s join app.needs n on n.id = s.need_id where s.consent_id = c.id),
    (select coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'at', e.at, 'way', e.way, 'by', e.by_email, 'ends_on', e.ends_on) order by e.id), '[]')
     from app.consent_events e where e.consent_id = c.id),
    (select coalesce(jsonb_agg(app.look_called(l) order by l.at desc, l.id desc), '[]')
     from (
       select * from app.looks l where l.company_id = c.company_id and l.person_email = c.grantee_email and l.at >= c.given_at
       order by l.at desc limit 50
     ) l),
    c.replaces, (select r.id from app.consents r where r.replaces = c.id limit 1), now()
  from app.consents c join app.members me on me.company_id = c.company_id and me.email = app.workspace_person() and me.left_at is null
  where c.id = p_consent
$$;
