-- A person who is erased: what is the company's stays, under an address that is nobody's and that no mail ever goes to.

-- One for each erasure, so that two of them are not taken for one person; nothing leads from it to anybody.
create function app.nobodys_address() returns text
language sql volatile
set search_path = ''
as $$ select left(replace(gen_random_uuid()::text, '-', ''), 12) || '@erased.invalid' $$;

create function app.is_nobodys(p_address text) returns boolean
language sql immutable parallel safe
set search_path = ''
as $$ select p_address like '%@erased.invalid' $$;

-- Her week is over; or her last letter is on its way, and after it her address is looked for once more.
create function app.is_being_erased(p_email text) returns boolean
language sql stable
set search_path = ''
as $$
  select exists (select from app.erasures e where e.person_email = p_email and app.is_waiting(e) and e.erase_after <= now())
    or exists (select from app.outbox o where o.letter = 'own_erasure_done' and o.to_email = p_email)
$$;

-- Whether a row of a log only loses whom it names: that address becomes nobody's, names beside it go, all else stays.
create function app.only_erases(p_old jsonb, p_new jsonb, p_address text, p_name text default '') returns boolean
language sql stable
set search_path = ''
as $$
  select (p_new - array[p_address, p_name]) = (p_old - array[p_address, p_name])
    and app.is_nobodys(p_new ->> p_address) and app.is_being_erased(p_old ->> p_address)
    and coalesce(p_new ->> p_name, p_old ->> p_name, '') = coalesce(p_old ->> p_name, '')
$$;

create or replace function app.tg_events__append_only() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  -- The log goes with what an erased need, or an ended round, was about; nothing else of it ever does.
  if tg_op = 'DELETE' and (
    exists (select from app.needs n where n.id = old.need_id and n.erased_at is not null)
    or exists (
      select from app.confirmations c
      where c.erased_at is not null
        and c.id = coalesce(old.confirmation_id, (select t.confirmation_id from app.editor_tasks t where t.id = old.task_id))
    )
  ) then return old; end if;
  if tg_op = 'UPDATE' and app.only_erases(to_jsonb(old), to_jsonb(new), 'actor_email') then return new; end if;
  raise exception 'the event log is only added to' using errcode = 'NAPND';
end $$;

create or replace function app.tg_looks__append_only() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  -- It comes to the company together with its need; else it stays as it was written, but for who has been erased.
  if tg_op = 'UPDATE' and (
    (old.company_id is null and new.company_id is not null and (to_jsonb(new) - 'company_id') = (to_jsonb(old) - 'company_id'))
    or app.only_erases(to_jsonb(old), to_jsonb(new), 'person_email', 'person_name')
  ) then return new; end if;
  -- It goes with its company or its need, or when it is older than any company asks about.
  if tg_op = 'DELETE' and (
    (old.need_id is not null and not exists (select from app.needs n where n.id = old.need_id and n.erased_at is null))
    or (old.company_id is not null and not exists (select from app.companies c where c.id = old.company_id))
    or old.at < now() - interval '1 year'
  ) then return old; end if;
  raise exception 'the list of looks is only added to' using errcode = 'NAPND';
end $$;

create or replace function app.tg_append_only_in_company() returns trigger
language plpgsql
set search_path = ''
as $$
declare
  v_old jsonb := to_jsonb(old);
begin
  if tg_op = 'DELETE' and (
    not exists (select from app.companies c where c.id = old.company_id)
    or (tg_table_name = 'company_events' and (v_old ->> 'at')::timestamptz < now() - interval '1 year')
    -- How to reach somebody who is being erased.
    or (tg_table_name = 'profile_facts' and app.is_being_erased(v_old ->> 'person_email'))
  ) then return old; end if;
  if tg_op = 'UPDATE' and (
    (tg_table_name = 'profile_facts' and app.only_erases(v_old, to_jsonb(new), 'told_by'))
    or (tg_table_name = 'company_events'
      and (app.only_erases(v_old, to_jsonb(new), 'actor_email') or app.only_erases(v_old, to_jsonb(new), 'about')))
  ) then return new; end if;
  raise exception '% is only added to', tg_table_name using errcode = 'NAPND';
end $$;

-- As before, and to nobody's address no link leads.
create or replace function app.tg_links__out() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if app.is_nobodys(new.person_email) or exists (
    select from app.needs n
    where n.id = new.need_id and (
      (n.disowned_at is not null and n.contact_email = new.person_email)
      or exists (
        select from app.members m
        where m.company_id = n.company_id and m.email = new.person_email
        having bool_and(m.left_at is not null)
      )
    )
  ) then
    new.revoked_at := now();
  end if;
  return new;
