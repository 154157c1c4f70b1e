-- answer-survey: a low answer that was changed to a good one and back by turns was a letter to its owner at each press.
create or replace function app.tell_low_answer(p_need app.needs, p_follow_up app.follow_ups) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_coordinator text := app.answers_low(p_need);
  -- Whoever was told within a day knows that there is something to answer, and the desk and the digest say what; a letter that was
  -- dropped told nobody.
  v_told text[] := array(
    select coalesce(o.to_email, l.person_email) from app.outbox o left join app.links l on l.set_id = o.link_set
    where o.about = p_follow_up.id and o.letter in ('low_answer', 'low_answer_expert') and o.dropped_at is null
      and o.created_at > now() - interval '1 day'
  );
begin
  if v_coordinator is null and app.acting_owner(p_need.owner_email) <> all (v_told) then
    insert into app.outbox (letter, about, company_id, link_set)
    values ('low_answer_expert', p_follow_up.id, p_need.company_id, app.link_set_of(p_need.id, app.acting_owner(p_need.owner_email), 'expert'));
  end if;
  insert into app.outbox (letter, about, company_id, to_email, language)
  select 'low_answer', p_follow_up.id, p_need.company_id, reader, 'fi' from (
    select v_coordinator as reader
    union
    -- That nobody was contacted, though the record says so, the lead hears too.
    select app.acting_owner(c.email) from app.coordinators c where c.is_lead and p_follow_up.not_contacted
  ) r where reader is not null and reader <> all (v_told);
end $$;
