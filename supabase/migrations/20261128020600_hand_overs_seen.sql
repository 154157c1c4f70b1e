-- Whoever was asked sees what concerns them: of other hand-overs who and how it stands, never what colleagues wrote about them.
create or replace function app.purposes_of(p_role api.person_role) returns api.link_purpose[]
language sql immutable parallel safe
set search_path = ''
as $$
  select case p_role
    when 'company' then array['see_need', 'reply_to_need', 'answer_survey']
    when 'coordinator' then array['take_need', 'answer_need', 'log_contact', 'ask_more', 'hand_over_need', 'decline_need']
    when 'expert' then array['take_need', 'answer_need', 'log_contact', 'report_hand_over', 'decline_need']
    when 'provider' then array['confirm_services', 'report_mistake']
    when 'editor' then array['close_task']
    else array[]::text[]
  end::api.link_purpose[]
$$;

drop function app.thread_of(uuid, api.person_role);
drop function app.hand_overs_of(uuid, api.person_role);

-- p_email: whose eyes they are, where a role does not say enough.
create function app.thread_of(p_need_id uuid, p_role api.person_role, p_email text default null) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', m.id, 'kind', m.kind, 'author_role', m.author_role, 'author_email', m.author_email, 'author_name', m.author_name,
    'body', m.body, 'channel', m.channel, 'happened_at', m.happened_at, 'created_at', m.created_at
  ) order by m.created_at, m.id), '[]')
  from app.messages m
  where m.need_id = p_need_id
    -- Why somebody declined, and how it ended, is for coordinators and for who wrote it.
    and (m.kind not in ('hand_over_decline', 'hand_over_report') or p_role = 'coordinator' or (p_role = 'expert' and m.author_email = p_email))
$$;

create function app.hand_overs_of(p_need_id uuid, p_role api.person_role, p_email text default null) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', h.id, 'state', h.state, 'to_email', h.to_email, 'to_name', h.to_name,
    'note', case when p_role = 'coordinator' or (p_role = 'expert' and h.to_email = p_email) then h.note end,
    'asked_at', h.asked_at, 'returned_at', h.returned_at, 'ended_at', h.ended_at,
    'settled', h.state = 'asked' and app.is_settled(h, n), 'may_take', n.closed_at is null and app.may_take(h, n)
  ) order by h.asked_at, h.id), '[]')
  from app.hand_overs h join app.needs n on n.id = h.need_id where h.need_id = p_need_id
$$;

grant execute on function app.thread_of(uuid, api.person_role, text), app.hand_overs_of(uuid, api.person_role, text) to authenticated;

create or replace function api.open_link(p_token_hash text) returns table (
  purpose api.link_purpose,
  person_role api.person_role,
  person_email text,
  person_name text,
  language api.language,
  links jsonb,
  reference text,
  state api.need_state,
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
  promise_days integer,
  owner_email text,
  owner_name text,
  first_response_at timestamptz,
  promise_kept boolean,
  closed_at timestamptz,
  messages jsonb,
  hand_overs jsonb,
  survey_answer text,
  now timestamptz,
  confirmation jsonb,
  task jsonb
)
language sql stable security definer
set search_path = ''
as $$
  select l.purpose, l.person_role, l.person_email, l.person_name, l.language, app.links_of(l.set_id),
    n.reference, n.state, n.description, n.services, n.business_id, n.founder, n.company_name,
    n.contact_name, n.contact_email, n.contact_phone, n.contact_by,
    n.received_at, n.due_at, n.promise_days::integer, n.owner_email, n.owner_name,
    n.first_response_at, n.promise_kept, n.closed_at,
    app.thread_of(n.id, l.person_role, l.person_email), app.hand_overs_of(n.id, l.person_role, l.person_email),
    (select a.answer from app.survey_answers a where a.need_id = n.id), now(),
    case when c.id is not null then app.confirmation_of(c, l.person_role) end,
    case when k.id is not null then app.task_of(k) end
  from app.living_link(p_token_hash) l
  left join app.needs n on n.id = l.need_id
  left join app.editor_tasks k on k.id = l.task_id
  left join app.confirmations c on c.id = coalesce(l.confirmation_id, k.confirmation_id)
  where l.id is not null
$$;


-- The same person may stand in several hand-overs of a need: the last one is meant.
create or replace function api.request_link(p_email text, p_reference text, p_coordinators text[], p_links jsonb) returns api.request_link_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_person record;
  v_set uuid;
  v_from integer := 0;
