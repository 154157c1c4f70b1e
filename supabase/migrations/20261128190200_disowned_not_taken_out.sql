-- take-out: what came with somebody's address and is not hers does not leave with her data.

-- What is hers and not the company's: her place in it, how to reach her, what she wrote and did, where she signed in. A need that she said
-- is not hers is somebody else's, whose address stood in it by mistake.
create or replace function app.data_of_person(p_email text) returns jsonb
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
      from app.needs n where n.contact_email = p_email and n.disowned_at is null),
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
