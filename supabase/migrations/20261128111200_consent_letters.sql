-- What letters about a consent say, at the moment when they go: null where it would no longer be so, and the letter is dropped.

-- What a stranger may be told before signing in: who invites, of which company, what for, which parts and until when. A name that
-- somebody typed as an address is left out.
create function app.consent_told(p_consent app.consents) returns jsonb
language sql stable
set search_path = ''
as $$
  select app.consent_called(p_consent) || jsonb_build_object(
    'business_id', c.business_id,
    'company', (select name from (select app.fact_of(c.id, null, 'company_name') as name) known where name !~* '[[:cntrl:]]|://|www\.|@'),
    'withdrawn_by', p_consent.withdrawn_by, 'today', app.helsinki_day(now())
  )
  from app.companies c where c.id = p_consent.company_id
$$;

create function app.about_adviser_invited(p_about uuid) returns jsonb
language sql stable
set search_path = ''
as $$ select app.consent_told(c) from app.consents c where c.id = p_about and app.is_in_force(c) $$;

create function app.about_adviser_extended(p_about uuid) returns jsonb
language sql stable
set search_path = ''
as $$ select app.consent_told(c) from app.consents c where c.id = p_about and app.is_in_force(c) $$;

-- Who never got the invitation hears nothing of its end.
create function app.about_adviser_ended(p_about uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select app.consent_told(c) from app.consents c
  where c.id = p_about and not app.is_in_force(c)
    and exists (select from app.outbox o where o.about = c.id and o.letter = 'adviser_invited' and o.sent_at is not null)
$$;

-- The receipt, and the question before the end: p_about is the reader's own link, or the consent for who has none and signs in.
create function app.about_consent_given(p_about uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select app.consent_told(c) || jsonb_build_object('link', l.id)
  from app.consents c left join app.links l on l.id = p_about
  where c.id = coalesce(l.consent_id, p_about) and app.is_in_force(c) and (l.id is null or app.may_withdraw(c, l.person_email))
$$;

create function app.about_consent_ending(p_about uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select told from app.about_consent_given(p_about) as told
  -- Somebody has gone on with it meanwhile.
  where (told ->> 'ends_on')::date <= app.helsinki_day(now()) + 7
$$;

create function app.about_consent_over(p_about uuid) returns jsonb
language sql stable
set search_path = ''
as $$ select app.consent_told(c) from app.consents c where c.id = p_about and not app.is_in_force(c) $$;
