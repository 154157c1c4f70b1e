-- send-letters, as of letters that have their hours, and of those that tell a coordinator of several needs.

create or replace function app.is_stale(p_letter api.letter_kind, p_need app.needs, p_hand_over app.hand_overs) returns boolean
language sql immutable
set search_path = ''
as $$
  select case p_letter
    when 'new_need' then not app.is_open(p_need.state)
    -- Also sent again to an expert who took the need and asked for new links.
    when 'handover_asked' then not app.is_open(p_need.state) or p_hand_over.state not in ('asked', 'taken')
    when 'reply_received' then not app.is_open(p_need.state)
    when 'handover_returned' then not app.is_open(p_need.state) or p_hand_over.returned_at is null
    when 'handover_taken_late' then not app.is_open(p_need.state) or p_hand_over.state <> 'taken'
    -- Who took it has let go again, or the one who would read this did.
    when 'handover_settled' then not app.is_open(p_need.state) or p_hand_over.state <> 'asked'
      or p_need.owner_email is null or p_need.owner_email = p_hand_over.from_email
    when 'withdrawn' then p_need.state <> 'withdrawn'
    when 'survey' then p_need.state = 'withdrawn'
    -- The ladder looks again: whoever was answered meanwhile is told of no delay, and nobody is reminded of what is done.
    when 'expert_reminder' then not app.is_open(p_need.state) or p_need.first_response_at is not null
    when 'promise_late' then not app.is_open(p_need.state) or p_need.first_response_at is not null
    else false
  end
$$;

create or replace function app.is_out_of_date(p_letter app.outbox) returns boolean
language sql stable
set search_path = ''
as $$
  select case
    when p_letter.need_id is not null then (
      select app.is_stale(p_letter.letter, n, (select h from app.hand_overs h where h.id = p_letter.hand_over_id))
        -- A reminder is for whoever has the need now.
        or (p_letter.letter = 'expert_reminder' and not exists (
          select from app.links l where l.set_id = p_letter.link_set and l.person_email = n.owner_email))
        -- A coordinator who has left hears no more of any need.
        or exists (
          select from app.links l join app.coordinators c on c.email = l.person_email
          where l.set_id = p_letter.link_set and l.person_role = 'coordinator' and c.left_at is not null)
      from app.needs n where n.id = p_letter.need_id
    )
    when p_letter.confirmation_id is not null then (
      select c.ended_at is not null or c.confirmed_at is not null from app.confirmations c where c.id = p_letter.confirmation_id
    )
    when p_letter.digest_id is not null then (
      select c.left_at is not null
        -- Nothing to tell; or a day that is over, of which the next day's digest tells all that still holds.
        or (d.letter = 'digest' and (d.told -> 'needs' = '[]' or d.day <> app.helsinki_day(now())))
        or (d.letter = 'stand_in' and a.ended_at is not null)
      from app.digests d join app.coordinators c on c.email = d.email left join app.absences a on a.id = d.absence_id
      where d.id = p_letter.digest_id
    )
    else (
      select case p_letter.letter
        when 'mistake_reported' then t.done_at is not null
        -- Undone meanwhile, or done a second time: that time has a letter of its own. Or the reporter has left.
        when 'mistake_handled' then t.done_at is distinct from p_letter.created_at or c.ended_at is not null
      end
      from app.editor_tasks t join app.confirmations c on c.id = t.confirmation_id where t.id = p_letter.task_id
    )
  end
$$;

