-- What a signed-in coordinator may read: rows of these tables, and only while the session lives. Everything else stays shut.
-- Writes go through functions of api alone; nothing is granted for them.
grant usage on schema app to authenticated;
grant execute on function app.desk_person() to authenticated;
grant select on app.needs, app.messages, app.hand_overs, app.events, app.survey_answers, app.coordinators to authenticated;

-- Asked once for each query and not for each row: the function stands in a subquery of its own.
create policy coordinators_read on app.needs for select to authenticated using ((select app.desk_person()) is not null);
create policy coordinators_read on app.messages for select to authenticated using ((select app.desk_person()) is not null);
create policy coordinators_read on app.hand_overs for select to authenticated using ((select app.desk_person()) is not null);
create policy coordinators_read on app.events for select to authenticated using ((select app.desk_person()) is not null);
create policy coordinators_read on app.survey_answers for select to authenticated using ((select app.desk_person()) is not null);
create policy coordinators_read on app.coordinators for select to authenticated using ((select app.desk_person()) is not null);
