-- The workspace's first page names whom the company lets in by consent: who sees what now stands in its one place.

create function api.workspace_in_force(p_company uuid) returns table (consents jsonb, total integer)
language sql stable
set search_path = ''
as $$
  -- Five at a glance, those that end first; the page of consents has all.
  select (
      select coalesce(jsonb_agg(app.consent_called(c) order by c.ends_at, c.id), '[]') from (
        select c.* from app.consents c where c.company_id = chosen.company and app.is_in_force(c) order by c.ends_at, c.id limit 5
      ) c
    ),
    (select count(*)::integer from app.consents c where c.company_id = chosen.company and app.is_in_force(c))
  from app.workspace_company(p_company) as chosen (company)
$$;

comment on function api.workspace_in_force is 'Whom a company lets see something by a consent in force: the five that end first, and how many there are.';
revoke execute on function api.workspace_in_force from public, anon, authenticated, service_role;
grant execute on function api.workspace_in_force to authenticated;
