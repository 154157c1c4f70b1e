-- keep-times: each kind of record has a time after which it is erased, or made to say nothing of anybody. How long, content says.
create type api.keeping_kind as enum (
  'needs', 'letters', 'delivery-reports', 'links', 'mails', 'sign-ins', 'codes', 'looks', 'workspace-log', 'workspaces', 'invitations',
  'claims', 'consents', 'receipts', 'survey-texts', 'digests', 'confirmations', 'coordinators', 'erased-links', 'keeping-runs'
);

create table app.keeping_runs (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  done jsonb not null
);
alter table app.keeping_runs enable row level security;
create index keeping_runs_by_time on app.keeping_runs (at);
comment on table app.keeping_runs is 'What each run of the keeping times did: { "<kind>": <records> }, without what it did nothing to.';

-- A workspace is used when one of its people signs in; that also takes back what the keeping times had asked for.
alter table app.companies add column last_used_at timestamptz not null default now();
comment on column app.companies.last_used_at is 'When one of its people last signed in.';
update app.companies c set last_used_at = greatest(c.created_at, (
  select max(s.created_at) from app.sessions s join app.members m on m.email = s.email
  where m.company_id = c.id and m.left_at is null and s.door = 'workspace'));

create function app.tg_sessions__use() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  update app.companies set last_used_at = now()
  where id in (select m.company_id from app.members m where m.email = new.email and m.left_at is null);
  update app.erasures e set undone_at = now()
  where app.is_waiting(e) and e.asked_by is null and e.person_email is null
    and e.company_id in (select m.company_id from app.members m where m.email = new.email and m.left_at is null);
  return null;
end $$;

create trigger _100_use after insert on app.sessions
for each row when (new.door = 'workspace') execute function app.tg_sessions__use();

-- The log of a workspace is only added to; what is older than a year may go, when its time has come.
create or replace function app.tg_append_only_in_company() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if tg_op = 'DELETE' and (
    not exists (select from app.companies c where c.id = old.company_id)
    or (tg_table_name = 'company_events' and (to_jsonb(old) ->> 'at')::timestamptz < now() - interval '1 year')
  ) then return old; end if;
  raise exception '% is only added to', tg_table_name using errcode = 'NAPND';
end $$;

-- A round of confirmation that has ended goes with its log.
alter table app.confirmations
  add column erased_at timestamptz,
  add constraint a_round_is_erased_after_its_end check (erased_at is null or ended_at < erased_at);
comment on column app.confirmations.erased_at is 'Set in the transaction that deletes it: from then on its log may go.';

create or replace function app.tg_events__append_only() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  -- The log goes with what an erased need, or an ended round, was about; nothing else of it ever does.
  if tg_op = 'DELETE' and (
    exists (select from app.needs n where n.id = old.need_id and n.erased_at is not null)
    or exists (
      select from app.confirmations c
      where c.erased_at is not null
        and c.id = coalesce(old.confirmation_id, (select t.confirmation_id from app.editor_tasks t where t.id = old.task_id))
    )
  ) then return old; end if;
  raise exception 'the event log is only added to' using errcode = 'NAPND';
end $$;

-- One function a kind: what is older than p_before, p_most at the most; says how many.
create function app.keep_needs(p_before timestamptz, p_most integer) returns integer
language plpgsql
set search_path = ''
as $$
declare
  -- Chosen before the first is erased: that touches others which it resembles.
  v_needs uuid[] := array(
    select n.id from app.needs n where n.closed_at < p_before and n.erased_at is null order by n.closed_at, n.id limit p_most for update skip locked
  );
begin
  perform app.erase_need(id) from unnest(v_needs) id;
  return cardinality(v_needs);
end $$;

create function app.keep_letters(p_before timestamptz, p_most integer) returns integer
language sql
set search_path = ''
as $$
  with gone as (
    delete from app.outbox where id in (
      -- Of those that wait for the operator too: a year is long enough to look.
      select o.id from app.outbox o where coalesce(o.sent_at, o.dropped_at, o.stuck_at) < p_before limit p_most
    ) returning 1
  ) select count(*)::integer from gone
