-- send-letters: the outbox is drained by whoever comes: claim with a lease, send, mark sent or push back.

-- A letter that would say what is no longer so is dropped instead of sent.
create function app.is_stale(p_letter api.letter_kind, p_need app.needs, p_hand_over app.hand_overs) returns boolean
language sql immutable
set search_path = ''
as $$
  select case p_letter
    when 'new_need' then not app.is_open(p_need.state)
    -- Also sent again to an expert who took the need and asked for new links.
    when 'handover_asked' then not app.is_open(p_need.state) or p_hand_over.state not in ('asked', 'taken')
    when 'reply_received' then not app.is_open(p_need.state)
    when 'withdrawn' then p_need.state <> 'withdrawn'
    when 'survey' then p_need.state = 'withdrawn'
    else false
  end
$$;

create function api.claim_letters(p_most integer, p_lease_seconds integer) returns table (
  id uuid,
  letter api.letter_kind,
  attempts integer,
  to_email text,
  to_name text,
  language api.language,
  links jsonb,
  reference text,
  description text,
  services text[],
  business_id text,
  founder boolean,
  company_name text,
  contact_name text,
  contact_email text,
  contact_phone text,
  contact_by api.contact_way,
  received_at timestamptz,
  due_at timestamptz,
  message_body text,
  author_name text,
  author_email text,
  expert_name text,
  note text
)
language plpgsql security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  -- Whoever sent a letter for the last time and never said what became of it will not say so now.
  update app.outbox set stuck_at = now(), leased_until = null, last_error = coalesce(last_error, 'whoever sent it never said what became of it')
  where id in (
    select w.id from app.outbox w
    where w.sent_at is null and w.dropped_at is null and w.stuck_at is null and w.attempts >= 80 and w.leased_until < now()
    for update skip locked
  );

  update app.outbox set dropped_at = now(), leased_until = null
  where id in (
    select w.id from app.outbox w join app.needs n on n.id = w.need_id
    -- The next ones alone: with a long queue, those behind them are looked at when they come up.
    where w.id in (
        select e.id from app.outbox e
        where e.sent_at is null and e.dropped_at is null and e.stuck_at is null
          and e.send_after <= now() and (e.leased_until is null or e.leased_until < now())
        order by e.send_after limit 50
      )
      and app.is_stale(w.letter, n, (select h from app.hand_overs h where h.id = w.hand_over_id))
    for update of w skip locked
  );

  return query
  with claimed as (
    update app.outbox o set leased_until = now() + make_interval(secs => p_lease_seconds), attempts = o.attempts + 1
    where o.id in (
      select w.id from app.outbox w
      where w.sent_at is null and w.dropped_at is null and w.stuck_at is null
        and w.send_after <= now() and (w.leased_until is null or w.leased_until < now())
      order by w.send_after
      limit p_most
      for update skip locked
    )
    returning o.*
  )
  select c.id, c.letter, c.attempts::integer, p.person_email, p.person_name, p.language,
    (select jsonb_object_agg(l.purpose, l.id) from app.links l where l.set_id = c.link_set),
    n.reference, n.description, n.services, n.business_id, n.founder, n.company_name,
    n.contact_name, n.contact_email, n.contact_phone, n.contact_by, n.received_at, n.due_at,
    m.body, coalesce(m.author_name, h.from_name), coalesce(m.author_email, h.from_email), h.to_name,
    case when p.person_role <> 'company' then h.note end
  from claimed c
  join app.needs n on n.id = c.need_id
  join lateral (select l.person_role, l.person_email, l.person_name, l.language from app.links l where l.set_id = c.link_set limit 1) p on true
  left join app.messages m on m.id = c.message_id
  left join app.hand_overs h on h.id = c.hand_over_id;
end $$;

create function api.letter_sent(p_id uuid, p_provider_id text) returns void
language sql security definer
set search_path = ''
as $$
  -- Also when it was dropped or given up meanwhile: that it has gone is the truth.
  update app.outbox set sent_at = now(), provider_id = p_provider_id, leased_until = null, dropped_at = null, stuck_at = null, last_error = null
  where id = p_id and sent_at is null
$$;

-- Failed: once more later, with a growing delay; refused for good, or tried too often: shown to the operator.
create function api.letter_failed(p_id uuid, p_error text, p_for_good boolean, p_retry_after_seconds integer default null) returns void
language sql security definer
set search_path = ''
as $$
  update app.outbox set
    leased_until = null,
    last_error = left(p_error, 500),
    -- 80 tries take some 13 hours: safely less than the 24 for which Resend remembers an idempotency key.
    stuck_at = case when p_for_good or attempts >= 80 then now() end,
    -- What the mail service asks for may only make it longer: in an outage that says "in a second", the tries are soon gone.
    -- Ten minutes at most: that late at worst does a letter go once the service is back.
    send_after = now() + make_interval(secs => least(600, greatest(p_retry_after_seconds, exp(least(attempts, 7))::integer)))
  where id = p_id and sent_at is null and dropped_at is null and stuck_at is null
$$;

create function api.stuck_letters() returns table (id uuid, letter api.letter_kind, reference text, to_email text, attempts integer, stuck_at timestamptz, last_error text)
language sql stable security definer
set search_path = ''
as $$
  select o.id, o.letter, n.reference,
    (select l.person_email from app.links l where l.set_id = o.link_set limit 1), o.attempts::integer, o.stuck_at, o.last_error
  from app.outbox o join app.needs n on n.id = o.need_id
  where o.stuck_at is not null order by o.stuck_at
$$;

create function api.retry_letter(p_id uuid) returns boolean
language sql security definer
set search_path = ''
as $$
  with freed as (
    update app.outbox set stuck_at = null, attempts = 0, send_after = now() where id = p_id and stuck_at is not null returning id
  ) select exists (select from freed)
$$;

comment on function api.claim_letters is 'Leases letters that are due and gives what each is rendered from; drops those that would say what is no longer so.';
comment on function api.letter_sent is 'Marks a letter as sent, with the id that Resend gave it.';
comment on function api.letter_failed is 'Pushes a letter back with a growing delay, or shows it to the operator as stuck.';
comment on function api.stuck_letters is 'For the operator: letters that will not go by themselves, with the last error.';
comment on function api.retry_letter is 'For the operator: puts a stuck letter back into the queue.';
revoke execute on function api.claim_letters, api.letter_sent, api.letter_failed, api.stuck_letters, api.retry_letter from public, anon, authenticated;
grant execute on function api.claim_letters, api.letter_sent, api.letter_failed, api.stuck_letters, api.retry_letter to service_role;