end $$;

create function app.tg_outbox__nobody() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.dropped_at := now();
  return new;
end $$;

create trigger _160_nobody before insert on app.outbox
for each row when (app.is_nobodys(new.to_email)) execute function app.tg_outbox__nobody();

create function app.as_pattern(p_words text) returns text
language sql immutable
set search_path = ''
as $$ select regexp_replace(regexp_replace(p_words, '([^[:alnum:][:space:]])', '\\\1', 'g'), '\s+', '\s+', 'g') $$;

-- By what a text may name a person: the address, whole names (a first name alone is many people's), the digits of a number.
create function app.patterns_of_person(p_email text) returns text[]
language sql stable
set search_path = ''
as $$
  with said (name, phone) as (
    select n.contact_name, n.contact_phone from app.needs n where n.contact_email = p_email and n.disowned_at is null
    union select case f.field when 'contact_name' then f.value end, case f.field when 'contact_phone' then f.value end
      from app.profile_facts f where f.person_email = p_email
    union select c.name, null from app.claims c where c.email = p_email
    union select m.author_name, null from app.messages m where m.author_email = p_email and m.author_role in ('company', 'adviser')
    union select k.grantee_name, null from app.consents k where k.grantee_email = p_email
    union select k.given_by_name, null from app.consents k where k.given_by = p_email
  ), digits as (
    select regexp_replace(regexp_replace(phone, '\D', '', 'g'), '^(00358|358|0)', '') as number from said
  )
  select array[app.as_pattern(p_email)]
    || array(select distinct app.as_pattern(btrim(name)) from said where btrim(name) ~ '\S\s+\S')
    || array(
      select distinct '(\+|00)?(358|0)?[ -]?' || array_to_string(string_to_array(number, null), '[ -]?')
      from digits where length(number) >= 6
    )
$$;

-- A text without what names a person.
create function app.without_person(p_text text, p_patterns text[]) returns text
language plpgsql immutable
set search_path = ''
as $$
declare
  v_pattern text;
begin
  foreach v_pattern in array p_patterns loop
    p_text := regexp_replace(p_text, '(?<![[:alnum:]])(?:' || v_pattern || ')(?![[:alnum:]])', '[…]', 'gi');
  end loop;
  return p_text;
end $$;

-- Her living links, before they are revoked: their page says that what they led to is gone.
create function app.mark_links_erased(p_email text) returns void
language sql
set search_path = ''
as $$
  insert into app.erased_links (token_hash)
  select l.token_hash from app.links l
  where l.person_email = p_email and l.person_role = 'company' and l.expires_at > now() and l.revoked_at is null
  on conflict do nothing
$$;

-- erase-person: takes her name and address out of everything that is not hers alone, and deletes what is. Her own needs have
-- been erased, and she belongs to no company any more. What she does as one who handles needs, or for a provider, is not touched.
create function app.erase_person(p_email text) returns void
language plpgsql
set search_path = ''
as $$
declare
  c_handlers constant api.person_role[] := array['coordinator', 'expert', 'provider', 'editor', 'steering'];
  v_nobody text := app.nobodys_address();
  v_patterns text[] := app.patterns_of_person(p_email);
  v_companies uuid[] := array(
    select m.company_id from app.members m where m.email = p_email union select k.company_id from app.consents k where k.grantee_email = p_email
  );
  v_needs uuid[] := array(
    select n.id from app.needs n where n.erased_at is null and (n.company_id = any (v_companies) or n.contact_email = p_email)
    union select m.need_id from app.messages m where m.author_email = p_email
  );
  v_letters uuid[];
begin
  perform app.mark_links_erased(p_email);
  -- Letters to her, and what the mail service told of them. Held first: what it tells at this moment comes before or after.
  v_letters := array(
    select o.id from app.outbox o
    where (o.to_email = p_email and o.letter not in ('low_answer', 'low_answer_expert', 'comment_received', 'own_erasure_done'))
      or o.link_set in (select l.set_id from app.links l where l.person_email = p_email and l.person_role <> all (c_handlers))
    order by o.id for update
  );
  delete from app.mail_events e using app.outbox o where o.id = any (v_letters) and o.provider_id = e.provider_id;
  delete from app.outbox o where o.id = any (v_letters);
  if not exists (select from app.coordinators c where c.email = p_email) then
    delete from app.bounces b where b.person_email = p_email;
    delete from app.mail_events e where e.person_email = p_email;
  end if;

  -- Texts.
  update app.needs n set description = app.without_person(n.description, v_patterns)
  where n.id = any (v_needs) and n.description is distinct from app.without_person(n.description, v_patterns);
  update app.messages m set body = app.without_person(m.body, v_patterns)
  where m.need_id = any (v_needs) and m.body <> app.without_person(m.body, v_patterns);
  update app.received_mails m set body = app.without_person(m.body, v_patterns)
  where m.need_id = any (v_needs) and m.body <> app.without_person(m.body, v_patterns);
  update app.notes o set body = app.without_person(o.body, v_patterns)
  where o.need_id = any (v_needs) and o.body <> app.without_person(o.body, v_patterns);
  update app.hand_overs h set note = app.without_person(h.note, v_patterns)
  where h.need_id = any (v_needs) and h.note <> app.without_person(h.note, v_patterns);
  update app.named_answers a set body = app.without_person(a.body, v_patterns) from app.survey_invitations i
  where i.id = a.invitation_id and i.need_id = any (v_needs) and a.body <> app.without_person(a.body, v_patterns);

  -- Who wrote and did it.
  update app.needs n set contact_email = v_nobody, contact_name = v_nobody, contact_phone = null, contact_by = 'email', idempotency_key = null
  where n.contact_email = p_email and n.disowned_at is null and n.erased_at is null;
  -- Somebody else's, who wrote her address by mistake.
  update app.needs n set contact_email = v_nobody, idempotency_key = null where n.contact_email = p_email and n.erased_at is null;
  update app.messages m set author_email = v_nobody, author_name = null where m.author_email = p_email and m.author_role <> all (c_handlers);
  update app.events e set actor_email = v_nobody where e.actor_email = p_email and e.actor_role <> all (c_handlers);
  update app.received_mails m set from_email = v_nobody from app.links l
  where l.id = m.link_id and l.person_email = p_email and l.person_role <> all (c_handlers);
  update app.links l set person_email = v_nobody, person_name = null, revoked_at = coalesce(l.revoked_at, now())
  where l.person_email = p_email and l.person_role <> all (c_handlers);
  update app.looks k set person_email = v_nobody, person_name = null where k.person_email = p_email and k.person_role <> all (c_handlers);

  -- Her place in companies, and what she did there.
  delete from app.profile_facts f where f.person_email = p_email;
  update app.profile_facts f set told_by = v_nobody where f.told_by = p_email;
  update app.company_events e set actor_email = v_nobody where e.actor_email = p_email;
  update app.company_events e set about = v_nobody where e.about = p_email;
  delete from app.member_invitations i where i.email = p_email;
  update app.member_invitations i set invited_by = v_nobody where i.invited_by = p_email;
  delete from app.claims c where c.email = p_email;
  update app.claims c set settled_by = v_nobody where c.settled_by = p_email and c.settled_role = 'company';
  update app.members m set email = v_nobody where m.email = p_email;
  update app.members m set invited_by = v_nobody where m.invited_by = p_email;
  update app.consents k set grantee_email = v_nobody, grantee_name = null where k.grantee_email = p_email;
  update app.consents k set given_by = v_nobody, given_by_name = null where k.given_by = p_email;
  update app.consents k set withdrawn_by = v_nobody where k.withdrawn_by = p_email;
  update app.consent_events e set by_email = v_nobody where e.by_email = p_email;
  update app.documents d set added_by = v_nobody where d.added_by = p_email;
  delete from app.take_outs x where x.person_email = p_email and x.scope = 'person';
  update app.take_outs x set person_email = v_nobody where x.person_email = p_email;
  update app.erasures e set asked_by = v_nobody where e.asked_by = p_email;
  update app.erasures e set undone_by = v_nobody where e.undone_by = p_email;
  delete from app.erasures e where e.person_email = p_email and e.undone_at is not null;

  -- Where she signed in. A sign-in that the log names stays, as nobody's.
  delete from app.sessions s where s.email = p_email and s.door = 'workspace' and not exists (select from app.events e where e.session_id = s.id);
  update app.sessions s set email = v_nobody, revoked_at = coalesce(s.revoked_at, now()) where s.email = p_email and s.door = 'workspace';
  perform app.forget_addresses(array[p_email]);
end $$;
