-- The offer to join shows the same person's needs first, and names the other contact's address: two contacts of one name are told apart by it.

-- For the page of a need: where it goes on, what goes on in it, and which other open needs of the company it may be joined with.
create or replace function api.desk_joining(p_reference text) returns table (goes_on jsonb, joined jsonb, offers jsonb)
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
       'contact_name', offer.contact_name, 'contact_email', offer.contact_email, 'other_contact', app.mailbox_of(offer.contact_email) <> app.mailbox_of(n.contact_email),
       'older', (offer.received_at, offer.id) < (n.received_at, n.id),
       'services', offer.services_both, 'words', offer.words_both, 'is_alike', offer.is_alike
     ) order by offer.is_alike desc, app.mailbox_of(offer.contact_email) <> app.mailbox_of(n.contact_email), offer.received_at), '[]')
     from (
       select o.*, likeness.services as services_both, likeness.words as words_both, likeness.is_alike
       from app.needs o, app.likeness(n, o) as likeness
       where n.closed_at is null and o.closed_at is null and o.id <> n.id and o.id in (
         (select x.id from app.needs x where x.closed_at is null and x.business_id = n.business_id order by x.received_at desc limit 20)
         union
         (select x.id from app.needs x
          where app.mailbox_of(x.contact_email) = app.mailbox_of(n.contact_email) order by x.received_at desc limit 20)
       )
       -- More is no choice any more. The same person's own come first.
       order by likeness.is_alike desc, app.mailbox_of(o.contact_email) <> app.mailbox_of(n.contact_email), o.received_at limit 5
     ) offer)
  from app.needs n where n.reference = p_reference and app.desk_person() is not null
$$;
