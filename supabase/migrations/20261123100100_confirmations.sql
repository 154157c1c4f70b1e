-- A round: a provider's contact is asked, half a year after the last time, whether the published texts are still right.
create table app.confirmations (
  id uuid primary key default gen_random_uuid(),
  provider text not null,
  person_email text not null,
  language api.language not null,
  texts text not null,
  asked_at timestamptz not null default now(),
  confirmed_at timestamptz,
  ended_at timestamptz,
  constraint provider_is_the_id_of_a_file check (provider ~ '^[a-z0-9][a-z0-9_-]{0,99}$'),
  constraint person_email_is_lower_case check (person_email = lower(person_email) and position('@' in person_email) > 1),
  constraint person_email_has_at_most_254_characters check (char_length(person_email) <= 254),
  constraint texts_are_known_by_a_sha_256 check (texts ~ '^[0-9a-f]{64}$'),
  constraint nothing_is_confirmed_before_it_is_asked check (confirmed_at >= asked_at),
  constraint a_round_ends_after_it_began check (ended_at >= asked_at)
);
alter table app.confirmations enable row level security;
create unique index one_open_round_for_a_contact on app.confirmations (provider, person_email) where ended_at is null;
create index confirmations_by_provider on app.confirmations (provider, confirmed_at);

comment on table app.confirmations is 'Rounds of asking providers'' contacts whether the texts of their services are right. A contact has one open round.';
comment on column app.confirmations.provider is 'Id of the provider: a file of content/providers.';
comment on column app.confirmations.texts is 'SHA-256 of the texts as they were when the letter was written: the page says when they have changed since.';
comment on column app.confirmations.ended_at is 'When the next round began, or the person was no longer the provider''s contact.';

-- The day of a moment in Helsinki: half years are counted in days, or a letter would come some minutes later each time.
create function app.helsinki_day(p_at timestamptz) returns date
language sql immutable parallel safe
set search_path = ''
as $$ select (p_at at time zone 'Europe/Helsinki')::date $$;

-- No second letter within half a year, whoever writes the row. Two at once meet the index above.
create function app.tg_confirmations__half_year() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if exists (
    select from app.confirmations c
    where c.provider = new.provider and c.person_email = new.person_email
      and app.helsinki_day(c.asked_at) + interval '6 months' > app.helsinki_day(new.asked_at)
  ) then
    raise exception 'this contact was asked within half a year' using errcode = 'NHALF';
  end if;
  return new;
end $$;

create trigger _100_half_year before insert on app.confirmations
for each row execute function app.tg_confirmations__half_year();
