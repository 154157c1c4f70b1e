-- close-task: an editor says that a reported mistake is dealt with; the reporter hears of it an hour later, unless that was undone.
create type api.close_task_outcome as enum ('done', 'already_done', 'no_link');
create type api.reopen_task_outcome as enum ('reopened', 'not_done', 'too_late', 'no_link');

create function app.locked_task(p_link app.links) returns app.editor_tasks
language sql
set search_path = ''
as $$ select t from app.editor_tasks t where t.id = p_link.task_id for update $$;

-- The one place where a task is done: the links of its editors live for a day more, so that they see it and can undo it.
create function app.finish_task(p_task app.editor_tasks, p_by text, p_note text) returns void
language plpgsql
set search_path = ''
as $$
begin
  update app.editor_tasks set done_at = now(), done_by = p_by, note = p_note where id = p_task.id;
  update app.links set expires_at = greatest(least(expires_at, now() + interval '1 day'), created_at + interval '1 second')
  where task_id = p_task.id;
  insert into app.outbox (letter, task_id, link_set, send_after, due_from)
  select 'mistake_handled', p_task.id, l.set_id, now() + interval '1 hour', now() + interval '1 hour'
  from app.links l where l.confirmation_id = p_task.confirmation_id and l.purpose = 'report_mistake';
end $$;

create function api.close_task(p_token_hash text, p_note text) returns api.close_task_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_link app.links := app.living_link(p_token_hash);
  v_task app.editor_tasks;
begin
  if v_link.id is null or v_link.purpose <> 'close_task' then return 'no_link'; end if;
  v_task := app.locked_task(v_link);
  if v_task.done_at is not null then return 'already_done'; end if;
  perform app.finish_task(v_task, coalesce(v_link.person_name, v_link.person_email), p_note);
  perform app.log_event(v_link, 'task_done');
  return 'done';
end $$;

create function api.reopen_task(p_token_hash text) returns api.reopen_task_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_link app.links := app.living_link(p_token_hash);
  v_task app.editor_tasks;
begin
  if v_link.id is null or v_link.purpose <> 'close_task' then return 'no_link'; end if;
  v_task := app.locked_task(v_link);
  if v_task.done_at is null then return 'not_done'; end if;
  if v_task.done_at < now() - interval '1 day' then return 'too_late'; end if;
  update app.editor_tasks set done_at = null, done_by = null, note = null where id = v_task.id;
  update app.links set expires_at = created_at + interval '1 year' where task_id = v_task.id and revoked_at is null;
  perform app.log_event(v_link, 'task_reopened');
  return 'reopened';
end $$;

-- For editors and operators who have lost the letter.
create function api.editor_tasks() returns table (
  id uuid, provider text, services text[], own_page boolean, mistake text, reporter text, created_at timestamptz
)
language sql stable security definer
set search_path = ''
as $$
  select t.id, c.provider, t.services, t.own_page, t.mistake, c.person_email, t.created_at
  from app.editor_tasks t join app.confirmations c on c.id = t.confirmation_id
  where t.done_at is null order by t.created_at
$$;

create function api.finish_editor_task(p_id uuid, p_by text) returns boolean
language plpgsql security definer
set search_path = ''
as $$
declare
  v_task app.editor_tasks;
begin
  select t.* into v_task from app.editor_tasks t where t.id = p_id and t.done_at is null for update;
  if v_task.id is null then return false; end if;
  perform app.finish_task(v_task, p_by, null);
  insert into app.events (task_id, kind, actor_role, actor_email) values (v_task.id, 'task_done', 'editor', p_by);
  return true;
end $$;

comment on function api.close_task is 'Marks a reported mistake as dealt with; its reporter is told an hour later.';
comment on function api.reopen_task is 'Undoes close_task within a day.';
comment on function api.editor_tasks is 'For editors and operators: reported mistakes that nobody has dealt with, the oldest first.';
comment on function api.finish_editor_task is 'For editors and operators: marks a task as dealt with when its letter is lost.';
revoke execute on function api.close_task, api.reopen_task, api.editor_tasks, api.finish_editor_task from public, anon, authenticated;
grant execute on function api.close_task, api.reopen_task, api.editor_tasks, api.finish_editor_task to service_role;
