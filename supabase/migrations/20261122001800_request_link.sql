-- request-link: a fresh link by mail for whoever lost one. What comes back is the same for a known and an unknown address.
create type api.request_link_outcome as enum ('requested');

create function api.request_link(p_email text, p_reference text, p_coordinators text[], p_links jsonb) returns api.request_link_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_person record;
  v_set uuid;
  v_from integer := 0;
begin
  perform pg_advisory_xact_lock(hashtextextended(p_email, 1));
  -- The newest needs of this address, three at most, and only those to which it already had links.
  for v_person in
    select newest.* from (
      select distinct on (n.received_at, n.id, l.person_role) n.id as need_id, n.state, l.person_role, l.person_name, l.language
      from (
        -- Its newest links that nobody revoked: enough for more needs than are answered, however many it ever had.
        select k.* from app.links k
        where k.person_email = p_email and k.revoked_at is null
          and (p_reference is null or k.need_id = (select r.id from app.needs r where r.reference = p_reference))
        order by k.created_at desc limit 100
      ) l join app.needs n on n.id = l.need_id
      where (l.person_role = 'company' or app.is_open(n.state))
        and (l.person_role <> 'coordinator' or p_email = any (p_coordinators))
        and not exists (
          select from app.hand_overs h
          where h.need_id = n.id and h.to_email = p_email and h.state = 'declined' and l.person_role = 'expert'
        )
      order by n.received_at desc, n.id, l.person_role, l.created_at desc
      limit 3
    ) newest
    -- Three requests in an hour for a need: enough for a person, useless for flooding somebody's mail. Counted after the
    -- newest were picked, or each flood would move on to the next three.
    where (select count(*) from app.events e where e.need_id = newest.need_id and e.kind = 'link_requested'
             and e.actor_email = p_email and e.at > now() - interval '1 hour') < 3
  loop
    v_set := app.mint_links(v_person.need_id, v_person.person_role, p_email, v_person.person_name, v_person.language, p_links, v_from,
      case when app.is_open(v_person.state) then interval '180 days' else interval '30 days' end);
    v_from := v_from + cardinality(app.purposes_of(v_person.person_role));
    insert into app.events (need_id, kind, actor_role, actor_email) values (v_person.need_id, 'link_requested', v_person.person_role, p_email);
    insert into app.outbox (letter, need_id, link_set, hand_over_id)
    values (
      case v_person.person_role when 'company' then 'new_link' when 'coordinator' then 'new_need' else 'handover_asked' end::api.letter_kind,
      v_person.need_id, v_set,
      (select h.id from app.hand_overs h where h.need_id = v_person.need_id and h.to_email = p_email and v_person.person_role = 'expert')
    );
  end loop;
  return 'requested';
end $$;

create index links_by_person on app.links (person_email, created_at desc);

comment on function api.request_link is
  'Mails fresh links to an address for its newest needs, as long as nobody revoked its links; says the same whether there are any.';
revoke execute on function api.request_link from public, anon, authenticated;
grant execute on function api.request_link to service_role;
