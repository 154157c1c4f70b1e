-- write-note: what coordinators write to each other about a need. A table of its own, which no link and no letter can reach.
create table app.notes (
  id uuid primary key default gen_random_uuid(),
  need_id uuid not null references app.needs (id) on delete cascade,
  author_email text not null,
  author_name text,
  body text not null,
  created_at timestamptz not null default now(),
  constraint a_note_has_1_to_5000_characters check (char_length(body) between 1 and 5000)
);
alter table app.notes enable row level security;
create index notes_by_need on app.notes (need_id, created_at);

comment on table app.notes is
  'Internal notes of coordinators, apart from the thread: read at the desk alone, by nothing that runs for a link or a letter.';

grant select on app.notes to authenticated;
create policy coordinators_read on app.notes for select to authenticated using ((select app.desk_person()) is not null);

create type api.write_note_outcome as enum ('noted', 'already_noted', 'no_link');

-- On a need that has ended too: what is learned afterwards is for the next one. It moves nothing and stops no clock.
create function api.desk_write_note(p_reference text, p_seen bigint, p_links jsonb, p_body text)
returns table (standing api.desk_standing, outcome api.write_note_outcome)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_place app.desk_place := app.desk_actor(p_reference, p_seen, p_links);
  v_actor app.actor := v_place.actor;
begin
  if v_place.standing <> 'current' then return query select v_place.standing, null::api.write_note_outcome; return; end if;
  -- The same words within an hour are one note: a double click, a reload, a retry.
  if exists (
    select from app.notes n
    where n.need_id = v_actor.need_id and n.author_email = v_actor.email and n.body = p_body and n.created_at > now() - interval '1 hour'
  ) then
    return query select v_place.standing, 'already_noted'::api.write_note_outcome;
    return;
  end if;
  insert into app.notes (need_id, author_email, author_name, body) values (v_actor.need_id, v_actor.email, v_actor.name, p_body);
  perform app.log_act(v_actor, 'noted');
  return query select v_place.standing, 'noted'::api.write_note_outcome;
end $$;

create function api.desk_notes(p_reference text) returns table (id uuid, author_email text, author_name text, body text, created_at timestamptz)
language sql stable
set search_path = ''
as $$
  select o.id, o.author_email, o.author_name, o.body, o.created_at
  from app.notes o join app.needs n on n.id = o.need_id where n.reference = p_reference order by o.created_at, o.id
$$;

comment on function api.desk_write_note is 'Writes an internal note on a need, for coordinators at the desk alone, unless the need has changed since p_seen.';
comment on function api.desk_notes is 'The internal notes of a need, oldest first; no row for a caller who is not at the desk.';
revoke execute on function api.desk_write_note, api.desk_notes from public, anon, authenticated, service_role;
grant execute on function api.desk_write_note, api.desk_notes to authenticated;
