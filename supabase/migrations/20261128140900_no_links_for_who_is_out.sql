-- A link for somebody who has left the need's company, or who said that the need is not theirs, is dead from the start, whoever
-- mints it and for whatever letter; and a letter with dead links is dropped.
create function app.tg_links__out() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if exists (
    select from app.needs n
    where n.id = new.need_id and (
      (n.disowned_at is not null and n.contact_email = new.person_email)
      or exists (
        select from app.members m
        where m.company_id = n.company_id and m.email = new.person_email
        having bool_and(m.left_at is not null)
      )
    )
  ) then
    new.revoked_at := now();
  end if;
  return new;
end $$;

create trigger _100_out before insert on app.links
for each row when (new.person_role = 'company' and new.need_id is not null and new.revoked_at is null) execute function app.tg_links__out();
