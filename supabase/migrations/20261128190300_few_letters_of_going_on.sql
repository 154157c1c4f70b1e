-- extend-consent: going on with 30 and 90 days by turns was a letter to somebody outside at each press.

-- So many days from today. Pressed twice on one day it is once.
create or replace function api.workspace_extend_consent(p_consent uuid, p_days integer, p_links jsonb) returns api.extend_consent_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_me text := app.workspace_person();
  v_consent app.consents;
  v_end date := app.helsinki_day(now()) + p_days;
begin
  -- The company before its consents, as where one is given: two at once come one after the other.
  perform from app.companies c where c.id = (select k.company_id from app.consents k where k.id = p_consent and app.is_owner(k.company_id)) for no key update;
  select c.* into v_consent from app.consents c where c.id = p_consent and app.is_owner(c.company_id) for update;
  if v_consent.id is null then return 'owners_only'; end if;
  if not app.is_consent_time(p_days) then return 'bad_end'; end if;
  if not app.is_in_force(v_consent) then return 'over'; end if;
  if v_consent.ends_on = v_end then return 'unchanged'; end if;
  update app.consents set ends_on = v_end, agreed_at = now() where id = v_consent.id returning * into v_consent;
  -- Everybody's links live as long as what they take back.
  update app.links set expires_at = v_consent.ends_at + interval '30 days' where consent_id = v_consent.id and revoked_at is null;
  perform app.log_consent(v_consent, 'renewed', 'button', v_me);
  -- A letter to an address that somebody typed: as many in a day as there may be invitations, and the page tells the rest. One that
  -- waits says the newest end.
  if (select count(*) from app.outbox o
      where o.company_id = v_consent.company_id and o.letter = 'adviser_extended' and o.created_at > now() - interval '1 day') < 10 then
    perform app.tell_adviser(v_consent, 'adviser_extended');
  end if;
  perform app.tell_of_consent(v_consent, 'consent_given', v_me, app.consent_link(v_consent, v_me, p_links -> 0));
  return 'extended';
end $$;
