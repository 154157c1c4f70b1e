-- send-letters, as of letters about any further kind of record: what each tells is a function of its own, named after it, so that
-- a new letter brings what it needs and changes nothing of the queue.

alter table app.outbox
  add column about uuid,
  add column company_id uuid references app.companies (id) on delete cascade,
  drop constraint a_letter_is_about_one_record,
  add constraint a_letter_is_about_one_record
    check (num_nonnulls(need_id, confirmation_id, task_id, digest_id, invitation_id, claim_id, about) = 1);
create index outbox_by_company on app.outbox (company_id);
create index outbox_by_about on app.outbox (about);
comment on column app.outbox.about is 'The record of which app.about_<letter> tells what the letter says.';
comment on column app.outbox.company_id is 'Whose letter it is, so that it goes when the company is erased; null where it is to outlive the company.';

-- What a letter says, asked of app.about_<letter>(uuid): null where it would say what is no longer so, and the letter is dropped.
-- The name comes from an enum and nowhere else.
create function app.letter_tells(p_letter api.letter_kind, p_about uuid) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  v_told jsonb;
begin
  execute format('select app.%I($1)', 'about_' || p_letter) into v_told using p_about;
  return v_told;
end $$;

-- A letter that would say what is no longer so, whatever it is about.
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
    when p_letter.invitation_id is not null then (
      select not app.is_pending(i) from app.member_invitations i where i.id = p_letter.invitation_id
    )
    when p_letter.about is not null then app.letter_tells(p_letter.letter, p_letter.about) is null
    when p_letter.claim_id is not null then (
      select p_letter.letter = 'claim_asked' and c.state <> 'asked' from app.claims c where c.id = p_letter.claim_id
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
  alike text,
  confirmation jsonb,
  task jsonb,
  digest jsonb,
  invitation jsonb,
  claim jsonb,
  about jsonb
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
    m.body, coalesce(m.author_name, h.from_name), coalesce(m.author_email, h.from_email), case when n.id is not null then app.experts_of_letter(c.letter, n, h) end,
    case when p.person_role <> 'company' then h.note end, h.state,
    case when p.person_role = 'coordinator' then (select r.reference from app.needs r where r.id = n.resembles) end,
    case when r.id is not null then app.confirmation_of(r, p.person_role) end,
    case when k.id is not null then app.task_of(k) end,
    case when d.id is not null then app.digest_letter(d) end,
    case when i.id is not null then app.invitation_of(i) end,
    case when q.id is not null then app.claim_of(q) end,
    case when c.about is not null then app.letter_tells(c.letter, c.about) end
  from claimed c
  left join app.digests d on d.id = c.digest_id
  join lateral (
    select l.person_role, l.person_email, l.person_name, l.language from app.links l where l.set_id = c.link_set
    union all
    select 'coordinator', o.email, o.name, 'fi' from app.coordinators o where o.email = d.email
    union all
    select 'company', c.to_email, null, c.language where c.to_email is not null
    limit 1
  ) p on true
  left join app.needs n on n.id = c.need_id
  left join lateral (select app.acting_owner(n.owner_email) as email) a on true
  left join app.editor_tasks k on k.id = c.task_id
  left join app.confirmations r on r.id = coalesce(c.confirmation_id, k.confirmation_id)
  left join app.messages m on m.id = c.message_id
  left join app.hand_overs h on h.id = c.hand_over_id
  left join app.member_invitations i on i.id = c.invitation_id
  left join app.claims q on q.id = c.claim_id;
end $$;

comment on function api.claim_letters is 'Leases letters that are due and whose hours it is, and gives what each is rendered from; drops those that would say what is no longer so. expert_name: one name a line.';
revoke execute on function api.claim_letters from public, anon, authenticated, service_role;
grant execute on function api.claim_letters to service_role;
