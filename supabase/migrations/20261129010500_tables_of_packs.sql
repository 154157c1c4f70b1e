-- A pack's tables go along with it as files: as they were when it was sent, in each language.
create or replace function api.desk_pack(p_id uuid) returns jsonb
language sql stable security definer
set search_path = ''
as $$
  select jsonb_build_object('meeting', r.meeting, 'version', r.version, 'pages', r.pages, 'tables', r.figures -> 'tables')
  from app.reports r where r.id = p_id and r.kind = 'steering_pack' and app.desk_person() is not null
$$;
