-- sharing: who can see what of a company, and who has looked; read with the rights of one of its people.
create index looks_by_person on app.looks (company_id, person_email, at desc);

create function app.last_look_of(p_company uuid, p_email text) returns timestamptz
language sql stable
set search_path = ''
as $$ select l.at from app.looks l where l.company_id = p_company and l.person_email = p_email order by l.at desc limit 1 $$;

-- Who handles which of the open needs: their owners, and whoever was asked to take one and has not said no.
create function app.sharing_handlers(p_company uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'name', handler.name, 'references', handler.refs, 'last_look_at', app.last_look_of(p_company, handler.email)
  ) order by handler.name, handler.email), '[]')
  from (
    select named.email, max(named.name) as name, array_agg(distinct named.reference order by named.reference) as refs
    from (
      select n.owner_email as email, n.owner_name as name, n.reference from app.needs n
      where n.company_id = p_company and n.closed_at is null and n.owner_email is not null
      union all
      select h.to_email, h.to_name, n.reference from app.needs n join app.hand_overs h on h.need_id = n.id
      where n.company_id = p_company and n.closed_at is null and h.state in ('asked', 'taken')
    ) named
    group by named.email
  ) handler
$$;
grant execute on function app.last_look_of(uuid, text), app.sharing_handlers(uuid) to authenticated;

create function api.workspace_sharing(p_company uuid) returns table (
  company jsonb, role api.member_role, consents jsonb, people jsonb, handlers jsonb, unhandled integer, now timestamptz
)
language sql stable
set search_path = ''
as $$
  select app.company_called(chosen.company),
    (select m.role from app.members m where m.company_id = chosen.company and m.email = app.workspace_person() and m.left_at is null),
    -- In force first; a hundred, of which the page tells that there are more.
    (select coalesce(jsonb_agg(app.consent_called(c) || jsonb_build_object(
       'references', array(select n.reference from app.consent_needs s join app.needs n on n.id = s.need_id where s.consent_id = c.id order by 1),
       'was_corrected', exists (select from app.consents r where r.replaces = c.id),
       'last_look_at', (select l.at from app.looks l where l.company_id = c.company_id and l.person_email = c.grantee_email and l.at >= c.given_at
                        order by l.at desc limit 1)
     ) order by app.standing_of(c), c.ends_at, c.id), '[]')
     from (
       select * from app.consents where company_id = chosen.company
       order by (withdrawn_at is not null or ends_at <= now()), given_at desc, id limit 100
     ) c),
    app.workspace_people(chosen.company), app.sharing_handlers(chosen.company),
    (select count(*)::integer from app.needs n where n.company_id = chosen.company and n.closed_at is null and n.owner_email is null),
    now()
  from app.workspace_company(p_company) as chosen (company)
$$;

-- The record of one consent: the receipt, its events, and the grantee's looks.
create function api.workspace_consent(p_consent uuid) returns table (
  company jsonb, role api.member_role, may_withdraw boolean, consent jsonb, needs jsonb, events jsonb, looks jsonb, replaces uuid, replaced_by uuid,
  now timestamptz
)
language sql stable
set search_path = ''
as $$
  select app.company_called(c.company_id), me.role, me.role = 'owner' or me.email = c.given_by,
    app.consent_called(c) || jsonb_build_object('text_version', c.text_version, 'text_language', c.text_language, 'company', c.company_id),
    (select coalesce(jsonb_agg(jsonb_build_object('reference', n.reference, 'description', left(n.description, 200)) order by n.received_at desc), '[]')
     from app.consent_needs s join app.needs n on n.id = s.need_id where s.consent_id = c.id),
    (select coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'at', e.at, 'way', e.way, 'by', e.by_email, 'ends_on', e.ends_on) order by e.id), '[]')
     from app.consent_events e where e.consent_id = c.id),
    (select coalesce(jsonb_agg(jsonb_build_object(
       'part', l.part, 'way', l.way, 'person_role', l.person_role, 'person_email', l.person_email, 'person_name', l.person_name,
       'organisation', l.organisation, 'at', l.at, 'reference', (select n.reference from app.needs n where n.id = l.need_id)
     ) order by l.at desc, l.id desc), '[]')
     from (
       select * from app.looks l where l.company_id = c.company_id and l.person_email = c.grantee_email and l.at >= c.given_at
       order by l.at desc limit 50
     ) l),
    c.replaces, (select r.id from app.consents r where r.replaces = c.id limit 1), now()
  from app.consents c join app.members me on me.company_id = c.company_id and me.email = app.workspace_person() and me.left_at is null
  where c.id = p_consent
$$;

comment on function api.workspace_sharing is 'Who can see what of a company: consents in force and over, its own people, who handles which need, and when each last looked.';
comment on function api.workspace_consent is 'The record of a consent of the caller''s company: the receipt with its events and the grantee''s looks; no row for any other.';
revoke execute on function api.workspace_sharing, api.workspace_consent from public, anon, authenticated, service_role;
grant execute on function api.workspace_sharing, api.workspace_consent to authenticated;