drop function api.claim_letters(integer, integer);

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
  owner_name text,
  owner_email text,
  message_body text,
  author_name text,
  author_email text,
  expert_name text,
  note text,
  hand_over_state api.hand_over_state,
  confirmation jsonb,
  task jsonb,
  digest jsonb
)
language plpgsql security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_next uuid[];
begin
  -- Whoever sent a letter for the last time and never said what became of it will not say so now.
  update app.outbox set stuck_at = now(), leased_until = null, last_error = coalesce(last_error, 'whoever sent it never said what became of it')
  where id in (
    select w.id from app.outbox w
    where w.sent_at is null and w.dropped_at is null and w.stuck_at is null and w.attempts >= 80 and w.leased_until < now()
    for update skip locked
  );

  -- All its hours have passed: a digest has followers, for any other letter the operator decides.
  update app.outbox set leased_until = null,
    dropped_at = case when digest_id is not null then now() end,
    stuck_at = case when digest_id is null then now() end,
    last_error = case when digest_id is null then left('its hours have passed. ' || coalesce(last_error, ''), 500) end
  where id in (
    select w.id from app.outbox w
    where w.sent_at is null and w.dropped_at is null and w.stuck_at is null and upper(w.send_within) <= now()
      and (w.leased_until is null or w.leased_until < now())
    for update skip locked
  );

  -- The next ones alone, and no more locked than are claimed, so that another claimer finds its own. Again as long as one of
  -- them had to be dropped, so that a row of such letters does not look like an empty queue.
  loop
    v_next := array(
      select w.id from app.outbox w
      where w.sent_at is null and w.dropped_at is null and w.stuck_at is null
        and w.send_after <= now() and (w.leased_until is null or w.leased_until < now())
        and (w.send_within is null or w.send_within @> now())
      order by w.send_after limit p_most
      for update skip locked
    );
    -- A digest tells of the needs as they are now, at its first try; the next ones say the same.
    update app.digests d set told = app.digest_of(d), told_at = now()
    where d.told is null and d.id in (select w.digest_id from app.outbox w where w.id = any (v_next));

    update app.outbox w set dropped_at = now(), leased_until = null
    where w.id = any (v_next) and app.is_out_of_date(w);
    exit when not found;
  end loop;

  return query
  with claimed as (
    update app.outbox o set leased_until = now() + make_interval(secs => p_lease_seconds), attempts = o.attempts + 1
    where o.id in (
      select w.id from app.outbox w
      where w.sent_at is null and w.dropped_at is null and w.stuck_at is null and w.id = any (v_next)
    )
    returning o.*
  )
  select c.id, c.letter, c.attempts::integer, p.person_email, p.person_name, p.language,
    coalesce((select jsonb_object_agg(l.purpose, l.id) from app.links l where l.set_id = c.link_set), '{}'),
    n.reference, n.description, n.services, n.business_id, n.founder, n.company_name,
    n.contact_name, n.contact_email, n.contact_phone, n.contact_by, n.received_at, n.due_at,
    case when a.email = n.owner_email then n.owner_name else (select k.name from app.coordinators k where k.email = a.email) end, a.email,
    m.body, coalesce(m.author_name, h.from_name), coalesce(m.author_email, h.from_email), app.experts_of_letter(c.letter, n, h),
    case when p.person_role <> 'company' then h.note end, h.state,
    case when r.id is not null then app.confirmation_of(r, p.person_role) end,
    case when k.id is not null then app.task_of(k) end,
    case when d.id is not null then app.digest_letter(d) end
  from claimed c
  left join app.digests d on d.id = c.digest_id
  join lateral (
    select l.person_role, l.person_email, l.person_name, l.language from app.links l where l.set_id = c.link_set
    union all
    select 'coordinator', o.email, o.name, 'fi' from app.coordinators o where o.email = d.email
    limit 1
  ) p on true
  left join app.needs n on n.id = c.need_id
  left join lateral (select app.acting_owner(n.owner_email) as email) a on true
  left join app.editor_tasks k on k.id = c.task_id
  left join app.confirmations r on r.id = coalesce(c.confirmation_id, k.confirmation_id)
  left join app.messages m on m.id = c.message_id
  left join app.hand_overs h on h.id = c.hand_over_id;
end $$;

create or replace function api.stuck_letters() returns table (id uuid, letter api.letter_kind, reference text, to_email text, attempts integer, stuck_at timestamptz, last_error text)
language sql stable security definer
set search_path = ''
as $$
  select o.id, o.letter, n.reference,
    coalesce((select l.person_email from app.links l where l.set_id = o.link_set limit 1), d.email),
    o.attempts::integer, o.stuck_at, o.last_error
  from app.outbox o left join app.needs n on n.id = o.need_id left join app.digests d on d.id = o.digest_id
  where o.stuck_at is not null order by o.stuck_at
$$;

create or replace function api.retry_letter(p_id uuid) returns boolean
language sql security definer
set search_path = ''
as $$
  with freed as (
    update app.outbox set stuck_at = null, attempts = 0, send_after = now(),
      -- Hours that have all passed are no hours: the operator wants it to go now.
      send_within = case when upper(send_within) > now() then send_within end
    where id = p_id and stuck_at is not null returning id
  ) select exists (select from freed)
$$;

-- A letter that waits for its hours is not late: it is so from the beginning of the hours that it lets pass.
create or replace function api.health() returns table (pending integer, stuck integer, oldest_seconds integer)
language sql stable security definer
set search_path = ''
as $$
  select
    count(*) filter (where o.stuck_at is null)::integer,
    count(*) filter (where o.stuck_at is not null)::integer,
    coalesce(ceil(extract(epoch from now() - min(greatest(o.due_from, hours.since)) filter (
      where o.stuck_at is null and o.due_from <= now() and (o.send_within is null or hours.since is not null)))), 0)::integer
  from app.outbox o
  left join lateral (select lower(r) as since from unnest(o.send_within) r where r @> now()) hours on true
  where o.sent_at is null and o.dropped_at is null
$$;

comment on function api.claim_letters is 'Leases letters that are due and whose hours it is, and gives what each is rendered from; drops those that would say what is no longer so. expert_name: one name a line.';
revoke execute on function api.claim_letters from public, anon, authenticated, service_role;
grant execute on function api.claim_letters to service_role;
