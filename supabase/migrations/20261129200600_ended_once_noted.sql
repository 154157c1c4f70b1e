-- A consent is over when its end has been noted and told, also by the clock of whoever began a moment before midnight and waited
-- for the run that noted it: going on, taking back and commenting then met a fault.
create or replace function app.is_in_force(p_consent app.consents) returns boolean
language sql stable
set search_path = ''
as $$
  select p_consent.given_at <= now() and now() < p_consent.ends_at and p_consent.withdrawn_at is null and p_consent.expiry_noted_at is null
$$;

create or replace function app.standing_of(p_consent app.consents) returns api.consent_standing
language sql stable
set search_path = ''
as $$
  select case
    when p_consent.withdrawn_at is not null then 'withdrawn'
    when now() >= p_consent.ends_at or p_consent.expiry_noted_at is not null then 'expired'
    else 'in_force'
  end::api.consent_standing
$$;
