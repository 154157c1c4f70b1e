-- What a letter about a received mail, or about a letter that came back, says of it; and what the desk shows of both.
create function api.mail_behind_letter(p_id uuid) returns table (
  from_email text, outcome api.mail_outcome, body text, was_cut boolean, attachments integer,
  bounced_email text, bounced_kind api.delivery_kind, bounced_reason text, bounced_at timestamptz
)
language sql stable security definer
set search_path = ''
as $$
  select m.from_email, m.outcome, m.body, m.was_cut, m.attachments::integer, b.person_email, b.kind, b.reason, b.happened_at
  from app.outbox o
  left join app.received_mails m on m.id = o.mail_id
  left join app.bounces b on b.outbox_id = o.bounce_id
  where o.id = p_id
$$;

create function api.desk_need_mail(p_reference text) returns table (set_aside jsonb, came_back jsonb, by_mail uuid[], events_by_mail bigint[])
language sql stable
set search_path = ''
as $$
  -- With what came to needs that were joined to it.
  with within as (
    select w.id from app.needs w where w.reference = p_reference or w.joined_to = (select n.id from app.needs n where n.reference = p_reference)
  )
  select
    (select coalesce(jsonb_agg(jsonb_build_object(
       'id', m.id, 'from_email', m.from_email, 'received_at', m.received_at, 'outcome', m.outcome, 'body', m.body
     ) order by m.received_at, m.id), '[]')
     from app.received_mails m
     where m.need_id in (select id from within) and m.outcome not in ('said', 'already_said', 'empty')),
    (select coalesce(jsonb_agg(jsonb_build_object(
       'person_email', b.person_email, 'kind', b.kind, 'reason', b.reason, 'happened_at', b.happened_at
     ) order by b.happened_at), '[]')
     from (
       select distinct on (w.person_email) w.* from app.bounces w
       where w.need_id in (select id from within) and w.cleared_at is null order by w.person_email, w.happened_at desc
     ) b),
    (select coalesce(array_agg(m.message_id), '{}') from app.received_mails m where m.need_id in (select id from within) and m.message_id is not null),
    (select coalesce(array_agg(e.id), '{}')
     from app.received_mails m join app.events e on e.message_id = m.message_id where m.need_id in (select id from within))
  from app.needs n where n.reference = p_reference
$$;

comment on function api.mail_behind_letter is 'The received mail, or the letter that came back, that a letter of the outbox is about.';
comment on function api.desk_need_mail is
  'The mail of a need: what was set aside, whose letters came back, and which messages and lines of the log came by mail; no row for a caller who is not at the desk.';
revoke execute on function api.mail_behind_letter, api.desk_need_mail from public, anon, authenticated, service_role;
grant execute on function api.mail_behind_letter to service_role;
grant execute on function api.desk_need_mail to authenticated;
