// The rules that every table and function of ours keeps, asked of Postgres's own catalogue: each query lists the breaches.
const OURS = `in ('app'::regnamespace, 'api'::regnamespace)`;
const API_ROLES = `array['anon', 'authenticated', 'service_role']`;
const SIGNATURE = `p.oid::regprocedure::text`;

/** What a person at the desk may read, under row-level security: whoever adds a table here gives every coordinator all of it. */
export const READ_AT_DESK = [
  'app.absences',
  'app.bounces',
  'app.coordinators',
  'app.counted_needs',
  'app.due_needs',
  'app.events',
  'app.follow_ups',
  'app.hand_overs',
  'app.messages',
  'app.named_answers',
  'app.needs',
  'app.notes',
  'app.received_mails',
  'app.survey_answers',
  'app.survey_invitations',
  'app.survey_versions',
];
/** What one of a company may read, each table's rows of her own company alone; some of them a coordinator sees in part. */
export const READ_IN_WORKSPACE = [
  'app.claims',
  'app.companies',
  'app.company_events',
  'app.consent_events',
  'app.consent_needs',
  'app.consents',
  'app.documents',
  'app.erasures',
  'app.hand_overs',
  'app.looks',
  'app.member_invitations',
  'app.members',
  'app.messages',
  'app.needs',
  'app.profile_facts',
];
export const READ_SIGNED_IN = [...new Set([...READ_AT_DESK, ...READ_IN_WORKSPACE])];
const list = (names: string[]): string => `array['${names.join("', '")}']`;
/** What the queries of the desk and of the workspace call with the person's rights. */
const RUN_SIGNED_IN = [
  'app.absence_of(text)',
  'app.acting_owner(text)',
  'app.answers_in_order(app.survey_invitations)',
  'app.companies_inviting_me()',
  'app.companies_shared_with_me(api.consent_part)',
  'app.consent_called(app.consents)',
  'app.company_called(uuid)',
  'app.contacts_on_record(uuid,timestamp with time zone)',
  'app.consents_to_me()',
  'app.desk_find(api.desk_view,text,text)',
  'app.desk_note_looks(uuid)',
  'app.desk_person()',
  'app.documents_of(uuid)',
  'app.due_and_ended(date,date,text[])',
  'app.fact_of(uuid,text,api.profile_field)',
  'app.hand_overs_of(uuid,api.person_role,text)',
  'app.helsinki_day(timestamp with time zone)',
  'app.is_for_desk(app.claims)',
  'app.is_low(jsonb,text[])',
  'app.is_in_force(app.consents)',
  'app.is_member(uuid)',
  'app.is_owner(uuid)',
  'app.is_pending(app.member_invitations)',
  'app.is_settled(app.hand_overs,app.needs)',
  'app.is_told_of(app.consents)',
  'app.last_look_of(uuid,text)',
  'app.is_waiting(app.erasures)',
  'app.mailbox_of(text)',
  'app.may_take(app.hand_overs,app.needs)',
  'app.month_begins(date)',
  'app.months_of_needs(date,date,text[])',
  'app.my_companies()',
  'app.my_owned_companies()',
  'app.needs_shared_with_me(api.consent_part)',
  'app.look_called(app.looks)',
  'app.note_document_look(uuid,uuid)',
  'app.workspace_stand_in(uuid)',
  'app.workspace_stand_ins()',
  'app.needs_by_choice(timestamp with time zone[],text[])',
  'app.needs_to_own()',
  'app.needs_within(uuid,api.person_role)',
  'app.note_shared_looks(uuid)',
  'app.profile_now(uuid,text)',
  'app.shared_messages(uuid,text,boolean)',
  'app.shared_view(uuid,text,text,api.consent_part[],uuid[])',
  'app.sharing_handlers(uuid)',
  'app.i_own_alone()',
  'app.puts_erasure_off(api.need_state)',
  'app.puts_me_off()',
  'app.stand_in(text)',
  'app.standing_of(app.consents)',
  'app.themes_of(text[],jsonb)',
  'app.themes_of_needs(jsonb,timestamp with time zone,timestamp with time zone,text[])',
  'app.thread_of(uuid,api.person_role,text)',
  'app.workspace_company(uuid)',
  'app.workspace_looks(uuid,integer,integer)',
  'app.workspace_needs(uuid,integer)',
  'app.workspace_people(uuid)',
  'app.workspace_person()',
  'app.workspace_waiting()',
];
/** The two questions that all rights come from: whose living session the caller has at a door. */
const WHO_ASKS = list(['app.desk_person()', 'app.workspace_person()']);
/** What a policy may ask of the reader; it may narrow that by other conditions, never widen it. */
const ASKED_OF_READER =
  'SELECT app\\.((desk_person|workspace_person|my_companies|my_owned_companies|companies_inviting_me|consents_to_me)\\(\\)|(companies|needs)_shared_with_me\\()';

