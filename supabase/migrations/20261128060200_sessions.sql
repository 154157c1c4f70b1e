-- Sessions of two doors: the desk's table and its rules now hold for the workspace of a company too.
create type api.door as enum ('desk', 'workspace');

alter table app.desk_sessions rename to sessions;
alter index app.desk_sessions_pkey rename to sessions_pkey;
alter index app.desk_sessions_by_email rename to sessions_by_email;
-- Whoever is let in at the workspace is no coordinator. That a coordinator is still listed, app.desk_person() asks each time.
alter table app.sessions drop constraint desk_sessions_email_fkey;
alter table app.sessions
  add column door api.door not null default 'desk',
  add constraint session_email_is_lower_case check (email = lower(email) and position('@' in email) > 1),
  add constraint session_email_has_at_most_254_characters check (char_length(email) <= 254);
alter table app.sessions alter column door drop default;

comment on table app.sessions is
  'One row for each sign-in, at the desk or at the workspace. It ends by time, by signing out, or when a coordinator is listed no more.';
comment on column app.sessions.door is 'What it opens. Who signs in at both has a session for each: neither opens the other.';
comment on column app.events.session_id is 'The session through which the person acted; null for what came through a link of a letter.';

alter type api.desk_session_standing rename to session_standing;

-- The session that the caller's token belongs to at a door, whatever its standing; no row for a token of another door.
create function app.session_of_caller(p_door api.door) returns setof app.sessions
language sql stable
set search_path = ''
as $$
  select s.* from app.sessions s
  where s.id = nullif(auth.jwt() ->> 'session_id', '')::uuid and s.email = lower(auth.jwt() ->> 'email') and s.door = p_door
$$;

create or replace function app.desk_person() returns text
language sql stable security definer
set search_path = ''
as $$
  select s.email from app.session_of_caller('desk') s join app.coordinators c on c.email = s.email
  where s.revoked_at is null and s.expires_at > now() and c.left_at is null
$$;

-- The one question that everything of the workspace asks first.
create function app.workspace_person() returns text
language sql stable security definer
set search_path = ''
as $$
  select s.email from app.session_of_caller('workspace') s where s.revoked_at is null and s.expires_at > now()
$$;
comment on function app.workspace_person() is 'The proved address of whoever has the caller''s living session at the workspace, or null.';

create or replace function api.desk_session() returns table (
  standing api.session_standing, email text, name text, is_lead boolean, own_device boolean, expires_at timestamptz, now timestamptz
)
language sql stable security definer
set search_path = ''
as $$
  select
    case
      when s.id is null then 'unknown'
      when c.left_at is not null then 'not_listed'
      when s.revoked_at is not null then 'revoked'
      when s.expires_at <= now() then 'expired'
      else 'living'
    end::api.session_standing,
    s.email, c.name, coalesce(c.is_lead, false), coalesce(s.own_device, false), s.expires_at, now()
  from (values (true)) as one (row)
  left join app.session_of_caller('desk') s on true
  left join app.coordinators c on c.email = s.email
$$;

-- Ends the caller's session at a door, or all that the same person has there. Says how many it ended.
create function app.end_sessions(p_door api.door, p_email text, p_everywhere boolean) returns integer
language sql
set search_path = ''
as $$
  with ended as (
    update app.sessions s set revoked_at = now()
    where s.email = p_email and s.door = p_door and s.revoked_at is null
      and (p_everywhere or s.id = (auth.jwt() ->> 'session_id')::uuid)
    returning s.id
  ) select count(*)::integer from ended
$$;

create or replace function api.desk_sign_out(p_everywhere boolean) returns integer
language sql security definer
set search_path = ''
as $$ select app.end_sessions('desk', app.desk_person(), p_everywhere) $$;

create function api.workspace_sign_out(p_everywhere boolean) returns integer
language sql security definer
set search_path = ''
as $$ select app.end_sessions('workspace', app.workspace_person(), p_everywhere) $$;

create or replace function api.keep_coordinators(p_coordinators jsonb) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  v_left text[];
begin
  -- Two processes that start at once come one after the other.
  perform pg_advisory_xact_lock(hashtextextended('keep_coordinators', 0));
  -- An empty list is a mistake of the settings: it would shut the desk for everybody.
  if jsonb_array_length(p_coordinators) = 0 then raise exception 'the list of coordinators is empty' using errcode = '22023'; end if;

  with gone as (
    update app.coordinators c set left_at = now(), is_lead = false
    where c.left_at is null and not exists (select from jsonb_array_elements(p_coordinators) p where lower(p ->> 'email') = c.email)
    returning c.email
  ) select array_agg(gone.email order by gone.email) into v_left from gone;
  update app.coordinators c set is_lead = false where c.is_lead and c.email <> lower(p_coordinators -> 0 ->> 'email');

  insert into app.coordinators as c (email, name, is_lead)
  select distinct on (lower(p.value ->> 'email')) lower(p.value ->> 'email'), p.value ->> 'name', p.place = 1
  from jsonb_array_elements(p_coordinators) with ordinality as p (value, place)
  order by lower(p.value ->> 'email'), p.place
  on conflict (email) do update set
    name = excluded.name, is_lead = excluded.is_lead, left_at = null,
    listed_at = case when c.left_at is null then c.listed_at else now() end
  -- Nothing is written when nothing has changed.
  where (c.name, c.is_lead, c.left_at) is distinct from (excluded.name, excluded.is_lead, null::timestamptz);

  update app.sessions s set revoked_at = now()
  from app.coordinators c
  where c.email = s.email and s.door = 'desk' and c.left_at is not null and s.revoked_at is null and s.expires_at > now();

  -- When the list stands as it will be: what one has held may not go to another who leaves with them.
  perform app.pass_on_needs(gone.email) from unnest(v_left) gone (email);
end $$;

comment on function api.workspace_sign_out is 'Ends the caller''s session at the workspace, or all of the same person there.';
revoke execute on function api.workspace_sign_out from public, anon, authenticated, service_role;
grant execute on function api.workspace_sign_out to authenticated;
