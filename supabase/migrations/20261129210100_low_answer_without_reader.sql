-- answer-survey: where nobody can be told of a low answer (no lead is kept yet, the owner has no links), it is stored all the same;
-- the letter without a reader was refused, and the answer with it.
create or replace function app.tell_low_answer(p_need app.needs, p_follow_up app.follow_ups) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_coordinator text := app.answers_low(p_need);
  v_expert text := app.acting_owner(p_need.owner_email);
  v_expert_links uuid := app.link_set_of(p_need.id, v_expert, 'expert');
  -- Whoever was told within a day knows that there is something to answer, and the desk and the digest say what; a letter that was
  -- dropped told nobody.
  v_told text[] := array(
    select coalesce(o.to_email, l.person_email) from app.outbox o left join app.links l on l.set_id = o.link_set
    where o.about = p_follow_up.id and o.letter in ('low_answer', 'low_answer_expert') and o.dropped_at is null
      and o.created_at > now() - interval '1 day'
  );
begin
  if v_coordinator is null and v_expert_links is not null and v_expert <> all (v_told) then
    insert into app.outbox (letter, about, company_id, link_set)
    values ('low_answer_expert', p_follow_up.id, p_need.company_id, v_expert_links);
  end if;
  insert into app.outbox (letter, about, company_id, to_email, language)
  select 'low_answer', p_follow_up.id, p_need.company_id, reader, 'fi' from (
    select v_coordinator as reader
    union
    -- That nobody was contacted, though the record says so, the lead hears too.
    select app.acting_owner(c.email) from app.coordinators c where c.is_lead and p_follow_up.not_contacted
  ) r where reader is not null and reader <> all (v_told);
end $$;