/** Each rule's query gives one column, `name`, of what breaks it. */
export const RULES = {
  'every table has row-level security on': `
    select c.oid::regclass::text as name from pg_class c
    where c.relnamespace ${OURS} and c.relkind in ('r', 'p') and not c.relrowsecurity`,

  'no API role, and not the public, may do anything with a table, a view or a sequence, but for what signed-in people read': `
    select c.oid::regclass || ' to ' || coalesce(nullif(acl.grantee, 0)::regrole::text, 'public') as name
    from pg_class c cross join lateral aclexplode(c.relacl) acl
    where c.relnamespace ${OURS} and acl.grantee <> c.relowner
      and not (acl.privilege_type = 'SELECT' and acl.grantee = 'authenticated'::regrole and c.oid::regclass::text = any (${list(READ_SIGNED_IN)}))
    union all
    select a.attrelid::regclass || '.' || a.attname || ' to ' || coalesce(nullif(acl.grantee, 0)::regrole::text, 'public')
    from pg_attribute a join pg_class c on c.oid = a.attrelid cross join lateral aclexplode(a.attacl) acl
    where c.relnamespace ${OURS} and acl.grantee <> c.relowner`,

  'every policy asks who reads, and only narrows that': `
    select c.oid::regclass || '.' || y.polname as name from pg_policy y join pg_class c on c.oid = y.polrelid
    where c.relnamespace ${OURS} and not (
      y.polcmd = 'r' and y.polroles = array['authenticated'::regrole::oid] and y.polwithcheck is null and y.polpermissive
      and pg_get_expr(y.polqual, y.polrelid) ~ '${ASKED_OF_READER}' and pg_get_expr(y.polqual, y.polrelid) !~ ' OR | NOT [^N]'
    )`,

  'no API role may run a function of app, but for what the queries of signed-in people call': `
    select ${SIGNATURE} || ' by ' || r.name as name from pg_proc p cross join unnest(${API_ROLES}) r (name)
    where p.pronamespace = 'app'::regnamespace and has_function_privilege(r.name, p.oid, 'execute')
      and not (r.name = 'authenticated' and ${SIGNATURE} = any (${list(RUN_SIGNED_IN)}))`,

  'a signed-in person may run the functions of the desk and the workspace, and service_role alone all others of api': `
    select ${SIGNATURE} || ' by ' || r.name as name from pg_proc p cross join unnest(${API_ROLES}) r (name)
    where p.pronamespace = 'api'::regnamespace
      and has_function_privilege(r.name, p.oid, 'execute')
        <> (r.name = case when p.proname ~ '^(desk|workspace)(_|$)' then 'authenticated' else 'service_role' end)`,

  'a function is granted to nobody else, and not to the public': `
    select ${SIGNATURE} || ' to ' || coalesce(nullif(acl.grantee, 0)::regrole::text, 'public') as name
    from pg_proc p cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) acl
    where p.pronamespace ${OURS} and acl.grantee not in (p.proowner, 'service_role'::regrole, 'authenticated'::regrole)`,

  'every function of ours has an empty search path': `
    select ${SIGNATURE} as name from pg_proc p
    where p.pronamespace ${OURS} and not coalesce('search_path=""' = any (p.proconfig), false)`,

  'a function of app runs with the rights of its caller, or asks who that is': `
    select ${SIGNATURE} as name from pg_proc p
    where p.pronamespace = 'app'::regnamespace and p.prosecdef
      and ${SIGNATURE} <> all (${WHO_ASKS}) and p.prosrc !~ 'app\\.(desk|workspace)_person\\(\\)'`,

  "a function of a signed-in person that runs with its owner's rights asks who that is": `
    select ${SIGNATURE} as name from pg_proc p
    where p.pronamespace = 'api'::regnamespace and p.proname ~ '^(desk|workspace)(_|$)' and p.prosecdef
      and p.prosrc !~ 'app\\.((desk|workspace)_(person|actor)|is_member|is_owner|session_of_caller)\\('`,

  'every foreign key has an index that begins with its columns': `
    select k.conrelid::regclass || '.' || k.conname as name from pg_constraint k
    where k.contype = 'f' and k.connamespace ${OURS} and not exists (
      select from pg_index i where i.indrelid = k.conrelid and i.indpred is null
        and (i.indkey::smallint[])[0:cardinality(k.conkey) - 1] @> k.conkey
    )`,

  'every foreign key says what happens on delete': `
    select k.conrelid::regclass || '.' || k.conname as name from pg_constraint k
    where k.contype = 'f' and k.connamespace ${OURS} and k.confdeltype = 'a'`,

  'every check has a name that reads as a sentence': `
    select k.conname as name from pg_constraint k
    where k.contype = 'c' and k.connamespace ${OURS} and k.conname ~ '_check[0-9]*$'`,

  'every table has a comment': `
    select c.oid::regclass::text as name from pg_class c
    where c.relnamespace ${OURS} and c.relkind in ('r', 'p', 'v', 'm') and obj_description(c.oid, 'pg_class') is null`,

  'every function of api has a comment': `
    select ${SIGNATURE} as name from pg_proc p
    where p.pronamespace = 'api'::regnamespace and obj_description(p.oid, 'pg_proc') is null`,

  'there is no table or view in api': `
    select c.oid::regclass::text as name from pg_class c
    where c.relnamespace = 'api'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')`,
} as const satisfies Record<string, string>;
export type Rule = keyof typeof RULES;
