-- Erasing and taking out, as of surveys with their letters and follow-ups: the simple table of before is no more.

-- Erases a need that has ended: what its company and those who handled it wrote is gone, what is counted stays.
create or replace function app.erase_need(p_need uuid) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs;
begin
  select n.* into v_need from app.needs n where n.id = p_need for update;
  if v_need.id is null or v_need.erased_at is not null then return; end if;
  insert into app.erased_links (token_hash)
  select l.token_hash from app.links l where l.need_id = p_need and l.expires_at > now() and l.revoked_at is null on conflict do nothing;
  delete from app.mail_events e using app.outbox o where o.need_id = p_need and o.provider_id = e.provider_id;
  -- Letters of its surveys are about an invitation or a follow-up.
  delete from app.mail_events e using app.outbox o
  where o.provider_id = e.provider_id and o.about in (select i.id from app.survey_invitations i where i.need_id = p_need);
  delete from app.outbox o where o.about in (
    select i.id from app.survey_invitations i where i.need_id = p_need
    union all
    select f.id from app.follow_ups f where f.need_id = p_need
  );
  delete from app.follow_ups where need_id = p_need;
  delete from app.outbox where need_id = p_need;
  delete from app.bounces where need_id = p_need;
  update app.claims set need_id = null where need_id = p_need;
  update app.needs set resembles = null where resembles = p_need and erased_at is null;

  update app.needs set
    erased_at = now(), reference = app.unused_reference(), description = null, business_id = null, founder = false, company_name = null,
    contact_name = null, contact_email = null, contact_phone = null, contact_by = null, notice_version = null, idempotency_key = null,
    fingerprint = null, owner_email = null, owner_name = null, joined_to = null, joined_at = null, state_before_joining = null,
    resembles = null, referred_to = null, referred_contact = null, company_id = null, disowned_at = null, waits_for_company = false,
    received_at = app.day_of(v_need.received_at), closed_at = app.day_of(v_need.closed_at),
    first_response_at = app.day_of(v_need.received_at) + app.whole_minutes(v_need.first_response_at - v_need.received_at)
  where id = p_need;

  delete from app.consent_needs where need_id = p_need;
  delete from app.events where need_id = p_need;
  delete from app.received_mails where need_id = p_need;
  delete from app.notes where need_id = p_need;
  delete from app.messages where need_id = p_need;
  delete from app.ladder_steps where need_id = p_need;
  -- Of surveys the closed answers stay, and that somebody was asked on a day; what was written goes.
  delete from app.named_answers a using app.survey_invitations i where i.need_id = p_need and a.invitation_id = i.id and a.body is not null;
  update app.named_answers a set changed_at = app.day_of(a.changed_at) from app.survey_invitations i where i.need_id = p_need and a.invitation_id = i.id;
  update app.survey_invitations set link_id = null, invited_at = app.day_of(invited_at), answered_at = app.day_of(answered_at),
    reminded_at = greatest(app.day_of(reminded_at), app.day_of(invited_at) + interval '1 day')
  where need_id = p_need and reminded_at is not null;
  update app.survey_invitations set link_id = null, invited_at = app.day_of(invited_at), answered_at = app.day_of(answered_at)
  where need_id = p_need and link_id is not null;
  update app.service_events set happened_at = app.day_of(happened_at) where need_id = p_need;
  delete from app.links where need_id = p_need;
  delete from app.looks where need_id = p_need;
  update app.hand_overs set from_email = null, from_name = null, to_email = null, to_name = null, note = null,
    asked_at = app.day_of(asked_at), decided_at = app.day_of(decided_at), returned_at = app.day_of(returned_at), ended_at = app.day_of(ended_at)
  where need_id = p_need;
end $$;

-- Rows of one table as an array, without what serves the machine alone.
create or replace function app.data_of_company(p_company uuid) returns jsonb
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
    -- Of the letters that go with the company, those to whoever handles its needs are not its own.
    where (o.company_id = p_company and o.letter not in ('low_answer', 'low_answer_expert', 'comment_received'))
      or o.link_set in (select set_id from own_links)
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
    'service_events', (select jsonb_agg(to_jsonb(s) order by s.happened_at) from app.service_events s where s.need_id in (select id from need)),
    'survey_invitations', (
      select jsonb_agg(to_jsonb(i) - 'link_id' order by i.invited_at, i.id) from app.survey_invitations i where i.need_id in (select id from need)),
    'follow_ups', (
      select jsonb_agg(to_jsonb(f) - '{answered_by,not_contacted}'::text[] order by f.opened_at, f.id)
      from app.follow_ups f where f.need_id in (select id from need)),
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
    'documents', (
      select jsonb_agg(
        to_jsonb(d) - '{company_id,object_id,sha256}'::text[] || jsonb_build_object('sha256', encode(d.sha256, 'hex')) order by d.added_at, d.id)
      from app.documents d where d.company_id = p_company and d.state = 'kept'),
    'ladder_steps', (select jsonb_agg(to_jsonb(s) order by s.taken_at) from app.ladder_steps s where s.need_id in (select id from need)),
    'looks', (
      select jsonb_agg(
        to_jsonb(l) - 'company_id' || case when l.way <> 'workspace' then '{"person_email": null}' else '{}' end::jsonb order by l.at, l.id)
      from app.looks l where l.company_id = p_company),
    'take_outs', (select jsonb_agg(to_jsonb(x) - 'company_id' order by x.at) from app.take_outs x where x.company_id = p_company),
    'erasures', (select jsonb_agg(to_jsonb(x) - 'company_id' order by x.asked_at) from app.erasures x where x.company_id = p_company)
  )
$$;
