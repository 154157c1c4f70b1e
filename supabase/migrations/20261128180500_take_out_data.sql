-- take-out: everything of a company for its owner, everything of herself for any of its people, each table under its own name.

create type api.data_scope as enum ('company', 'person');

-- Who took what out and when: the receipt, and for a company the trace of a copy that left it.
create table app.take_outs (
  id uuid primary key default gen_random_uuid(),
  company_id uuid references app.companies (id) on delete cascade,
  person_email text not null,
  scope api.data_scope not null,
  at timestamptz not null default now(),
  constraint what_a_company_has_is_taken_out_of_one check (scope = 'person' or company_id is not null),
  constraint taker_email_is_lower_case check (person_email = lower(person_email) and position('@' in person_email) > 1)
);
alter table app.take_outs enable row level security;
create index take_outs_by_company on app.take_outs (company_id, at);
create index take_outs_by_person on app.take_outs (person_email, at);
comment on table app.take_outs is 'Each time that somebody took out the data of a company or of herself.';

-- Rows of one table as an array, without what serves the machine alone.
create function app.data_of_company(p_company uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  with need as materialized (
    select n.* from app.needs n where n.company_id = p_company
  ), own_links as materialized (
    select l.id, l.set_id, l.person_email from app.links l where l.need_id in (select id from need) and l.person_role = 'company'
  ), letter as materialized (
    select o.*, coalesce(o.to_email, (select l.person_email from own_links l where l.set_id = o.link_set limit 1)) as reader
    from app.outbox o
    where o.company_id = p_company or o.link_set in (select set_id from own_links)
      or o.invitation_id in (select i.id from app.member_invitations i where i.company_id = p_company)
      or (o.claim_id in (select c.id from app.claims c where c.company_id = p_company) and o.letter = 'claim_asked')
  )
  select jsonb_build_object(
    'companies', (select jsonb_agg(to_jsonb(c)) from app.companies c where c.id = p_company),
    'members', (select jsonb_agg(to_jsonb(m) - 'company_id' order by m.since, m.id) from app.members m where m.company_id = p_company),
    'member_invitations', (select jsonb_agg(to_jsonb(i) - 'company_id' order by i.invited_at, i.id) from app.member_invitations i where i.company_id = p_company),
    'claims', (select jsonb_agg(to_jsonb(c) - '{company_id,need_id}'::text[] order by c.asked_at, c.id) from app.claims c where c.company_id = p_company),
    'profile_facts', (select jsonb_agg(to_jsonb(f) - 'company_id' order by f.told_at, f.id) from app.profile_facts f where f.company_id = p_company),
    'company_events', (select jsonb_agg(to_jsonb(e) - '{company_id,session_id}'::text[] order by e.id) from app.company_events e where e.company_id = p_company),
    'needs', (
      select jsonb_agg(
        to_jsonb(n) - '{company_id,words,fingerprint,idempotency_key,resembles,owner_email,joined_to,erased_at}'::text[]
          || jsonb_build_object('joined_to', (select o.reference from need o where o.id = n.joined_to))
        order by n.received_at, n.id)
      from need n),
    -- What colleagues who handle it said to each other is not the company's, as everywhere; addresses are those of its own people.
    'messages', (
      select jsonb_agg(to_jsonb(m) || case when m.author_role <> 'company' then '{"author_email": null}' else '{}' end::jsonb order by m.created_at, m.id)
      from app.messages m where m.need_id in (select id from need) and m.kind not in ('hand_over_decline', 'hand_over_report')),
    'hand_overs', (
      select jsonb_agg(to_jsonb(h) - '{from_email,to_email,note,ask_id}'::text[] order by h.asked_at, h.id)
      from app.hand_overs h where h.need_id in (select id from need)),
    'events', (
      select jsonb_agg(
        to_jsonb(e) - '{link_id,session_id,confirmation_id,task_id}'::text[]
          || case when e.actor_role <> 'company' then '{"actor_email": null}' else '{}' end::jsonb
        order by e.id)
      from app.events e where e.need_id in (select id from need) and e.kind <> 'noted'),
    'received_mails', (
      select jsonb_agg(
        jsonb_build_object('id', m.id, 'need_id', m.need_id, 'from_email', m.from_email, 'received_at', m.received_at, 'outcome', m.outcome,
          'message_id', m.message_id, 'body', m.body, 'was_cut', m.was_cut, 'attachments', m.attachments)
        order by m.received_at, m.id)
      from app.received_mails m where m.link_id in (select id from own_links)),
    'outbox', (
      select jsonb_agg(
        jsonb_build_object('id', o.id, 'letter', o.letter, 'to_email', o.reader, 'need_id', o.need_id, 'created_at', o.created_at,
          'sent_at', o.sent_at, 'dropped_at', o.dropped_at)
        order by o.created_at, o.id)
      from letter o),
    'bounces', (
      select jsonb_agg(to_jsonb(b) order by b.happened_at, b.outbox_id) from app.bounces b where b.outbox_id in (select id from letter)),
    'survey_answers', (select jsonb_agg(to_jsonb(a) order by a.answered_at) from app.survey_answers a where a.need_id in (select id from need)),
    'service_events', (select jsonb_agg(to_jsonb(s) order by s.happened_at) from app.service_events s where s.need_id in (select id from need)),
    'survey_invitations', (
      select jsonb_agg(to_jsonb(i) - 'link_id' order by i.invited_at, i.id) from app.survey_invitations i where i.need_id in (select id from need)),
    'named_answers', (
      select jsonb_agg(
        to_jsonb(a) - '{anonymous,counted_in}'::text[]
          || jsonb_build_object('asked', app.question_of(i.survey, i.version, a.question) -> 'text')
        order by a.changed_at, a.question)
      from app.named_answers a join app.survey_invitations i on i.id = a.invitation_id where i.need_id in (select id from need)),
    'consents', (select jsonb_agg(to_jsonb(k) - 'company_id' order by k.given_at, k.id) from app.consents k where k.company_id = p_company),
    'consent_needs', (
      select jsonb_agg(to_jsonb(s) order by s.consent_id, s.need_id)
      from app.consent_needs s join app.consents k on k.id = s.consent_id where k.company_id = p_company),
    'consent_events', (
      select jsonb_agg(to_jsonb(e) order by e.id)
      from app.consent_events e join app.consents k on k.id = e.consent_id where k.company_id = p_company),
    'ladder_steps', (select jsonb_agg(to_jsonb(s) order by s.taken_at) from app.ladder_steps s where s.need_id in (select id from need)),
    'looks', (
      select jsonb_agg(
        to_jsonb(l) - 'company_id' || case when l.way <> 'workspace' then '{"person_email": null}' else '{}' end::jsonb order by l.at, l.id)
      from app.looks l where l.company_id = p_company),
    'take_outs', (select jsonb_agg(to_jsonb(x) - 'company_id' order by x.at) from app.take_outs x where x.company_id = p_company),
    'erasures', (select jsonb_agg(to_jsonb(x) - 'company_id' order by x.asked_at) from app.erasures x where x.company_id = p_company)
  )
$$;

-- What is hers and not the company's: her place in it, how to reach her, what she wrote and did, where she signed in.
create function app.data_of_person(p_email text) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'sessions', (select jsonb_agg(to_jsonb(s) - 'id' order by s.created_at) from app.sessions s where s.email = p_email),
    'members', (select jsonb_agg(to_jsonb(m) order by m.since, m.id) from app.members m where m.email = p_email),
    'member_invitations', (select jsonb_agg(to_jsonb(i) order by i.invited_at, i.id) from app.member_invitations i where p_email in (i.email, i.invited_by)),
    'claims', (select jsonb_agg(to_jsonb(c) - '{company_id,settled_by}'::text[] order by c.asked_at, c.id) from app.claims c where c.email = p_email),
    'profile_facts', (select jsonb_agg(to_jsonb(f) order by f.told_at, f.id) from app.profile_facts f where f.person_email = p_email),
    'company_events', (select jsonb_agg(to_jsonb(e) - 'session_id' order by e.id) from app.company_events e where e.actor_email = p_email),
    'needs', (
      select jsonb_agg(to_jsonb(n) - '{words,fingerprint,idempotency_key,resembles,owner_email,joined_to,erased_at}'::text[] order by n.received_at, n.id)
      from app.needs n where n.contact_email = p_email),
    'messages', (select jsonb_agg(to_jsonb(m) order by m.created_at, m.id) from app.messages m where m.author_role in ('company', 'adviser') and m.author_email = p_email),
    'events', (
      select jsonb_agg(to_jsonb(e) - '{link_id,session_id,confirmation_id,task_id}'::text[] order by e.id)
      from app.events e where e.actor_role in ('company', 'adviser') and e.actor_email = p_email),
    'received_mails', (
      select jsonb_agg(
        jsonb_build_object('id', m.id, 'need_id', m.need_id, 'received_at', m.received_at, 'outcome', m.outcome, 'body', m.body)
        order by m.received_at, m.id)
      from app.received_mails m join app.links l on l.id = m.link_id
      where l.person_role = 'company' and l.person_email = p_email and app.mailbox_of(m.from_email) = app.mailbox_of(p_email)),
    'outbox', (
      select jsonb_agg(jsonb_build_object('id', o.id, 'letter', o.letter, 'need_id', o.need_id, 'created_at', o.created_at, 'sent_at', o.sent_at) order by o.created_at, o.id)
      from app.outbox o
      where o.to_email = p_email or o.link_set in (select l.set_id from app.links l where l.person_email = p_email and l.person_role = 'company')),
    'bounces', (select jsonb_agg(to_jsonb(b) order by b.happened_at) from app.bounces b where b.person_email = p_email),
    -- What was shared with her, and what she gave.
    'consents', (select jsonb_agg(to_jsonb(k) order by k.given_at, k.id) from app.consents k where p_email in (k.grantee_email, k.given_by)),
    'looks', (select jsonb_agg(to_jsonb(l) - 'company_id' order by l.at, l.id) from app.looks l where l.person_email = p_email and l.way = 'workspace'),
    'take_outs', (select jsonb_agg(to_jsonb(x) order by x.at) from app.take_outs x where x.person_email = p_email),
    'erasures', (select jsonb_agg(to_jsonb(x) order by x.asked_at) from app.erasures x where p_email in (x.person_email, x.asked_by))
  )
