-- One way to sign in, two doors: who may have a code, and who is let in, each door says for itself.
create function app.may_enter(p_door api.door, p_email text) returns boolean
language sql stable
set search_path = ''
as $$
  select case p_door
    when 'desk' then exists (select from app.coordinators c where c.email = p_email and c.left_at is null)
    -- Whoever has something to see there: a need of one's own, a company, an invitation.
    when 'workspace' then
      exists (select from app.needs n where n.contact_email = p_email)
      or exists (select from app.members m where m.email = p_email and m.left_at is null)
      or exists (select from app.member_invitations i where i.email = p_email and app.is_pending(i))
  end
$$;

drop function api.ask_code(text, text, text);

create function api.ask_code(p_door api.door, p_email text, p_address_hash text, p_network_hash text) returns table (
  outcome api.ask_code_outcome, retry_after_seconds integer
)
language plpgsql security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_address bytea := decode(p_address_hash, 'hex');
  v_network bytea := decode(p_network_hash, 'hex');
  v_free_at timestamptz;
begin
  -- One address and one network at a time, always in this order, so that a burst is counted and never locks itself out.
  perform pg_advisory_xact_lock(hashtextextended(p_address_hash, 2));
  perform pg_advisory_xact_lock(hashtextextended(p_network_hash, 3));
  delete from app.code_requests where asked_at < now() - interval '1 day';

  -- The n-th latest still within the window says when there is room again. Both doors count together: the code is one.
  select max(x.free_at) into v_free_at from (
    -- Three in a quarter of an hour: a person who mistyped, and whose letter was slow.
    (select r.asked_at + interval '15 minutes' as free_at from app.code_requests r where r.address_hash = v_address order by r.asked_at desc offset 2 limit 1)
    union all
    -- Ten in a day: with five tries each, a guesser would need decades.
    (select r.asked_at + interval '1 day' from app.code_requests r where r.address_hash = v_address order by r.asked_at desc offset 9 limit 1)
    union all
    -- Ten in a quarter of an hour from one network: an office that starts its day.
    (select r.asked_at + interval '15 minutes' from app.code_requests r where r.network_hash = v_network order by r.asked_at desc offset 9 limit 1)
  ) x;
  if v_free_at > now() then
    return query select 'too_many'::api.ask_code_outcome, greatest(1, ceil(extract(epoch from v_free_at - now())))::integer;
    return;
  end if;

  insert into app.code_requests (address_hash, network_hash) values (v_address, v_network);
  return query select
    case when app.may_enter(p_door, p_email) then 'send' else 'say_nothing' end::api.ask_code_outcome, null::integer;
end $$;

drop function api.begin_desk_session(uuid, text, boolean);
alter type api.begin_desk_session_outcome rename to begin_session_outcome;

-- Called once Supabase Auth has taken the code, so that p_email is proved: from now on its needs may come to its company.
create function api.begin_session(p_door api.door, p_session_id uuid, p_email text, p_own_device boolean)
returns api.begin_session_outcome
language plpgsql security definer
set search_path = ''
as $$
begin
  if not app.may_enter(p_door, p_email) then return 'not_listed'; end if;
  insert into app.sessions (id, door, email, own_device, expires_at)
  values (p_session_id, p_door, p_email, p_own_device, now() + case when p_own_device then interval '30 days' else interval '12 hours' end)
  on conflict do nothing;
  if p_door = 'workspace' then perform app.attach_needs(p_email); end if;
  return 'begun';
end $$;

create function api.workspace_session() returns table (
  standing api.session_standing, email text, name text, language api.language, own_device boolean, expires_at timestamptz, now timestamptz
)
language sql stable security definer
set search_path = ''
as $$
  select
    case
      when s.id is null then 'unknown'
      when s.revoked_at is not null then 'revoked'
      when s.expires_at <= now() then 'expired'
      else 'living'
    end::api.session_standing,
    s.email,
    (select f.value from app.profile_facts f join app.members m on m.company_id = f.company_id and m.email = f.person_email
     where m.email = s.email and m.left_at is null and f.field = 'contact_name' order by f.told_at desc, f.id desc limit 1),
    (select f.value from app.profile_facts f join app.members m on m.company_id = f.company_id and m.email = f.person_email
     where m.email = s.email and m.left_at is null and f.field = 'language' order by f.told_at desc, f.id desc limit 1)::api.language,
    coalesce(s.own_device, false), s.expires_at, now()
  from (values (true)) as one (row)
  left join app.session_of_caller('workspace') s on true
$$;

comment on function api.ask_code is 'Whether a code may be asked for, and whether the address is one to send it to at this door: 3 in 15 minutes and 10 in a day for an address, 10 in 15 minutes for a network.';
comment on function api.begin_session is 'Opens a door to a person who has proved an address, if it is one for that door: 12 hours, or 30 days on an own device.';
comment on function api.workspace_session is 'How the caller''s session at the workspace stands, whose it is, the language they read, and when it ends; always one row.';
revoke execute on function api.ask_code, api.begin_session, api.workspace_session from public, anon, authenticated, service_role;
grant execute on function api.ask_code, api.begin_session to service_role;
grant execute on function api.workspace_session to authenticated;
