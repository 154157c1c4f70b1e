-- Reports that were mailed: what was sent stays as it was, and a correction is another version beside it.
create type api.report_kind as enum ('steering_pack', 'provider_figures');

create table app.reports (
  id uuid primary key default gen_random_uuid(),
  kind api.report_kind not null,
  meeting date,
  provider text,
  first_month date not null,
  last_month date not null,
  version integer not null default 1,
  corrected text,
  figures jsonb not null,
  pages jsonb not null default '{}',
  made_at timestamptz not null default now(),
  constraint a_pack_is_for_a_meeting check ((kind = 'steering_pack') = (meeting is not null)),
  constraint figures_of_a_provider_say_whose_they_are check ((kind = 'provider_figures') = (provider is not null)),
  constraint provider_is_the_id_of_a_file check (provider ~ '^[a-z0-9][a-z0-9_-]{0,99}$'),
  constraint a_report_is_of_whole_months check (extract(day from first_month) = 1 and extract(day from last_month) = 1),
  constraint its_months_are_in_order check (first_month <= last_month),
  constraint versions_are_counted_from_1 check (version >= 1),
  constraint a_later_version_says_what_it_corrects check ((version > 1) = (corrected is not null)),
  constraint corrected_has_3_to_500_characters check (char_length(corrected) between 3 and 500),
  constraint a_report_is_made_once unique nulls not distinct (kind, meeting, provider, last_month, version)
);
alter table app.reports enable row level security;
comment on table app.reports is
  'Packs for meetings of the steering group, and monthly figures of providers, as they were sent: never changed. figures: what they were made of; pages: how a pack reads, { fi, sv, en }. Nothing in them is over fewer than five, and no person and no company stands in them.';
comment on column app.reports.corrected is 'What a later version corrects, said on it; the first version stays beside it.';

create function app.tg_reports__kept() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  raise exception 'what was sent is not changed afterwards' using errcode = 'NREPT';
end $$;

create trigger _100_kept before update or delete on app.reports
for each row execute function app.tg_reports__kept();

-- A link is for one record: whichever kinds of record there are, each is a foreign key of its own.
alter table app.links add column report_id uuid references app.reports (id) on delete cascade;
create index links_by_report on app.links (report_id, person_email);
do $$
begin
  execute format(
    'alter table app.links drop constraint a_link_is_for_one_record, add constraint a_link_is_for_one_record check (num_nonnulls(%s) = 1)',
    (
      select string_agg(quote_ident(a.attname), ', ' order by a.attnum)
      from pg_catalog.pg_constraint c join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.conrelid = 'app.links'::regclass and c.contype = 'f'
    ));
end $$;

-- A link for a reader of a report, made of a ready pair { id, hash }, and the letter that brings it within its hours.
create function app.send_report(
  p_report uuid, p_letter api.letter_kind, p_role api.person_role, p_email text, p_language api.language, p_pair jsonb,
  p_mail_hours tstzmultirange, p_lasts interval
) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_link uuid := (p_pair ->> 'id')::uuid;
begin
  insert into app.links (id, token_hash, set_id, report_id, purpose, person_role, person_email, language, expires_at)
  values (v_link, decode(p_pair ->> 'hash', 'hex'), gen_random_uuid(), p_report, 'see_report', p_role, lower(p_email), p_language, now() + p_lasts);
  insert into app.outbox (letter, about, to_email, language, send_within) values (p_letter, v_link, lower(p_email), p_language, p_mail_hours);
end $$;

-- What is behind a reader's link: the report itself, and for a pack its latest version, when that is another one.
create function api.report_behind_link(p_token_hash text) returns jsonb
language sql stable security definer
set search_path = ''
as $$
  select jsonb_build_object(
    'kind', r.kind, 'meeting', r.meeting, 'provider', r.provider,
    'first_month', to_char(r.first_month, 'YYYY-MM'), 'last_month', to_char(r.last_month, 'YYYY-MM'),
    'version', r.version, 'corrected', r.corrected, 'figures', r.figures,
    'pages', r.pages, 'made_at', r.made_at,
    'versions', (select max(v.version) from app.reports v where v.kind = r.kind and v.meeting = r.meeting)
  )
  from app.living_link(p_token_hash) l join app.reports r on r.id = l.report_id
$$;

comment on function api.report_behind_link is 'The report behind a living link, as it was sent; null for any other link.';
revoke execute on function app.send_report, api.report_behind_link from public, anon, authenticated, service_role;
grant execute on function api.report_behind_link to service_role;
