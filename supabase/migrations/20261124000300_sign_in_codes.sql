-- ask-code, try-code: how often a code may be asked for and guessed. The code itself is Supabase Auth's.
-- Addresses and networks are kept as keyed hashes alone, a day long: what strangers type here is nobody's to know.
create table app.code_requests (
  id bigint generated always as identity primary key,
  address_hash bytea not null,
  network_hash bytea not null,
  asked_at timestamptz not null default now(),
  tries smallint not null default 0,
  used_at timestamptz,
  constraint address_hash_is_a_sha_256 check (octet_length(address_hash) = 32),
  constraint network_hash_is_a_sha_256 check (octet_length(network_hash) = 32),
  constraint a_code_is_tried_at_most_five_times check (tries between 0 and 5)
);
alter table app.code_requests enable row level security;
create index code_requests_by_address on app.code_requests (address_hash, asked_at desc);
create index code_requests_by_network on app.code_requests (network_hash, asked_at desc);
create index code_requests_by_age on app.code_requests (asked_at);

comment on table app.code_requests is 'Who asked for a one-time code and how often it was tried, as hashes. Rows of known and unknown addresses are alike.';

create type api.ask_code_outcome as enum ('send', 'say_nothing', 'too_many');
create type api.try_code_outcome as enum ('try', 'dead', 'used_up');

create function api.ask_code(p_email text, p_address_hash text, p_network_hash text) returns table (
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

  -- The n-th latest still within the window says when there is room again.
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
    case when exists (select from app.coordinators c where c.email = p_email and c.left_at is null) then 'send' else 'say_nothing' end::api.ask_code_outcome,
    null::integer;
end $$;

-- Counts a try before it is made, so that a burst of them cannot be more than five. The newest code alone lives.
create function api.try_code(p_address_hash text) returns api.try_code_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_request app.code_requests;
begin
  select r.* into v_request from app.code_requests r
  where r.address_hash = decode(p_address_hash, 'hex') order by r.asked_at desc, r.id desc limit 1 for update;
  if v_request.id is null or v_request.used_at is not null or v_request.asked_at <= now() - interval '10 minutes' then return 'dead'; end if;
  if v_request.tries >= 5 then return 'used_up'; end if;
  update app.code_requests set tries = tries + 1 where id = v_request.id;
  return 'try';
end $$;

create function api.code_used(p_address_hash text) returns void
language sql security definer
set search_path = ''
as $$
  update app.code_requests set used_at = now()
  where id = (select r.id from app.code_requests r where r.address_hash = decode(p_address_hash, 'hex') order by r.asked_at desc, r.id desc limit 1)
$$;

comment on function api.ask_code is 'Whether a code may be asked for, and whether the address is one to send it to: 3 in 15 minutes and 10 in a day for an address, 10 in 15 minutes for a network.';
comment on function api.try_code is 'Takes one of the five tries of the newest code of an address; ten minutes after it was asked for it is dead.';
comment on function api.code_used is 'The newest code of an address has let its owner in: it is dead.';
revoke execute on function api.ask_code, api.try_code, api.code_used from public, anon, authenticated;
grant execute on function api.ask_code, api.try_code, api.code_used to service_role;
