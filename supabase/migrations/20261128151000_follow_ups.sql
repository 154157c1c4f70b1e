-- A low answer of a named survey is a task for the owner of the need, with its own due time, until the person is answered.
create table app.follow_ups (
  id uuid primary key default gen_random_uuid(),
  invitation_id uuid not null references app.survey_invitations (id) on delete cascade,
  need_id uuid not null references app.needs (id) on delete cascade,
  not_contacted boolean not null,
  opened_at timestamptz not null default now(),
  due_at timestamptz not null,
  answered_at timestamptz,
  answered_by text,
  message_id uuid references app.messages (id) on delete set null,
  withdrawn_at timestamptz,
  constraint one_follow_up_for_an_invitation unique (invitation_id),
  constraint a_follow_up_is_due_after_it_opened check (due_at > opened_at),
  constraint an_answered_follow_up_says_who_answered check ((answered_at is null) = (answered_by is null)),
  constraint a_follow_up_ends_once check (num_nonnulls(answered_at, withdrawn_at) <= 1)
);
alter table app.follow_ups enable row level security;
create index follow_ups_by_need on app.follow_ups (need_id);
create index follow_ups_by_message on app.follow_ups (message_id);
create index follow_ups_open on app.follow_ups (due_at) where answered_at is null and withdrawn_at is null;
comment on table app.follow_ups is
  'People who said in a survey that nobody contacted them, or that it did not help (1 or 2 of 5, or no): to be answered by the owner of the need, by due_at. answered_by, message_id: who answered and with what. withdrawn_at: the person changed the answer before anybody did.';

create function app.is_low(p_question jsonb, p_choices text[]) returns boolean
language sql immutable
set search_path = ''
as $$
  select coalesce((p_question ->> 'kind' = 'fact' and p_choices = '{no}') or (p_question ->> 'kind' = 'scale' and p_choices <@ '{1,2}'), false)
$$;

-- The low answers of an invitation, as questions of its version.
create function app.low_answers(p_invitation app.survey_invitations) returns setof jsonb
language sql stable
set search_path = ''
as $$
  select q from app.named_answers a, app.question_of(p_invitation.survey, p_invitation.version, a.question) q
  where a.invitation_id = p_invitation.id and app.is_low(q, a.choices)
$$;

-- Who hears of a low answer: whoever acts for the owner; where nobody does, or that is an expert whose need has ended, the lead.
-- That nobody was contacted, though the record says so, the lead hears too.
create function app.tell_low_answer(p_need app.needs, p_follow_up app.follow_ups) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_owner text := app.acting_owner(p_need.owner_email);
  v_lead text := (select c.email from app.coordinators c where c.is_lead);
  v_coordinator text := (select c.email from app.coordinators c where c.email = v_owner and c.left_at is null);
  v_expert_set uuid := case when v_coordinator is null and app.is_open(p_need.state) then app.link_set_of(p_need.id, v_owner, 'expert') end;
begin
  if v_expert_set is not null then
    insert into app.outbox (letter, about, company_id, link_set) values ('low_answer_expert', p_follow_up.id, p_need.company_id, v_expert_set);
  end if;
  insert into app.outbox (letter, about, company_id, to_email, language)
  select 'low_answer', p_follow_up.id, p_need.company_id, reader, 'fi' from (
    select v_coordinator as reader
    union
    select v_lead where p_follow_up.not_contacted or (v_coordinator is null and v_expert_set is null)
  ) r where reader is not null;
end $$;

-- Opens, opens again or takes back the task, as the answers now are. p_due: by when the person is to be answered.
create function app.note_low_answers(p_invitation app.survey_invitations, p_due timestamptz) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_low boolean := exists (select from app.low_answers(p_invitation));
  v_not_contacted boolean := exists (select from app.low_answers(p_invitation) q where (q ->> 'checks_contact')::boolean);
  v_need app.needs := (select n from app.needs n where n.id = p_invitation.need_id);
  v_follow_up app.follow_ups := (select f from app.follow_ups f where f.invitation_id = p_invitation.id);
begin
  if v_follow_up.answered_at is not null then return; end if;
  if v_low and (v_follow_up.id is null or v_follow_up.withdrawn_at is not null) then
    insert into app.follow_ups as f (invitation_id, need_id, not_contacted, due_at)
    values (p_invitation.id, p_invitation.need_id, v_not_contacted, p_due)
    on conflict (invitation_id) do update
      set withdrawn_at = null, opened_at = now(), due_at = excluded.due_at, not_contacted = excluded.not_contacted
    returning f.* into v_follow_up;
    insert into app.events (need_id, kind, actor_role) values (p_invitation.need_id, 'follow_up_opened', 'system');
    perform app.tell_low_answer(v_need, v_follow_up);
  elsif v_low then
    update app.follow_ups set not_contacted = v_not_contacted where id = v_follow_up.id;
  elsif v_follow_up.id is not null and v_follow_up.withdrawn_at is null then
    update app.follow_ups set withdrawn_at = now() where id = v_follow_up.id;
    insert into app.events (need_id, kind, actor_role) values (p_invitation.need_id, 'follow_up_withdrawn', 'system');
  end if;
end $$;

-- Whatever a colleague says to the person afterwards answers it, by whichever way: desk, link, mail or a logged call.
create function app.tg_messages__follow_ups() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  update app.follow_ups f set answered_at = now(), answered_by = new.author_email, message_id = new.id
  where f.answered_at is null and f.withdrawn_at is null and new.happened_at >= f.opened_at
    and f.need_id in (select n.id from app.needs n where n.id = new.need_id or n.joined_to = new.need_id);
  if found then
    insert into app.events (need_id, kind, actor_role, actor_email, message_id)
    values (new.need_id, 'follow_up_answered', new.author_role, new.author_email, new.id);
  end if;
  return null;
end $$;

create trigger _500_follow_ups after insert on app.messages
for each row when (new.author_role in ('coordinator', 'expert') and new.kind in ('answer', 'contact'))
execute function app.tg_messages__follow_ups();

-- What a letter about a low answer says; null once it is answered or taken back.
create function app.about_low_answer(p_follow_up uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'reference', n.reference, 'company_name', n.company_name, 'business_id', n.business_id, 'contact_name', n.contact_name,
    'contact_phone', n.contact_phone, 'not_contacted', f.not_contacted, 'first_response_at', n.first_response_at, 'due_at', f.due_at,
    'open', app.is_open(n.state),
    'answers', (
      select jsonb_agg(jsonb_build_object('question', q, 'choices', a.choices, 'body', a.body) order by p.place)
      from app.survey_versions v, jsonb_array_elements(v.questions) with ordinality p (q, place)
      join app.named_answers a on a.invitation_id = i.id and a.question = q ->> 'key'
      where v.survey = i.survey and v.version = i.version
    )
  )
  from app.follow_ups f join app.survey_invitations i on i.id = f.invitation_id join app.needs n on n.id = f.need_id
  where f.id = p_follow_up and f.answered_at is null and f.withdrawn_at is null
$$;

-- The same with the reader's own link: to whoever of the network has the need. Null once the need has ended: the link is dead.
create function app.about_low_answer_expert(p_follow_up uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select app.about_low_answer(f.id) || jsonb_build_object('link', l.id)
  from app.follow_ups f join app.needs n on n.id = f.need_id
  join app.links l on l.set_id = app.link_set_of(n.id, app.acting_owner(n.owner_email), 'expert') and l.purpose = 'answer_need'
  where f.id = p_follow_up and l.revoked_at is null and l.expires_at > now()
$$;
