-- end-membership: the company's matters stay with the company. Who leaves it, or is removed, loses the links of its needs at once;
-- her open needs get another contact in the same step, and whoever did not do it is told.

-- The needs of a company that turn to this person: open ones, and those of which a letter to her still waits.
create function app.contact_needs(p_company uuid, p_email text) returns setof app.needs
language sql stable
set search_path = ''
as $$
  select n.* from app.needs n
  where n.company_id = p_company and n.contact_email = p_email and (n.closed_at is null or exists (
    select from app.outbox o join app.links l on l.set_id = o.link_set and l.person_email = p_email
    where o.need_id = n.id and o.sent_at is null and o.dropped_at is null and o.stuck_at is null
  ))
$$;

create function app.tg_members__leaves() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if exists (
    select from app.needs n where n.company_id = new.company_id and n.contact_email = new.email and n.closed_at is null
  ) then
    raise exception 'who leaves a company is the contact of none of its open needs' using errcode = 'MNEED';
  end if;
  update app.links l set revoked_at = now()
  from app.needs n
  where n.id = l.need_id and n.company_id = new.company_id and l.person_role = 'company' and l.person_email = new.email and l.revoked_at is null;
  return null;
end $$;

create trigger _200_leaves after update of left_at on app.members
for each row when (old.left_at is null and new.left_at is not null) execute function app.tg_members__leaves();

-- From now on the needs turn to somebody else of the company, with links of her own and the letters that waited.
create function app.pass_contact_on(p_company uuid, p_from text, p_to text, p_by text, p_links jsonb) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs;
  v_name text := left(coalesce(app.fact_of(p_company, p_to, 'contact_name'), p_to), 100);
  v_phone text := app.fact_of(p_company, p_to, 'contact_phone');
  v_by text := app.fact_of(p_company, p_to, 'contact_by');
  v_language api.language := app.language_of(p_company, p_to);
  v_set uuid;
  v_count integer := 0;
begin
  for v_need in select n.* from app.contact_needs(p_company, p_from) n order by n.id loop
    update app.needs set contact_email = p_to, contact_name = v_name, contact_phone = v_phone, language = v_language,
      contact_by = case when v_by is null or (v_by = 'phone' and v_phone is null) then 'email' else v_by end::api.contact_way
    where id = v_need.id;
    v_set := app.mint_links(v_need.id, 'company', p_to, v_name, v_language, p_links, v_count * cardinality(app.purposes_of('company')),
      case when v_need.closed_at is null then interval '180 days' else interval '30 days' end);
    -- Under an id of its own: what was tried under the old one would be refused with other words.
    update app.outbox o set id = gen_random_uuid(), link_set = v_set, attempts = 0, leased_until = null
    where o.need_id = v_need.id and o.sent_at is null and o.dropped_at is null and o.stuck_at is null
      and (o.leased_until is null or o.leased_until < now())
      and exists (select from app.links l where l.set_id = o.link_set and l.person_email = p_from and l.person_role = 'company');
    insert into app.events (need_id, kind, actor_role, actor_email, session_id)
    values (v_need.id, 'contact_changed', 'company', p_by,
      (select s.id from app.sessions s where s.id = nullif(auth.jwt() ->> 'session_id', '')::uuid));
    v_count := v_count + 1;
  end loop;
  return v_count;
end $$;

drop function api.workspace_end_membership(uuid, text);

-- Oneself, or as an owner another. p_links: for each of the person's needs a set of the company's, as api.workspace_contacts counts them.
create function api.workspace_end_membership(p_company uuid, p_email text, p_links jsonb) returns api.end_membership_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_me text := app.workspace_person();
  v_self boolean := coalesce(p_email = v_me, false);
  v_member app.members;
  v_to text := v_me;
  v_passed integer;
