-- Reports count needs from indexes alone. Since members and advisers read needs too, a need's company decides who sees it, and
-- what is not in the index sent every count to the table: twice the time. Invitations are counted survey by survey.
drop index app.needs_counted_by_receipt, app.needs_counted_by_due, app.needs_counted_by_end;
create index needs_counted_by_receipt on app.needs (received_at)
  include (id, company_id, services, state, outcome, first_response_at);
create index needs_counted_by_due on app.needs (due_at)
  include (id, company_id, services, state, promise_kept, first_response_at, received_at);
create index needs_counted_by_end on app.needs (closed_at) include (id, company_id, services, state, outcome) where closed_at is not null;

drop index app.survey_invitations_by_time, app.survey_invitations_by_month;
create index survey_invitations_by_month on app.survey_invitations (survey, invited_at) include (theme, service, provider);

drop index app.hand_overs_by_time;
create index hand_overs_by_time on app.hand_overs (asked_at) include (need_id, to_role, to_email, state, decided_at, returned_at);

-- As before, of all rows at once: the needs of one's companies are asked for once, not the need of each hand-over.
drop policy members_read on app.hand_overs;
create policy members_read on app.hand_overs for select to authenticated using (
  need_id in (select n.id from app.needs n where n.company_id = any ((select app.my_companies())::uuid[]))
);
