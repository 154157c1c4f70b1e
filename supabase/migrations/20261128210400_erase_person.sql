-- erase-person: a person has herself erased, whoever owns the companies that she belongs to. Like a company, with a week in between.
alter table app.erasures add column language api.language;
comment on column app.erasures.language is 'Of the letters to a person who asked for herself; of a company each owner has one.';

create index consents_given_by_person on app.consents (given_by);

-- Companies that would have no owner without her: each must have another one first, or be erased itself.
create function app.owned_alone(p_email text) returns setof uuid
language sql stable
set search_path = ''
as $$
  select m.company_id from app.members m
  where m.email = p_email and m.role = 'owner' and m.left_at is null and not exists (
    select from app.members o where o.company_id = m.company_id and o.role = 'owner' and o.left_at is null and o.email <> p_email
  )
$$;

-- Needs that are hers alone: nobody has made a workspace of them, and she has not said that they are somebody else's.
create function app.needs_of_her_own(p_email text) returns setof app.needs
language sql stable
set search_path = ''
as $$ select n.* from app.needs n where n.contact_email = p_email and n.company_id is null and n.disowned_at is null and n.erased_at is null $$;

-- What the erasing of the caller waits for.
create function app.puts_me_off() returns text[]
language sql stable security definer
set search_path = ''
as $$
  select array(
    select n.reference from app.needs_of_her_own(app.workspace_person()) n where app.puts_erasure_off(n.state) order by n.received_at, n.id
  )
$$;
grant execute on function app.puts_me_off() to authenticated;

create function app.i_own_alone() returns uuid[]
language sql stable security definer
set search_path = ''
as $$ select array(select app.owned_alone(app.workspace_person())) $$;
grant execute on function app.i_own_alone() to authenticated;

create type api.ask_own_erasure_outcome as enum ('asked', 'already_asked', 'last_owner', 'too_many', 'gone');
create type api.undo_own_erasure_outcome as enum ('undone', 'not_asked');

-- For the page before it is asked for.
create function api.workspace_own_erasure() returns table (
  companies jsonb, owned_alone jsonb, passed_on integer, own_needs integer, own_open integer, put_off_by text[], is_adviser boolean,
  is_waiting boolean, now timestamptz
)
language sql stable security definer
set search_path = ''
as $$
  select
    coalesce((select jsonb_agg(app.company_called(m.company_id) order by m.since, m.id) from app.members m where m.email = me.email and m.left_at is null), '[]'),
    coalesce((select jsonb_agg(app.company_called(alone)) from app.owned_alone(me.email) alone), '[]'),
    (select count(*)::integer from app.members m cross join app.contact_needs(m.company_id, me.email) n
     where m.email = me.email and m.left_at is null and n.closed_at is null),
    (select count(*)::integer from app.needs_of_her_own(me.email) n),
    (select count(*)::integer from app.needs_of_her_own(me.email) n where n.closed_at is null),
    app.puts_me_off(),
    exists (select from app.consents k where k.grantee_email = me.email),
    exists (select from app.erasures e where e.person_email = me.email and app.is_waiting(e)),
    now()
  from (select app.workspace_person() as email) me
  where me.email is not null
$$;

create function app.tell_erased(p_erasure app.erasures, p_letter api.letter_kind) returns void
language sql
set search_path = ''
as $$
  insert into app.outbox (letter, about, to_email, language) values (p_letter, p_erasure.id, p_erasure.person_email, p_erasure.language)
$$;

create function api.workspace_ask_own_erasure(p_language api.language) returns api.ask_own_erasure_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_me text := app.workspace_person();
  v_erasure app.erasures;
begin
  if v_me is null then return 'gone'; end if;
  if exists (select from app.erasures e where e.person_email = v_me and app.is_waiting(e)) then return 'already_asked'; end if;
  if exists (select from app.owned_alone(v_me)) then return 'last_owner'; end if;
  insert into app.erasures (person_email, erase_after, language) values (v_me, app.end_of_week(), p_language)
  on conflict do nothing returning * into v_erasure;
  if v_erasure.id is null then return 'already_asked'; end if;
  perform app.tell_erased(v_erasure, 'own_erasure_asked');
  return 'asked';
exception
  when sqlstate 'EFEWS' then return 'too_many';
end $$;

create function api.workspace_undo_own_erasure() returns api.undo_own_erasure_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_erasure app.erasures;
begin
  update app.erasures e set undone_at = now() where e.person_email = app.workspace_person() and app.is_waiting(e) returning * into v_erasure;
  if v_erasure.id is null then return 'not_asked'; end if;
  perform app.tell_erased(v_erasure, 'own_erasure_undone');
  return 'undone';
end $$;

