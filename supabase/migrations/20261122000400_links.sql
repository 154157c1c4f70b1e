-- A link in a letter: a capability for one person, one purpose and one need, known here by a hash alone.
create table app.links (
  id uuid primary key,
  token_hash bytea not null unique,
  set_id uuid not null,
  need_id uuid not null references app.needs (id) on delete cascade,
  purpose api.link_purpose not null,
  person_role api.person_role not null,
  person_email text not null,
  person_name text,
  language api.language not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '180 days',
  revoked_at timestamptz,
  constraint token_hash_is_a_sha_256 check (octet_length(token_hash) = 32),
  constraint a_link_has_an_end check (expires_at > created_at and expires_at < 'infinity'),
  constraint a_set_has_one_link_for_a_purpose unique (set_id, purpose)
);
alter table app.links enable row level security;
create index links_by_need on app.links (need_id, person_email);

comment on table app.links is 'Links of letters. The token is derived from the id when a letter is rendered; only its SHA-256 is kept.';
comment on column app.links.id is '128 random bits, made by the server together with the hash of the token that is derived from it.';
comment on column app.links.set_id is 'The links made together for one person and one need: a letter always carries those of its own set.';

create function app.purposes_of(p_role api.person_role) returns api.link_purpose[]
language sql immutable parallel safe
set search_path = ''
as $$
  select case p_role
    when 'company' then array['see_need', 'reply_to_need', 'answer_survey']
    when 'coordinator' then array['take_need', 'answer_need', 'log_contact', 'ask_more', 'hand_over_need', 'decline_need']
    when 'expert' then array['take_need', 'answer_need', 'log_contact', 'decline_need']
    else array[]::text[]
  end::api.link_purpose[]
$$;

-- Makes one person's set of links from a pool of ready pairs [{ id, hash }], beginning at p_from; returns the set.
create function app.mint_links(
  p_need_id uuid, p_role api.person_role, p_email text, p_name text, p_language api.language, p_pool jsonb, p_from integer default 0,
  p_lasts interval default interval '180 days'
) returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_set uuid := gen_random_uuid();
begin
  insert into app.links (id, token_hash, set_id, need_id, purpose, person_role, person_email, person_name, language, expires_at)
  select (pair.value ->> 'id')::uuid, decode(pair.value ->> 'hash', 'hex'), v_set, p_need_id, wanted.purpose,
         p_role, p_email, p_name, p_language, now() + p_lasts
  from unnest(app.purposes_of(p_role)) with ordinality as wanted (purpose, place)
  left join jsonb_array_elements(p_pool) with ordinality as pair (value, place) on pair.place = wanted.place + p_from;
  return v_set;
end $$;

-- The living link behind a token's hash; none when it is unknown, expired or revoked.
create function app.living_link(p_token_hash text) returns app.links
language sql stable
set search_path = ''
as $$
  select l from app.links l
  where l.token_hash = decode(p_token_hash, 'hex') and l.expires_at > now() and l.revoked_at is null
$$;

-- Shortens what is left of a need's links: dead when the record closes, but the person still sees what was done.
create function app.end_links(p_need_id uuid, p_roles api.person_role[], p_after interval, p_email text default null) returns void
language sql
set search_path = ''
as $$
  update app.links set expires_at = greatest(least(expires_at, now() + p_after), created_at + interval '1 second')
  where need_id = p_need_id and person_role = any (p_roles) and (p_email is null or person_email = p_email)
$$;
