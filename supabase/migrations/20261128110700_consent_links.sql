-- A link in a letter that takes a consent back: for one of those who may, and for nothing else.
alter table app.links
  add column consent_id uuid references app.consents (id) on delete cascade,
  drop constraint a_link_is_for_one_record,
  add constraint a_link_is_for_one_record check (num_nonnulls(need_id, confirmation_id, task_id, consent_id) = 1);
create index links_by_consent on app.links (consent_id, person_email);

-- Who may take a consent back: every owner of the company, and whoever gave it, as long as they belong to it.
create function app.may_withdraw(p_consent app.consents, p_email text) returns boolean
language sql stable
set search_path = ''
as $$
  select exists (
    select from app.members m
    where m.company_id = p_consent.company_id and m.email = p_email and m.left_at is null
      and (m.role = 'owner' or m.email = p_consent.given_by)
  )
$$;

-- Those who hear of a consent: the same.
create function app.hear_of_consent(p_consent app.consents) returns setof text
language sql stable
set search_path = ''
as $$ select m.email from app.members m where m.company_id = p_consent.company_id and m.left_at is null and app.may_withdraw(p_consent, m.email) $$;

-- A person's link for a consent: the one there is, or one made of a ready pair { id, hash }. It outlives the consent by a month,
-- to say what has become of it.
create function app.consent_link(p_consent app.consents, p_email text, p_pair jsonb) returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_link uuid;
begin
  update app.links set expires_at = p_consent.ends_at + interval '30 days'
  where consent_id = p_consent.id and person_email = p_email and revoked_at is null returning id into v_link;
  if v_link is null and p_pair is not null then
    insert into app.links (id, token_hash, set_id, consent_id, purpose, person_role, person_email, language, expires_at)
    values ((p_pair ->> 'id')::uuid, decode(p_pair ->> 'hash', 'hex'), gen_random_uuid(), p_consent.id, 'withdraw_consent', 'company',
      p_email, app.language_of(p_consent.company_id, p_email), p_consent.ends_at + interval '30 days')
    returning id into v_link;
  end if;
  return v_link;
end $$;

-- A letter about a consent to one of the company; p_about is the reader's own link, or the consent where no link is needed.
create function app.tell_of_consent(p_consent app.consents, p_letter api.letter_kind, p_email text, p_about uuid) returns void
language sql
set search_path = ''
as $$
  insert into app.outbox (letter, about, company_id, to_email, language)
  values (p_letter, p_about, p_consent.company_id, p_email, app.language_of(p_consent.company_id, p_email))
$$;

create function app.tell_adviser(p_consent app.consents, p_letter api.letter_kind) returns void
language sql
set search_path = ''
as $$
  insert into app.outbox (letter, about, company_id, to_email, language)
  values (p_letter, p_consent.id, p_consent.company_id, p_consent.grantee_email, p_consent.language)
$$;
