-- erase-data: what was asked to be erased and has waited its week goes, the needs that are still open being withdrawn first.

-- Sign-ins and codes of addresses that nothing here knows any more.
create function app.is_known(p_email text) returns boolean
language sql stable
set search_path = ''
as $$
  select exists (select from app.members m where m.email = p_email)
    or exists (select from app.needs n where n.contact_email = p_email)
    or exists (select from app.member_invitations i where i.email = p_email)
    or exists (select from app.claims c where c.email = p_email)
    or exists (select from app.consents k where k.grantee_email = p_email)
    or exists (select from app.coordinators c where c.email = p_email)
$$;

create function app.forget_addresses(p_emails text[]) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_gone text[] := array(select e from unnest(p_emails) e where not app.is_known(e));
begin
  delete from app.sessions s where s.email = any (v_gone) and not exists (select from app.events e where e.session_id = s.id);
  delete from app.mail_events e where e.person_email = any (v_gone);
  delete from app.take_outs x where x.person_email = any (v_gone);
  -- Supabase Auth's own record of who has ever asked for a code.
  delete from auth.users u where lower(u.email) = any (v_gone);
end $$;

-- A company with all it has. Its needs must have ended.
create function app.erase_company(p_company uuid) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_emails text[];
begin
  -- Needs before their company, as whoever acts on a need locks them; then nothing more can come to it.
  perform from app.needs n where n.company_id = p_company order by n.id for update;
  perform from app.companies c where c.id = p_company for update;
  v_emails := array(
    select m.email from app.members m where m.company_id = p_company
    union select i.email from app.member_invitations i where i.company_id = p_company
    union select c.email from app.claims c where c.company_id = p_company
    union select k.grantee_email from app.consents k where k.company_id = p_company
    union select n.contact_email from app.needs n where n.company_id = p_company
    union select m.author_email from app.messages m join app.needs n on n.id = m.need_id where n.company_id = p_company and m.author_role = 'company'
  );
  delete from app.mail_events e using app.outbox o where o.company_id = p_company and o.provider_id = e.provider_id;
  perform app.erase_need(n.id) from app.needs n where n.company_id = p_company;
  delete from app.companies where id = p_company;
  perform app.forget_addresses(v_emails);
end $$;

create type api.erase_step as enum ('put_off', 'withdrawing', 'erased');

-- As far as one erasure can go now.
create function app.go_on_erasing(p_erasure app.erasures) returns api.erase_step
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs;
  v_owners jsonb;
begin
  -- Needs that its people sent and that have not come to the company yet, since nobody has signed in: they are the company's.
  perform app.attach_needs(m.email) from app.members m where m.company_id = p_erasure.company_id and m.left_at is null;
  if exists (select from app.needs n where n.company_id = p_erasure.company_id and app.puts_erasure_off(n.state)) then return 'put_off'; end if;
  -- Whoever works on a need hears that it is withdrawn, before there is nothing left to tell.
  for v_need in select n.* from app.needs n where n.company_id = p_erasure.company_id and n.closed_at is null order by n.id loop
    perform app.withdraw_need(row(v_need.id, 'company', coalesce(p_erasure.asked_by, v_need.contact_email), null, null, null)::app.actor);
  end loop;
  if exists (
    select from app.outbox o join app.needs n on n.id = o.need_id
    where n.company_id = p_erasure.company_id and o.letter = 'withdrawn' and o.sent_at is null and o.dropped_at is null and o.stuck_at is null
      -- A letter that does not get out in a day keeps nobody's data.
      and o.created_at > now() - interval '1 day'
  ) then return 'withdrawing'; end if;

  select coalesce(jsonb_agg(jsonb_build_object('email', m.email, 'language', app.language_of(m.company_id, m.email))), '[]') into v_owners
  from app.members m where m.company_id = p_erasure.company_id and m.role = 'owner' and m.left_at is null;
  -- Those that were taken back before go with the company; this one stays, of nobody any more.
  update app.erasures set done_at = now(), company_id = null, asked_by = null where id = p_erasure.id;
  perform app.erase_company(p_erasure.company_id);
  insert into app.outbox (letter, about, to_email, language)
  select 'erasure_done', p_erasure.id, o.value ->> 'email', (o.value ->> 'language')::api.language from jsonb_array_elements(v_owners) o;
  return 'erased';
end $$;

create function api.erase_due(p_most integer) returns table (put_off integer, withdrawing integer, erased integer, forgotten integer)
language plpgsql security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_erasure app.erasures;
  v_steps api.erase_step[] := '{}';
  v_forgotten integer;
begin
  for v_erasure in
    select e.* from app.erasures e where app.is_waiting(e) and e.erase_after <= now() order by e.erase_after, e.id limit p_most
    -- Two at once share the work, and whoever takes one back meanwhile has taken it back.
    for update skip locked
  loop
    v_steps := v_steps || app.go_on_erasing(v_erasure);
  end loop;

  -- The last letter has gone: the address that it went to is forgotten. One that never gets out waits for the operator.
  with gone as (
    delete from app.outbox o where o.letter = 'erasure_done' and (o.sent_at is not null or o.dropped_at is not null) returning o.to_email, o.provider_id
  ), told as (
    delete from app.mail_events e using gone where e.provider_id = gone.provider_id
  ) select count(*)::integer into v_forgotten from gone;

  return query select
    cardinality(array_positions(v_steps, 'put_off')), cardinality(array_positions(v_steps, 'withdrawing')),
    cardinality(array_positions(v_steps, 'erased')), v_forgotten;
end $$;

comment on function api.erase_due is
  'Goes on with the erasures whose week is over: put off while offers are open, open needs withdrawn and told of first, then all of it erased. Forgets the addresses of last letters that have gone.';
revoke execute on function api.erase_due from public, anon, authenticated, service_role;
grant execute on function api.erase_due to service_role;
