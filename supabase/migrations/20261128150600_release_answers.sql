-- release-answers: once a month the answers of the months before become figures, five or more at a time.
create type api.release_answers_outcome as enum ('released', 'too_early');

-- What can be opened: envelopes whose seven days are over, of months that are.
create function api.sealed_answers(p_month date) returns table (key_hash text, envelope text)
language sql stable security definer
set search_path = ''
as $$
  select encode(s.key_hash, 'hex'), encode(s.envelope, 'base64')
  from app.sealed_answers s
  where s.envelope is not null and s.answered_on < p_month + interval '1 month' and s.answered_on < app.helsinki_day(now()) - 8
$$;

-- Leaves of each fact what five or more share, group by group: theme, then provider in it, then service in that. Where one to
-- four would be left beside the groups, the smallest group goes with them.
create function app.coarsen_opened() returns void
language plpgsql
set search_path = ''
as $$
declare
  v_fact text;
begin
  foreach v_fact in array array['theme', 'provider', 'service'] loop
    execute format($sql$
      with sizes as (select o.cell, o.%1$I as fact, count(*) as size from pg_temp.opened o group by 1, 2),
      beside as (select s.cell, coalesce(sum(s.size) filter (where s.fact is null or s.size < 5), 0) as size from sizes s group by 1),
      smallest as (select distinct on (s.cell) s.cell, s.fact from sizes s where s.fact is not null and s.size >= 5 order by s.cell, s.size, s.fact),
      kept as (
        select s.cell, s.fact from sizes s join beside b on b.cell = s.cell join smallest m on m.cell = s.cell
        where s.fact is not null and s.size >= 5 and not (b.size between 1 and 4 and s.fact = m.fact)
      )
      update pg_temp.opened o set %1$I = k.fact, cell = o.cell || '/' || coalesce(k.fact, '')
      from pg_temp.opened own left join kept k on k.cell = own.cell and k.fact = own.%1$I
      where own.id = o.id
    $sql$, v_fact);
  end loop;
end $$;

-- p_opened: [{ key_hash, choices, body, may_show, theme, provider, service }]. What is not five yet stays where it is.
create function api.release_answers(p_month date, p_opened jsonb) returns api.release_answers_outcome
language plpgsql security definer
set search_path = ''
as $$
begin
  -- Nobody can change an answer of that month any more, and none can come to it.
  if extract(day from p_month) <> 1 or app.helsinki_day(now()) <= (p_month + interval '1 month')::date + 7 then return 'too_early'; end if;
  perform pg_advisory_xact_lock(hashtext('release_answers'));

  drop table if exists pg_temp.opened;
  create temporary table opened (
    id bigint generated always as identity, cell text, key_hash bytea, invitation_id uuid, survey text, version integer,
    question text, choices text[], body text, may_show boolean, theme text, provider text, service text
  ) on commit drop;

  insert into pg_temp.opened (key_hash, survey, version, question, choices, body, may_show, theme, provider, service)
  select s.key_hash, s.survey, s.version, s.question, o.choices, o.body, coalesce(o.may_show, false), o.theme, o.provider, o.service
  from jsonb_to_recordset(p_opened) o (key_hash text, choices text[], body text, may_show boolean, theme text, provider text, service text)
  join app.sealed_answers s on s.key_hash = decode(o.key_hash, 'hex')
  where s.envelope is not null and s.answered_on < p_month + interval '1 month'
    and coalesce(app.is_answer_to(app.question_of(s.survey, s.version, s.question), o.choices, o.body), false);

  insert into pg_temp.opened (invitation_id, survey, version, question, choices, body, may_show, theme, provider, service)
  select i.id, i.survey, i.version, a.question, a.choices, a.body, a.may_show, i.theme, i.provider, i.service
  from app.named_answers a join app.survey_invitations i on i.id = a.invitation_id
  where a.counted_in is null and i.answered_at < (p_month + interval '1 month') at time zone 'Europe/Helsinki';

  update pg_temp.opened o set cell = o.survey || '/' || o.version || '/' || o.question;
  -- Fewer than five wait; and what a month was counted as stays.
  delete from pg_temp.opened o
  where o.cell in (select few.cell from pg_temp.opened few group by few.cell having count(*) < 5)
    or exists (
      select from app.answer_cells c
      where c.survey = o.survey and c.version = o.version and c.question = o.question and c.month = p_month
    );
  perform app.coarsen_opened();

  with times as (
    select g.cell, jsonb_object_agg(g.choice, g.times) as counts from (
      select o.cell, c as choice, count(*) as times from pg_temp.opened o, unnest(o.choices) c group by 1, 2
    ) g group by 1
  )
  insert into app.answer_cells (survey, version, question, month, theme, provider, service, answers, counts)
  select o.survey, o.version, o.question, p_month, o.theme, o.provider, o.service, count(*), coalesce(t.counts, '{}')
  from pg_temp.opened o left join times t on t.cell = o.cell
  group by o.cell, o.survey, o.version, o.question, o.theme, o.provider, o.service, t.counts;

  insert into app.opened_texts (survey, version, question, month, theme, provider, service, body, may_show)
  select o.survey, o.version, o.question, p_month, o.theme, o.provider, o.service, o.body, o.may_show
  from pg_temp.opened o where o.body is not null and o.key_hash is not null order by gen_random_uuid();

  delete from app.sealed_answers s using pg_temp.opened o where s.key_hash = o.key_hash;
  update app.named_answers a set counted_in = p_month from pg_temp.opened o
  where a.invitation_id = o.invitation_id and a.question = o.question;
  drop table pg_temp.opened;
  return 'released';
end $$;

comment on function api.sealed_answers is 'For the schedule that opens them: envelopes of anonymous answers up to the end of a month, which can be changed no more.';
comment on function api.release_answers is
  'Turns the answers up to the end of a month into cells of five or more (app.answer_cells, app.opened_texts), once a month for a question, from the ninth day after it. p_opened: what was in the envelopes.';
revoke execute on function api.sealed_answers, api.release_answers from public, anon, authenticated, service_role;
grant execute on function api.sealed_answers, api.release_answers to service_role;
