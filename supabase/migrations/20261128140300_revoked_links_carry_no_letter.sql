-- send-letters: a letter whose links were revoked tells somebody of what is theirs no more. It is dropped, whoever queues it and
-- whenever; but for the one that says that a mail was not taken.
create function app.tg_links__revoked() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  update app.outbox set dropped_at = now(), leased_until = null
  where link_set = new.set_id and sent_at is null and dropped_at is null and stuck_at is null and letter <> 'mail_not_taken';
  return null;
end $$;

create trigger _100_revoked after update of revoked_at on app.links
for each row when (new.revoked_at is not null and old.revoked_at is null) execute function app.tg_links__revoked();

create function app.tg_outbox__revoked() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if exists (select from app.links l where l.set_id = new.link_set and l.revoked_at is not null) then new.dropped_at := now(); end if;
  return new;
end $$;

create trigger _150_revoked before insert on app.outbox
for each row when (new.link_set is not null and new.dropped_at is null and new.letter <> 'mail_not_taken') execute function app.tg_outbox__revoked();
