-- send-surveys: after an event and the survey's delay the need's contact is asked, and reminded once.
create type api.keep_survey_outcome as enum ('kept', 'anonymity_is_fixed');

-- The surveys as they are published: known ones get their version, new ones the next.
create function api.keep_surveys(p_surveys jsonb) returns table (survey text, version integer, outcome api.keep_survey_outcome)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_given record;
begin
  perform pg_advisory_xact_lock(hashtext('keep_surveys'));
  for v_given in
    select * from jsonb_to_recordset(p_surveys) g (survey text, event api.survey_event, anonymous boolean, questions jsonb, texts jsonb)
  loop
    survey := v_given.survey;
    version := (
      select v.version from app.survey_versions v
      where v.survey = v_given.survey and v.event = v_given.event
        and v.content_hash = md5(v_given.questions::text || v_given.texts::text || v_given.anonymous::text)
    );
    outcome := 'kept';
    if version is null then
      begin
        insert into app.survey_versions (survey, version, event, anonymous, questions, texts)
        select v_given.survey, coalesce(max(v.version), 0) + 1, v_given.event, v_given.anonymous, v_given.questions, v_given.texts
        from app.survey_versions v where v.survey = v_given.survey
        returning survey_versions.version into version;
      exception when sqlstate 'NANON' then
        outcome := 'anonymity_is_fixed';
        version := null;
      end;
    end if;
    return next;
  end loop;
end $$;

-- p_due: [{ survey, version, happened_before }], the moment being now less the delay, in working hours. p_themes: theme by
-- service; p_providers: provider by the address of its contact. p_mail_hours: when the letters may go. p_links: pairs of id and
-- hash, three a letter. An event that waited for a month is past: nobody is asked about it any more.
create function api.send_surveys(p_due jsonb, p_themes jsonb, p_providers jsonb, p_mail_hours tstzmultirange, p_links jsonb) returns integer
language plpgsql security definer
set search_path = ''
as $$
declare
  v_ask record;
  v_need app.needs;
  v_set uuid;
  v_invitation uuid;
  v_sent integer := 0;
begin
  for v_ask in
    select e.need_id, e.event, v.survey, v.version, v.anonymous
    from jsonb_to_recordset(p_due) d (survey text, version integer, happened_before timestamptz)
    join app.survey_versions v on v.survey = d.survey and v.version = d.version
    join app.service_events e on e.event = v.event and e.happened_at <= d.happened_before and e.happened_at > now() - interval '30 days'
    join app.needs n on n.id = e.need_id
    -- Nobody is left to ask of a need that was erased.
    where n.state not in ('withdrawn', 'joined') and n.contact_email is not null
      and not exists (select from app.survey_invitations i where i.need_id = e.need_id and i.event = e.event and i.survey = v.survey)
      and not app.had_survey_letter(n.contact_email)
    order by e.happened_at limit jsonb_array_length(p_links) / 3
  loop
    select n.* into v_need from app.needs n where n.id = v_ask.need_id for update skip locked;
    -- Two events of one person in the same run: the second waits for its week.
    continue when v_need.id is null or app.had_survey_letter(v_need.contact_email);
    v_set := app.mint_links(
      v_need.id, 'company', v_need.contact_email, v_need.contact_name, v_need.language, p_links, v_sent * 3, interval '60 days'
    );
    insert into app.survey_invitations (need_id, event, survey, version, anonymous, link_id, theme, service, provider)
    select v_need.id, v_ask.event, v_ask.survey, v_ask.version, v_ask.anonymous, l.id,
      case when (select count(distinct p_themes ->> s) from unnest(v_need.services) s) = 1 then p_themes ->> v_need.services[1] end,
      case when cardinality(v_need.services) = 1 then v_need.services[1] end,
      p_providers ->> v_need.owner_email
    from app.links l where l.set_id = v_set and l.purpose = 'answer_survey'
    on conflict do nothing
    returning id into v_invitation;
    continue when v_invitation is null;
    insert into app.outbox (letter, about, company_id, link_set, send_within) values ('survey', v_invitation, v_need.company_id, v_set, p_mail_hours);
    v_sent := v_sent + 1;
  end loop;
  return v_sent;
end $$;

-- Who could be reminded: asked by then, not reminded yet, and not known to have answered. Of anonymous surveys nobody is known
-- to have: the caller, who can make the keys, gives each one's mark to remind_surveys.
create function api.surveys_to_remind(p_invited_by timestamptz) returns table (invitation uuid, link uuid, anonymous boolean)
language sql stable security definer
set search_path = ''
as $$
  select i.id, i.link_id, i.anonymous
  from app.survey_invitations i join app.needs n on n.id = i.need_id join app.links l on l.id = i.link_id
  where i.reminded_at is null and i.answered_at is null and i.invited_at <= p_invited_by and i.invited_at > now() - interval '21 days'
    and n.state not in ('withdrawn', 'joined') and l.revoked_at is null and l.expires_at > now()
    and not app.had_survey_letter(l.person_email)
  order by i.invited_at limit 100
$$;

create function api.remind_surveys(p_marks jsonb, p_mail_hours tstzmultirange) returns integer
language plpgsql security definer
set search_path = ''
as $$
declare
  v_remind record;
  v_sent integer := 0;
begin
  for v_remind in
    select i.id, l.set_id, l.person_email, n.company_id
    from jsonb_to_recordset(p_marks) m (invitation uuid, mark text)
    join app.survey_invitations i on i.id = m.invitation join app.links l on l.id = i.link_id join app.needs n on n.id = i.need_id
    where i.reminded_at is null and i.answered_at is null
      -- Without a mark nothing is known of an anonymous one, and nobody is reminded.
      and not (i.anonymous and (m.mark is null or exists (select from app.sealed_answers s where s.key_hash = decode(m.mark, 'hex'))))
    order by i.invited_at for update of i skip locked
  loop
    continue when app.had_survey_letter(v_remind.person_email);
    update app.survey_invitations set reminded_at = now() where id = v_remind.id;
    insert into app.outbox (letter, about, company_id, link_set, send_within)
    values ('survey_reminder', v_remind.id, v_remind.company_id, v_remind.set_id, p_mail_hours);
    v_sent := v_sent + 1;
  end loop;
  return v_sent;
end $$;

comment on function api.keep_surveys is 'Keeps the surveys as they are published, [{ survey, event, anonymous, questions, texts }], and tells the version of each.';
comment on function api.send_surveys is 'Asks the contacts of needs to whom something happened before the given moments: an invitation, a link of its own and a letter, once for an event. Returns how many.';
comment on function api.surveys_to_remind is 'Invitations that no answer is known to, of people who may get a letter of a survey now.';
comment on function api.remind_surveys is 'Reminds once: [{ invitation, mark }], the mark being that of an anonymous answer, or null. Returns how many.';
revoke execute on function api.keep_surveys, api.send_surveys, api.surveys_to_remind, api.remind_surveys from public, anon, authenticated, service_role;
grant execute on function api.keep_surveys, api.send_surveys, api.surveys_to_remind, api.remind_surveys to service_role;
