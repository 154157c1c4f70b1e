-- ask-erasure: each asking and each undoing is a letter to every owner, so whoever does both all day long is stopped.
create function app.tg_erasures__few() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if 3 <= (
    select count(*) from app.erasures e
    where (e.company_id = new.company_id or e.person_email = new.person_email) and e.asked_at > now() - interval '7 days'
      and (e.asked_by is not null or e.person_email is not null)
  ) then
    raise exception 'an erasure is asked for three times a week at the most' using errcode = 'EFEWS';
  end if;
  return new;
end $$;

-- What the keeping times ask for, they ask once. Two at the same moment are one: only one erasure waits.
create trigger _100_few before insert on app.erasures
for each row when (new.asked_by is not null or new.person_email is not null) execute function app.tg_erasures__few();

create or replace function api.workspace_ask_erasure(p_company uuid) returns api.ask_erasure_outcome
language plpgsql security definer
set search_path = ''
as $$
declare
  v_me text := app.workspace_person();
  v_erasure uuid;
begin
  if not app.is_member(p_company) then return 'gone'; end if;
  if not app.is_owner(p_company) then return 'owners_only'; end if;
  if exists (select from app.erasures e where e.company_id = p_company and app.is_waiting(e)) then return 'already_asked'; end if;
  insert into app.erasures (company_id, asked_by, erase_after) values (p_company, v_me, app.end_of_week())
  on conflict do nothing returning id into v_erasure;
  if v_erasure is null then return 'already_asked'; end if;
  perform app.log_in_company(p_company, 'erasure_asked', 'company', v_me);
  perform app.tell_owners(p_company, 'erasure_asked', v_erasure);
  return 'asked';
exception
  when sqlstate 'EFEWS' then return 'too_many';
end $$;
