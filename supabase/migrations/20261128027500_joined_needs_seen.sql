-- What a joining looks like: in the thread, at the desk with its offers and reasons, and behind the links of what was joined.
grant execute on function app.mailbox_of(text) to authenticated;

-- The needs whose words stand in one thread: a need and those that go on in it. The company's people see those of their own
-- mailbox alone: a business ID can be written by anybody.
create function app.needs_within(p_need_id uuid, p_role api.person_role) returns setof app.needs
language sql stable
set search_path = ''
as $$
  select n.* from app.needs own join app.needs n on n.id = own.id or n.joined_to = own.id
  where own.id = p_need_id
    and (p_role <> 'company' or app.mailbox_of(n.contact_email) = app.mailbox_of(own.contact_email))
$$;

-- p_email: whose eyes they are, where a role does not say enough. What a joined need told first is a line of its own.
create or replace function app.thread_of(p_need_id uuid, p_role api.person_role, p_email text default null) returns jsonb
language sql stable
set search_path = ''
as $$
  with within as materialized (select n.* from app.needs_within(p_need_id, p_role) n)
  select coalesce(jsonb_agg(line.shown order by line.at, line.id), '[]')
  from (
    select m.id, m.created_at as at, jsonb_build_object(
      'id', m.id, 'kind', m.kind, 'author_role', m.author_role, 'author_email', m.author_email, 'author_name', m.author_name,
      'body', m.body, 'channel', m.channel, 'happened_at', m.happened_at, 'created_at', m.created_at
    ) as shown
    from within join app.messages m on m.need_id = within.id
    -- Why somebody declined, and how it ended, is for coordinators and for who wrote it.
    where m.kind not in ('hand_over_decline', 'hand_over_report') or p_role = 'coordinator' or (p_role = 'expert' and m.author_email = p_email)
    union all
    select w.id, w.received_at, jsonb_build_object(
      'id', w.id, 'kind', 'joined_need', 'author_role', 'company', 'author_email', w.contact_email, 'author_name', w.contact_name,
      'body', w.description, 'channel', null, 'happened_at', w.received_at, 'created_at', w.received_at,
      'reference', w.reference, 'services', w.services
    )
    from within w where w.id <> p_need_id
  ) line
$$;

grant execute on function app.needs_within(uuid, api.person_role) to authenticated;

-- Where the need behind a link goes on, and the links that the same person has there.
create function api.where_it_goes_on(p_token_hash text) returns table (reference text, joined_at timestamptz, links jsonb)
language sql stable security definer
set search_path = ''
as $$
  select n.reference, j.joined_at, app.links_of((
    select k.set_id from app.links k
    where k.need_id = n.id and k.person_email = l.person_email and k.person_role = l.person_role
      and k.revoked_at is null and k.expires_at > now()
    order by k.created_at desc, k.set_id limit 1
  ))
  from app.living_link(p_token_hash) l join app.needs j on j.id = l.need_id join app.needs n on n.id = j.joined_to
$$;

-- For the page of a need: where it goes on, what goes on in it, and which other open needs of the company it may be joined with.
create function api.desk_joining(p_reference text) returns table (goes_on jsonb, joined jsonb, offers jsonb)
language sql stable security definer
set search_path = ''
as $$
  select
    (select jsonb_build_object('reference', o.reference, 'joined_at', n.joined_at, 'may_undo', app.can_be_undone(n))
     from app.needs o where o.id = n.joined_to),
    (select coalesce(jsonb_agg(jsonb_build_object(
       'reference', o.reference, 'joined_at', o.joined_at, 'may_undo', app.can_be_undone(o)) order by o.received_at), '[]')
     from app.needs o where o.joined_to = n.id),
    (select coalesce(jsonb_agg(jsonb_build_object(
       'reference', offer.reference, 'received_at', offer.received_at, 'description', left(offer.description, 200),
       'contact_name', offer.contact_name, 'other_contact', app.mailbox_of(offer.contact_email) <> app.mailbox_of(n.contact_email),
       'older', (offer.received_at, offer.id) < (n.received_at, n.id),
       'services', offer.services_both, 'words', offer.words_both, 'is_alike', offer.is_alike
     ) order by offer.is_alike desc, offer.received_at), '[]')
     from (
       select o.*, likeness.services as services_both, likeness.words as words_both, likeness.is_alike
       from app.needs o, app.likeness(n, o) as likeness
       where n.closed_at is null and o.closed_at is null and o.id <> n.id and o.id in (
         (select x.id from app.needs x where x.closed_at is null and x.business_id = n.business_id order by x.received_at desc limit 20)
         union
         (select x.id from app.needs x
          where app.mailbox_of(x.contact_email) = app.mailbox_of(n.contact_email) order by x.received_at desc limit 20)
       )
       -- More is no choice any more.
       order by likeness.is_alike desc, o.received_at limit 5
     ) offer)
  from app.needs n where n.reference = p_reference and app.desk_person() is not null
$$;

comment on function api.where_it_goes_on is 'For a link whose need was joined to another: the reference of that one, and the ids of the person''s own links there.';
comment on function api.desk_joining is 'Where a need goes on, what goes on in it, and which open needs of the same company may be joined with it, with what makes them alike.';
revoke execute on function api.where_it_goes_on, api.desk_joining from public, anon, authenticated, service_role;
grant execute on function api.where_it_goes_on to service_role;
grant execute on function api.desk_joining to authenticated;
