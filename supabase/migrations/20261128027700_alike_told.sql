-- The offer to join two needs is told where a coordinator meets the newer one: its letter, the digest, the list. A joined one
-- leaves the list.

-- The joined ones alone: few, and asked for with each look at the ended ones.
create index needs_joined on app.needs (id) where joined_to is not null;

create or replace function app.desk_condition(p_view api.desk_view) returns text
language sql immutable
set search_path = ''
as $$
  select case p_view
    when 'mine' then 'n.closed_at is null and n.owner_email = any ((select app.stands_in_for($1) || $1)::text[])'
    when 'unassigned' then 'n.closed_at is null and n.owner_email is null'
    when 'open' then 'n.closed_at is null'
    when 'waiting' then 'n.closed_at is null and n.waits_for_company'
    -- A joined need goes on in another one, where it is found; a search finds both.
    when 'closed' then 'n.closed_at is not null and n.id not in (select j.id from app.needs j where j.joined_to is not null)'
    else 'true'
  end
$$;

create or replace function api.desk_list(p_view api.desk_view, p_typed text, p_after text) returns table (
  needs jsonb, counts jsonb, too_many boolean, has_more boolean, now timestamptz
)
language sql stable
set search_path = ''
as $$
  -- Asked for those who are away alone: the others act for themselves.
  with away as materialized (
    select a.email, app.acting_owner(a.email) as acting from app.absences a
    where a.ended_at is null and app.helsinki_day(now()) between a.first_day and a.last_day
  )
  select
    coalesce((
      select jsonb_agg(jsonb_build_object(
        'reference', n.reference, 'state', n.state, 'company_name', n.company_name, 'business_id', n.business_id, 'founder', n.founder,
        'contact_name', n.contact_name, 'description', left(n.description, 200), 'services', n.services,
        'received_at', n.received_at, 'due_at', n.due_at, 'first_response_at', n.first_response_at, 'promise_kept', n.promise_kept,
        'closed_at', n.closed_at, 'owner_email', n.owner_email, 'owner_name', n.owner_name, 'waits_for_company', n.waits_for_company,
        'acting_email', coalesce(away.acting, n.owner_email),
        'alike', (select r.reference from app.needs r where r.id = n.resembles and r.closed_at is null and n.closed_at is null)
      ) order by wanted.place)
      from unnest(page.ids[1:25]) with ordinality as wanted (id, place) join app.needs n on n.id = wanted.id
      left join away on away.email = n.owner_email and n.closed_at is null
    ), '[]'),
    page.counts, coalesce(page.too_many, false), cardinality(page.ids) > 25, now()
  from app.desk_find(p_view, coalesce(p_typed, ''), p_after) as page
$$;

