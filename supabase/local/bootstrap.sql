-- Local only: what a hosted Supabase project has before its first migration. Run again at every start; never pushed.
-- Each piece looks first, so that a database that has it already (DATABASE_URL) keeps its own.

do $$
begin
  if to_regrole('anon') is null then create role anon nologin noinherit; end if;
  if to_regrole('authenticated') is null then create role authenticated nologin noinherit; end if;
  if to_regrole('service_role') is null then create role service_role nologin noinherit bypassrls; end if;
  -- The gateway's sessions begin as this role, which may do nothing but become one of the three.
  if to_regrole('authenticator') is null then create role authenticator nologin noinherit; end if;
  grant anon, authenticated, service_role to authenticator;
end
$$;

create schema if not exists extensions;
create schema if not exists auth;
grant usage on schema public, extensions, auth to anon, authenticated, service_role;

do $$
begin
  if exists (select from pg_available_extensions where name = 'pgcrypto') then
    create extension if not exists pgcrypto with schema extensions;
  end if;
end
$$;

-- The functions by which policies ask who is calling, as hosted Supabase has them (the sign-in package's own read an
-- older setting). Where somebody else owns them, as on a hosted database, theirs stay.
do $$
begin
  create or replace function auth.jwt() returns jsonb language sql stable
    as $f$ select coalesce(nullif(current_setting('request.jwt.claims', true), ''), '{}')::jsonb $f$;
  create or replace function auth.uid() returns uuid language sql stable as $f$ select (auth.jwt() ->> 'sub')::uuid $f$;
  create or replace function auth.role() returns text language sql stable as $f$ select auth.jwt() ->> 'role' $f$;
  create or replace function auth.email() returns text language sql stable as $f$ select auth.jwt() ->> 'email' $f$;
  grant execute on function auth.jwt(), auth.uid(), auth.role(), auth.email() to anon, authenticated, service_role;
exception
  when insufficient_privilege then null;
end
$$;

-- Projects made since May 2026 give the API roles nothing by default: what is not granted in a migration is refused.
alter default privileges revoke execute on functions from public;
