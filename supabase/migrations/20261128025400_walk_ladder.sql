-- walk-ladder: the steps of the promise whose time has come, each once, with its line in the log and its letter; and the
-- day's digest for each coordinator. What the days are the schedule says; what has happened until now the rows say.

-- Takes a step of a need; false when it was taken before.
create function app.take_step(p_need_id uuid, p_step api.ladder_step, p_event api.event_kind) returns boolean
language plpgsql
set search_path = ''
as $$
begin
  insert into app.ladder_steps (need_id, step) values (p_need_id, p_step) on conflict do nothing;
  if not found then return false; end if;
  insert into app.events (need_id, kind, actor_role) values (p_need_id, p_event, 'system');
  return true;
end $$;

create function api.walk_ladder(
  p_today date, p_remind_due_by timestamptz, p_tell_due_before timestamptz, p_mail_hours tstzmultirange
) returns table (reminded integer, escalated integer, told integer, digests integer)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_need app.needs;
  v_person text;
  v_digest uuid;
  v_set uuid;
begin
  reminded := 0; escalated := 0; told := 0; digests := 0;
  -- The database's clock rules: a server that takes night for morning walks nowhere.
  if not p_mail_hours @> now() or app.helsinki_day(now()) <> p_today then
    return next;
    return;
  end if;
  -- One run at a time: the second sees what the first did.
  perform pg_advisory_xact_lock(hashtextextended('walk_ladder', 4));

  -- Each need is locked, and looked at again when the lock was waited for: an answer that came between wins.
  for v_need in
    select n.* from app.needs n
    where n.closed_at is null and not n.answered and n.due_at <= p_remind_due_by
    order by n.due_at, n.id for update
  loop
    -- A reminder that comes after the due time reminds of nothing: that is the next step's to tell.
    if v_need.due_at > now() then
      if app.take_step(v_need.id, 'remind', 'reminded') then
        reminded := reminded + 1;
        -- Coordinators read it in their digest; an expert has a letter of their own, and sees this one need alone.
        v_set := app.link_set_of(v_need.id, v_need.owner_email, 'expert');
        if v_set is not null then
          insert into app.outbox (letter, need_id, link_set, send_within) values ('expert_reminder', v_need.id, v_set, p_mail_hours);
        end if;
      end if;
      continue;
    end if;
    if app.take_step(v_need.id, 'escalate', 'escalated') then escalated := escalated + 1; end if;
    if v_need.due_at < p_tell_due_before and app.take_step(v_need.id, 'tell_company', 'told_late') then
      told := told + 1;
      insert into app.outbox (letter, need_id, link_set, send_within)
      values ('promise_late', v_need.id, app.link_set_of(v_need.id, v_need.contact_email, 'company'), p_mail_hours);
    end if;
  end loop;

  -- Whoever acts now, for themselves or for somebody who is away. Whether there is anything to tell is seen when it goes.
  for v_person in
    select distinct app.acting_owner(c.email) from app.coordinators c where c.left_at is null order by 1
  loop
    insert into app.digests as d (letter, email, day, remind_due_by) values ('digest', v_person, p_today, p_remind_due_by)
    on conflict (email, day) where letter = 'digest' do nothing
    returning d.id into v_digest;
    if found then
      digests := digests + 1;
      insert into app.outbox (letter, digest_id, send_within)
      values ('digest', v_digest, (select tstzmultirange(r) from unnest(p_mail_hours) r where r @> now()));
    end if;
  end loop;
  return next;
end $$;

-- What the schedule reckons with: a server's own clock may be wrong, and days off are not SQL's to know.
create function api.clock() returns timestamptz
language sql stable security definer
set search_path = ''
as $$ select now() $$;

comment on function api.walk_ladder is
  'Reminds of needs due until p_remind_due_by, escalates what is late, tells companies whose need was due before p_tell_due_before, and makes the digests of p_today; all once, and only within p_mail_hours.';
comment on function api.clock is 'The time by the database''s clock.';
revoke execute on function api.walk_ladder, api.clock from public, anon, authenticated, service_role;
grant execute on function api.walk_ladder, api.clock to service_role;