create or replace function app.digest_of(p_digest app.digests) returns jsonb
language sql stable
set search_path = ''
as $$
  with me as (
    select app.stands_in_for(p_digest.email) as owners, coalesce(
      (select max(d.told_at) from app.digests d join app.outbox o on o.digest_id = d.id
       where d.email = p_digest.email and d.letter = 'digest' and o.sent_at is not null),
      -- The first digest ever tells of a week.
      now() - interval '7 days') as since
  ), open as (
    select n.id, n.due_at, n.answered, n.owner_email, n.waits_for_company, n.received_at > me.since as is_new,
      coalesce(n.owner_email = any (me.owners), false) as mine, n.owner_email is null as free,
      -- A letter to the company that will not go by itself: its owner must know.
      exists (
        select from app.outbox o join app.links l on l.set_id = o.link_set
        where o.need_id = n.id and o.stuck_at is not null and l.person_role = 'company'
      ) as is_unsent,
      (select s.taken_at from app.ladder_steps s where s.need_id = n.id and s.step = 'escalate') > me.since as just_late
    from app.needs n cross join me where n.closed_at is null
  ), told as (
    select open.*, case
      when not answered and due_at < now() and (
        mine or free or (just_late and app.hears_of_late(p_digest.email, id, owner_email))) then 'late'
      when not answered and (mine or free) and due_at >= now() and app.helsinki_day(due_at) = p_digest.day then 'today'
      when not answered and (mine or free) and due_at >= now() and due_at <= p_digest.remind_due_by then 'next'
      when mine and (not answered or not waits_for_company or is_unsent) or free then 'waits'
      when is_new then 'new'
    end as section from open
  ), placed as (
    -- So many of a section are read in a letter; the rest is at the desk.
    select told.*, row_number() over (partition by section order by due_at, id) as place from told where section is not null
  )
  select jsonb_build_object(
    'needs', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', p.id, 'section', p.section, 'owner', p.owner_email, 'answered', p.answered, 'is_new', p.is_new, 'is_unsent', p.is_unsent,
        'alike', (
          select r.reference from app.needs n join app.needs r on r.id = n.resembles where n.id = p.id and r.closed_at is null
        ),
        -- Whoever has links for the need answers from the letter; the desk has it for everybody.
        'link', (
          select l.id from app.links l
          where l.need_id = p.id and l.person_email = p_digest.email and l.person_role = 'coordinator'
            and l.purpose = 'answer_need' and l.revoked_at is null and l.expires_at > now()
          order by l.created_at desc, l.id limit 1
        )
      ) order by p.due_at, p.id) from placed p where p.place <= 25), '[]'),
    'more', coalesce((
      select jsonb_object_agg(m.section, m.count) from (
        select p.section, count(*) as count from placed p where p.place > 25 group by p.section
      ) m), '{}'),
    'stands_in', coalesce((
      select jsonb_agg(jsonb_build_object('email', a.email, 'last_day', a.last_day) order by a.last_day, a.email)
      from me cross join unnest(me.owners) owner (email) cross join lateral app.absence_of(owner.email) a
      where a.email <> p_digest.email), '[]')
  )
$$;

create or replace function app.digest_letter(p_digest app.digests) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'as_of', p_digest.told_at, 'more', coalesce(p_digest.told -> 'more', '{}'),
    'about', (select coalesce(c.name, c.email) from app.coordinators c where c.email = p_digest.about),
    'first_day', a.first_day, 'last_day', a.last_day,
    'stands_in', coalesce((
      select jsonb_agg(jsonb_build_object('name', coalesce(c.name, c.email), 'last_day', s.value ->> 'last_day') order by s.place)
      from jsonb_array_elements(p_digest.told -> 'stands_in') with ordinality as s (value, place)
      join app.coordinators c on c.email = s.value ->> 'email'), '[]'),
    'needs', coalesce((
      select jsonb_agg(jsonb_build_object(
        'section', t.value ->> 'section', 'is_new', t.value -> 'is_new', 'is_unsent', t.value -> 'is_unsent', 'link', t.value ->> 'link',
        'alike', t.value ->> 'alike',
        'reference', n.reference, 'description', left(n.description, 300), 'company_name', n.company_name,
        'business_id', n.business_id, 'founder', n.founder, 'contact_name', n.contact_name, 'due_at', n.due_at,
        'answered', t.value -> 'answered', 'is_mine', t.value ->> 'owner' = p_digest.email,
        'owner', (select coalesce(
          (select c.name from app.coordinators c where c.email = t.value ->> 'owner'),
          (select h.to_name from app.hand_overs h where h.need_id = n.id and h.to_email = t.value ->> 'owner' limit 1),
          t.value ->> 'owner'))
      ) order by t.place)
      from jsonb_array_elements(p_digest.told -> 'needs') with ordinality as t (value, place)
      join app.needs n on n.id = (t.value ->> 'id')::uuid), '[]')
  )
  from (values (1)) one left join app.absences a on a.id = p_digest.absence_id
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
  alike text,
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
    case when p.person_role = 'coordinator' then (select r.reference from app.needs r where r.id = n.resembles) end,
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

comment on function api.claim_letters is 'Leases letters that are due and whose hours it is, and gives what each is rendered from; drops those that would say what is no longer so. expert_name: one name a line.';
revoke execute on function api.claim_letters from public, anon, authenticated, service_role;
grant execute on function api.claim_letters to service_role;
