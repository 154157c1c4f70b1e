-- Who of a company may read what: each policy is one sentence, made of the small questions below. Writes go through
-- functions of api alone; nothing is granted for them.

-- The companies whose living member the caller is. Asked once for each query: policies put it into a subquery of its own.
create function app.my_companies() returns uuid[]
language sql stable security definer
set search_path = ''
as $$
  select coalesce(array_agg(m.company_id), '{}') from app.members m where m.email = app.workspace_person() and m.left_at is null
$$;

create function app.my_owned_companies() returns uuid[]
language sql stable security definer
set search_path = ''
as $$
  select coalesce(array_agg(m.company_id), '{}') from app.members m
  where m.email = app.workspace_person() and m.left_at is null and m.role = 'owner'
$$;

-- Companies that have invited the caller: their name may be read, and nothing else.
create function app.companies_inviting_me() returns uuid[]
language sql stable security definer
set search_path = ''
as $$
  select coalesce(array_agg(i.company_id), '{}') from app.member_invitations i where i.email = app.workspace_person() and app.is_pending(i)
$$;

-- The same as single questions, for functions that act.
create function app.is_member(p_company uuid) returns boolean
language sql stable
set search_path = ''
as $$ select p_company = any (app.my_companies()) $$;

create function app.is_owner(p_company uuid) returns boolean
language sql stable
set search_path = ''
as $$ select p_company = any (app.my_owned_companies()) $$;

grant execute on function
  app.workspace_person(), app.my_companies(), app.my_owned_companies(), app.companies_inviting_me(), app.is_member(uuid), app.is_owner(uuid)
to authenticated;
grant execute on function app.profile_now(uuid, text), app.fact_of(uuid, text, api.profile_field) to authenticated;
grant execute on function app.is_pending(app.member_invitations) to authenticated;
grant select on app.companies, app.members, app.company_events, app.member_invitations, app.claims, app.profile_facts, app.looks
to authenticated;

create policy members_read on app.companies for select to authenticated using (id = any ((select app.my_companies())::uuid[]));
create policy members_read on app.members for select to authenticated using (company_id = any ((select app.my_companies())::uuid[]));
create policy members_read on app.company_events for select to authenticated using (company_id = any ((select app.my_companies())::uuid[]));
create policy members_read on app.member_invitations for select to authenticated using (company_id = any ((select app.my_companies())::uuid[]));
create policy members_read on app.profile_facts for select to authenticated using (company_id = any ((select app.my_companies())::uuid[]));
create policy members_read on app.looks for select to authenticated using (company_id = any ((select app.my_companies())::uuid[]));
create policy members_read on app.needs for select to authenticated using (company_id = any ((select app.my_companies())::uuid[]));

-- What hangs on a need is its company's, but for what colleagues who handle it said to each other.
create policy members_read on app.messages for select to authenticated using (
  kind <> all (array['hand_over_decline', 'hand_over_report']::api.message_kind[])
  and (select n.company_id from app.needs n where n.id = need_id) = any ((select app.my_companies())::uuid[])
);
create policy members_read on app.hand_overs for select to authenticated using (
  (select n.company_id from app.needs n where n.id = need_id) = any ((select app.my_companies())::uuid[])
);

-- Who is invited sees the invitation and whose it is; who claims sees how the claim stands.
create policy invited_read on app.member_invitations for select to authenticated using (
  email = (select app.workspace_person()) and accepted_at is null and ended_at is null and expires_at > now()
);
create policy invited_read on app.companies for select to authenticated using (id = any ((select app.companies_inviting_me())::uuid[]));
create policy invited_read on app.profile_facts for select to authenticated using (
  field = 'company_name' and company_id = any ((select app.companies_inviting_me())::uuid[])
);
create policy claimants_read on app.claims for select to authenticated using (email = (select app.workspace_person()));
create policy owners_read on app.claims for select to authenticated using (company_id = any ((select app.my_owned_companies())::uuid[]));

-- A coordinator settles claims, and so sees whom they are between; nothing of companies that nobody claims.
create policy coordinators_read on app.claims for select to authenticated using ((select app.desk_person()) is not null);
create policy coordinators_read on app.companies for select to authenticated using (
  (select app.desk_person()) is not null and id in (select c.company_id from app.claims c where c.state = 'asked')
);
create policy coordinators_read on app.members for select to authenticated using (
  (select app.desk_person()) is not null and company_id in (select c.company_id from app.claims c where c.state = 'asked')
);
create policy coordinators_read on app.profile_facts for select to authenticated using (
  (select app.desk_person()) is not null and field = 'company_name'
  and company_id in (select c.company_id from app.claims c where c.state = 'asked')
);
