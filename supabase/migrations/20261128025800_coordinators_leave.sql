-- A coordinator who is listed no more holds nothing: needs go to the named deputy or become free, at once, and those who
-- have to see to them are told; links of old letters are dead, and no letter follows.

-- Queues the letter that tells a coordinator of needs of somebody else, which are in p_needs as a digest tells them.
create function app.tell_of_needs(p_letter api.letter_kind, p_email text, p_about text, p_absence_id uuid, p_needs jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_digest uuid;
begin
  insert into app.digests (letter, email, day, about, absence_id, told, told_at)
  values (p_letter, p_email, app.helsinki_day(now()), p_about, p_absence_id,
    jsonb_build_object('needs', (
      select coalesce(jsonb_agg(n.value || jsonb_build_object('link', (
        select l.id from app.links l
        where l.need_id = (n.value ->> 'id')::uuid and l.person_email = p_email and l.person_role = 'coordinator'
          and l.purpose = 'answer_need' and l.revoked_at is null and l.expires_at > now()
        order by l.created_at desc, l.id limit 1
      )) order by n.place), '[]')
      from jsonb_array_elements(p_needs) with ordinality as n (value, place) where n.place <= 25
    ), 'more', jsonb_build_object('held', greatest(jsonb_array_length(p_needs) - 25, 0))), now())
  returning id into v_digest;
  insert into app.outbox (letter, digest_id) values (p_letter, v_digest);
end $$;

create function app.pass_on_needs(p_left text) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_deputy app.coordinators;
  v_need app.needs;
  v_state api.need_state;
  v_told jsonb := '[]';
begin
  -- The deputy whom they named. Who is not listed either would hold it for nobody; who is away has a deputy of their own.
  select d.* into v_deputy from app.coordinators c join app.coordinators d on d.email = c.deputy
  where c.email = p_left and d.left_at is null;

  for v_need in
    select n.* from app.needs n where n.closed_at is null and n.owner_email = p_left order by n.answered, n.due_at, n.id for update
  loop
    v_state := case when v_deputy.email is null and v_need.state = 'claimed' then 'received' else v_need.state end;
    update app.needs set state = v_state, owner_email = v_deputy.email, owner_name = v_deputy.name where id = v_need.id;
    insert into app.events (need_id, kind, actor_role, from_state, to_state)
    values (v_need.id, 'owner_left', 'system', v_need.state, v_state);
    v_told := v_told || jsonb_build_object(
      'id', v_need.id, 'section', 'held', 'owner', v_deputy.email, 'answered', v_need.answered, 'is_new', false, 'is_unsent', false);
  end loop;

  update app.links l set revoked_at = now() where l.person_email = p_left and l.person_role = 'coordinator' and l.revoked_at is null;
  update app.absences a set ended_at = now()
  where a.email = p_left and a.ended_at is null and a.last_day >= app.helsinki_day(now());

  if v_told <> '[]' then
    perform app.tell_of_needs('owner_left', who.email, p_left, null, v_told)
    from (
      select distinct app.acting_owner(c.email) as email from app.coordinators c
      where c.left_at is null and (v_deputy.email is null or c.email = v_deputy.email)
    ) who;
  end if;
end $$;

create or replace function api.keep_coordinators(p_coordinators jsonb) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  v_left text[];
begin
  -- Two processes that start at once come one after the other.
  perform pg_advisory_xact_lock(hashtextextended('keep_coordinators', 0));
  -- An empty list is a mistake of the settings: it would shut the desk for everybody.
  if jsonb_array_length(p_coordinators) = 0 then raise exception 'the list of coordinators is empty' using errcode = '22023'; end if;

  with gone as (
    update app.coordinators c set left_at = now(), is_lead = false
    where c.left_at is null and not exists (select from jsonb_array_elements(p_coordinators) p where lower(p ->> 'email') = c.email)
    returning c.email
  ) select array_agg(gone.email order by gone.email) into v_left from gone;
  update app.coordinators c set is_lead = false where c.is_lead and c.email <> lower(p_coordinators -> 0 ->> 'email');

  insert into app.coordinators as c (email, name, is_lead)
  select distinct on (lower(p.value ->> 'email')) lower(p.value ->> 'email'), p.value ->> 'name', p.place = 1
  from jsonb_array_elements(p_coordinators) with ordinality as p (value, place)
  order by lower(p.value ->> 'email'), p.place
  on conflict (email) do update set
    name = excluded.name, is_lead = excluded.is_lead, left_at = null,
    listed_at = case when c.left_at is null then c.listed_at else now() end
  -- Nothing is written when nothing has changed.
  where (c.name, c.is_lead, c.left_at) is distinct from (excluded.name, excluded.is_lead, null::timestamptz);

  update app.desk_sessions s set revoked_at = now()
  from app.coordinators c
  where c.email = s.email and c.left_at is not null and s.revoked_at is null and s.expires_at > now();

  -- When the list stands as it will be: what one has held may not go to another who leaves with them.
  perform app.pass_on_needs(gone.email) from unnest(v_left) gone (email);
end $$;
