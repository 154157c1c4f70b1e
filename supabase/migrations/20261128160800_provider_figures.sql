-- send-provider-figures: once a month each provider of whom there are figures gets a link to its own against the network's.

-- Own figures and the network's over the same months; null where there is none over five or more. Where the others together
-- have fewer than five, the network's would tell what is theirs.
create function app.provider_figures(p_from date, p_to date, p_ids text[], p_services text[], p_email text) returns jsonb
language sql stable
set search_path = ''
as $$
  with own as (
    select app.for_readers('provider', app.feedback_by_question(p_from, p_to, null, p_ids, null)) as questions,
      (select count(*)::integer from app.counted_needs n
       where n.received_at >= app.month_begins(p_from) and n.received_at < app.month_begins(p_to) and n.services && p_services) as needs,
      (select count(*)::integer from app.counted_needs n
       where n.received_at >= app.month_begins(p_from) and n.received_at < app.month_begins(p_to)) as all_needs
  ), asked as (
    select count(*) filter (where h.to_email = p_email)::integer as own,
      count(*) filter (where h.to_email = p_email and h.decided_at is not null and h.state <> 'declined')::integer as own_taken,
      count(*) filter (where h.to_email = p_email and h.state = 'helped')::integer as own_helped,
      count(*)::integer as every, count(*) filter (where h.decided_at is not null and h.state <> 'declined')::integer as every_taken,
      count(*) filter (where h.state = 'helped')::integer as every_helped
    from app.hand_overs h
    where h.asked_at >= app.month_begins(p_from) and h.asked_at < app.month_begins(p_to) and h.to_role = 'expert'
  )
  select jsonb_build_object(
    'ids', to_jsonb(p_ids),
    'needs', case when app.if_large(o.needs) is not null then jsonb_build_object(
      'own', o.needs, 'network', case when app.if_large(o.all_needs - o.needs) is not null then o.all_needs end) end,
    'hand_overs', case when app.if_large(a.own) is not null then jsonb_build_object(
      'own', jsonb_build_object('asked', a.own, 'taken', a.own_taken, 'helped', a.own_helped),
      'network', case when app.if_large(a.every - a.own) is not null
        then jsonb_build_object('asked', a.every, 'taken', a.every_taken, 'helped', a.every_helped) end) end,
    'questions', o.questions,
    'network', app.for_readers('provider', app.feedback_by_question(p_from, p_to, null, null, null))
  )
  from own o cross join asked a
  where app.if_large(o.needs) is not null or app.if_large(a.own) is not null or o.questions <> '[]'
$$;

create index hand_overs_by_time on app.hand_overs (asked_at) include (to_role, to_email, state, decided_at);

-- p_providers: [{ provider, ids, services, email, language }], ids being those under which it stood before as well.
create function api.send_provider_figures(
  p_from date, p_to date, p_providers jsonb, p_most integer, p_links jsonb, p_mail_hours tstzmultirange
) returns integer
language plpgsql security definer
set search_path = ''
as $$
declare
  v_one record;
  v_figures jsonb;
  v_report uuid;
  v_sent integer := 0;
begin
  perform pg_advisory_xact_lock(hashtextextended('send_provider_figures', 16));
  for v_one in
    select k.* from jsonb_to_recordset(p_providers) as k (provider text, ids text[], services text[], email text, language api.language)
    where not exists (
      select from app.reports r
      where r.kind = 'provider_figures' and r.provider = k.provider and r.last_month = (p_to - interval '1 month')::date
    )
    order by k.provider
  loop
    exit when v_sent >= p_most;
    v_figures := app.provider_figures(p_from, p_to, v_one.ids, v_one.services, lower(v_one.email));
    continue when v_figures is null;
    insert into app.reports (kind, provider, first_month, last_month, figures)
    values ('provider_figures', v_one.provider, p_from, (p_to - interval '1 month')::date, v_figures)
    returning id into v_report;
    perform app.send_report(v_report, 'provider_figures', 'provider', v_one.email, v_one.language, p_links -> v_sent, p_mail_hours,
      interval '100 days');
    v_sent := v_sent + 1;
  end loop;
  return v_sent;
end $$;

create function app.about_provider_figures(p_link uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object('link', l.id, 'provider', r.provider, 'last_month', to_char(r.last_month, 'YYYY-MM'))
  from app.links l join app.reports r on r.id = l.report_id
  where l.id = p_link and l.revoked_at is null and l.expires_at > now()
$$;

-- Texts whose writers agreed that the provider reads them, as they are now: one that was erased is gone here too.
create function api.texts_behind_link(p_token_hash text) returns jsonb
language sql stable security definer
set search_path = ''
as $$
  with report as (
    select r.first_month, (r.last_month + interval '1 month')::date as until,
      array(select jsonb_array_elements_text(r.figures -> 'ids')) as ids
    from app.living_link(p_token_hash) l join app.reports r on r.id = l.report_id where r.kind = 'provider_figures'
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'survey', x.survey, 'about', app.question_now(x.survey, x.question), 'month', to_char(x.month, 'YYYY-MM'), 'body', x.body
  ) order by x.month desc, x.place), '[]')
  from (
    select t.survey, t.question, t.month, t.body, t.id as place
    from report r join app.opened_texts t on t.provider = any (r.ids) and t.month >= r.first_month and t.month < r.until
    where t.may_show and app.seen_by(t.survey) ? 'provider'
    union all
    select i.survey, a.question, date_trunc('month', i.answered_at at time zone 'Europe/Helsinki')::date, a.body, i.id
    from report r join app.survey_invitations i
      on i.provider = any (r.ids) and i.answered_at >= app.month_begins(r.first_month) and i.answered_at < app.month_begins(r.until)
    join app.named_answers a on a.invitation_id = i.id
    where a.may_show and a.body is not null and app.seen_by(i.survey) ? 'provider'
  ) x
$$;

comment on function api.send_provider_figures is 'Keeps the figures of these months for providers that have any over five or more, and mails each a link to them: once a month, at most p_most.';
comment on function api.texts_behind_link is 'Free texts about the provider behind a living link whose writers agreed that it reads them.';
revoke execute on function app.provider_figures, app.about_provider_figures, api.send_provider_figures, api.texts_behind_link
  from public, anon, authenticated, service_role;
grant execute on function api.send_provider_figures, api.texts_behind_link to service_role;
