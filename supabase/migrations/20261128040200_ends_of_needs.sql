-- How a need ended: a closed one with its outcome, a referred one with the name and contact of whoever goes on with it.
create type api.need_outcome as enum ('helped', 'informed', 'went_elsewhere', 'not_needed', 'not_reached');

alter table app.needs
  add column outcome api.need_outcome,
  add column referred_to text,
  add column referred_contact text,
  add constraint a_closed_need_has_an_outcome check ((state = 'closed') = (outcome is not null)),
  add constraint a_referred_need_says_to_whom check (
    (state = 'referred') = (referred_to is not null) and (state = 'referred') = (referred_contact is not null)
  ),
  add constraint referred_to_has_1_to_200_characters check (char_length(referred_to) between 1 and 200),
  add constraint referred_contact_has_1_to_200_characters check (char_length(referred_contact) between 1 and 200);

comment on column app.needs.outcome is 'What became of a closed need, as its coordinator sees it; for figures.';
comment on column app.needs.referred_to is 'Who outside the network goes on with the need. The company is told in the same words.';

create function api.desk_need_end(p_reference text) returns table (outcome api.need_outcome, referred_to text, referred_contact text)
language sql stable
set search_path = ''
as $$
  select n.outcome, n.referred_to, n.referred_contact from app.needs n where n.reference = p_reference and n.closed_at is not null
$$;

comment on function api.desk_need_end is 'How a need ended, for a coordinator at the desk; no row while it is open.';
revoke execute on function api.desk_need_end from public, anon, authenticated, service_role;
grant execute on function api.desk_need_end to authenticated;
