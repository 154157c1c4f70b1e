-- What a digest tells: chosen from the needs as they are when the letter is about to go, each need once, in the first
-- section that fits.

-- Who hears beside the owner that a need is late: the lead, the owner's deputy, and who handed the need to an expert.
create function app.hears_of_late(p_email text, p_need_id uuid, p_owner text) returns boolean
language sql stable
set search_path = ''
as $$
  select exists (
    select from (
      select c.email from app.coordinators c where c.is_lead
      union all
      select c.deputy from app.coordinators c where c.email = p_owner
      union all
      select h.from_email from app.hand_overs h where h.need_id = p_need_id and h.to_email = p_owner and h.to_role = 'expert'
    ) hearer where app.acting_owner(hearer.email) = p_email
  )
$$;

create function app.digest_of(p_digest app.digests) returns jsonb
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

-- What a letter of a digest is written from: the facts of its needs, which do not change, beside what was told of them.
create function app.digest_letter(p_digest app.digests) returns jsonb
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
