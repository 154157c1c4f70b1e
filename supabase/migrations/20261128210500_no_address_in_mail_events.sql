-- note-mail-event: a report that comes after an erasure leaves no address behind: the receiving side repeats it in its reason.

-- Whom a letter went to, the letter knows; a reason need not say it.
create function app.without_addresses(p_text text) returns text
language sql immutable
set search_path = ''
as $$ select regexp_replace(p_text, '[^[:space:]<>()\[\]"'':;,]+@[^[:space:]<>()\[\]"'':;,]+', '…', 'g') $$;

update app.mail_events set reason = app.without_addresses(reason) where reason like '%@%';
update app.bounces set reason = app.without_addresses(reason) where reason like '%@%';
alter table app.mail_events add constraint a_reason_names_no_address check (reason = app.without_addresses(reason));
alter table app.bounces add constraint a_bounce_reason_names_no_address check (reason = app.without_addresses(reason));

-- As before, and the letter is held: whoever erases it meanwhile waits, and then finds what was noted of it.
create or replace function app.settle_events(p_provider_id text) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_letter app.outbox;
  v_event app.mail_events;
  v_bounce app.bounces;
  v_email text;
begin
  select o.* into v_letter from app.outbox o where o.provider_id = p_provider_id limit 1 for key share;
  if v_letter.id is null then return; end if;
  v_email := app.reader_of(v_letter);
  if v_email is null then return; end if;
  for v_event in
    update app.mail_events e set person_email = v_email where e.provider_id = p_provider_id and e.person_email is null returning e.*
  loop
    if v_event.kind = 'delivered' then
      update app.bounces b set cleared_at = v_event.happened_at
      where b.person_email = v_email and b.cleared_at is null and b.happened_at < v_event.happened_at;
      continue;
    end if;
    v_bounce := null;
    insert into app.bounces (outbox_id, need_id, person_email, kind, reason, happened_at, cleared_at)
    values (v_letter.id, app.goes_on_in(v_letter.need_id), v_email, v_event.kind, v_event.reason, v_event.happened_at, (
      select min(d.happened_at) from app.mail_events d
      where d.kind = 'delivered' and d.person_email = v_email and d.happened_at > v_event.happened_at
    ))
    on conflict (outbox_id) do nothing
    returning * into v_bounce;
    if v_bounce.outbox_id is not null and v_bounce.cleared_at is null then perform app.tell_bounce(v_bounce); end if;
  end loop;
end $$;

create or replace function api.note_mail_event(p_event_id text, p_provider_id text, p_kind api.delivery_kind, p_happened_at timestamptz, p_reason text)
returns api.note_mail_event_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_letter app.outbox;
begin
  delete from app.mail_events where noted_at < now() - interval '30 days';
  perform app.hold_letter(p_provider_id);
  insert into app.mail_events (id, provider_id, kind, happened_at, reason)
  values (p_event_id, p_provider_id, p_kind, least(p_happened_at, now()), nullif(left(app.without_addresses(p_reason), 500), ''))
  on conflict (id) do nothing;
  if not found then return 'already_noted'; end if;
  perform app.settle_events(p_provider_id);
  select o.* into v_letter from app.outbox o where o.provider_id = p_provider_id limit 1;
  return case
    when v_letter.id is null then 'unknown_letter'
    when p_kind <> 'delivered' and not exists (
      select from app.links l where l.set_id = v_letter.link_set and l.person_role in ('company', 'expert')
    ) then 'came_back_to_us'
    else 'noted'
  end::api.note_mail_event_outcome;
end $$;
