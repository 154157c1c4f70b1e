-- What somebody sees of a company by a consent: one query, asked with the adviser's rights, and beforehand with those of whoever
-- is about to give it, so that what is shown before sending is what will be seen.

-- Names and purposes stand in letters: an address in them would be taken for the portal's own advice.
alter table app.consents
  drop constraint what_a_stranger_reads_is_one_line_without_an_address,
  add constraint what_a_stranger_reads_is_one_line_without_an_address check (
    concat_ws(' ', grantee_name, grantee_organisation, purpose) !~* '[[:cntrl:]]|://|www\.|@'
  );

-- The thread of a shared need: all that the company reads of it, or the grantee's own comments where messages are not shared.
-- Addresses of those who handle the need are theirs.
create function app.shared_messages(p_need_id uuid, p_grantee text, p_all boolean) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', m.id, 'kind', m.kind, 'author_role', m.author_role, 'author_name', m.author_name,
    'author_email', case when m.author_role in ('company', 'adviser') then m.author_email end,
    'own', m.author_role = 'adviser' and m.author_email = p_grantee,
    'body', m.body, 'channel', m.channel, 'happened_at', m.happened_at
  ) order by m.created_at, m.id), '[]')
  from app.messages m
  where m.need_id = p_need_id and m.kind not in ('hand_over_decline', 'hand_over_report')
    and (p_all or (m.kind = 'comment' and m.author_email = p_grantee))
$$;

create function app.shared_view(p_company uuid, p_giver text, p_grantee text, p_parts api.consent_part[], p_needs uuid[]) returns jsonb
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
    ) end
  )
$$;

grant execute on function
  app.shared_messages(uuid, text, boolean), app.shared_view(uuid, text, text, api.consent_part[], uuid[])
to authenticated;

-- How a consent stands, in the words of its record.
create type api.consent_standing as enum ('in_force', 'expired', 'withdrawn');

create function app.standing_of(p_consent app.consents) returns api.consent_standing
language sql stable
set search_path = ''
as $$
  select case when p_consent.withdrawn_at is not null then 'withdrawn' when now() >= p_consent.ends_at then 'expired' else 'in_force' end::api.consent_standing
$$;

-- What is told of a consent wherever it is shown.
create function app.consent_called(p_consent app.consents) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_consent.id, 'standing', app.standing_of(p_consent), 'email', p_consent.grantee_email, 'name', p_consent.grantee_name,
    'organisation', p_consent.grantee_organisation, 'language', p_consent.language, 'purpose', p_consent.purpose,
    'parts', p_consent.parts, 'may_comment', p_consent.may_comment, 'given_by', p_consent.given_by,
    'given_by_name', p_consent.given_by_name, 'given_at', p_consent.given_at, 'ends_on', p_consent.ends_on,
    'withdrawn_at', p_consent.withdrawn_at, 'first_used_at', p_consent.first_used_at,
    'needs', (select count(*) from app.consent_needs s where s.consent_id = p_consent.id)
  )
$$;
grant execute on function app.standing_of(app.consents), app.consent_called(app.consents) to authenticated;

-- Writes what the caller is about to see by a consent in force; false for anybody else's, and for one that has ended.
create function app.note_shared_looks(p_consent uuid) returns boolean
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
  ) seen
  on conflict do nothing;
  return true;
end $$;
grant execute on function app.note_shared_looks(uuid) to authenticated;

-- What companies share with the caller, and what they did until a month ago.
create function api.workspace_shared() returns table (consents jsonb, now timestamptz)
language sql stable
set search_path = ''
as $$
  select coalesce((
    select jsonb_agg(app.consent_called(c) || jsonb_build_object('company', app.company_called(c.company_id) - 'id')
      order by app.standing_of(c), c.ends_at, c.id)
    from app.consents c where c.grantee_email = app.workspace_person() and app.is_told_of(c)
  ), '[]'), now()
$$;

-- A consent of the caller's with what it shows; without that when it has ended.
create function api.workspace_shared_with_me(p_consent uuid) returns table (consent jsonb, seen jsonb, now timestamptz)
language sql
set search_path = ''
as $$
  select app.consent_called(c), case when looked.at then app.shared_view(
      c.company_id, c.given_by, c.grantee_email, c.parts, array(select s.need_id from app.consent_needs s where s.consent_id = c.id)
    ) end, now()
  from app.consents c, lateral (select app.note_shared_looks(c.id) as at) looked
  where c.id = p_consent and c.grantee_email = app.workspace_person() and app.is_told_of(c)
$$;

-- The same before it is given, for an owner: what the person will see, and nothing is written.
create function api.workspace_preview_share(p_company uuid, p_email text, p_parts api.consent_part[], p_references text[])
returns table (seen jsonb, now timestamptz)
language sql stable
set search_path = ''
as $$
  select app.shared_view(
    p_company, app.workspace_person(), p_email, p_parts,
    array(select n.id from app.needs n where n.company_id = p_company and n.reference = any (p_references))
  ), now()
  where app.is_owner(p_company)
$$;

comment on function api.workspace_shared is 'What companies share with the caller, in force first; for a month also what has ended.';
comment on function api.workspace_shared_with_me is 'A consent whose grantee the caller is, with what it shows while it is in force. Writes the looks.';
comment on function api.workspace_preview_share is 'What somebody would see by a consent that an owner is about to give: by the same query as the grantee''s own page.';
revoke execute on function api.workspace_shared, api.workspace_shared_with_me, api.workspace_preview_share
from public, anon, authenticated, service_role;
grant execute on function api.workspace_shared, api.workspace_shared_with_me, api.workspace_preview_share to authenticated;