begin
  perform pg_advisory_xact_lock(hashtextextended(p_email, 1));
  -- The newest needs of this address, three at most, and only those to which it already had links.
  for v_person in
    select newest.* from (
      select distinct on (n.received_at, n.id, l.person_role) n.id as need_id, n.state, l.person_role, l.person_name, l.language
      from (
        -- Its newest links that nobody revoked: enough for more needs than are answered, however many it ever had.
        select k.* from app.links k
        where k.person_email = p_email and k.revoked_at is null
          and (p_reference is null or k.need_id = (select r.id from app.needs r where r.reference = p_reference))
        order by k.created_at desc limit 100
      ) l join app.needs n on n.id = l.need_id
      where (l.person_role = 'company' or app.is_open(n.state))
        and (l.person_role <> 'coordinator' or p_email = any (p_coordinators))
        and not (l.person_role = 'expert' and app.is_out(n.id, p_email))
      order by n.received_at desc, n.id, l.person_role, l.created_at desc
      limit 3
    ) newest
    -- Three requests in an hour for a need: enough for a person, useless for flooding somebody's mail. Counted after the
    -- newest were picked, or each flood would move on to the next three.
    where (select count(*) from app.events e where e.need_id = newest.need_id and e.kind = 'link_requested'
             and e.actor_email = p_email and e.at > now() - interval '1 hour') < 3
  loop
    v_set := app.mint_links(v_person.need_id, v_person.person_role, p_email, v_person.person_name, v_person.language, p_links, v_from,
      case when app.is_open(v_person.state) then interval '180 days' else interval '30 days' end);
    v_from := v_from + cardinality(app.purposes_of(v_person.person_role));
    insert into app.events (need_id, kind, actor_role, actor_email) values (v_person.need_id, 'link_requested', v_person.person_role, p_email);
    insert into app.outbox (letter, need_id, link_set, hand_over_id)
    values (
      case v_person.person_role when 'company' then 'new_link' when 'coordinator' then 'new_need' else 'handover_asked' end::api.letter_kind,
      v_person.need_id, v_set,
      (select h.id from app.hand_overs h
       where h.need_id = v_person.need_id and h.to_email = p_email and v_person.person_role = 'expert'
       order by h.asked_at desc, h.id limit 1)
    );
  end loop;
  return 'requested';
end $$;

create or replace function api.restore_need(p_token_hash text) returns api.restore_need_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_actor app.actor := app.actor_of_link(p_token_hash, 'see_need');
  v_need app.needs;
  v_back api.need_state;
begin
  if v_actor.need_id is null then return 'no_link'; end if;
  v_need := app.locked_need(v_actor);
  if v_need.state <> 'withdrawn' then return 'not_withdrawn'; end if;
  -- Once to and fro is a change of mind; each time more is mail for those who handle it.
  if v_need.closed_at < now() - interval '1 day'
     or (select count(*) from app.events e where e.need_id = v_need.id and e.kind = 'restored') >= 3 then return 'too_late'; end if;
  v_back := case when v_need.owner_email is null then 'received' else 'claimed' end;
  update app.needs set state = v_back where id = v_need.id;
  update app.links set expires_at = created_at + interval '180 days' where need_id = v_need.id and revoked_at is null
    and not (person_role = 'expert' and app.is_out(v_need.id, person_email));
  perform app.log_act(v_actor, 'restored', null, 'withdrawn', v_back);
  -- They were told that it is gone, or a letter of it was dropped: the clock still runs, so they hear of it as of a new one.
  perform app.tell_owner(v_need, 'new_need');
  return 'restored';
end $$;

create or replace function api.desk_need(p_reference text) returns table (
  reference text,
  state api.need_state,
  language api.language,
  description text,
  services text[],
  business_id text,
  founder boolean,
  company_name text,
  contact_name text,
  contact_email text,
  contact_phone text,
  contact_by api.contact_way,
  notice_version text,
  received_at timestamptz,
  due_at timestamptz,
  promise_days integer,
  owner_email text,
  owner_name text,
  first_response_at timestamptz,
  promise_kept boolean,
  closed_at timestamptz,
  waits_for_company boolean,
  messages jsonb,
  hand_overs jsonb,
  events jsonb,
  last_event bigint,
  survey_answer text,
  now timestamptz
)
language sql stable
set search_path = ''
as $$
  select n.reference, n.state, n.language, n.description, n.services, n.business_id, n.founder, n.company_name,
    n.contact_name, n.contact_email, n.contact_phone, n.contact_by, n.notice_version,
    n.received_at, n.due_at, n.promise_days::integer, n.owner_email, n.owner_name,
    n.first_response_at, n.promise_kept, n.closed_at, n.waits_for_company,
    app.thread_of(n.id, 'coordinator'), app.hand_overs_of(n.id, 'coordinator'),
    (select coalesce(jsonb_agg(jsonb_build_object(
       'id', e.id, 'kind', e.kind, 'at', e.at, 'actor_role', e.actor_role, 'actor_email', e.actor_email,
       -- The name by which the reader knows the person, where there is one.
       'actor_name', case e.actor_role
         when 'company' then n.contact_name
         when 'coordinator' then (select c.name from app.coordinators c where c.email = e.actor_email)
         when 'expert' then (select h.to_name from app.hand_overs h where h.need_id = n.id and h.to_email = e.actor_email limit 1)
       end,
       'way', case when e.session_id is not null then 'desk' when e.link_id is not null then 'link' end,
       'about', (select h.to_name from app.hand_overs h where h.id = e.hand_over_id),
       'from_state', e.from_state, 'to_state', e.to_state
     ) order by e.id), '[]') from app.events e where e.need_id = n.id),
    (select max(e.id) from app.events e where e.need_id = n.id),
    (select a.answer from app.survey_answers a where a.need_id = n.id), now()
  from app.needs n where n.reference = p_reference
$$;