$$;

create function app.keep_delivery_reports(p_before timestamptz, p_most integer) returns integer
language sql
set search_path = ''
as $$
  with gone as (
    delete from app.mail_events where id in (select e.id from app.mail_events e where e.noted_at < p_before limit p_most) returning 1
  ) select count(*)::integer from gone
$$;

-- A link that the log names goes with its need.
create function app.keep_links(p_before timestamptz, p_most integer) returns integer
language sql
set search_path = ''
as $$
  with gone as (
    delete from app.links where id in (
      select l.id from app.links l
      where l.expires_at < p_before
        and not exists (select from app.needs n where n.id = l.need_id and n.closed_at is null)
        and not exists (select from app.events e where e.link_id = l.id)
        and not exists (select from app.received_mails m where m.link_id = l.id)
        and not exists (select from app.survey_invitations i where i.link_id = l.id)
      limit p_most
    ) returning 1
  ) select count(*)::integer from gone
$$;

create function app.keep_mails(p_before timestamptz, p_most integer) returns integer
language sql
set search_path = ''
as $$
  with gone as (
    delete from app.received_mails where id in (select m.id from app.received_mails m where m.taken_at < p_before limit p_most) returning 1
  ) select count(*)::integer from gone
$$;

-- And whoever Supabase Auth remembers without our knowing the address any more. A sign-in that the log names goes with its need.
create function app.keep_sign_ins(p_before timestamptz, p_most integer) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_done integer;
  v_users text[];
begin
  delete from app.sessions where id in (
    select s.id from app.sessions s
    where least(s.revoked_at, s.expires_at) < p_before and not exists (select from app.events e where e.session_id = s.id)
    limit p_most
  );
  get diagnostics v_done = row_count;
  v_users := array(
    select lower(u.email) from auth.users u
    where coalesce(u.last_sign_in_at, u.created_at) < p_before and u.email is not null and not app.is_known(lower(u.email)) limit p_most
  );
  perform app.forget_addresses(v_users);
  return v_done + cardinality(v_users);
end $$;

create function app.keep_codes(p_before timestamptz, p_most integer) returns integer
language sql
set search_path = ''
as $$
  with gone as (
    delete from app.code_requests where id in (select r.id from app.code_requests r where r.asked_at < p_before limit p_most) returning 1
  ) select count(*)::integer from gone
$$;

create function app.keep_looks(p_before timestamptz, p_most integer) returns integer
language sql
set search_path = ''
as $$
  with gone as (
    delete from app.looks where id in (select l.id from app.looks l where l.at < p_before limit p_most) returning 1
  ) select count(*)::integer from gone
$$;

create function app.keep_workspace_log(p_before timestamptz, p_most integer) returns integer
language sql
set search_path = ''
as $$
  with gone as (
    delete from app.company_events where id in (select e.id from app.company_events e where e.at < p_before limit p_most) returning 1
  ) select count(*)::integer from gone
$$;

-- A workspace that nobody uses is erased as one that an owner asked for, a month after its owners were told.
create function app.keep_workspaces(p_before timestamptz, p_most integer) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_company uuid;
  v_erasure uuid;
  v_done integer := 0;
begin
  for v_company in
    select c.id from app.companies c
    where c.last_used_at < p_before
      and not exists (select from app.needs n where n.company_id = c.id and (n.closed_at is null or n.received_at >= p_before))
      and not exists (select from app.erasures e where e.company_id = c.id and app.is_waiting(e))
    order by c.last_used_at, c.id limit p_most for update skip locked
  loop
    insert into app.erasures (company_id, erase_after) values (v_company, (app.helsinki_day(now()) + 31)::timestamp at time zone 'Europe/Helsinki')
    returning id into v_erasure;
    perform app.log_in_company(v_company, 'erasure_asked', 'system', null);
    perform app.tell_owners(v_company, 'workspace_unused', v_erasure);
    v_done := v_done + 1;
  end loop;
  return v_done;
end $$;

create function app.about_workspace_unused(p_erasure uuid) returns jsonb
language sql stable
set search_path = ''
as $$ select app.about_erasure_asked(p_erasure) $$;

