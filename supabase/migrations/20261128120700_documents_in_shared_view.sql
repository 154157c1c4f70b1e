-- What a consent shows has the documents too: in the preview before it is given, and on the grantee's page, by the same query.
create or replace function app.shared_view(p_company uuid, p_giver text, p_grantee text, p_parts api.consent_part[], p_needs uuid[]) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'company', app.company_called(p_company) - 'id',
    'profile', case when 'profile' = any (p_parts) then (
      select coalesce(jsonb_agg(jsonb_build_object('field', f.field, 'value', f.value) order by f.field), '[]')
      from app.profile_now(p_company, p_giver) f where f.value is not null and f.field <> 'language'
    ) end,
    'needs', case when 'needs' = any (p_parts) then (
      select coalesce(jsonb_agg(jsonb_build_object(
        'reference', n.reference, 'state', n.state, 'description', n.description, 'services', n.services,
        'received_at', n.received_at, 'due_at', n.due_at, 'first_response_at', n.first_response_at, 'closed_at', n.closed_at,
        'owner_name', n.owner_name, 'has_owner', n.owner_email is not null,
        'messages', app.shared_messages(n.id, p_grantee, 'messages' = any (p_parts))
      ) order by (n.closed_at is not null), n.received_at desc, n.id), '[]')
      from app.needs n where n.company_id = p_company and n.id = any (p_needs)
    ) end,
    -- Who of the company added each is between its people.
    'documents', case when 'documents' = any (p_parts) then (
      select coalesce(jsonb_agg(d.value - 'added_by' order by d.place), '[]')
      from jsonb_array_elements(app.documents_of(p_company)) with ordinality as d (value, place)
    ) end
  )
$$;

-- Seeing their list is a look.
create or replace function app.note_shared_looks(p_consent uuid) returns boolean
language plpgsql security definer
set search_path = ''
as $$
declare
  v_consent app.consents;
begin
  -- Locked: an address is corrected before the first look or not at all.
  select c.* into v_consent from app.consents c
  where c.id = p_consent and c.grantee_email = app.workspace_person() and app.is_in_force(c)
  for update;
  if v_consent.id is null then return false; end if;
  if v_consent.first_used_at is null then update app.consents set first_used_at = now() where id = v_consent.id; end if;
  insert into app.looks (company_id, need_id, part, way, person_role, person_email, person_name, organisation)
  select v_consent.company_id, seen.need_id, seen.part::api.look_part, 'workspace', 'adviser',
    v_consent.grantee_email, v_consent.grantee_name, v_consent.grantee_organisation
  from (
    select null::uuid as need_id, 'profile' as part where 'profile' = any (v_consent.parts)
    union all
    select s.need_id, 'need' from app.consent_needs s where s.consent_id = v_consent.id
    union all
    select s.need_id, 'messages' from app.consent_needs s
    where s.consent_id = v_consent.id and 'messages' = any (v_consent.parts)
      and exists (select from app.messages m where m.need_id = s.need_id)
    union all
    select null, 'document' where 'documents' = any (v_consent.parts)
      and exists (select from app.documents d where d.company_id = v_consent.company_id and d.state = 'kept')
  ) seen
  on conflict do nothing;
  return true;
end $$;

-- The same query gives them now.
drop function api.workspace_shared_documents(uuid);
