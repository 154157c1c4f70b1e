-- A task of the content editors: what a provider's contact says is wrong on its pages.
create table app.editor_tasks (
  id uuid primary key default gen_random_uuid(),
  confirmation_id uuid not null references app.confirmations (id) on delete cascade,
  services text[] not null default '{}',
  own_page boolean not null default false,
  mistake text not null,
  created_at timestamptz not null default now(),
  done_at timestamptz,
  done_by text,
  note text,
  constraint a_task_is_about_a_page check (own_page or cardinality(services) > 0),
  constraint a_task_is_about_at_most_100_services check (cardinality(services) <= 100),
  constraint mistake_has_1_to_2000_characters check (char_length(mistake) between 1 and 2000),
  constraint editors_note_has_1_to_2000_characters check (char_length(note) between 1 and 2000),
  constraint a_task_is_done_after_it_was_made check (done_at >= created_at),
  constraint a_done_task_says_who_did_it check ((done_at is null) = (done_by is null)),
  constraint a_note_belongs_to_a_done_task check (note is null or done_at is not null)
);
alter table app.editor_tasks enable row level security;
create index editor_tasks_by_confirmation on app.editor_tasks (confirmation_id, created_at);
create index editor_tasks_open on app.editor_tasks (created_at) where done_at is null;

comment on table app.editor_tasks is 'Mistakes that providers'' contacts reported on their pages, open until an editor says that each is dealt with.';
comment on column app.editor_tasks.services is 'Ids of the services whose pages it is about: files of content/services.';
comment on column app.editor_tasks.own_page is 'Whether it is about the provider''s own page.';
comment on column app.editor_tasks.note is 'What the editor wants the reporter to know.';
