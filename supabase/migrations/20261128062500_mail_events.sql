-- note-mail-event: what became of our letters on their way. A letter that came back is shown on its need, and the owner is told once.
create type api.delivery_kind as enum ('delivered', 'bounced', 'complained', 'failed', 'suppressed');
create type api.note_mail_event_outcome as enum ('noted', 'already_noted', 'unknown_letter', 'came_back_to_us');

create table app.mail_events (
  id text primary key,
  provider_id text not null,
  kind api.delivery_kind not null,
  happened_at timestamptz not null,
  noted_at timestamptz not null default now(),
  reason text,
  person_email text,
  constraint event_id_has_1_to_200_characters check (char_length(id) between 1 and 200),
  constraint event_provider_id_has_1_to_200_characters check (char_length(provider_id) between 1 and 200),
  constraint event_reason_has_1_to_500_characters check (char_length(reason) between 1 and 500)
);
alter table app.mail_events enable row level security;
create index mail_events_by_letter on app.mail_events (provider_id);
create index mail_events_by_age on app.mail_events (noted_at);
create index mail_events_delivered on app.mail_events (person_email, happened_at) where kind = 'delivered';
comment on table app.mail_events is
  'What the mail service said of our letters, each once by the id of its message, for 30 days: longer than it tries to tell us.';
comment on column app.mail_events.person_email is 'Whose letter it was; null until we know, since the mail service may be quicker than our own record of the sending.';

create table app.bounces (
  outbox_id uuid primary key references app.outbox (id) on delete cascade,
  need_id uuid references app.needs (id) on delete cascade,
  person_email text not null,
  kind api.delivery_kind not null,
  reason text,
  happened_at timestamptz not null,
  cleared_at timestamptz,
  constraint what_was_delivered_did_not_come_back check (kind <> 'delivered'),
  constraint bounce_reason_has_1_to_500_characters check (char_length(reason) between 1 and 500),
  constraint a_bounce_is_cleared_after_it_happened check (cleared_at >= happened_at)
);
alter table app.bounces enable row level security;
create index bounces_by_need on app.bounces (need_id, person_email);
create index bounces_by_person on app.bounces (person_email) where cleared_at is null;
comment on table app.bounces is 'Letters that did not reach their person. Cleared when a later letter to the same address was delivered.';

grant select on app.bounces to authenticated;
create policy coordinators_read on app.bounces for select to authenticated using ((select app.desk_person()) is not null);

create index outbox_by_provider_id on app.outbox (provider_id) where provider_id is not null;
alter table app.outbox add column bounce_id uuid references app.bounces (outbox_id) on delete cascade;
create index outbox_by_bounce on app.outbox (bounce_id);
comment on column app.outbox.bounce_id is 'The letter that came back and that this one is about.';

-- Whoever acts for the owner hears of an address once, and again only when letters had reached it in between. Whose own mail
-- came back cannot be told by mail: then the lead is, or the other coordinators where it is the lead's.
create function app.tell_bounce(p_bounce app.bounces) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs;
begin
  select n.* into v_need from app.needs n where n.id = p_bounce.need_id for update;
  if v_need.id is null or exists (
    select from app.outbox o join app.bounces b on b.outbox_id = o.bounce_id
    where o.need_id = v_need.id and o.letter = 'mail_came_back' and b.person_email = p_bounce.person_email and b.cleared_at is null
  ) then return; end if;
  insert into app.events (need_id, kind, actor_role, actor_email) values (v_need.id, 'mail_came_back', 'system', p_bounce.person_email);
  perform app.tell_owner(v_need, 'mail_came_back');
  delete from app.outbox o using app.links l
  where o.need_id = v_need.id and o.letter = 'mail_came_back' and o.bounce_id is null
    and l.set_id = o.link_set and l.person_email = p_bounce.person_email;
  if not exists (select from app.outbox o where o.need_id = v_need.id and o.letter = 'mail_came_back' and o.bounce_id is null) then
    with others as (
      select l.person_email, (array_agg(l.set_id order by l.created_at desc, l.set_id))[1] as link_set, bool_or(c.is_lead) as leads
      from app.links l left join app.coordinators c on c.email = l.person_email
      where l.need_id = v_need.id and l.person_role = 'coordinator' and l.person_email <> p_bounce.person_email
        and l.revoked_at is null and c.left_at is null
      group by l.person_email
    )
    insert into app.outbox (letter, need_id, link_set)
    select 'mail_came_back', v_need.id, o.link_set from others o where o.leads or not exists (select from others x where x.leads);
  end if;
  update app.outbox set bounce_id = p_bounce.outbox_id where need_id = v_need.id and letter = 'mail_came_back' and bounce_id is null;
end $$;

-- Whose letter it was: the person of its links, or of a digest.
create function app.reader_of(p_letter app.outbox) returns text
language sql stable
set search_path = ''
as $$
  select coalesce(
    (select l.person_email from app.links l where l.set_id = p_letter.link_set limit 1),
    (select d.email from app.digests d where d.id = p_letter.digest_id)
  )
$$;

-- Brings the events of a letter and the letter together, whichever came first; the order of events is that of their own times.
create function app.settle_events(p_provider_id text) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_letter app.outbox;
  v_event app.mail_events;
  v_bounce app.bounces;
  v_email text;
begin
  select o.* into v_letter from app.outbox o where o.provider_id = p_provider_id limit 1;
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

-- One at a time for a letter: its sending is put on record while the mail service already tells of it.
create function app.hold_letter(p_provider_id text) returns void
language sql
set search_path = ''
as $$ select pg_advisory_xact_lock(hashtextextended(p_provider_id, 3)) $$;

create function app.tg_outbox__settle_events() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform app.hold_letter(new.provider_id);
  perform app.settle_events(new.provider_id);
  return null;
end $$;

create trigger _100_settle_events after update of provider_id on app.outbox
for each row when (new.provider_id is not null and new.provider_id is distinct from old.provider_id)
execute function app.tg_outbox__settle_events();

create function api.note_mail_event(p_event_id text, p_provider_id text, p_kind api.delivery_kind, p_happened_at timestamptz, p_reason text)
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
  values (p_event_id, p_provider_id, p_kind, least(p_happened_at, now()), nullif(left(p_reason, 500), ''))
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

create function api.bounced_letters() returns table (letter api.letter_kind, reference text, to_email text, kind api.delivery_kind, reason text, happened_at timestamptz)
language sql stable security definer
set search_path = ''
as $$
  select o.letter, n.reference, b.person_email, b.kind, b.reason, b.happened_at
  from app.bounces b join app.outbox o on o.id = b.outbox_id left join app.needs n on n.id = b.need_id
  where b.cleared_at is null order by b.happened_at desc
$$;

comment on function api.note_mail_event is
  'Notes, once, what the mail service says of a letter; a letter that came back is shown on its need and told to the owner. It is no answer and takes none back.';
comment on function api.bounced_letters is 'For the operator: letters that came back, as long as nothing has reached their address since.';
revoke execute on function api.note_mail_event, api.bounced_letters from public, anon, authenticated, service_role;
grant execute on function api.note_mail_event, api.bounced_letters to service_role;
