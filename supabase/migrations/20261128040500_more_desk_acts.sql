-- ask-more, log-contact and decline-need at the desk: the same as behind a link, by whoever is signed in.
create function api.desk_ask_more(p_reference text, p_seen bigint, p_links jsonb, p_body text)
returns table (standing api.desk_standing, outcome api.say_outcome)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_place app.desk_place := app.desk_actor(p_reference, p_seen, p_links);
begin
  return query select v_place.standing, case when v_place.standing = 'current' then app.ask_more(v_place.actor, p_body) end;
end $$;

create function api.desk_log_contact(
  p_reference text, p_seen bigint, p_links jsonb, p_channel api.contact_channel, p_happened_at timestamptz, p_note text
) returns table (standing api.desk_standing, outcome api.log_contact_outcome)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_place app.desk_place := app.desk_actor(p_reference, p_seen, p_links);
begin
  return query select v_place.standing,
    case when v_place.standing = 'current' then app.log_contact(v_place.actor, p_channel, p_happened_at, p_note) end;
end $$;

create function api.desk_decline_need(p_reference text, p_seen bigint, p_links jsonb, p_reason text)
returns table (standing api.desk_standing, outcome api.say_outcome)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_place app.desk_place := app.desk_actor(p_reference, p_seen, p_links);
begin
  return query select v_place.standing, case when v_place.standing = 'current' then app.decline_need(v_place.actor, p_reason) end;
end $$;

comment on function api.desk_ask_more is 'ask_more for a coordinator at the desk, unless the need has changed since p_seen.';
comment on function api.desk_log_contact is 'log_contact for a coordinator at the desk, unless the need has changed since p_seen.';
comment on function api.desk_decline_need is 'decline_need for a coordinator at the desk, unless the need has changed since p_seen.';
revoke execute on function api.desk_ask_more, api.desk_log_contact, api.desk_decline_need from public, anon, authenticated, service_role;
grant execute on function api.desk_ask_more, api.desk_log_contact, api.desk_decline_need to authenticated;
