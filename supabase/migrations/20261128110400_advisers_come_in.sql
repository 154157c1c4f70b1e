-- An adviser whom a company has invited comes through the workspace's door as well, to what is shared and to nothing else.

-- For a month after the end there is still something to see: that it has ended.
create function app.is_told_of(p_consent app.consents) returns boolean
language sql stable
set search_path = ''
as $$ select now() < coalesce(p_consent.withdrawn_at, p_consent.ends_at) + interval '30 days' $$;
grant execute on function app.is_told_of(app.consents) to authenticated;

create or replace function app.may_enter(p_door api.door, p_email text) returns boolean
language sql stable
set search_path = ''
as $$
  select case p_door
    when 'desk' then exists (select from app.coordinators c where c.email = p_email and c.left_at is null)
    -- Whoever has something to see there: a need of one's own, a company, an invitation, what a company shares.
    when 'workspace' then
      exists (select from app.needs n where n.contact_email = p_email)
      or exists (select from app.members m where m.email = p_email and m.left_at is null)
      or exists (select from app.member_invitations i where i.email = p_email and app.is_pending(i))
      or exists (select from app.consents c where c.grantee_email = p_email and app.is_told_of(c))
  end
$$;

drop function api.workspace_session();

create function api.workspace_session() returns table (
  standing api.session_standing, email text, name text, language api.language, own_device boolean, expires_at timestamptz,
  has_company boolean, is_adviser boolean, now timestamptz
)
language sql stable security definer
set search_path = ''
as $$
  select
    case
      when s.id is null then 'unknown'
      when s.revoked_at is not null then 'revoked'
      when s.expires_at <= now() then 'expired'
      else 'living'
    end::api.session_standing,
    s.email,
    coalesce(
      (select f.value from app.profile_facts f join app.members m on m.company_id = f.company_id and m.email = f.person_email
       where m.email = s.email and m.left_at is null and f.field = 'contact_name' order by f.told_at desc, f.id desc limit 1),
      invited.name
    ),
    coalesce(
      (select f.value from app.profile_facts f join app.members m on m.company_id = f.company_id and m.email = f.person_email
       where m.email = s.email and m.left_at is null and f.field = 'language' order by f.told_at desc, f.id desc limit 1)::api.language,
      invited.language
    ),
    coalesce(s.own_device, false), s.expires_at,
    exists (select from app.members m where m.email = s.email and m.left_at is null), invited.language is not null,
    now()
  from (values (true)) as one (row)
  left join app.session_of_caller('workspace') s on true
  -- What an adviser is called and reads is what the inviter told, the newest.
  left join lateral (
    select c.grantee_name as name, c.language from app.consents c
    where c.grantee_email = s.email and app.is_told_of(c) order by c.given_at desc, c.id limit 1
  ) invited on true
$$;

comment on function api.workspace_session is
  'How the caller''s session at the workspace stands, whose it is, the language they read, whether they belong to a company or advise one, and when it ends; always one row.';
revoke execute on function api.workspace_session from public, anon, authenticated, service_role;
grant execute on function api.workspace_session to authenticated;
