-- A low answer that nobody has answered is reminded of as a need is: in the digest of whoever is to answer it, from the working day
-- before its due time on, and once it is late, once, in the digests of those who hear of late needs. An expert gets a letter.

-- Which coordinator answers a low answer: whoever acts for the owner; where nobody owns the need, or an expert whose part is over,
-- whoever acts for the lead. Null while an expert is to.
create function app.answers_low(p_need app.needs) returns text
language sql stable
set search_path = ''
as $$
  select case
    when c.left_at is null and c.email is not null then c.email
    when not app.is_open(p_need.state) or app.link_set_of(p_need.id, o.email, 'expert') is null
      then (select app.acting_owner(l.email) from app.coordinators l where l.is_lead)
  end
  from (select app.acting_owner(p_need.owner_email) as email) o left join app.coordinators c on c.email = o.email
$$;

-- As before, but that the lead who is away is stood in for as well.
create or replace function app.tell_low_answer(p_need app.needs, p_follow_up app.follow_ups) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_coordinator text := app.answers_low(p_need);
begin
  if v_coordinator is null then
    insert into app.outbox (letter, about, company_id, link_set)
    values ('low_answer_expert', p_follow_up.id, p_need.company_id, app.link_set_of(p_need.id, app.acting_owner(p_need.owner_email), 'expert'));
  end if;
  insert into app.outbox (letter, about, company_id, to_email, language)
  select 'low_answer', p_follow_up.id, p_need.company_id, reader, 'fi' from (
    select v_coordinator as reader
    union
    -- That nobody was contacted, though the record says so, the lead hears too.
    select app.acting_owner(c.email) from app.coordinators c where c.is_lead and p_follow_up.not_contacted
  ) r where reader is not null;
end $$;

alter table app.follow_ups add column reminded_at timestamptz;
comment on column app.follow_ups.reminded_at is
  'When the expert who is to answer was reminded by a letter of their own; of before opened_at where it was opened again. Coordinators read it in their digest.';

-- Null once the need has ended, or somebody else has it: the letter is dropped.
create function app.about_follow_up_reminder(p_follow_up uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select app.about_low_answer_expert(f.id)
  from app.follow_ups f join app.needs n on n.id = f.need_id
  where f.id = p_follow_up and f.due_at > now() and app.answers_low(n) is null
$$;

create function api.remind_follow_ups(p_remind_due_by timestamptz, p_mail_hours tstzmultirange) returns integer
language plpgsql security definer
set search_path = ''
as $$
declare
  v_remind record;
  v_sent integer := 0;
begin
  if not p_mail_hours @> now() then return 0; end if;
  for v_remind in
    select f.id, n.company_id, app.link_set_of(n.id, app.acting_owner(n.owner_email), 'expert') as link_set
    from app.follow_ups f join app.needs n on n.id = f.need_id
    where f.answered_at is null and f.withdrawn_at is null and f.due_at > now() and f.due_at <= p_remind_due_by
      and (f.reminded_at is null or f.reminded_at < f.opened_at) and app.answers_low(n) is null
    order by f.due_at, f.id for update of f skip locked
  loop
    update app.follow_ups set reminded_at = now() where id = v_remind.id;
    insert into app.outbox (letter, about, company_id, link_set, send_within)
    values ('follow_up_reminder', v_remind.id, v_remind.company_id, v_remind.link_set, p_mail_hours);
    v_sent := v_sent + 1;
  end loop;
  return v_sent;
end $$;

comment on function api.remind_follow_ups is
  'Reminds experts once of low answers to be answered until p_remind_due_by, within p_mail_hours. Coordinators read of theirs in the digest. Returns how many.';
revoke execute on function api.remind_follow_ups from public, anon, authenticated, service_role;
grant execute on function api.remind_follow_ups to service_role;

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
  ), lines as (
    select told.id, told.section, told.owner_email, told.answered, told.is_new, told.is_unsent, told.due_at, null::timestamptz as follow_up_due
    from told where section is not null
    union all
    -- As with a need that is late, the others hear of it once.
    select f.need_id, 'feedback', n.owner_email, true, false, false, f.due_at, f.due_at
    from app.follow_ups f join app.needs n on n.id = f.need_id cross join me
    where f.answered_at is null and f.withdrawn_at is null and f.due_at <= p_digest.remind_due_by and (
      app.answers_low(n) = p_digest.email
      or f.due_at between me.since and now() and app.hears_of_late(p_digest.email, n.id, n.owner_email))
  ), placed as (
    -- So many of a section are read in a letter; the rest is at the desk.
    select lines.*, row_number() over (partition by section order by due_at, id) as place from lines
  )
  select jsonb_build_object(
    'needs', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', p.id, 'section', p.section, 'owner', p.owner_email, 'answered', p.answered, 'is_new', p.is_new, 'is_unsent', p.is_unsent,
        'follow_up_due', p.follow_up_due,
        'alike', (
          select r.reference from app.needs n join app.needs r on r.id = n.resembles where n.id = p.id and r.closed_at is null
            and p.follow_up_due is null
        ),
        -- Whoever has links for the need answers from the letter; the desk has it for everybody.
        'link', (
          select l.id from app.links l
          where p.follow_up_due is null and l.need_id = p.id and l.person_email = p_digest.email and l.person_role = 'coordinator'
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
        'business_id', n.business_id, 'founder', n.founder, 'contact_name', n.contact_name, 'due_at', coalesce((t.value ->> 'follow_up_due')::timestamptz, n.due_at),
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
