-- take-mail: a stranger's mail whose text cannot be had counts among the strangers' too; after a day without the mail service there
-- may be many of them.

-- Whether a mail is nobody's word here, so that its letters to the owner are counted.
create function app.is_strangers(p_from text, p_person text, p_outcome api.mail_outcome) returns boolean
language sql stable
set search_path = ''
as $$ select p_outcome in ('other_address', 'unproven') or (p_outcome = 'unreadable' and app.mailbox_of(p_from) <> app.mailbox_of(p_person)) $$;

create or replace function app.end_mail(p_mail app.received_mails, p_need app.needs, p_link app.links, p_outcome api.mail_outcome, p_body text)
returns void
language plpgsql
set search_path = ''
as $$
declare
  -- More in a day are read on the need's page at once better than in letters.
  c_letters constant integer := 5;
  v_mail app.received_mails := p_mail;
  v_was_said boolean := p_outcome in ('said', 'already_said');
  v_is_strangers boolean := app.is_strangers(p_mail.from_email, p_link.person_email, p_outcome);
begin
  update app.received_mails set
    need_id = p_need.id, taken_at = now(), leased_until = null, outcome = p_outcome, was_cut = p_mail.was_cut, attachments = p_mail.attachments,
    body = case when not v_was_said then p_body end,
    -- The need is locked: the last line of this link with a message is the one just said.
    message_id = case when p_outcome = 'said' then (
      select e.message_id from app.events e
      where e.need_id = p_need.id and e.link_id = p_link.id and e.message_id is not null order by e.id desc limit 1
    ) end
  where id = p_mail.id returning * into v_mail;
  -- What was said has its own line. Any other mail is nobody's act: its line names the address that it came from.
  if p_outcome = 'automatic' then
    insert into app.events (need_id, kind, actor_role, actor_email) values (p_need.id, 'automatic_reply', 'system', p_mail.from_email);
  elsif not v_was_said and p_outcome <> 'empty' then
    insert into app.events (need_id, kind, actor_role, actor_email) values (p_need.id, 'mail_set_aside', 'system', p_mail.from_email);
  end if;
  -- Machines get no letters.
  if p_outcome in ('automatic', 'too_many') then return; end if;
  if not v_was_said then
    perform app.tell_sender(v_mail, 'mail_not_taken');
  elsif v_mail.attachments > 0 or v_mail.was_cut then
    perform app.tell_sender(v_mail, 'mail_taken_in_part');
  end if;
  if v_is_strangers then
    if (
      select count(distinct o.mail_id)
      from app.outbox o join app.received_mails m on m.id = o.mail_id join app.links l on l.id = m.link_id
      where o.need_id = p_need.id and o.letter = 'mail_set_aside' and o.created_at > now() - interval '1 day'
        and app.is_strangers(m.from_email, l.person_email, m.outcome)
    ) < c_letters then
      perform app.tell_owner_of_mail(p_need, v_mail);
    elsif not exists (
      select from app.outbox o
      where o.need_id = p_need.id and o.letter = 'mails_set_aside' and o.created_at > now() - interval '1 day'
    ) then
      perform app.tell_owner(p_need, 'mails_set_aside');
    end if;
  -- A colleague whose own mail found the need closed knows it from that letter; the company's words are for those who handled it.
  elsif p_outcome = 'unreadable' or (p_link.person_role = 'company' and p_outcome in ('closed', 'no_link')) then
    perform app.tell_owner_of_mail(p_need, v_mail);
  end if;
end $$;
