-- Whose turn it is: a need waits for the company while the last word of its thread is ours.
alter table app.needs add column waits_for_company boolean not null default false;
comment on column app.needs.waits_for_company is
  'True while the last word was ours (an answer, a question, a logged contact) and the company has not replied since. Kept by app.messages.';

-- What is neither to the company nor from it (a hand-over that was declined) is nobody's word in this.
create function app.tg_messages__turn() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  update app.needs set waits_for_company = new.kind <> 'reply'
  where id = new.need_id and waits_for_company is distinct from (new.kind <> 'reply');
  return null;
end $$;

create trigger _100_turn after insert on app.messages
for each row when (new.kind in ('answer', 'question', 'contact', 'reply')) execute function app.tg_messages__turn();

update app.needs n set waits_for_company = true
from (
  select distinct on (m.need_id) m.need_id, m.kind from app.messages m
  where m.kind in ('answer', 'question', 'contact', 'reply') order by m.need_id, m.created_at desc, m.id desc
) last
where last.need_id = n.id and last.kind <> 'reply';
