-- confirm-services: a provider's contact says that its texts are still right, and may take it back while the round lasts.
create type api.confirm_services_outcome as enum ('confirmed', 'already_confirmed', 'no_link');
create type api.undo_confirmation_outcome as enum ('undone', 'not_confirmed', 'no_link');

-- The round of a link, locked until the transaction ends, so that two presses come one after the other.
create function app.locked_confirmation(p_link app.links) returns app.confirmations
language sql
set search_path = ''
as $$ select c from app.confirmations c where c.id = p_link.confirmation_id for update $$;

create function api.confirm_services(p_token_hash text) returns api.confirm_services_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_link app.links := app.living_link(p_token_hash);
  v_round app.confirmations;
begin
  if v_link.id is null or v_link.purpose <> 'confirm_services' then return 'no_link'; end if;
  v_round := app.locked_confirmation(v_link);
  if v_round.ended_at is not null then return 'no_link'; end if;
  if v_round.confirmed_at is not null then return 'already_confirmed'; end if;
  update app.confirmations set confirmed_at = now() where id = v_round.id;
  perform app.log_event(v_link, 'services_confirmed');
  return 'confirmed';
end $$;

create function api.undo_confirmation(p_token_hash text) returns api.undo_confirmation_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_link app.links := app.living_link(p_token_hash);
  v_round app.confirmations;
begin
  if v_link.id is null or v_link.purpose <> 'confirm_services' then return 'no_link'; end if;
  v_round := app.locked_confirmation(v_link);
  if v_round.ended_at is not null then return 'no_link'; end if;
  if v_round.confirmed_at is null then return 'not_confirmed'; end if;
  -- For as long as the link lives: a scanner that pressed the button may be noticed late.
  update app.confirmations set confirmed_at = null where id = v_round.id;
  perform app.log_event(v_link, 'confirmation_undone');
  return 'undone';
end $$;

-- What the site's build reads: no person in it.
create function api.confirmation_days() returns table (provider text, confirmed_on date)
language sql stable security definer
set search_path = ''
as $$
  select c.provider, max(app.helsinki_day(c.confirmed_at)) from app.confirmations c
  where c.confirmed_at is not null group by c.provider order by c.provider
$$;

comment on function api.confirm_services is 'Stores that the texts of a provider are still right; twice does no harm.';
comment on function api.undo_confirmation is 'Takes confirm_services back, as long as the link lives.';
comment on function api.confirmation_days is 'The day, in Helsinki, on which each provider last confirmed its texts.';
revoke execute on function api.confirm_services, api.undo_confirmation, api.confirmation_days from public, anon, authenticated;
grant execute on function api.confirm_services, api.undo_confirmation, api.confirmation_days to service_role;
