-- receive-mail: notes that a mail came to a letter's reply address. What stands in it is fetched and taken in afterwards.
create type api.receive_mail_outcome as enum ('received', 'already_received', 'no_address');

create function api.receive_mail(p_provider_id text, p_links uuid[], p_from text) returns api.receive_mail_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_link app.links;
begin
  -- Of several addresses (somebody answered to all) the one of the sender's own letter, and rather a living one.
  select l.* into v_link from app.links l
  where l.id = any (p_links) and l.need_id is not null
  order by app.mailbox_of(l.person_email) = app.mailbox_of(lower(p_from)) desc,
    (l.expires_at > now() and l.revoked_at is null) desc, array_position(p_links, l.id)
  limit 1;
  if v_link.id is null then return 'no_address'; end if;
  insert into app.received_mails (provider_id, need_id, link_id, from_email)
  values (p_provider_id, v_link.need_id, v_link.id, left(lower(p_from), 254))
  on conflict (provider_id) do nothing;
  return case when found then 'received' else 'already_received' end::api.receive_mail_outcome;
end $$;

-- Leases mails whose text is still to be fetched; whoever died on one leaves it to the next when the lease ends.
create function api.claim_mails(p_most integer, p_lease_seconds integer) returns table (id uuid, provider_id text, attempts integer)
language sql security definer
set search_path = ''
as $$
  update app.received_mails m set leased_until = now() + make_interval(secs => p_lease_seconds), attempts = m.attempts + 1
  where m.id in (
    select w.id from app.received_mails w
    where w.taken_at is null and w.try_after <= now() and (w.leased_until is null or w.leased_until < now())
    order by w.try_after
    limit p_most
    for update skip locked
  )
  returning m.id, m.provider_id, m.attempts::integer
$$;

comment on function api.receive_mail is 'Notes a mail to the reply address of one of these links, once for each id of the mail service.';
comment on function api.claim_mails is 'Leases received mails that are to be fetched and taken in.';
revoke execute on function api.receive_mail, api.claim_mails from public, anon, authenticated, service_role;
grant execute on function api.receive_mail, api.claim_mails to service_role;
