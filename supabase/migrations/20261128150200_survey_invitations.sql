-- After which events of a need somebody is asked, and who was asked what.
create table app.service_events (
  need_id uuid not null references app.needs (id) on delete cascade,
  event api.survey_event not null,
  happened_at timestamptz not null default now(),
  primary key (need_id, event)
);
alter table app.service_events enable row level security;
create index service_events_by_time on app.service_events (event, happened_at);
comment on table app.service_events is
  'What happened to a need that a survey goes out after, once each: the first response, the delivery under way, the end of a need that was served. Written by triggers on app.needs, whichever way the need moved.';

create function app.tg_needs__service_events() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if old.first_response_at is null and new.first_response_at is not null then
    insert into app.service_events (need_id, event) values (new.id, 'first_response') on conflict do nothing;
  end if;
  if old.state <> 'delivering' and new.state = 'delivering' then
    insert into app.service_events (need_id, event) values (new.id, 'midway') on conflict do nothing;
  end if;
  -- Whoever was not reached, needed nothing or went elsewhere got no service to judge.
  if old.state <> 'closed' and new.state = 'closed' and new.outcome in ('helped', 'informed') then
    insert into app.service_events (need_id, event) values (new.id, 'closing') on conflict do nothing;
  end if;
  return null;
end $$;

create trigger _500_service_events after update of state, first_response_at on app.needs
for each row execute function app.tg_needs__service_events();

create table app.survey_invitations (
  id uuid primary key default gen_random_uuid(),
  need_id uuid not null references app.needs (id) on delete cascade,
  event api.survey_event not null,
  survey text not null,
  version integer not null,
  anonymous boolean not null,
  link_id uuid not null references app.links (id) on delete cascade,
  theme text,
  service text,
  provider text,
  invited_at timestamptz not null default now(),
  reminded_at timestamptz,
  answered_at timestamptz,
  foreign key (survey, version, anonymous) references app.survey_versions (survey, version, anonymous) on delete restrict,
  constraint asked_once_about_an_event unique (need_id, event, survey),
  constraint an_invitation_has_a_link_of_its_own unique (link_id),
  constraint nobody_knows_who_answered_anonymously check (not (anonymous and answered_at is not null)),
  constraint a_reminder_comes_after_the_invitation check (reminded_at > invited_at)
);
alter table app.survey_invitations enable row level security;
create unique index survey_invitations_anonymous on app.survey_invitations (id, anonymous);
create index survey_invitations_by_version on app.survey_invitations (survey, version, anonymous);
create index survey_invitations_by_month on app.survey_invitations (survey, invited_at);
comment on table app.survey_invitations is
  'Who was asked what, and when: the person is the one behind the link. Of a named survey it says when it was answered (answered_at, null: not yet). Of an anonymous one it never says whether it was: the row is not touched by an answer. theme, service, provider: coarse facts of the need as it was asked (ids of content files); null where there is none or more than one.';
