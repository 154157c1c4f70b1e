-- Two needs of one company about the same thing become one: the newer points to the older, which keeps its clock.
alter table app.needs
  add column joined_to uuid references app.needs (id) on delete restrict,
  add column joined_at timestamptz,
  add column state_before_joining api.need_state,
  drop constraint a_need_has_an_end_when_it_is_not_open,
  add constraint a_need_has_an_end_when_it_is_not_open
    check ((closed_at is not null) = (state in ('closed', 'referred', 'withdrawn', 'declined', 'joined'))),
  add constraint a_joined_need_says_where_it_goes_on check (
    (state = 'joined') = (joined_to is not null)
    and (joined_to is null) = (joined_at is null) and (joined_to is null) = (state_before_joining is null)
  );
create index needs_by_joined_to on app.needs (joined_to);
create index needs_open_by_business_id on app.needs (business_id) where closed_at is null;

comment on column app.needs.joined_to is 'The older need of the same company in which this one goes on. Nothing of either is moved: undoing it loses nothing.';

create or replace function app.is_open(p_state api.need_state) returns boolean
language sql immutable parallel safe
set search_path = ''
as $$ select p_state not in ('closed', 'referred', 'withdrawn', 'declined', 'joined') $$;

-- From every open state a need may be joined to another, and back to that state while it can be undone.
insert into app.need_moves (from_state, to_state)
select s, 'joined'::api.need_state from unnest(enum_range(null::api.need_state)) s where app.is_open(s)
union all
select 'joined'::api.need_state, s from unnest(enum_range(null::api.need_state)) s where app.is_open(s);

-- One company: the same business ID, or the same mailbox.
create function app.same_company(p_one app.needs, p_other app.needs) returns boolean
language sql immutable
set search_path = ''
as $$
  select coalesce(p_one.business_id = p_other.business_id, false) or app.mailbox_of(p_one.contact_email) = app.mailbox_of(p_other.contact_email)
$$;

create function app.can_be_undone(p_joined app.needs) returns boolean
language sql stable
set search_path = ''
as $$ select p_joined.state = 'joined' and p_joined.joined_at > now() - interval '1 day' $$;

create function app.tg_needs__join() returns trigger
language plpgsql
set search_path = ''
as $$
declare
  v_into app.needs;
begin
  if old.state = 'joined' then
    if not app.can_be_undone(old) or new.state <> old.state_before_joining then
      raise exception 'a need that was joined goes back to what it was, within a day' using errcode = 'NJOIN';
    end if;
    new.joined_to := null;
    new.joined_at := null;
    new.state_before_joining := null;
    return new;
  end if;
  select n.* into v_into from app.needs n where n.id = new.joined_to for share;
  if v_into.id is null or not app.is_open(v_into.state) or not app.same_company(old, v_into)
     or (v_into.received_at, v_into.id) >= (old.received_at, old.id) or exists (select from app.needs n where n.joined_to = old.id) then
    raise exception 'a need is joined to an older open need of the same company, and to nothing that is joined' using errcode = 'NJOIN';
  end if;
  new.joined_at := now();
  new.state_before_joining := old.state;
  -- Silence that broke the promise before stays on record as such.
  if old.first_response_at is null and now() > old.due_at then new.promise_kept := false; end if;
  return new;
end $$;

create trigger _150_join before update of state on app.needs
for each row when (old.state is distinct from new.state and 'joined' in (old.state, new.state)) execute function app.tg_needs__join();

-- Where what somebody says about a need belongs: to the one in which it goes on.
create function app.goes_on_in(p_need_id uuid) returns uuid
language sql stable
set search_path = ''
as $$ select coalesce(n.joined_to, n.id) from app.needs n where n.id = p_need_id $$;

-- A link for replies stays good when its need goes on in another one; a link for anything else is for its own need.
create or replace function app.actor_of_link(p_token_hash text, p_purpose api.link_purpose) returns app.actor
language sql stable
set search_path = ''
as $$
  select row(
    case when p_purpose = 'reply_to_need' then app.goes_on_in(l.need_id) else l.need_id end,
    l.person_role, l.person_email, l.person_name, l.id, null
  )::app.actor
  from app.living_link(p_token_hash) l where l.purpose = p_purpose
$$;
