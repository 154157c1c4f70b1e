-- Letters of surveys: never more than one in a week to one person, over all surveys and needs, whoever queues them.
create table app.survey_letters (
  outbox_id uuid primary key references app.outbox (id) on delete cascade,
  mailbox bigint not null,
  week tstzrange not null,
  constraint a_person_gets_one_survey_letter_in_a_week
    exclude using gist (int8range(mailbox, mailbox, '[]') with &&, week with &&)
);
alter table app.survey_letters enable row level security;
comment on table app.survey_letters is
  'The week in which a letter of a survey leaves no room for another one: from when it was queued, without end while it waits, to seven days after it went. Empty for one that was dropped.';
comment on column app.survey_letters.mailbox is 'A hash of the mailbox, so that no address stands here.';

create function app.survey_mailbox(p_email text) returns bigint
language sql immutable parallel safe
set search_path = ''
as $$ select hashtextextended(app.mailbox_of(p_email), 0) >> 1 $$;

create function app.tg_outbox__survey_week() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    insert into app.survey_letters (outbox_id, mailbox, week)
    select new.id, app.survey_mailbox(coalesce(new.to_email, (select l.person_email from app.links l where l.set_id = new.link_set limit 1))),
      tstzrange(now(), null);
  else
    update app.survey_letters set week = case
      when new.dropped_at is not null then 'empty'
      when new.sent_at is not null then tstzrange(lower(week), greatest(new.sent_at + interval '7 days', lower(week)))
      else tstzrange(lower(week), null)
    end
    where outbox_id = new.id and not isempty(week);
  end if;
  return null;
end $$;

create trigger _500_survey_week after insert on app.outbox
for each row when (new.letter in ('survey', 'survey_reminder') and new.about is not null) execute function app.tg_outbox__survey_week();
create trigger _510_survey_week after update of sent_at, dropped_at on app.outbox
for each row when (new.letter in ('survey', 'survey_reminder') and new.about is not null) execute function app.tg_outbox__survey_week();

create function app.had_survey_letter(p_email text) returns boolean
language sql stable
set search_path = ''
as $$
  select exists (
    select from app.survey_letters s
    where int8range(s.mailbox, s.mailbox, '[]') && int8range(app.survey_mailbox(p_email), app.survey_mailbox(p_email), '[]')
      and s.week && tstzrange(now(), null)
  )
$$;

-- What such a letter says. Null where nobody is asked any more: the letter is dropped.
create function app.about_survey(p_invitation uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'link', i.link_id, 'reference', n.reference, 'name', l.person_name, 'anonymous', i.anonymous,
    'texts', v.texts, 'question', v.questions -> 0, 'questions', jsonb_array_length(v.questions)
  )
  from app.survey_invitations i join app.needs n on n.id = i.need_id join app.links l on l.id = i.link_id
  join app.survey_versions v on v.survey = i.survey and v.version = i.version
  where i.id = p_invitation and n.state not in ('withdrawn', 'joined') and l.revoked_at is null and l.expires_at > now()
$$;

create function app.about_survey_reminder(p_invitation uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select app.about_survey(i.id) from app.survey_invitations i where i.id = p_invitation and i.answered_at is null
$$;

-- The first response stops the clock; who is asked about it, and when, is the surveys' own matter now.
create or replace function app.note_first_response(p_need app.needs, p_at timestamptz) returns void
language plpgsql
set search_path = ''
as $$
begin
  if p_need.first_response_at is not null then return; end if;
  update app.needs set first_response_at = p_at, promise_kept = coalesce(promise_kept, p_at <= due_at) where id = p_need.id;
end $$;

comment on column app.needs.survey_after is 'Of the first simple survey; the delay of a survey is content and is reckoned when it goes out.';