create function app.keep_invitations(p_before timestamptz, p_most integer) returns integer
language sql
set search_path = ''
as $$
  with gone as (
    delete from app.member_invitations where id in (
      select i.id from app.member_invitations i where coalesce(i.accepted_at, i.ended_at, i.expires_at) < p_before limit p_most
    ) returning 1
  ) select count(*)::integer from gone
$$;

create function app.keep_claims(p_before timestamptz, p_most integer) returns integer
language sql
set search_path = ''
as $$
  with gone as (
    delete from app.claims where id in (select c.id from app.claims c where c.settled_at < p_before limit p_most) returning 1
  ) select count(*)::integer from gone
$$;

create function app.keep_consents(p_before timestamptz, p_most integer) returns integer
language sql
set search_path = ''
as $$
  with gone as (
    delete from app.consents where id in (
      select k.id from app.consents k where coalesce(k.withdrawn_at, k.ends_at) < p_before limit p_most
    ) returning 1
  ) select count(*)::integer from gone
$$;

create function app.keep_receipts(p_before timestamptz, p_most integer) returns integer
language sql
set search_path = ''
as $$
  with taken as (
    delete from app.take_outs where id in (select x.id from app.take_outs x where x.at < p_before limit p_most) returning 1
  ), erased as (
    delete from app.erasures where id in (select e.id from app.erasures e where coalesce(e.done_at, e.undone_at) < p_before limit p_most) returning 1
  ) select (select count(*) from taken)::integer + (select count(*) from erased)::integer
$$;

create function app.keep_survey_texts(p_before timestamptz, p_most integer) returns integer
language sql
set search_path = ''
as $$
  with gone as (
    delete from app.opened_texts where id in (select t.id from app.opened_texts t where t.month < app.helsinki_day(p_before) limit p_most) returning 1
  ) select count(*)::integer from gone
$$;

create function app.keep_digests(p_before timestamptz, p_most integer) returns integer
language sql
set search_path = ''
as $$
  with gone as (
    delete from app.digests where id in (select d.id from app.digests d where d.created_at < p_before limit p_most) returning 1
  ) select count(*)::integer from gone
$$;

create function app.keep_confirmations(p_before timestamptz, p_most integer) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_rounds uuid[] := array(select c.id from app.confirmations c where c.ended_at < p_before order by c.ended_at, c.id limit p_most for update skip locked);
begin
  update app.confirmations set erased_at = now() where id = any (v_rounds);
  delete from app.events e where e.confirmation_id = any (v_rounds)
    or e.task_id in (select t.id from app.editor_tasks t where t.confirmation_id = any (v_rounds));
  delete from app.confirmations where id = any (v_rounds);
  return cardinality(v_rounds);
end $$;

-- Who is listed no more, and absences that are over. What still names them keeps them.
create function app.keep_coordinators(p_before timestamptz, p_most integer) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_absences integer;
  v_people integer;
begin
  delete from app.absences where id in (
    select a.id from app.absences a
    where a.last_day < app.helsinki_day(p_before) and not exists (select from app.digests d where d.absence_id = a.id) limit p_most
  );
  get diagnostics v_absences = row_count;
  delete from app.coordinators where email in (
    select c.email from app.coordinators c
    where c.left_at < p_before
      and not exists (select from app.absences a where c.email in (a.email, a.deputy))
      and not exists (select from app.digests d where c.email in (d.email, d.about))
      and not exists (select from app.coordinators o where o.deputy = c.email)
      and not exists (select from app.needs n where n.owner_email = c.email)
    limit p_most
  );
  get diagnostics v_people = row_count;
  return v_absences + v_people;
end $$;

create function app.keep_erased_links(p_before timestamptz, p_most integer) returns integer
language sql
set search_path = ''
as $$
  with gone as (
    delete from app.erased_links where token_hash in (select l.token_hash from app.erased_links l where l.erased_at < p_before limit p_most) returning 1
  ) select count(*)::integer from gone
$$;

