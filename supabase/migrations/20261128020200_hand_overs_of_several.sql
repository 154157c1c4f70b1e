-- Each ask is a hand-over of its own: several at once, again after one that ended, back when nobody said anything.
alter table app.hand_overs
  add column ask_id uuid not null default gen_random_uuid(),
  add column returned_at timestamptz,
  add column ended_at timestamptz,
  drop constraint one_hand_over_for_a_person,
  add constraint only_what_nobody_took_comes_back check (returned_at is null or state in ('asked', 'declined')),
  add constraint what_was_reported_has_an_end check ((ended_at is not null) = (state in ('helped', 'no_help', 'not_reachable')));

-- Nobody is asked twice at a time; once a hand-over has ended, the same person may be asked anew.
create unique index one_open_hand_over_for_a_person on app.hand_overs (need_id, to_email) where state in ('asked', 'taken');
create index hand_overs_by_need on app.hand_overs (need_id, asked_at);
-- What the sweep looks through: it stays as small as what waits for an answer.
create index hand_overs_waiting on app.hand_overs (asked_at) where state = 'asked' and returned_at is null;

comment on table app.hand_overs is
  'Hand-overs of a need: asked, then taken or declined by the person asked; a taken one ends as its taker reports.';
comment on column app.hand_overs.ask_id is 'The same for all who were asked with one press of the button: the company hears of them in one letter.';
comment on column app.hand_overs.returned_at is
  'When it came back to the coordinator because nobody had said anything. The person may still take it; then it is null again.';
comment on column app.hand_overs.ended_at is 'When the person who took it said how it ended; the last time, if it was corrected.';

-- The log names whom a line about a hand-over is about.
alter table app.events add column hand_over_id uuid references app.hand_overs (id) on delete restrict;
create index events_by_hand_over on app.events (hand_over_id);

create function app.log_hand_over(p_actor app.actor, p_kind api.event_kind, p_hand_over_id uuid, p_message_id uuid default null) returns void
language sql
set search_path = ''
as $$
  insert into app.events (need_id, kind, actor_role, actor_email, link_id, session_id, message_id, hand_over_id)
  values (p_actor.need_id, p_kind, p_actor.role, p_actor.email, p_actor.link_id, p_actor.session_id, p_message_id, p_hand_over_id)
$$;

-- Whether somebody else who was asked as well came first and has it, or has helped. What was asked later is a new matter.
create function app.is_settled(p_hand_over app.hand_overs, p_need app.needs) returns boolean
language sql stable
set search_path = ''
as $$
  select exists (
    select from app.hand_overs other
    where other.need_id = p_hand_over.need_id and other.id <> p_hand_over.id and other.decided_at > p_hand_over.asked_at
      and (other.state = 'helped' or (other.state = 'taken' and other.to_email = p_need.owner_email))
  )
$$;

-- Whether the one who was asked may still take it: from whoever has it, but not from another who was asked and came first.
-- What came back may be taken as long as nobody has gone on with it since.
create function app.may_take(p_hand_over app.hand_overs, p_need app.needs) returns boolean
language sql stable
set search_path = ''
as $$
  select p_hand_over.state = 'asked' and not app.is_settled(p_hand_over, p_need)
    and (
      p_hand_over.returned_at is null or p_need.owner_email is null
      or (p_need.owner_email = p_hand_over.from_email and not exists (
        select from app.messages m
        where m.need_id = p_need.id and m.author_email = p_need.owner_email
          and m.kind in ('answer', 'question', 'contact') and m.created_at > p_hand_over.returned_at
      ))
    )
$$;

create or replace function app.is_asked(p_actor app.actor, p_need app.needs) returns boolean
language sql stable
set search_path = ''
as $$
  select exists (
    select from app.hand_overs h
    where h.need_id = p_need.id and h.to_email = p_actor.email and app.may_take(h, p_need)
  )
$$;

-- Whether somebody's part in the need is over: the last time they were asked, they said that they cannot help.
create function app.is_out(p_need_id uuid, p_email text) returns boolean
language sql stable
set search_path = ''
as $$
  select coalesce((
    select h.state in ('declined', 'no_help', 'not_reachable') from app.hand_overs h
    where h.need_id = p_need_id and h.to_email = p_email order by h.asked_at desc, h.id limit 1
  ), false)
$$;

create or replace function app.has_declined(p_actor app.actor) returns boolean
language sql stable
set search_path = ''
as $$
  select p_actor.role = 'expert' and app.is_out(p_actor.need_id, p_actor.email)
$$;

grant execute on function app.is_settled(app.hand_overs, app.needs), app.may_take(app.hand_overs, app.needs) to authenticated;
