-- ask-confirmations: mails the contacts of providers whose texts nobody has confirmed for half a year; ends the rounds of those who left.
create function app.asked_last(p_provider text, p_email text, p_confirmed date) returns date
language sql stable
set search_path = ''
as $$
  -- Greatest leaves nulls out: a contact who is new counts from the last time that anybody of the provider confirmed.
  select greatest(
    p_confirmed,
    (select max(app.helsinki_day(c.confirmed_at)) from app.confirmations c where c.provider = p_provider),
    (select max(app.helsinki_day(c.asked_at)) from app.confirmations c where c.provider = p_provider and c.person_email = p_email)
  )
$$;

create function api.ask_confirmations(p_contacts jsonb, p_most integer, p_links jsonb) returns table (asked integer, ended integer)
language plpgsql security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_contact record;
  v_round uuid;
  v_asked integer := 0;
  v_ended integer;
begin
  -- A list that came out empty by mistake must not end every round there is.
  if coalesce(jsonb_array_length(p_contacts), 0) = 0 then
    raise exception 'there are no contacts to ask' using errcode = 'NCONT';
  end if;
  -- One run at a time: the second sees what the first asked.
  perform pg_advisory_xact_lock(hashtextextended('ask_confirmations', 2));

  -- Never before it began, whatever the clock did meanwhile: one odd row must not keep everybody's letters back.
  with gone as (
    update app.confirmations c set ended_at = greatest(now(), c.asked_at)
    where c.ended_at is null and not exists (
      select from jsonb_to_recordset(p_contacts) as k (provider text, email text)
      where k.provider = c.provider and lower(k.email) = c.person_email
    )
    returning c.id
  ), dead as (
    update app.links l set revoked_at = now() from gone where l.confirmation_id = gone.id and l.revoked_at is null
  )
  select count(*) into v_ended from gone;

  -- Who has waited longest comes first; the rest is due tomorrow as well.
  for v_contact in
    select k.*, row_number() over (order by k.asked_last, k.provider, k.email)::integer as place
    from (
      select distinct on (c.provider, lower(c.email)) c.provider, lower(c.email) as email, c.language, c.texts,
        app.asked_last(c.provider, lower(c.email), c.confirmed) as asked_last
      from jsonb_to_recordset(p_contacts) as c (provider text, email text, language api.language, confirmed date, texts text)
      order by c.provider, lower(c.email)
    ) k
    where k.asked_last + interval '6 months' <= app.helsinki_day(now())
    order by place limit p_most
  loop
    with over as (
      update app.confirmations c set ended_at = greatest(now(), c.asked_at)
      where c.provider = v_contact.provider and c.person_email = v_contact.email and c.ended_at is null
      returning c.id
    )
    update app.links l set revoked_at = now() from over where l.confirmation_id = over.id and l.revoked_at is null;

    insert into app.confirmations (provider, person_email, language, texts)
    values (v_contact.provider, v_contact.email, v_contact.language, v_contact.texts)
    returning id into v_round;
    -- The links live until the next letter has come.
    insert into app.outbox (letter, confirmation_id, link_set)
    values ('confirm_services', v_round, app.mint_links(
      null, 'provider', v_contact.email, null, v_contact.language, p_links,
      (v_contact.place - 1) * cardinality(app.purposes_of('provider')), interval '7 months', v_round));
    v_asked := v_asked + 1;
  end loop;

  return query select v_asked, v_ended;
end $$;

comment on function api.ask_confirmations is
  'Asks the contacts of the published content that are due, at most p_most; ends the rounds of people who are contacts no more.';
revoke execute on function api.ask_confirmations from public, anon, authenticated;
grant execute on function api.ask_confirmations to service_role;
