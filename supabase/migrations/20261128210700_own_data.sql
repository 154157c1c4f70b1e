-- take-out: a person's own survey answers and what she did about consents are hers too; what is the company's is not hers any more when
-- she has left it, but for the fact that it was her.

-- Needs in which she may read all: of the companies that she belongs to now, or of none.
create function app.needs_open_to(p_email text) returns setof uuid
language sql stable
set search_path = ''
as $$
  select n.id from app.needs n
  where n.disowned_at is null and (
    n.company_id in (select m.company_id from app.members m where m.email = p_email and m.left_at is null)
    or (n.company_id is null and n.contact_email = p_email)
  )
$$;

-- What is hers and not the company's: her place in it, how to reach her, what she wrote and did, where she signed in. A need that she said
-- is not hers is somebody else's, whose address stood in it by mistake; nothing about it is hers either.
create or replace function app.data_of_person(p_email text) returns jsonb
language sql stable
set search_path = ''
as $$
  with mine as materialized (
    select m.company_id from app.members m where m.email = p_email and m.left_at is null
  ), readable as materialized (
    select app.needs_open_to(p_email) as id
  ), disowned as materialized (
    select n.id from app.needs n where n.contact_email = p_email and n.disowned_at is not null
  ), own_links as materialized (
    select l.id, l.set_id from app.links l
    where l.person_email = p_email and l.person_role = 'company' and (l.need_id is null or l.need_id not in (select id from disowned))
  ), asked as materialized (
    select i.* from app.survey_invitations i where i.link_id in (select id from own_links) and i.need_id in (select id from readable)
  )
  select jsonb_build_object(
    'sessions', (select jsonb_agg(to_jsonb(s) - 'id' order by s.created_at) from app.sessions s where s.email = p_email),
    'members', (select jsonb_agg(to_jsonb(m) order by m.since, m.id) from app.members m where m.email = p_email),
    -- Whom she invited is the company's to know.
    'member_invitations', (
      select jsonb_agg(to_jsonb(i) order by i.invited_at, i.id) from app.member_invitations i
      where i.email = p_email or (i.invited_by = p_email and i.company_id in (select company_id from mine))),
    'claims', (select jsonb_agg(to_jsonb(c) - '{company_id,settled_by}'::text[] order by c.asked_at, c.id) from app.claims c where c.email = p_email),
    'profile_facts', (select jsonb_agg(to_jsonb(f) order by f.told_at, f.id) from app.profile_facts f where f.person_email = p_email),
    'company_events', (
      select jsonb_agg(
        to_jsonb(e) - 'session_id' || case when e.company_id in (select company_id from mine) or e.about = p_email then '{}' else '{"about": null}' end::jsonb
        order by e.id)
      from app.company_events e where e.actor_email = p_email),
    -- Of a company that she has left: that she sent it, when, and what it says of her.
    'needs', (
      select jsonb_agg(case when n.id in (select id from readable)
        then to_jsonb(n) - '{words,fingerprint,idempotency_key,resembles,owner_email,joined_to,erased_at}'::text[]
        else jsonb_build_object('id', n.id, 'reference', n.reference, 'received_at', n.received_at, 'language', n.language,
          'contact_name', n.contact_name, 'contact_email', n.contact_email, 'contact_phone', n.contact_phone,
          'contact_by', n.contact_by, 'notice_version', n.notice_version)
        end order by n.received_at, n.id)
      from app.needs n where n.contact_email = p_email and n.disowned_at is null),
    -- And that she wrote, without the words.
    'messages', (
      select jsonb_agg(to_jsonb(m) || case when m.author_role = 'adviser' or m.need_id in (select id from readable) then '{}' else '{"body": null}' end::jsonb
        order by m.created_at, m.id)
      from app.messages m where m.author_role in ('company', 'adviser') and m.author_email = p_email and m.need_id not in (select id from disowned)),
    'events', (
      select jsonb_agg(to_jsonb(e) - '{link_id,session_id,confirmation_id,task_id}'::text[] order by e.id)
      from app.events e where e.actor_role in ('company', 'adviser') and e.actor_email = p_email
        and (e.need_id is null or e.need_id not in (select id from disowned))),
    'received_mails', (
      select jsonb_agg(
        jsonb_build_object('id', m.id, 'need_id', m.need_id, 'received_at', m.received_at, 'outcome', m.outcome,
          'body', case when m.need_id in (select id from readable) then m.body end)
        order by m.received_at, m.id)
      from app.received_mails m
      where m.link_id in (select id from own_links) and app.mailbox_of(m.from_email) = app.mailbox_of(p_email)),
    'survey_invitations', (select jsonb_agg(to_jsonb(i) - 'link_id' order by i.invited_at, i.id) from asked i),
    'named_answers', (
      select jsonb_agg(
        to_jsonb(a) - '{anonymous,counted_in}'::text[]
          || jsonb_build_object('asked', app.question_of(i.survey, i.version, a.question) -> 'text')
        order by a.changed_at, a.question)
      from app.named_answers a join asked i on i.id = a.invitation_id),
    'outbox', (
      select jsonb_agg(jsonb_build_object('id', o.id, 'letter', o.letter, 'need_id', o.need_id, 'created_at', o.created_at, 'sent_at', o.sent_at) order by o.created_at, o.id)
      from app.outbox o
      where o.link_set in (select set_id from own_links)
        or (o.to_email = p_email and (o.need_id is null or o.need_id not in (select id from disowned)))),
    'bounces', (
      select jsonb_agg(to_jsonb(b) order by b.happened_at) from app.bounces b
      where b.person_email = p_email and (b.need_id is null or b.need_id not in (select id from disowned))),
    -- What was shared with her; what she gave is her company's, as long as she belongs to it.
    'consents', (
      select jsonb_agg(to_jsonb(k) order by k.given_at, k.id) from app.consents k
      where k.grantee_email = p_email or (k.given_by = p_email and k.company_id in (select company_id from mine))),
    'consent_events', (select jsonb_agg(to_jsonb(e) order by e.id) from app.consent_events e where e.by_email = p_email),
    'looks', (select jsonb_agg(to_jsonb(l) - 'company_id' order by l.at, l.id) from app.looks l where l.person_email = p_email and l.way = 'workspace'),
    'take_outs', (select jsonb_agg(to_jsonb(x) order by x.at) from app.take_outs x where x.person_email = p_email),
    'erasures', (select jsonb_agg(to_jsonb(x) order by x.asked_at) from app.erasures x where p_email in (x.person_email, x.asked_by))
  )
$$;
