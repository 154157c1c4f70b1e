-- take-mail: what becomes of a received mail. Decided here, in one transaction with the message, the log and the letters.

-- A letter to whoever wrote, about the mail; three in a day at most, so that two machines never keep each other company.
create function app.tell_sender(p_mail app.received_mails, p_letter api.letter_kind) returns void
language sql
set search_path = ''
as $$
  insert into app.outbox (letter, need_id, link_set, mail_id)
  select p_letter, p_mail.need_id, l.set_id, p_mail.id
  from app.links l
  where l.id = p_mail.link_id and (
    select count(*) from app.outbox o
    where o.need_id = p_mail.need_id and o.link_set = l.set_id and o.letter in ('mail_taken_in_part', 'mail_not_taken')
      and o.created_at > now() - interval '1 day'
  ) < 3
$$;

-- A letter about the mail to the need's owner (every coordinator while nobody owns it), but not to whoever wrote.
create function app.tell_owner_of_mail(p_need app.needs, p_mail app.received_mails) returns void
language plpgsql
set search_path = ''
as $$
begin
  perform app.tell_owner(p_need, 'mail_set_aside');
  delete from app.outbox o using app.links mine, app.links theirs
  where o.need_id = p_need.id and o.letter = 'mail_set_aside' and o.mail_id is null
    and mine.id = p_mail.link_id and theirs.set_id = o.link_set and theirs.person_email = mine.person_email;
  update app.outbox set mail_id = p_mail.id where need_id = p_need.id and letter = 'mail_set_aside' and mail_id is null;
end $$;

-- Puts a mail's outcome on record and tells those whom it concerns.
create function app.end_mail(p_mail app.received_mails, p_need app.needs, p_link app.links, p_outcome api.mail_outcome, p_body text)
returns void
language plpgsql
set search_path = ''
as $$
declare
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
  if p_outcome in ('other_address', 'unproven', 'unreadable') or (p_link.person_role = 'company' and p_outcome in ('closed', 'no_link')) then
    perform app.tell_owner_of_mail(p_need, v_mail);
  end if;
end $$;

-- p_is_proven: nothing says that the sender is somebody else than the address claims. p_body: what is left without quoted text
-- and signature, or null.
create function api.take_mail(
  p_id uuid, p_is_automatic boolean, p_is_proven boolean, p_body text, p_was_cut boolean, p_attachments integer
) returns api.mail_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_mail app.received_mails;
  v_link app.links;
  v_actor app.actor;
  v_need app.needs;
  v_outcome api.mail_outcome;
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
  v_outcome := case
    when p_is_automatic then 'automatic'
    -- Twenty in an hour are no person's. What they say is kept all the same.
    when (select count(*) from app.received_mails m where m.link_id = v_link.id and m.taken_at > now() - interval '1 hour') >= 20 then 'too_many'
    when app.mailbox_of(v_mail.from_email) <> app.mailbox_of(v_link.person_email) then 'other_address'
    when not p_is_proven then 'unproven'
    when v_link.revoked_at is not null or v_link.expires_at <= now()
      then case when app.is_open(v_need.state) then 'no_link' else 'closed' end
    when p_body is null then 'empty'
    when v_link.person_role = 'company' then app.reply_to_need(v_actor, p_body)::text
    else app.answer_need(v_actor, p_body)::text
  end::api.mail_outcome;
  perform app.end_mail(v_mail, v_need, v_link, v_outcome, p_body);
  return v_outcome;
end $$;

-- The text could not be had: once more later, with a growing delay. After 80 tries, which take some 13 hours, or when it is
-- gone for good, both sides hear that a mail came which nobody can read.
create function api.mail_failed(p_id uuid, p_error text, p_for_good boolean) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  v_mail app.received_mails;
  v_link app.links;
  v_need app.needs;
begin
  update app.received_mails set
    leased_until = null, last_error = left(p_error, 500),
    try_after = now() + make_interval(secs => least(600, exp(least(attempts, 7))::integer))
  where id = p_id and taken_at is null returning * into v_mail;
  if v_mail.id is null or not (p_for_good or v_mail.attempts >= 80) then return; end if;
  select l.* into v_link from app.links l where l.id = v_mail.link_id;
  select n.* into v_need from app.needs n where n.id = v_mail.need_id for update;
  perform app.end_mail(v_mail, v_need, v_link, 'unreadable', null);
end $$;

comment on function api.take_mail is
  'What becomes of a received mail: its person''s word in the thread, or set aside where the desk sees it; a machine''s mail is neither answer nor reply.';
comment on function api.mail_failed is 'Pushes a mail back whose text could not be fetched; after the last try it is told to both sides.';
revoke execute on function api.take_mail, api.mail_failed from public, anon, authenticated, service_role;
grant execute on function api.take_mail, api.mail_failed to service_role;
