-- report-mistake: what a provider's contact says is wrong becomes a task, and every editor gets a letter about it.
create type api.report_mistake_outcome as enum ('reported', 'already_reported', 'too_many', 'no_link');

create function api.report_mistake(
  p_token_hash text, p_services text[], p_own_page boolean, p_mistake text, p_editors jsonb, p_links jsonb
) returns api.report_mistake_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_link app.links := app.living_link(p_token_hash);
  v_round app.confirmations;
  v_task uuid;
begin
  if v_link.id is null or v_link.purpose <> 'report_mistake' then return 'no_link'; end if;
  v_round := app.locked_confirmation(v_link);
  if v_round.ended_at is not null then return 'no_link'; end if;
  if exists (
    select from app.editor_tasks t
    where t.confirmation_id = v_round.id and t.done_at is null and t.mistake = p_mistake
      and t.services = p_services and t.own_page = p_own_page
  ) then return 'already_reported'; end if;
  -- Ten in a day: more than a person who goes through a few pages writes, and no flood for the editors.
  if (select count(*) from app.editor_tasks t where t.confirmation_id = v_round.id and t.created_at > now() - interval '1 day') >= 10 then
    return 'too_many';
  end if;

  insert into app.editor_tasks (confirmation_id, services, own_page, mistake)
  values (v_round.id, p_services, p_own_page, p_mistake) returning id into v_task;
  perform app.log_event(v_link, 'mistake_reported');
  -- A year: the task does not go away by waiting.
  insert into app.outbox (letter, task_id, link_set)
  select 'mistake_reported', v_task, app.mint_links(
    null, 'editor', editor.value ->> 'email', editor.value ->> 'name', 'fi', p_links,
    (editor.place::integer - 1) * cardinality(app.purposes_of('editor')), interval '1 year', null, v_task)
  from jsonb_array_elements(p_editors) with ordinality as editor (value, place);
  return 'reported';
end $$;

comment on function api.report_mistake is 'Makes a task of what is wrong on a provider''s pages and mails the editors; confirms nothing.';
revoke execute on function api.report_mistake from public, anon, authenticated;
grant execute on function api.report_mistake to service_role;
