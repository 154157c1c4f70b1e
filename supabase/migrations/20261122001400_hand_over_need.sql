-- hand-over-need: asks somebody else of the network to take the need; the company is told who.
create type api.hand_over_need_outcome as enum ('handed_over', 'already_handed_over', 'to_yourself', 'closed', 'no_link');

create function api.hand_over_need(
  p_token_hash text, p_to_role api.person_role, p_to_email text, p_to_name text, p_note text, p_links jsonb
) returns api.hand_over_need_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_link app.links := app.living_link(p_token_hash);
  v_need app.needs;
  v_hand_over uuid;
  v_set uuid;
begin
  if v_link.id is null or v_link.purpose <> 'hand_over_need' then return 'no_link'; end if;
  v_need := app.locked_need(v_link);
  if not app.is_open(v_need.state) then return 'closed'; end if;
  if p_to_email = v_link.person_email then return 'to_yourself'; end if;
  insert into app.hand_overs (need_id, from_email, from_name, to_role, to_email, to_name, note)
  values (v_need.id, v_link.person_email, v_link.person_name, p_to_role, p_to_email, p_to_name, p_note)
  on conflict (need_id, to_email) do nothing
  returning id into v_hand_over;
  if v_hand_over is null then return 'already_handed_over'; end if;
  -- A coordinator has links already, unless they have ended.
  select l.set_id into v_set from app.links l
  where l.need_id = v_need.id and l.person_email = p_to_email and l.person_role = p_to_role
    and l.expires_at > now() and l.revoked_at is null
  order by l.created_at desc, l.set_id limit 1;
  v_set := coalesce(v_set, app.mint_links(v_need.id, p_to_role, p_to_email, p_to_name, 'fi', p_links));
  perform app.log_event(v_link, 'handed_over');
  insert into app.outbox (letter, need_id, link_set, hand_over_id) values ('handover_asked', v_need.id, v_set, v_hand_over);
  perform app.tell_company(v_need, 'handed_over', null, v_hand_over);
  return 'handed_over';
end $$;

comment on function api.hand_over_need is 'Asks an expert or another coordinator to take the need, mails them their links, and tells the company who it is.';
revoke execute on function api.hand_over_need from public, anon, authenticated;
grant execute on function api.hand_over_need to service_role;
