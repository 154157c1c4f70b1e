-- Letters of hand-overs: one names all who were asked together, or came back together; none says what is no longer so.
create function app.experts_of_letter(p_letter api.letter_kind, p_need app.needs, p_hand_over app.hand_overs) returns text
language sql stable
set search_path = ''
as $$
  select case p_letter
    when 'handed_over' then (
      select string_agg(h.to_name, E'\n' order by h.to_name) from app.hand_overs h where h.ask_id = p_hand_over.ask_id
    )
    when 'handover_returned' then (
      select string_agg(h.to_name, E'\n' order by h.to_name) from app.hand_overs h
      where h.need_id = p_hand_over.need_id and h.returned_at = p_hand_over.returned_at
    )
    -- Who came first, for those who need do nothing any more.
    when 'handover_settled' then coalesce(p_need.owner_name, p_need.owner_email)
    else p_hand_over.to_name
  end
$$;

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
    else false
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
  message_body text,
  author_name text,
  author_email text,
  expert_name text,
  note text,
  hand_over_state api.hand_over_state,
  confirmation jsonb,
  task jsonb
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
    select w.id from app.outbox w
    -- The next ones alone: with a long queue, those behind them are looked at when they come up.
    where w.id in (
        select e.id from app.outbox e
        where e.sent_at is null and e.dropped_at is null and e.stuck_at is null
          and e.send_after <= now() and (e.leased_until is null or e.leased_until < now())
        order by e.send_after limit 50
      )
      and app.is_out_of_date(w)
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
    m.body, coalesce(m.author_name, h.from_name), coalesce(m.author_email, h.from_email), app.experts_of_letter(c.letter, n, h),
    case when p.person_role <> 'company' then h.note end, h.state,
    case when r.id is not null then app.confirmation_of(r, p.person_role) end,
    case when k.id is not null then app.task_of(k) end
  from claimed c
  join lateral (select l.person_role, l.person_email, l.person_name, l.language from app.links l where l.set_id = c.link_set limit 1) p on true
  left join app.needs n on n.id = c.need_id
  left join app.editor_tasks k on k.id = c.task_id
  left join app.confirmations r on r.id = coalesce(c.confirmation_id, k.confirmation_id)
  left join app.messages m on m.id = c.message_id
  left join app.hand_overs h on h.id = c.hand_over_id;
end $$;

comment on function api.claim_letters is 'Leases letters that are due and gives what each is rendered from; drops those that would say what is no longer so. expert_name: one name a line.';
revoke execute on function api.claim_letters from public, anon, authenticated;
grant execute on function api.claim_letters to service_role;
