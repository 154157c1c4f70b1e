-- make-pack: the steering group's pack for a meeting, made once, mailed to its members; a corrected one is another version.
alter table app.reports add column made_by text,
  add constraint made_by_is_lower_case check (made_by = lower(made_by));
comment on column app.reports.made_by is 'The coordinator who had a corrected version made; null: the schedule.';

create type api.make_pack_outcome as enum ('made', 'already_made', 'no_such_pack');

create function api.pack_meetings() returns table (meeting date)
language sql stable security definer
set search_path = ''
as $$ select distinct r.meeting from app.reports r where r.kind = 'steering_pack' $$;

-- p_pages: { fi, sv, en }. p_readers: [{ email, language }]. p_links: a ready pair { id, hash } for each of them.
-- p_corrected: what is corrected in a version that there is; null: the first one.
create function api.make_pack(
  p_meeting date, p_first_month date, p_last_month date, p_figures jsonb, p_pages jsonb, p_readers jsonb, p_links jsonb,
  p_mail_hours tstzmultirange, p_corrected text, p_made_by text
) returns api.make_pack_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_latest app.reports;
  v_report uuid;
begin
  -- One at a time: two runs of the schedule make one pack.
  perform pg_advisory_xact_lock(hashtextextended('make_pack', 16));
  select r.* into v_latest from app.reports r
  where r.kind = 'steering_pack' and r.meeting = p_meeting order by r.version desc limit 1;
  if p_corrected is null and v_latest.id is not null then return 'already_made'; end if;
  if p_corrected is not null and v_latest.id is null then return 'no_such_pack'; end if;

  -- A correction is of the same months: it stands beside what it corrects.
  insert into app.reports (kind, meeting, first_month, last_month, version, corrected, made_by, figures, pages)
  values ('steering_pack', p_meeting, coalesce(v_latest.first_month, p_first_month), coalesce(v_latest.last_month, p_last_month),
    coalesce(v_latest.version, 0) + 1, p_corrected, p_made_by, p_figures, p_pages)
  returning id into v_report;
  -- Members read it again after the meeting.
  perform app.send_report(v_report, 'steering_pack', 'steering', reader.value ->> 'email', (reader.value ->> 'language')::api.language,
    pair.value, p_mail_hours, interval '400 days')
  from jsonb_array_elements(p_readers) with ordinality as reader (value, place)
  join jsonb_array_elements(p_links) with ordinality as pair (value, place) on pair.place = reader.place;
  return 'made';
end $$;

-- What the letter says; null when another version has come meanwhile, or the link is dead.
create function app.about_steering_pack(p_link uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'link', l.id, 'meeting', r.meeting, 'first_month', to_char(r.first_month, 'YYYY-MM'), 'last_month', to_char(r.last_month, 'YYYY-MM'),
    'version', r.version, 'corrected', r.corrected)
  from app.links l join app.reports r on r.id = l.report_id
  where l.id = p_link and l.revoked_at is null and l.expires_at > now()
    and not exists (select from app.reports later where later.kind = r.kind and later.meeting = r.meeting and later.version > r.version)
$$;

create function api.desk_packs() returns jsonb
language sql stable security definer
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', r.id, 'meeting', r.meeting, 'first_month', to_char(r.first_month, 'YYYY-MM'), 'last_month', to_char(r.last_month, 'YYYY-MM'),
    'version', r.version, 'corrected', r.corrected, 'made_at', r.made_at
  ) order by r.meeting desc, r.version desc), '[]')
  from app.reports r where r.kind = 'steering_pack' and app.desk_person() is not null
$$;

create function api.desk_pack(p_id uuid) returns jsonb
language sql stable security definer
set search_path = ''
as $$
  select jsonb_build_object('meeting', r.meeting, 'version', r.version, 'pages', r.pages)
  from app.reports r where r.id = p_id and r.kind = 'steering_pack' and app.desk_person() is not null
$$;

comment on function api.pack_meetings is 'The meetings for which there is a pack.';
comment on function api.make_pack is 'Keeps a pack for a meeting and mails its link to the members: once, or as a further version that says what it corrects.';
comment on function api.desk_packs is 'Packs of the steering group with all their versions, for coordinators.';
comment on function api.desk_pack is 'A pack as it was sent, for coordinators.';
revoke execute on function app.about_steering_pack, api.pack_meetings, api.make_pack, api.desk_packs, api.desk_pack
  from public, anon, authenticated, service_role;
grant execute on function api.pack_meetings, api.make_pack to service_role;
grant execute on function api.desk_packs, api.desk_pack to authenticated;
