-- Who outside a company may read what of it: whom a consent in force names, the parts that it names, and nothing else.

-- The consents in force whose grantee the caller is. Asked once for each query, as the questions below.
create function app.consents_to_me() returns uuid[]
language sql stable security definer
set search_path = ''
as $$
  select coalesce(array_agg(c.id), '{}') from app.consents c where c.grantee_email = app.workspace_person() and app.is_in_force(c)
$$;

-- The companies that share a part with the caller; whatever part, for null.
create function app.companies_shared_with_me(p_part api.consent_part) returns uuid[]
language sql stable security definer
set search_path = ''
as $$
  select coalesce(array_agg(distinct c.company_id), '{}') from app.consents c
  where c.grantee_email = app.workspace_person() and app.is_in_force(c) and coalesce(p_part = any (c.parts), true)
$$;

-- The needs that are shared with the caller, each by a consent that names the part as well.
create function app.needs_shared_with_me(p_part api.consent_part) returns uuid[]
language sql stable security definer
set search_path = ''
as $$
  select coalesce(array_agg(distinct s.need_id), '{}') from app.consents c join app.consent_needs s on s.consent_id = c.id
  where c.grantee_email = app.workspace_person() and app.is_in_force(c) and coalesce(p_part = any (c.parts), true)
$$;

grant execute on function
  app.is_in_force(app.consents), app.consents_to_me(), app.companies_shared_with_me(api.consent_part), app.needs_shared_with_me(api.consent_part)
to authenticated;
grant select on app.consents, app.consent_needs, app.consent_events to authenticated;

create policy members_read on app.consents for select to authenticated using (company_id = any ((select app.my_companies())::uuid[]));
create policy members_read on app.consent_needs for select to authenticated using (
  (select c.company_id from app.consents c where c.id = consent_id) = any ((select app.my_companies())::uuid[])
);
create policy members_read on app.consent_events for select to authenticated using (
  (select c.company_id from app.consents c where c.id = consent_id) = any ((select app.my_companies())::uuid[])
);

-- The grantee sees the consent itself also when it has ended, to be told so; whose needs it was about no longer.
create policy advisers_read on app.consents for select to authenticated using (grantee_email = (select app.workspace_person()));
create policy advisers_read on app.consent_needs for select to authenticated using (
  consent_id = any ((select app.consents_to_me())::uuid[])
);

-- Whatever is shared, the company's name comes with it.
create policy advisers_read on app.companies for select to authenticated using (
  id = any ((select app.companies_shared_with_me(null))::uuid[])
);
create policy advisers_read_name on app.profile_facts for select to authenticated using (
  field = 'company_name' and company_id = any ((select app.companies_shared_with_me(null))::uuid[])
);
-- The profile is what is known of the company, and how to reach whoever gave the consent: colleagues' contact data are their own.
create policy advisers_read on app.profile_facts for select to authenticated using (
  person_email is null and company_id = any ((select app.companies_shared_with_me('profile'))::uuid[])
);
create policy advisers_read_contact on app.profile_facts for select to authenticated using (
  company_id = any ((select app.companies_shared_with_me('profile'))::uuid[])
  and person_email in (
    select c.given_by from app.consents c
    where c.company_id = profile_facts.company_id and c.id = any ((select app.consents_to_me())::uuid[]) and 'profile' = any (c.parts)
  )
);

create policy advisers_read on app.needs for select to authenticated using (
  id = any ((select app.needs_shared_with_me('needs'))::uuid[])
);
create policy advisers_read on app.messages for select to authenticated using (
  kind <> all (array['hand_over_decline', 'hand_over_report']::api.message_kind[])
  and need_id = any ((select app.needs_shared_with_me('messages'))::uuid[])
);
-- One's own comments, also where the other messages are not shared.
create policy advisers_read_own on app.messages for select to authenticated using (
  kind = 'comment' and author_email = (select app.workspace_person())
  and need_id = any ((select app.needs_shared_with_me('needs'))::uuid[])
);
