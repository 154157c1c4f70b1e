-- An erased need: its row stays, since the figures count it where they always did, and says nothing of whose it was.
alter table app.needs
  add column erased_at timestamptz,
  alter column description drop not null,
  alter column contact_name drop not null,
  alter column contact_email drop not null,
  alter column contact_by drop not null,
  alter column notice_version drop not null,
  alter column fingerprint drop not null,
  drop constraint a_founder_alone_may_lack_a_business_id,
  drop constraint a_referred_need_says_to_whom,
  drop constraint a_joined_need_says_where_it_goes_on,
  add constraint a_founder_alone_may_lack_a_business_id check (founder or business_id is not null or erased_at is not null),
  add constraint a_referred_need_says_to_whom check (
    erased_at is not null
    or ((state = 'referred') = (referred_to is not null) and (state = 'referred') = (referred_contact is not null))
  ),
  add constraint a_joined_need_says_where_it_goes_on check (
    erased_at is not null
    or ((state = 'joined') = (joined_to is not null) and (joined_to is null) = (joined_at is null)
        and (joined_to is null) = (state_before_joining is null))
  ),
  add constraint an_erased_need_says_nothing check (
    case when erased_at is null
      then num_nulls(description, contact_name, contact_email, contact_by, notice_version, fingerprint) = 0
      else closed_at is not null and not founder and num_nonnulls(
        description, business_id, company_name, contact_name, contact_email, contact_phone, contact_by, notice_version,
        idempotency_key, fingerprint, owner_email, owner_name, joined_to, joined_at, state_before_joining, resembles,
        referred_to, referred_contact, company_id
      ) = 0
    end
  );
comment on column app.needs.erased_at is
  'When texts and persons were taken out of it. What stays is what figures count: state, services, outcome, the day, and how long the answer took.';

-- The beginning of a moment's day in Helsinki: as exact as what stays of an erased record may be.
create function app.day_of(p_at timestamptz) returns timestamptz
language sql stable
set search_path = ''
as $$ select app.helsinki_day(p_at)::timestamp at time zone 'Europe/Helsinki' $$;

-- How long an answer took, in whole minutes, as the figures round it.
create function app.whole_minutes(p_took interval) returns interval
language sql immutable parallel safe
set search_path = ''
as $$ select make_interval(mins => (extract(epoch from p_took)::double precision / 60)::integer) $$;

create or replace function app.tg_needs__clock() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if old.erased_at is not null then
    raise exception 'an erased need is not changed' using errcode = 'NERAS';
  end if;
  -- Erased: the promise and how long the answer took stay to the minute; the moments themselves shrink to their day.
  if new.erased_at is not null then
    if (new.due_at, new.promise_days, new.promise_kept, new.state, new.services, new.outcome)
         is distinct from (old.due_at, old.promise_days, old.promise_kept, old.state, old.services, old.outcome)
       or new.received_at <> app.day_of(old.received_at)
       or (new.first_response_at - new.received_at) is distinct from app.whole_minutes(old.first_response_at - old.received_at) then
      raise exception 'the record of the promise is not edited' using errcode = 'NCLCK';
    end if;
    return new;
  end if;
  if old.due_at <> new.due_at or old.received_at <> new.received_at or old.promise_days <> new.promise_days
     or (old.first_response_at is not null and new.first_response_at is distinct from old.first_response_at)
     or (old.promise_kept is not null and new.promise_kept is distinct from old.promise_kept) then
    raise exception 'the record of the promise is not edited' using errcode = 'NCLCK';
  end if;
  return new;
end $$;

-- A hand-over that stays for the figures names nobody.
alter table app.hand_overs
  alter column from_email drop not null,
  alter column to_email drop not null,
  alter column to_name drop not null,
  add constraint a_hand_over_names_both_or_nobody check (
    num_nulls(from_email, to_email, to_name) in (0, 3) and (to_email is not null or (from_name is null and note is null))
  );

-- An invitation to a survey that stays for the figures has no link any more.
alter table app.survey_invitations alter column link_id drop not null;

-- The log goes with what an erased need was about; nothing else of it ever does.
create or replace function app.tg_events__append_only() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if tg_op = 'DELETE' and exists (select from app.needs n where n.id = old.need_id and n.erased_at is not null) then return old; end if;
  raise exception 'the event log is only added to' using errcode = 'NAPND';
end $$;

create or replace function app.tg_looks__append_only() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  -- It comes to the company together with its need; else it stays as it was written.
  if tg_op = 'UPDATE' and old.company_id is null and new.company_id is not null
     and (to_jsonb(new) - 'company_id') = (to_jsonb(old) - 'company_id') then return new; end if;
  -- It goes with its company or its need, or when it is older than any company asks about.
  if tg_op = 'DELETE' and (
    (old.need_id is not null and not exists (select from app.needs n where n.id = old.need_id and n.erased_at is null))
    or (old.company_id is not null and not exists (select from app.companies c where c.id = old.company_id))
    or old.at < now() - interval '1 year'
  ) then return old; end if;
  raise exception 'the list of looks is only added to' using errcode = 'NAPND';