-- As before, and the caller's own: without a company, with the companies that she has become the last owner of.
drop function api.workspace_erasures();
create function api.workspace_erasures() returns table (
  company jsonb, erase_after timestamptz, asked_by text, put_off_by text[], owned_alone jsonb, may_undo boolean
)
language sql stable
set search_path = ''
as $$
  select case when e.company_id is not null then app.company_called(e.company_id) end, e.erase_after, e.asked_by,
    case when e.company_id is null then app.puts_me_off()
      else array(select n.reference from app.needs n where n.company_id = e.company_id and app.puts_erasure_off(n.state) order by n.received_at, n.id) end,
    case when e.company_id is null then
      (select coalesce(jsonb_agg(app.company_called(alone)), '[]') from unnest(app.i_own_alone()) alone) else '[]' end,
    e.company_id is null or app.is_owner(e.company_id)
  from app.erasures e
  where app.is_waiting(e) and (e.company_id = any (app.my_companies()) or e.person_email = app.workspace_person())
  order by e.asked_at, e.id
$$;

create function app.about_own_erasure_asked(p_erasure uuid) returns jsonb
language sql stable
set search_path = ''
as $$ select jsonb_build_object('erase_after', e.erase_after) from app.erasures e where e.id = p_erasure and app.is_waiting(e) $$;

create function app.about_own_erasure_undone(p_erasure uuid) returns jsonb
language sql stable
set search_path = ''
as $$ select jsonb_build_object('undone_at', e.undone_at) from app.erasures e where e.id = p_erasure and e.undone_at is not null $$;

create function app.about_own_erasure_done(p_erasure uuid) returns jsonb
language sql stable
set search_path = ''
as $$ select app.about_erasure_done(p_erasure) $$;