create function app.keep_keeping_runs(p_before timestamptz, p_most integer) returns integer
language sql
set search_path = ''
as $$
  with gone as (
    delete from app.keeping_runs where id in (select r.id from app.keeping_runs r where r.at < p_before limit p_most) returning 1
  ) select count(*)::integer from gone
$$;

-- A slip in the content must not erase what is in use: no kind goes sooner than this, whatever is asked for.
create function app.shortest_keeping(p_kind api.keeping_kind) returns interval
language sql immutable
set search_path = ''
as $$
  select case
    when p_kind in ('needs', 'looks', 'workspace-log', 'workspaces', 'consents') then interval '1 year'
    -- Failed tries and fresh links end sooner; a letter that waits is never old.
    when p_kind in ('letters', 'links', 'mails', 'claims', 'receipts', 'confirmations', 'coordinators', 'survey-texts', 'erased-links') then interval '3 months'
    when p_kind in ('sign-ins', 'invitations', 'digests', 'delivery-reports', 'keeping-runs') then interval '1 month'
    else interval '1 day'
  end
$$;

create function api.keep_times(p_times jsonb, p_most integer) returns table (kind api.keeping_kind, done integer)
language plpgsql security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_kind api.keeping_kind;
  v_before timestamptz;
  v_done integer;
  v_all jsonb := '{}';
begin
  -- All or nothing is looked at before anything is touched.
  foreach v_kind in array enum_range(null::api.keeping_kind) loop
    if coalesce((p_times ->> v_kind::text)::interval < app.shortest_keeping(v_kind), true) then
      raise exception 'the keeping time of % is missing or too short', v_kind using errcode = 'KEEPS';
    end if;
  end loop;
  -- One at a time; whoever comes second has nothing to do.
  if not pg_try_advisory_xact_lock(hashtext('keep_times')) then return; end if;
  foreach v_kind in array enum_range(null::api.keeping_kind) loop
    v_before := now() - (p_times ->> v_kind::text)::interval;
    v_done := case v_kind
      when 'needs' then app.keep_needs(v_before, p_most)
      when 'letters' then app.keep_letters(v_before, p_most)
      when 'delivery-reports' then app.keep_delivery_reports(v_before, p_most)
      when 'links' then app.keep_links(v_before, p_most)
      when 'mails' then app.keep_mails(v_before, p_most)
      when 'sign-ins' then app.keep_sign_ins(v_before, p_most)
      when 'codes' then app.keep_codes(v_before, p_most)
      when 'looks' then app.keep_looks(v_before, p_most)
      when 'workspace-log' then app.keep_workspace_log(v_before, p_most)
      when 'workspaces' then app.keep_workspaces(v_before, p_most)
      when 'invitations' then app.keep_invitations(v_before, p_most)
      when 'claims' then app.keep_claims(v_before, p_most)
      when 'consents' then app.keep_consents(v_before, p_most)
      when 'receipts' then app.keep_receipts(v_before, p_most)
      when 'survey-texts' then app.keep_survey_texts(v_before, p_most)
      when 'digests' then app.keep_digests(v_before, p_most)
      when 'confirmations' then app.keep_confirmations(v_before, p_most)
      when 'coordinators' then app.keep_coordinators(v_before, p_most)
      when 'erased-links' then app.keep_erased_links(v_before, p_most)
      when 'keeping-runs' then app.keep_keeping_runs(v_before, p_most)
    end;
    if v_done > 0 then v_all := v_all || jsonb_build_object(v_kind, v_done); end if;
    return query select v_kind, v_done;
  end loop;
  -- A day without anything to do leaves its line too: that is how one sees that it runs.
  if v_all <> '{}' or not exists (select from app.keeping_runs r where r.at > now() - interval '20 hours') then
    insert into app.keeping_runs (done) values (v_all);
  end if;
end $$;

comment on function api.keep_times is
  'Erases, or makes nameless, what is older than its keeping time ({ "<kind>": "24 months" }, every kind), p_most of each; to be called again while a kind was full. No row while another run is at it.';
revoke execute on function api.keep_times from public, anon, authenticated, service_role;
grant execute on function api.keep_times to service_role;
