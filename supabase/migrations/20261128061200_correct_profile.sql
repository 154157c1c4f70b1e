-- correct-profile: a person of the company corrects what is known of it and of how to reach her; what stood there before stays as history.
create type api.correct_profile_outcome as enum ('corrected', 'unchanged', 'id_taken', 'owners_only', 'no_company');

-- p_values: { field: text or null } for the fields that the form showed.
create function api.workspace_correct_profile(p_company uuid, p_values jsonb) returns api.correct_profile_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_me text := app.workspace_person();
  v_fields api.profile_field[];
begin
  if not app.is_member(p_company) then return 'no_company'; end if;
  -- One at a time for a company, so that two windows make one history.
  perform from app.companies c where c.id = p_company for update;

  select coalesce(array_agg(told.key::api.profile_field order by told.key), '{}') into v_fields
  from jsonb_each_text(p_values) told
  where told.value is distinct from app.fact_of(
    p_company, case when told.key not in ('company_name', 'business_id') then v_me end, told.key::api.profile_field);
  if cardinality(v_fields) = 0 then return 'unchanged'; end if;

  -- The number says whose workspace this is, and whose needs come to it.
  if 'business_id' = any (v_fields) then
    if not app.is_owner(p_company) then return 'owners_only'; end if;
    if exists (select from app.companies c where c.business_id = p_values ->> 'business_id' and c.id <> p_company) then return 'id_taken'; end if;
    update app.companies set business_id = p_values ->> 'business_id' where id = p_company;
  end if;

  insert into app.profile_facts (company_id, field, person_email, value, source, told_by)
  select p_company, field, case when field not in ('company_name', 'business_id') then v_me end, p_values ->> field::text, 'workspace', v_me
  from unnest(v_fields) field;
  perform app.log_in_company(p_company, 'corrected', 'company', v_me, array_to_string(v_fields, ' '));
  return 'corrected';
exception
  -- Two companies that take the same number at the same moment.
  when unique_violation then return 'id_taken';
end $$;

comment on function api.workspace_correct_profile is
  'Corrects facts of a company, or of how to reach the caller in it. The business ID is for owners alone, and no two companies have the same.';
revoke execute on function api.workspace_correct_profile from public, anon, authenticated, service_role;
grant execute on function api.workspace_correct_profile to authenticated;
