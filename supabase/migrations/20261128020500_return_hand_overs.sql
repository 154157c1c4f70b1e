-- return-hand-overs: what nobody has taken or declined comes back to the coordinator, who is told once.
-- Letters that nobody waits for go from 8 to 16, Helsinki time. Which days are working days the caller's calendar says.
create function app.is_letter_time(p_at timestamptz) returns boolean
language sql immutable parallel safe
set search_path = ''
as $$ select extract(hour from p_at at time zone 'Europe/Helsinki') between 8 and 15 $$;

create type api.return_hand_overs_outcome as enum ('done', 'not_now', 'reckon_again');

-- Which days are working days comes from the server's calendar (site/domain/calendar.ts); what day and
-- hour it is, this database says. p_asked_on is null when p_today is a day off. Whoever was asked has had a working day: it is at least this hour of the working day after.
create function api.return_hand_overs(p_today date, p_asked_on date) returns table (
  outcome api.return_hand_overs_outcome, returned integer, now timestamptz
)
language plpgsql security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_clock timestamp := now() at time zone 'Europe/Helsinki';
  v_need app.needs;
  v_hand_over app.hand_overs;
  v_first app.hand_overs;
  v_returned integer := 0;
begin
  if v_clock::date <> p_today then return query select 'reckon_again'::api.return_hand_overs_outcome, 0, now(); return; end if;
  if p_asked_on is null or not app.is_letter_time(now()) then return query select 'not_now'::api.return_hand_overs_outcome, 0, now(); return; end if;
  for v_need in
    select n.* from app.needs n
    where app.is_open(n.state) and n.id in (
      select h.need_id from app.hand_overs h
      where h.state = 'asked' and h.returned_at is null
        and h.asked_at <= (p_asked_on + v_clock::time) at time zone 'Europe/Helsinki'
    )
    -- Whoever else is on the need comes first, and the next run after them.
    for update skip locked
  loop
    v_first := null;
    for v_hand_over in
      update app.hand_overs h set returned_at = now()
      where h.need_id = v_need.id and h.state = 'asked' and h.returned_at is null and not app.is_settled(h, v_need)
        and h.asked_at <= (p_asked_on + v_clock::time) at time zone 'Europe/Helsinki'
      returning h.*
    loop
      insert into app.events (need_id, kind, actor_role, hand_over_id) values (v_need.id, 'hand_over_returned', 'system', v_hand_over.id);
      if v_first.id is null then v_first := v_hand_over; end if;
      v_returned := v_returned + 1;
    end loop;
    -- One letter for all that came back with it.
    if v_first.id is not null then perform app.tell_of_hand_over(v_need, 'handover_returned', v_first); end if;
  end loop;
  return query select 'done'::api.return_hand_overs_outcome, v_returned, now();
end $$;

comment on function api.return_hand_overs is
  'Brings back hand-overs that nobody answered for a working day, from 8 to 16 of a working day. p_today: the day as the server sees it; p_asked_on: the working day before, null on a day off.';
revoke execute on function api.return_hand_overs from public, anon, authenticated;
grant execute on function api.return_hand_overs to service_role;
