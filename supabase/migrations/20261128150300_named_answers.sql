-- Answers of named surveys: beside the invitation, question by question.
create table app.named_answers (
  invitation_id uuid not null,
  anonymous boolean not null default false,
  question text not null,
  choices text[],
  body text,
  may_show boolean not null default false,
  changed_at timestamptz not null default now(),
  counted_in date,
  primary key (invitation_id, question),
  foreign key (invitation_id, anonymous) references app.survey_invitations (id, anonymous) on delete cascade,
  constraint an_anonymous_answer_is_not_named check (not anonymous),
  constraint an_answer_is_chosen_or_written check (num_nonnulls(choices, body) = 1),
  constraint an_answer_has_1_to_10_choices check (cardinality(choices) between 1 and 10),
  constraint a_written_answer_has_1_to_2000_characters check (char_length(body) between 1 and 2000)
);
alter table app.named_answers enable row level security;
create index named_answers_by_invitation on app.named_answers (invitation_id, anonymous);
create index named_answers_to_count on app.named_answers (invitation_id) where counted_in is null;
comment on table app.named_answers is
  'What a person answered in a survey that is not anonymous, one row a question; the last answer counts. choices: yes or no, 1 to 5, or ids of options; body: free text. may_show: the person agreed that the provider may read the text. counted_in: the month in whose figures it stands.';

-- An answer is one to the question that was asked, whoever writes it.
create function app.tg_named_answers__fits() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if not coalesce((
    select app.is_answer_to(app.question_of(i.survey, i.version, new.question), new.choices, new.body)
    from app.survey_invitations i where i.id = new.invitation_id
  ), false) then
    raise exception 'this is no answer to that question' using errcode = 'NANSW';
  end if;
  return null;
end $$;

create trigger _100_fits after insert or update of question, choices, body on app.named_answers
for each row execute function app.tg_named_answers__fits();
