-- workspace: who stands in for whom is asked once for a page; asked for each need it took more time than all the rest.
create function app.workspace_stand_ins() returns jsonb
language sql stable security definer
set search_path = ''
as $$
  select coalesce(jsonb_object_agg(c.email, app.stand_in_for(c.email)), '{}') from app.coordinators c
  where app.workspace_person() is not null and exists (
    select from app.absences a
    where a.email = c.email and a.ended_at is null and app.helsinki_day(now()) between a.first_day and a.last_day
  )
$$;
grant execute on function app.workspace_stand_ins() to authenticated;

create or replace function app.workspace_needs(p_company uuid, p_page integer) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'reference', n.reference, 'state', n.state, 'description', left(n.description, 200), 'services', n.services,
    'received_at', n.received_at, 'due_at', n.due_at, 'first_response_at', n.first_response_at, 'promise_kept', n.promise_kept,
    'closed_at', n.closed_at, 'owner_name', n.owner_name, 'has_owner', n.owner_email is not null,
    'stand_in', case when n.closed_at is null then away.stand_ins -> n.owner_email end,
    'waits_for_company', n.waits_for_company, 'last_message', n.last_message
  ) order by n.place), '[]')
  from (
    select n.*, row_number() over () as place, (
      select jsonb_build_object(
        'kind', m.kind, 'author_role', m.author_role, 'author_email', m.author_email, 'author_name', m.author_name,
        'channel', m.channel, 'body', left(m.body, 200), 'happened_at', m.happened_at
      )
      from app.messages m where m.need_id = n.id and m.kind not in ('hand_over_decline', 'hand_over_report')
      order by m.created_at desc, m.id desc limit 1
    ) as last_message
    from (
      select * from app.needs
      where company_id = p_company
      order by (closed_at is not null), (not waits_for_company), received_at desc, id
      limit 26 offset 25 * (least(greatest(p_page, 1), 1000) - 1)
    ) n
  ) n, (select app.workspace_stand_ins() as stand_ins offset 0) away
$$;