-- She goes out of her companies as who leaves them does: whoever has been an owner longest becomes the contact of her needs.
create function app.leave_companies(p_email text, p_links jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_member app.members;
  v_to text;
  v_nobody text := app.nobodys_address();
  v_from integer := 0;
  v_passed integer;
begin
  for v_member in select m.* from app.members m where m.email = p_email and m.left_at is null order by m.company_id, m.id loop
    select m.email into v_to from app.members m
    where m.company_id = v_member.company_id and m.role = 'owner' and m.left_at is null and m.email <> p_email order by m.since, m.id limit 1;
    v_passed := app.pass_contact_on(v_member.company_id, p_email, v_to, v_nobody, (
      select jsonb_agg(link.value order by link.place) from jsonb_array_elements(p_links) with ordinality link (value, place) where link.place > v_from
    ));
    v_from := v_from + v_passed * cardinality(app.purposes_of('company'));
    update app.members set left_at = now() where id = v_member.id;
    perform app.log_in_company(v_member.company_id, 'member_left', 'company', v_nobody, v_nobody);
    if v_passed > 0 then
      insert into app.outbox (letter, about, company_id, to_email, language)
      values ('contact_passed', v_member.id, v_member.company_id, v_to, app.language_of(v_member.company_id, v_to));
    end if;
  end loop;
end $$;

-- As far as the erasing of one person can go now; and how many more links it would take to pass her needs on.
create function app.go_on_erasing_person(p_erasure app.erasures, p_links jsonb, out step api.erase_step, out more_links integer)
language plpgsql
set search_path = ''
as $$
declare
  v_me text := p_erasure.person_email;
  v_need app.needs;
  v_consent app.consents;
  v_wanted integer;
begin
  more_links := 0;
  perform app.attach_needs(v_me);
  -- Needs before companies, as whoever acts on a need locks them.
  perform from app.needs n where n.contact_email = v_me order by n.id for update;
  perform from app.companies c where c.id in (select m.company_id from app.members m where m.email = v_me and m.left_at is null) order by c.id for update;
  if exists (select from app.owned_alone(v_me))
     or exists (select from app.needs_of_her_own(v_me) n where app.puts_erasure_off(n.state)) then
    step := 'put_off';
    return;
  end if;
  select count(*) * cardinality(app.purposes_of('company')) into v_wanted
  from app.members m cross join app.contact_needs(m.company_id, v_me) where m.email = v_me and m.left_at is null;
  if v_wanted > jsonb_array_length(p_links) then
    more_links := v_wanted;
    step := 'put_off';
    return;
  end if;

  perform app.mark_links_erased(v_me);
  perform app.leave_companies(v_me, p_links);
  for v_consent in select k.* from app.consents k where k.grantee_email = v_me and app.is_in_force(k) order by k.id for update loop
    update app.consents set withdrawn_at = now(), withdrawn_by = v_me where id = v_consent.id returning * into v_consent;
    perform app.log_consent(v_consent, 'withdrawn', 'button', v_me);
    perform app.tell_of_consent(v_consent, 'consent_over', heard.email, v_consent.id) from app.hear_of_consent(v_consent) as heard (email);
  end loop;
  -- Whoever works on a need hears that it is withdrawn, before there is nothing left to tell.
  for v_need in select n.* from app.needs_of_her_own(v_me) n where n.closed_at is null order by n.id loop
    perform app.withdraw_need(row(v_need.id, 'company', v_me, null, null, null)::app.actor);
  end loop;
  if exists (
    select from app.outbox o join app.needs_of_her_own(v_me) n on n.id = o.need_id
    where o.letter = 'withdrawn' and o.sent_at is null and o.dropped_at is null and o.stuck_at is null
      and o.created_at > now() - interval '1 day'
  ) then
    step := 'withdrawing';
    return;
  end if;

  perform app.erase_need(n.id) from app.needs_of_her_own(v_me) n;
  perform app.tell_erased(p_erasure, 'own_erasure_done');
  perform app.erase_person(v_me);
  update app.erasures set done_at = now(), person_email = null where id = p_erasure.id;
  step := 'erased';
end $$;

-- What somebody was writing at the moment of her erasing came after it: it is looked for once more, unless she has come back herself.
create function app.erase_stragglers(p_email text, p_erasure uuid) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_done timestamptz := (select e.done_at from app.erasures e where e.id = p_erasure);
begin
  if exists (select from app.sessions s where s.email = p_email and s.created_at > v_done)
     or exists (select from app.needs n where n.contact_email = p_email and n.received_at > v_done)
     or exists (select from app.member_invitations i where i.email = p_email and i.invited_at > v_done)
     or exists (select from app.consents k where k.grantee_email = p_email and k.given_at > v_done) then return; end if;
  perform app.erase_person(p_email);
end $$;

drop function api.erase_due(integer);
create function api.erase_due(p_most integer, p_links jsonb) returns table (
  put_off integer, withdrawing integer, erased integer, forgotten integer, more_links integer
)
language plpgsql security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_erasure app.erasures;
  v_steps api.erase_step[] := '{}';
  v_step api.erase_step;
  v_more integer;
  v_most_more integer := 0;
  v_links jsonb := p_links;
  v_forgotten integer;
begin
  for v_erasure in
    select e.* from app.erasures e where app.is_waiting(e) and e.erase_after <= now() order by e.erase_after, e.id limit p_most
    -- Two at once share the work, and whoever takes one back meanwhile has taken it back.
    for update skip locked
  loop
    if v_erasure.company_id is not null then
      v_steps := v_steps || app.go_on_erasing(v_erasure);
    else
      select g.step, g.more_links into v_step, v_more from app.go_on_erasing_person(v_erasure, v_links) g;
      v_steps := v_steps || v_step;
      v_most_more := greatest(v_most_more, v_more);
      -- A link is used once.
      select coalesce(jsonb_agg(link), '[]') into v_links from jsonb_array_elements(v_links) link
      where not exists (select from app.links l where l.id = (link ->> 'id')::uuid);
    end if;
  end loop;

  perform app.erase_stragglers(o.to_email, o.about) from app.outbox o
  where o.letter = 'own_erasure_done' and (o.sent_at is not null or o.dropped_at is not null);
  -- The last letter has gone: the address that it went to is forgotten. One that never gets out waits for the operator.
  with gone as (
    delete from app.outbox o where o.letter in ('erasure_done', 'own_erasure_done') and (o.sent_at is not null or o.dropped_at is not null)
    returning o.to_email, o.provider_id
  ), told as (
    delete from app.mail_events e using gone where e.provider_id = gone.provider_id
  ) select count(*)::integer into v_forgotten from gone;

  return query select
    cardinality(array_positions(v_steps, 'put_off')), cardinality(array_positions(v_steps, 'withdrawing')),
    cardinality(array_positions(v_steps, 'erased')), v_forgotten, v_most_more;
end $$;

comment on function api.workspace_own_erasure is 'What the page says before a person asks to be erased herself.';
comment on function api.workspace_ask_own_erasure is 'The caller is erased at the end of the seventh day, unless a company would be left without an owner; she gets a letter.';
comment on function api.workspace_undo_own_erasure is 'The caller takes the erasure of herself back, until it is done.';
comment on function api.workspace_erasures is 'Erasures that wait, of the caller''s companies and of the caller, with what puts them off.';
comment on function api.erase_due is
  'Goes on with the erasures whose week is over, of companies and of people: put off while something hinders, open needs withdrawn and told of first, then all of it erased. Forgets the addresses of last letters that have gone. Says how many links it would take where p_links were too few.';
revoke execute on function api.workspace_own_erasure, api.workspace_ask_own_erasure, api.workspace_undo_own_erasure, api.workspace_erasures, api.erase_due
  from public, anon, authenticated, service_role;
grant execute on function api.workspace_own_erasure, api.workspace_ask_own_erasure, api.workspace_undo_own_erasure, api.workspace_erasures to authenticated;
grant execute on function api.erase_due to service_role;
