-- end-consents: before a consent ends its owners are asked whether to go on, and when it has ended both sides are told. What is shown
-- does not wait for this: whether a consent is in force is asked at each read.
create table app.consent_reminders (
  consent_id uuid not null references app.consents (id) on delete cascade,
  ends_on date not null,
  days_before smallint not null,
  asked_at timestamptz not null default now(),
  primary key (consent_id, ends_on, days_before),
  constraint owners_are_asked_a_week_and_a_day_before check (days_before in (1, 7))
);
alter table app.consent_reminders enable row level security;
comment on table app.consent_reminders is 'That the owners were asked whether to go on, once for each end and each of the two times.';

-- p_links: ready pairs { id, hash } for owners who have no link of this consent yet. Done in parts; comes back with whether there is more.
create function api.end_consents(p_most integer, p_links jsonb) returns table (asked integer, expired integer, is_more boolean)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_today date := app.helsinki_day(now());
  v_consent app.consents;
  v_email text;
  v_pair integer := 0;
  v_link uuid;
begin
  asked := 0; expired := 0;
  -- One run at a time: the second sees what the first did.
  perform pg_advisory_xact_lock(hashtextextended('end_consents', 5));

  for v_consent in
    select c.* from app.consents c
    where c.ends_at <= now() and c.withdrawn_at is null and c.expiry_noted_at is null
    order by c.ends_at, c.id limit p_most for update
  loop
    update app.consents set expiry_noted_at = now() where id = v_consent.id;
    -- On record as what it was: over at the end of its last day, however late that is noted.
    insert into app.consent_events (consent_id, kind, at, way, ends_on)
    values (v_consent.id, 'expired', v_consent.ends_at, 'clock', v_consent.ends_on);
    perform app.tell_adviser(v_consent, 'adviser_ended');
    perform app.tell_of_consent(v_consent, 'consent_over', heard.email, v_consent.id) from app.hear_of_consent(v_consent) as heard (email);
    expired := expired + 1;
  end loop;

  -- Whom nobody asked a week before, since nothing ran then, is asked later in that week; a day before everybody is asked once more.
  for v_consent in
    select c.* from app.consents c
    where c.withdrawn_at is null and c.expiry_noted_at is null and c.ends_at > now() and c.ends_on <= v_today + 7
      and not exists (
        select from app.consent_reminders r
        where r.consent_id = c.id and r.ends_on = c.ends_on and r.days_before = case when c.ends_on <= v_today + 1 then 1 else 7 end
      )
    order by c.ends_at, c.id limit p_most for update
  loop
    insert into app.consent_reminders (consent_id, ends_on, days_before)
    values (v_consent.id, v_consent.ends_on, case when v_consent.ends_on <= v_today + 1 then 1 else 7 end);
    for v_email in select heard.email from app.hear_of_consent(v_consent) as heard (email) loop
      v_link := app.consent_link(v_consent, v_email, p_links -> v_pair);
      if v_link = (p_links -> v_pair ->> 'id')::uuid then v_pair := v_pair + 1; end if;
      perform app.tell_of_consent(v_consent, 'consent_ending', v_email, coalesce(v_link, v_consent.id));
    end loop;
    asked := asked + 1;
  end loop;
  is_more := asked = p_most or expired = p_most;
  return next;
end $$;

comment on function api.end_consents is 'Notes what has expired and tells both sides; asks owners a week and a day before the end whether to go on. p_most of each at a time.';
revoke execute on function api.end_consents from public, anon, authenticated, service_role;
grant execute on function api.end_consents to service_role;
