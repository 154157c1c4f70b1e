-- send-need: a need no longer says when its survey goes out. The delay is content, reckoned when the survey goes.
drop function api.send_need(
  text, text, text[], text, boolean, text, text, text, text, api.contact_way, api.language, text, text, text, date, integer, timestamptz,
  numeric, jsonb, jsonb
);
alter table app.needs drop column survey_after;

create function api.send_need(
  p_reference text,
  p_description text,
  p_services text[],
  p_business_id text,
  p_founder boolean,
  p_company_name text,
  p_contact_name text,
  p_contact_email text,
  p_contact_phone text,
  p_contact_by api.contact_way,
  p_language api.language,
  p_notice_version text,
  p_idempotency_key text,
  p_fingerprint text,
  p_reckoned_on date,
  p_promise_days integer,
  p_due_at timestamptz,
  p_coordinators jsonb,
  p_links jsonb
) returns table (
  outcome api.send_need_outcome,
  reference text,
  received_at timestamptz,
  due_at timestamptz,
  promise_days integer,
  status_link uuid,
  retry_after_seconds integer
)
language plpgsql security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_need app.needs;
  v_set uuid;
  v_oldest timestamptz;
  v_count integer;
begin
  -- One mailbox at a time, so that a double click and the count of an hour see each other.
  perform pg_advisory_xact_lock(hashtextextended(app.mailbox_of(p_contact_email), 0));

  select n.* into v_need from app.needs n
  where app.mailbox_of(n.contact_email) = app.mailbox_of(p_contact_email) and n.contact_email = p_contact_email
    and (n.idempotency_key = p_idempotency_key
         or (n.fingerprint = p_fingerprint and n.received_at > now() - interval '1 minute'))
  order by n.received_at desc limit 1;
  -- A key that comes back with other words is no repetition: it gets neither the first need nor its link.
  if v_need.id is not null and v_need.fingerprint <> p_fingerprint then
    return query select 'key_reused'::api.send_need_outcome, null::text, now(), null::timestamptz, null::integer, null::uuid, null::integer;
    return;
  end if;
  if v_need.id is not null then
    return query select 'repeated'::api.send_need_outcome, v_need.reference, v_need.received_at, v_need.due_at,
      v_need.promise_days::integer,
      (select l.id from app.links l where l.need_id = v_need.id and l.purpose = 'see_need' order by l.created_at limit 1), null::integer;
    return;
  end if;

  -- More than five from one mailbox in an hour: told when the first of them is an hour old.
  select count(*), min(n.received_at) into v_count, v_oldest from (
    select received_at from app.needs
    where app.mailbox_of(contact_email) = app.mailbox_of(p_contact_email) and received_at > now() - interval '1 hour'
    order by received_at desc limit 5
  ) n;
  if v_count >= 5 then
    return query select 'too_many'::api.send_need_outcome, null::text, now(), null::timestamptz, null::integer, null::uuid,
      greatest(1, ceil(extract(epoch from v_oldest + interval '1 hour' - now())))::integer;
    return;
  end if;

  -- The database's day rules: a server with a wrong clock, or a midnight between, reckons again from this one.
  if (now() at time zone 'Europe/Helsinki')::date is distinct from p_reckoned_on
     or exists (select from app.needs n where n.reference = p_reference) then
    return query select 'reckon_again'::api.send_need_outcome, null::text, now(), null::timestamptz, null::integer, null::uuid, null::integer;
    return;
  end if;

  insert into app.needs (
    reference, language, description, services, business_id, founder, company_name, contact_name, contact_email,
    contact_phone, contact_by, notice_version, idempotency_key, fingerprint, promise_days, due_at
  ) values (
    p_reference, p_language, p_description, p_services, p_business_id, p_founder, p_company_name, p_contact_name, p_contact_email,
    p_contact_phone, p_contact_by, p_notice_version, p_idempotency_key, p_fingerprint, p_promise_days, p_due_at
  ) returning * into v_need;

  insert into app.events (need_id, kind, actor_role, actor_email, to_state)
  values (v_need.id, 'received', 'company', v_need.contact_email, 'received');

  v_set := app.mint_links(v_need.id, 'company', v_need.contact_email, v_need.contact_name, v_need.language, p_links, 0);
  insert into app.outbox (letter, need_id, link_set) values ('receipt', v_need.id, v_set);

  insert into app.outbox (letter, need_id, link_set)
  select 'new_need', v_need.id, app.mint_links(
    v_need.id, 'coordinator', person.value ->> 'email', person.value ->> 'name', 'fi', p_links,
    cardinality(app.purposes_of('company')) + (person.place::integer - 1) * cardinality(app.purposes_of('coordinator')))
  from jsonb_array_elements(p_coordinators) with ordinality as person (value, place);

  return query select 'accepted'::api.send_need_outcome, v_need.reference, v_need.received_at, v_need.due_at,
    v_need.promise_days::integer,
    (select l.id from app.links l where l.set_id = v_set and l.purpose = 'see_need'), null::integer;
end $$;

comment on function api.send_need is
  'Takes a need in: the need, its first event, its links and its letters, or the one that the same form made before.';
revoke execute on function api.send_need from public, anon, authenticated;
grant execute on function api.send_need to service_role;