begin
  if not app.is_member(p_company) then return 'gone'; end if;
  if not v_self and not app.is_owner(p_company) then return 'owners_only'; end if;
  -- One at a time for a company: two owners who remove each other come one after the other.
  perform from app.companies c where c.id = p_company for update;
  select m.* into v_member from app.members m where m.company_id = p_company and m.email = p_email and m.left_at is null for update;
  if v_member.id is null or not app.is_member(p_company) then return 'gone'; end if;
  -- Who leaves passes them to whoever has been an owner longest.
  if v_self then
    select m.email into v_to from app.members m
    where m.company_id = p_company and m.role = 'owner' and m.left_at is null and m.email <> v_me order by m.since, m.id limit 1;
    if v_to is null then return 'last_owner'; end if;
  end if;
  perform from app.contact_needs(p_company, p_email) c join app.needs n on n.id = c.id for update of n;
  if (select count(*) from app.contact_needs(p_company, p_email)) * cardinality(app.purposes_of('company')) > jsonb_array_length(p_links) then
    return 'needs_changed';
  end if;
  v_passed := app.pass_contact_on(p_company, p_email, v_to, v_me, p_links);
  update app.members set left_at = now() where id = v_member.id;
  perform app.log_in_company(p_company, case when v_self then 'member_left' else 'member_removed' end::api.company_event_kind,
    'company', v_me, p_email);
  if not v_self then
    insert into app.outbox (letter, about, company_id, to_email, language)
    values ('membership_ended', v_member.id, p_company, p_email, app.language_of(p_company, p_email));
  elsif v_passed > 0 then
    insert into app.outbox (letter, about, company_id, to_email, language)
    values ('contact_passed', v_member.id, p_company, v_to, app.language_of(p_company, v_to));
  end if;
  return case when v_self then 'left' else 'removed' end::api.end_membership_outcome;
exception
  when sqlstate 'MOWNR' then return 'last_owner';
end $$;

-- How many of a company's needs turn to each of its people, so that whoever ends a membership knows what comes along.
create function api.workspace_contacts(p_company uuid) returns table (email text, needs integer)
language sql stable security definer
set search_path = ''
as $$
  select m.email, (select count(*)::integer from app.contact_needs(p_company, m.email))
  from app.members m where m.company_id = p_company and m.left_at is null and app.is_member(p_company)
$$;

-- The needs that were passed on when a membership ended: their log says so at the same moment.
create function app.needs_passed_on(p_member app.members) returns text[]
language sql stable
set search_path = ''
as $$
  select coalesce(array_agg(n.reference order by n.received_at, n.id), '{}')
  from app.needs n
  where n.company_id = p_member.company_id and exists (
    select from app.events e where e.need_id = n.id and e.kind = 'contact_changed' and e.at = p_member.left_at
  )
$$;

-- To who was removed. Null once she is one of the company again.
create function app.about_membership_ended(p_member uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object('business_id', c.business_id, 'company_name', app.fact_of(c.id, null, 'company_name'), 'references', app.needs_passed_on(m))
  from app.members m join app.companies c on c.id = m.company_id
  where m.id = p_member and m.left_at is not null and not exists (
    select from app.members x where x.company_id = m.company_id and x.email = m.email and x.left_at is null
  )
$$;

-- To the owner who is the contact now.
create function app.about_contact_passed(p_member uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object('business_id', c.business_id, 'company_name', app.fact_of(c.id, null, 'company_name'),
    'email', m.email, 'references', app.needs_passed_on(m))
  from app.members m join app.companies c on c.id = m.company_id where m.id = p_member and m.left_at is not null
$$;

comment on function api.workspace_end_membership is
  'One of the company leaves, or an owner ends another''s membership; the last owner cannot leave. Her open needs pass to the owner who does it, or to the longest-standing one; links to the company''s needs die.';
comment on function api.workspace_contacts is 'For one of a company: how many needs turn to each of its people.';
revoke execute on function api.workspace_end_membership, api.workspace_contacts from public, anon, authenticated, service_role;
grant execute on function api.workspace_end_membership, api.workspace_contacts to authenticated;
