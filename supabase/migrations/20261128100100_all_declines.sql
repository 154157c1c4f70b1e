-- desk_declines in pages: hosted PostgREST cuts every answer at max_rows, and the file of declines says that it holds all.
drop function api.desk_declines(timestamptz, integer);

create function api.desk_declines(p_since timestamptz, p_limit integer, p_before timestamptz, p_before_id uuid) returns table (
  id uuid, reference text, at timestamptz, author_role api.person_role, author_email text, author_name text, whole_need boolean,
  reason text, of_all integer, whole_needs integer
)
language sql stable
set search_path = ''
as $$
  select d.* from (
    select m.id, n.reference, m.created_at as at, m.author_role, m.author_email, m.author_name, m.kind = 'decline', m.body,
      (count(*) over ())::integer, (count(*) filter (where m.kind = 'decline') over ())::integer
    from app.messages m join app.needs n on n.id = m.need_id
    where m.kind in ('decline', 'hand_over_decline') and m.created_at >= p_since
  ) d
  where p_before is null or (d.at, d.id) < (p_before, p_before_id)
  order by d.at desc, d.id desc limit p_limit
$$;

comment on function api.desk_declines is
  'Who declined a whole need, or a hand-over, since a moment, and why: p_limit of them, the newest first or from p_before and its id on, and in each row how many there are in all.';
revoke execute on function api.desk_declines from public, anon, authenticated, service_role;
grant execute on function api.desk_declines to authenticated;