end $$;

-- Whoever deleted a company by hand left its needs behind, with all that they say: now its needs are erased first.
alter table app.needs
  drop constraint needs_company_id_fkey,
  add constraint needs_company_id_fkey foreign key (company_id) references app.companies (id) on delete restrict;

-- A dead link whose record was erased says so. A hash of random bits leads to nobody.
create table app.erased_links (
  token_hash bytea primary key,
  erased_at timestamptz not null default now(),
  constraint erased_token_hash_is_a_sha_256 check (octet_length(token_hash) = 32)
);
alter table app.erased_links enable row level security;
create index erased_links_by_age on app.erased_links (erased_at);
comment on table app.erased_links is 'Hashes of links whose record was erased while they lived, so that their page can say so.';

create function api.link_was_erased(p_token_hash text) returns boolean
language sql stable security definer
set search_path = ''
as $$ select exists (select from app.erased_links l where l.token_hash = decode(p_token_hash, 'hex')) $$;

comment on function api.link_was_erased is 'Whether what a dead link led to was erased.';
revoke execute on function api.link_was_erased from public, anon, authenticated, service_role;
grant execute on function api.link_was_erased to service_role;

-- A reference that no need has and nobody was ever told.
create function app.unused_reference() returns text
language plpgsql
set search_path = ''
as $$
declare
  c_letters constant text := '23456789ABCDEFGHJKMNPQRSTVWXYZ';
  v_reference text;
begin
  loop
    select string_agg(case place when 5 then '-' else substr(c_letters, 1 + floor(random() * 30)::integer, 1) end, '')
    into v_reference from generate_series(1, 9) place;
    exit when not exists (select from app.needs n where n.reference = v_reference);
  end loop;
  return v_reference;
end $$;

-- Erases a need that has ended: what its company and those who handled it wrote is gone, what is counted stays.
create function app.erase_need(p_need uuid) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_need app.needs;
begin
  select n.* into v_need from app.needs n where n.id = p_need for update;
  if v_need.id is null or v_need.erased_at is not null then return; end if;
  insert into app.erased_links (token_hash)
  select l.token_hash from app.links l where l.need_id = p_need and l.expires_at > now() and l.revoked_at is null on conflict do nothing;
  delete from app.mail_events e using app.outbox o where o.need_id = p_need and o.provider_id = e.provider_id;
  delete from app.outbox where need_id = p_need;
  delete from app.bounces where need_id = p_need;
  update app.claims set need_id = null where need_id = p_need;
  update app.needs set resembles = null where resembles = p_need and erased_at is null;

  update app.needs set
    erased_at = now(), reference = app.unused_reference(), description = null, business_id = null, founder = false, company_name = null,
    contact_name = null, contact_email = null, contact_phone = null, contact_by = null, notice_version = null, idempotency_key = null,
    fingerprint = null, owner_email = null, owner_name = null, joined_to = null, joined_at = null, state_before_joining = null,
    resembles = null, referred_to = null, referred_contact = null, company_id = null, disowned_at = null, waits_for_company = false,
    received_at = app.day_of(v_need.received_at), closed_at = app.day_of(v_need.closed_at),
    first_response_at = app.day_of(v_need.received_at) + app.whole_minutes(v_need.first_response_at - v_need.received_at)
  where id = p_need;

  delete from app.consent_needs where need_id = p_need;
  delete from app.events where need_id = p_need;
  delete from app.received_mails where need_id = p_need;
  delete from app.notes where need_id = p_need;
  delete from app.messages where need_id = p_need;
  delete from app.ladder_steps where need_id = p_need;
  -- Of surveys the closed answers stay, and that somebody was asked on a day; what was written goes.
  delete from app.named_answers a using app.survey_invitations i where i.need_id = p_need and a.invitation_id = i.id and a.body is not null;
  update app.named_answers a set changed_at = app.day_of(a.changed_at) from app.survey_invitations i where i.need_id = p_need and a.invitation_id = i.id;
  update app.survey_invitations set link_id = null, invited_at = app.day_of(invited_at), answered_at = app.day_of(answered_at),
    reminded_at = greatest(app.day_of(reminded_at), app.day_of(invited_at) + interval '1 day')
  where need_id = p_need and reminded_at is not null;
  update app.survey_invitations set link_id = null, invited_at = app.day_of(invited_at), answered_at = app.day_of(answered_at)
  where need_id = p_need and link_id is not null;
  update app.service_events set happened_at = app.day_of(happened_at) where need_id = p_need;
  delete from app.links where need_id = p_need;
  delete from app.looks where need_id = p_need;
  update app.hand_overs set from_email = null, from_name = null, to_email = null, to_name = null, note = null,
    asked_at = app.day_of(asked_at), decided_at = app.day_of(decided_at), returned_at = app.day_of(returned_at), ended_at = app.day_of(ended_at)
  where need_id = p_need;
  update app.survey_answers set answered_at = app.day_of(answered_at), changed_at = null where need_id = p_need;
end $$;
