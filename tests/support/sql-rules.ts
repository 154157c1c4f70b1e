// The rules that every table and function of ours keeps, asked of Postgres's own catalogue: each query lists the breaches.
const OURS = `in ('app'::regnamespace, 'api'::regnamespace)`;
const API_ROLES = `array['anon', 'authenticated', 'service_role']`;
const SIGNATURE = `p.oid::regprocedure::text`;

/** What a person at the desk may read, under row-level security: whoever adds a table here gives every coordinator all of it. */
export const READ_AT_DESK = [
  'app.absences',
  'app.coordinators',
  'app.events',
  'app.hand_overs',
  'app.messages',
  'app.needs',
  'app.notes',
  'app.survey_answers',
];
const list = (names: string[]): string => `array['${names.join("', '")}']`;
/** What the desk's queries call with the person's rights. */
const RUN_AT_DESK = [
  'app.absence_of(text)',
  'app.acting_owner(text)',
  'app.desk_find(api.desk_view,text,text)',
  'app.desk_person()',
  'app.hand_overs_of(uuid,api.person_role,text)',
  'app.helsinki_day(timestamp with time zone)',
  'app.is_settled(app.hand_overs,app.needs)',
  'app.mailbox_of(text)',
  'app.may_take(app.hand_overs,app.needs)',
  'app.needs_within(uuid,api.person_role)',
  'app.stand_in(text)',
  'app.thread_of(uuid,api.person_role,text)',
];

/** Each rule's query gives one column, `name`, of what breaks it. */
export const RULES = {
  'every table has row-level security on': `
    select c.oid::regclass::text as name from pg_class c
    where c.relnamespace ${OURS} and c.relkind in ('r', 'p') and not c.relrowsecurity`,

  'no API role, and not the public, may do anything with a table, a view or a sequence, but for what is read at the desk': `
    select c.oid::regclass || ' to ' || coalesce(nullif(acl.grantee, 0)::regrole::text, 'public') as name
    from pg_class c cross join lateral aclexplode(c.relacl) acl
    where c.relnamespace ${OURS} and acl.grantee <> c.relowner
      and not (acl.privilege_type = 'SELECT' and acl.grantee = 'authenticated'::regrole and c.oid::regclass::text = any (${list(READ_AT_DESK)}))
    union all
    select a.attrelid::regclass || '.' || a.attname || ' to ' || coalesce(nullif(acl.grantee, 0)::regrole::text, 'public')
    from pg_attribute a join pg_class c on c.oid = a.attrelid cross join lateral aclexplode(a.attacl) acl
    where c.relnamespace ${OURS} and acl.grantee <> c.relowner`,

  'every policy asks who is at the desk and nothing else': `
    select c.oid::regclass || '.' || y.polname as name from pg_policy y join pg_class c on c.oid = y.polrelid
    where c.relnamespace ${OURS} and not (
      y.polcmd = 'r' and y.polroles = array['authenticated'::regrole::oid] and y.polwithcheck is null
      and pg_get_expr(y.polqual, y.polrelid) = '(( SELECT app.desk_person() AS desk_person) IS NOT NULL)'
    )`,

  'no API role may run a function of app, but for what the desk calls': `
    select ${SIGNATURE} || ' by ' || r.name as name from pg_proc p cross join unnest(${API_ROLES}) r (name)
    where p.pronamespace = 'app'::regnamespace and has_function_privilege(r.name, p.oid, 'execute')
      and not (r.name = 'authenticated' and ${SIGNATURE} = any (${list(RUN_AT_DESK)}))`,

  'a signed-in person may run the functions of the desk, and service_role alone all others of api': `
    select ${SIGNATURE} || ' by ' || r.name as name from pg_proc p cross join unnest(${API_ROLES}) r (name)
    where p.pronamespace = 'api'::regnamespace
      and has_function_privilege(r.name, p.oid, 'execute')
        <> (r.name = case when p.proname like 'desk\\_%' then 'authenticated' else 'service_role' end)`,

  'a function is granted to nobody else, and not to the public': `
    select ${SIGNATURE} || ' to ' || coalesce(nullif(acl.grantee, 0)::regrole::text, 'public') as name
    from pg_proc p cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) acl
    where p.pronamespace ${OURS} and acl.grantee not in (p.proowner, 'service_role'::regrole, 'authenticated'::regrole)`,

  'every function of ours has an empty search path': `
    select ${SIGNATURE} as name from pg_proc p
    where p.pronamespace ${OURS} and not coalesce('search_path=""' = any (p.proconfig), false)`,

  'a function of app runs with the rights of its caller, or asks who is at the desk': `
    select ${SIGNATURE} as name from pg_proc p
    where p.pronamespace = 'app'::regnamespace and p.prosecdef
      and p.oid <> 'app.desk_person()'::regprocedure and not (p.proname like 'desk\\_%' and p.prosrc like '%app.desk_person()%')`,

  "a function of the desk that runs with its owner's rights asks who is at the desk": `
    select ${SIGNATURE} as name from pg_proc p
    where p.pronamespace = 'api'::regnamespace and p.proname like 'desk\\_%' and p.prosecdef
      and p.proname <> 'desk_session' and p.prosrc !~ 'app\\.desk_(person|actor)\\('`,

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
