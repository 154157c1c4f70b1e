-- Two rooms: app holds the tables and is never exposed; api holds the functions and enums that the data API serves.
create schema app;
create schema api;

comment on schema app is 'Tables and their guards. Never exposed: reached only through functions of schema api.';
comment on schema api is 'The only exposed schema: functions, one for each thing that a person or a schedule can do, and enums.';

-- Nobody may run a function unless a grant right beneath it says so.
alter default privileges revoke execute on functions from public;
alter default privileges in schema api revoke execute on functions from public, anon, authenticated, service_role;
alter default privileges in schema app revoke execute on functions from public, anon, authenticated, service_role;
alter default privileges in schema app revoke all on tables from public, anon, authenticated, service_role;
alter default privileges in schema app revoke all on sequences from public, anon, authenticated, service_role;
revoke all on schema app from public, anon, authenticated, service_role;
revoke all on schema api from public, anon;
grant usage on schema api to authenticated, service_role;