$$;

-- An empty table is an empty list.
create function app.with_lists(p_data jsonb) returns jsonb
language sql immutable
set search_path = ''
as $$ select jsonb_object_agg(key, case when value = 'null' then '[]' else value end) from jsonb_each(p_data) $$;

-- What the taking out would bring, for the page before it.
create function api.workspace_my_data(p_company uuid) returns table (
  company jsonb, role api.member_role, owners integer, needs integer, open_needs integer, put_off_by text[], now timestamptz
)
language sql stable
set search_path = ''
as $$
  select app.company_called(chosen.company),
    (select m.role from app.members m where m.company_id = chosen.company and m.email = app.workspace_person() and m.left_at is null),
    (select count(*)::integer from app.members m where m.company_id = chosen.company and m.role = 'owner' and m.left_at is null),
    (select count(*)::integer from app.needs n where n.company_id = chosen.company),
    (select count(*)::integer from app.needs n where n.company_id = chosen.company and n.closed_at is null),
    array(select n.reference from app.needs n where n.company_id = chosen.company and app.puts_erasure_off(n.state) order by n.received_at, n.id),
    now()
  from app.workspace_company(p_company) as chosen (company)
$$;

create function app.about_data_taken_out(p_take_out uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object('scope', x.scope, 'at', x.at, 'by', x.person_email, 'business_id', c.business_id)
  from app.take_outs x left join app.companies c on c.id = x.company_id where x.id = p_take_out
$$;

-- take-out: both in one call, so that nothing leaves without its receipt.
create function api.workspace_take_out(p_company uuid) returns table (
  scope api.data_scope, company jsonb, company_data jsonb, person_data jsonb, taken_at timestamptz
)
language plpgsql security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_me text := app.workspace_person();
  v_scope api.data_scope;
  v_company uuid;
  v_take_out uuid;
begin
  if v_me is null then return; end if;
  v_company := case when app.is_member(p_company) then p_company end;
  v_scope := case when app.is_owner(v_company) then 'company' else 'person' end;
  -- One at a time for a person: a double click gets the data twice and one letter.
  perform pg_advisory_xact_lock(hashtextextended(v_me, 13));
  if not exists (
    select from app.take_outs x
    where x.person_email = v_me and x.company_id is not distinct from v_company and x.scope = v_scope and x.at > now() - interval '10 minutes'
  ) then
    insert into app.take_outs (company_id, person_email, scope) values (v_company, v_me, v_scope) returning id into v_take_out;
    if v_company is not null then perform app.log_in_company(v_company, 'data_taken_out', 'company', v_me, v_scope::text); end if;
    insert into app.outbox (letter, about, company_id, to_email, language)
    select 'data_taken_out', v_take_out, v_company, person.email, app.language_of(v_company, person.email)
    -- All that a company has left it: that is every owner's matter.
    from (
      select v_me as email
      union
      select m.email from app.members m where v_scope = 'company' and m.company_id = v_company and m.role = 'owner' and m.left_at is null
    ) person;
  end if;
  return query select v_scope, app.company_called(v_company),
    case when v_scope = 'company' then app.with_lists(app.data_of_company(v_company)) end,
    app.with_lists(app.data_of_person(v_me)), now();
end $$;

comment on function api.workspace_my_data is 'What the page of one''s data says before anything is taken out or erased.';
comment on function api.workspace_take_out is
  'All data of the company for one of its owners, and of the caller for anybody; a list for each table. Leaves a receipt for the caller, and for every owner where the company''s data left.';
revoke execute on function api.workspace_my_data, api.workspace_take_out from public, anon, authenticated, service_role;
grant execute on function api.workspace_my_data, api.workspace_take_out to authenticated;
