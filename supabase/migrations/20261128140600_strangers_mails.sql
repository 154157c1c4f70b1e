-- take-mail: mails from other addresses, or of an unproven sender, take no place from the person's own, and bring the owner a
-- letter each only up to five a day; then one says that there are more. All of them are kept and shown.
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
  -- A colleague whose own mail found the need closed knows it from that letter; the company's words are for those who handled it.
  if p_outcome in ('unreadable') or (p_link.person_role = 'company' and p_outcome in ('closed', 'no_link')) then
    perform app.tell_owner_of_mail(p_need, v_mail);
  elsif p_outcome in ('other_address', 'unproven') then
    if (
      select count(distinct o.mail_id) from app.outbox o join app.received_mails m on m.id = o.mail_id
      where o.need_id = p_need.id and o.letter = 'mail_set_aside' and m.outcome in ('other_address', 'unproven')
        and o.created_at > now() - interval '1 day'
    ) < c_letters then
      perform app.tell_owner_of_mail(p_need, v_mail);
    elsif not exists (
      select from app.outbox o
      where o.need_id = p_need.id and o.letter = 'mails_set_aside' and o.created_at > now() - interval '1 day'
    ) then
      perform app.tell_owner(p_need, 'mails_set_aside');
    end if;
  end if;
end $$;

create or replace function api.take_mail(
  p_id uuid, p_is_automatic boolean, p_is_proven boolean, p_body text, p_was_cut boolean, p_attachments integer
) returns api.mail_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  -- Twenty in an hour are no person's. What they say is kept all the same.
  c_most constant integer := 20;
  v_mail app.received_mails;
  v_link app.links;
  v_actor app.actor;
  v_need app.needs;
  v_outcome api.mail_outcome;
  v_stranger api.mail_outcome;
begin
  select m.* into v_mail from app.received_mails m where m.id = p_id for update;
  -- Two takers of one mail, after a lease that ended: the second finds what the first did.
  if v_mail.taken_at is not null or v_mail.id is null then return v_mail.outcome; end if;
  select l.* into v_link from app.links l where l.id = v_mail.link_id;
  -- As behind the link: what the company says of a joined need belongs to the one in which it goes on.
  v_actor := row(
    case when v_link.person_role = 'company' then app.goes_on_in(v_link.need_id) else v_link.need_id end,
    v_link.person_role, v_link.person_email, v_link.person_name, v_link.id, null
  )::app.actor;
  v_need := app.locked_need(v_actor);
  v_mail.was_cut := p_was_cut;
  v_mail.attachments := least(p_attachments, 1000);
  v_stranger := case
    when app.mailbox_of(v_mail.from_email) <> app.mailbox_of(v_link.person_email) then 'other_address'
    when not p_is_proven then 'unproven'
  end;
  v_outcome := case
    when p_is_automatic then 'automatic'
    -- Each kind is counted by itself: whoever knows the address of a letter cannot shut its person out.
    when (
      select count(*) from app.received_mails m
      where m.link_id = v_link.id and m.taken_at > now() - interval '1 hour' and m.outcome not in ('automatic', 'too_many')
        and (m.outcome in ('other_address', 'unproven')) = (v_stranger is not null)
    ) >= c_most then 'too_many'
    when v_stranger is not null then v_stranger::text
    when v_link.revoked_at is not null or v_link.expires_at <= now()
      then case when app.is_open(v_need.state) then 'no_link' else 'closed' end
    when p_body is null then 'empty'
    when v_link.person_role = 'company' then app.reply_to_need(v_actor, p_body)::text
    else app.answer_need(v_actor, p_body)::text
  end::api.mail_outcome;
  perform app.end_mail(v_mail, v_need, v_link, v_outcome, p_body);
  return v_outcome;
end $$;
