-- Erasures: what was asked to be erased, with a week to change one's mind; what is left of one when it is done names nobody.
create table app.erasures (
  id uuid primary key default gen_random_uuid(),
  company_id uuid references app.companies (id) on delete cascade,
  person_email text,
  asked_by text,
  asked_at timestamptz not null default now(),
  erase_after timestamptz not null,
  undone_at timestamptz,
  undone_by text,
  done_at timestamptz,
  constraint erasing_waits_at_least_six_days check (erase_after >= asked_at + interval '6 days'),
  constraint an_erasure_ends_once check (num_nonnulls(undone_at, done_at) <= 1),
  constraint an_erasure_is_of_a_company_or_a_person check (done_at is not null or undone_at is not null or num_nonnulls(company_id, person_email) = 1),
  constraint what_is_erased_names_nobody check (done_at is null or num_nonnulls(company_id, person_email, asked_by, undone_by) = 0),
  constraint erased_email_is_lower_case check (person_email = lower(person_email) and position('@' in person_email) > 1)
);
alter table app.erasures enable row level security;
create index erasures_by_company on app.erasures (company_id);
create unique index a_company_is_erased_once on app.erasures (company_id) where undone_at is null and done_at is null;
create unique index a_person_is_erased_once on app.erasures (person_email) where undone_at is null and done_at is null;
create index erasures_waiting on app.erasures (erase_after) where undone_at is null and done_at is null;
comment on table app.erasures is 'Erasures that were asked for, of a company with all it has or of one person; those that are done tell nobody whose they were.';
comment on column app.erasures.asked_by is 'Null where the keeping times asked, since nobody has used the workspace.';
comment on column app.erasures.erase_after is 'The end of the seventh day after asking, in Helsinki: until then, and until it is done, it can be undone.';

grant select on app.erasures to authenticated;
create policy members_read on app.erasures for select to authenticated using (company_id = any ((select app.my_companies())::uuid[]));
create policy erased_read on app.erasures for select to authenticated using (person_email = (select app.workspace_person()));

create function app.is_waiting(p_erasure app.erasures) returns boolean
language sql immutable
set search_path = ''
as $$ select p_erasure.undone_at is null and p_erasure.done_at is null $$;
grant execute on function app.is_waiting(app.erasures) to authenticated;

-- Offers are open, or what was agreed is being delivered: others rely on the need until it closes.
create function app.puts_erasure_off(p_state api.need_state) returns boolean
language sql immutable parallel safe
set search_path = ''
as $$ select p_state in ('calling', 'offered', 'agreed', 'preparing', 'delivering', 'closing') $$;
grant execute on function app.puts_erasure_off(api.need_state) to authenticated;

-- Seven days for changing one's mind, each of them whole.
create function app.end_of_week() returns timestamptz
language sql stable
set search_path = ''
as $$ select (app.helsinki_day(now()) + 8)::timestamp at time zone 'Europe/Helsinki' $$;

-- Everybody who decides for a company hears of it: an erasure that one owner asks for is every owner's matter.
create function app.tell_owners(p_company uuid, p_letter api.letter_kind, p_about uuid) returns void
language sql
set search_path = ''
as $$
  insert into app.outbox (letter, about, company_id, to_email, language)
  select p_letter, p_about, p_company, m.email, app.language_of(p_company, m.email)
  from app.members m where m.company_id = p_company and m.role = 'owner' and m.left_at is null
$$;

create type api.ask_erasure_outcome as enum ('asked', 'already_asked', 'owners_only', 'gone');
create type api.undo_erasure_outcome as enum ('undone', 'not_asked', 'owners_only');

-- ask-erasure: a company with all it has, by an owner.
create function api.workspace_ask_erasure(p_company uuid) returns api.ask_erasure_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_me text := app.workspace_person();
  v_erasure uuid;
begin
  if not app.is_member(p_company) then return 'gone'; end if;
  if not app.is_owner(p_company) then return 'owners_only'; end if;
  insert into app.erasures (company_id, asked_by, erase_after) values (p_company, v_me, app.end_of_week())
  on conflict do nothing returning id into v_erasure;
  if v_erasure is null then return 'already_asked'; end if;
  perform app.log_in_company(p_company, 'erasure_asked', 'company', v_me);
  perform app.tell_owners(p_company, 'erasure_asked', v_erasure);
  return 'asked';
end $$;

create function api.workspace_undo_erasure(p_company uuid) returns api.undo_erasure_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_me text := app.workspace_person();
  v_erasure uuid;
begin
  if not app.is_owner(p_company) then return 'owners_only'; end if;
  update app.erasures e set undone_at = now(), undone_by = v_me where e.company_id = p_company and app.is_waiting(e)
  returning e.id into v_erasure;
  if v_erasure is null then return 'not_asked'; end if;
  perform app.log_in_company(p_company, 'erasure_undone', 'company', v_me);
  perform app.tell_owners(p_company, 'erasure_undone', v_erasure);
  return 'undone';
end $$;

-- What the workspace says at its top as long as one waits.
create function api.workspace_erasures() returns table (company jsonb, erase_after timestamptz, asked_by text, put_off_by text[], may_undo boolean)
language sql stable
set search_path = ''
as $$
  select case when e.company_id is not null then app.company_called(e.company_id) end, e.erase_after, e.asked_by,
    array(select n.reference from app.needs n where n.company_id = e.company_id and app.puts_erasure_off(n.state) order by n.received_at, n.id),
    coalesce(app.is_owner(e.company_id), e.person_email is not null)
  from app.erasures e
  where app.is_waiting(e) and (e.company_id = any (app.my_companies()) or e.person_email = app.workspace_person())
  order by e.asked_at, e.id
$$;

create function app.about_erasure_asked(p_erasure uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object('erase_after', e.erase_after, 'asked_by', e.asked_by, 'business_id', c.business_id)
  from app.erasures e join app.companies c on c.id = e.company_id where e.id = p_erasure and app.is_waiting(e)
$$;

create function app.about_erasure_undone(p_erasure uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object('undone_by', e.undone_by, 'business_id', c.business_id)
  from app.erasures e join app.companies c on c.id = e.company_id where e.id = p_erasure and e.undone_at is not null
$$;

-- Whose it was nobody knows any more, and the letter does not say.
create function app.about_erasure_done(p_erasure uuid) returns jsonb
language sql stable
set search_path = ''
as $$ select jsonb_build_object('done_at', e.done_at) from app.erasures e where e.id = p_erasure and e.done_at is not null $$;

comment on function api.workspace_ask_erasure is 'An owner has the company and all it has erased at the end of the seventh day; every owner gets a letter.';
comment on function api.workspace_undo_erasure is 'An owner takes an erasure of the company back, until it is done; every owner gets a letter.';
comment on function api.workspace_erasures is 'Erasures that wait, of the caller''s companies and of the caller, with the needs that put them off.';
revoke execute on function api.workspace_ask_erasure, api.workspace_undo_erasure, api.workspace_erasures from public, anon, authenticated, service_role;
grant execute on function api.workspace_ask_erasure, api.workspace_undo_erasure, api.workspace_erasures to authenticated;
