-- An invitation is a letter to an address that somebody typed. Ten a day are a company's, but companies are many and the address is one.
create index outbox_invitations_by_reader on app.outbox (to_email, created_at) where letter in ('adviser_invited', 'colleague_invited');

-- Dropped, and not refused: who is invited by more companies in a day finds all of it at sign-in, and whoever invites does not learn
-- what others sent there.
create function app.tg_outbox__few_invitations() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if 20 <= (
    select count(*) from app.outbox o
    where o.to_email = new.to_email and o.letter in ('adviser_invited', 'colleague_invited') and o.created_at > now() - interval '1 day'
      and o.dropped_at is null
  ) then
    new.dropped_at := now();
  end if;
  return new;
end $$;

create trigger _170_few_invitations before insert on app.outbox
for each row when (new.letter in ('adviser_invited', 'colleague_invited') and new.dropped_at is null)
execute function app.tg_outbox__few_invitations();
