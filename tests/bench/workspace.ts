// How fast a company's workspace opens: the database's own time with few and many needs, and a full log of looks in the table.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { startBenchPortal } from './bench-portal.ts';
import { measure, medianRound } from './percentiles.ts';
import { atMost, type Figures, round } from './piece.ts';

const LOOKS = 1_000_000;
const NEEDS = [10, 100, 1000];
/** Other companies, whose needs and looks lie among these. */
const OTHERS = 5000;
const CALLS = 100;
const ROUNDS = 3;

/** The aims: p95 in milliseconds of the database's time, and how many times as long a hundred times as many needs may take. */
const MOST_MS = 20;
const MOST_TIMES = 1.5;

/** Each page as its function asks for it; a row is a page of something, or the bench measured nothing. */
const PAGES = {
  workspace: 'select jsonb_array_length(needs) as rows from api.workspace($1, 1)',
  'to own': 'select count(*) + 1 as rows from api.workspace_to_own() where $1::uuid is not null',
  looks: 'select jsonb_array_length(looks) as rows from api.workspace_looks($1, 1)',
  profile: 'select jsonb_array_length(facts) as rows from api.workspace_profile($1)',
} as const;

interface Company {
  id: string;
  needs: number;
  email: string;
  session: string;
}

export async function benchWorkspace(): Promise<Figures> {
  const portal = await startBenchPortal();
  const client = new pg.Client({ connectionString: portal.databaseUrl });
  await client.connect();
  try {
    const companies = [];
    for (const needs of NEEDS) companies.push(await seedCompany(client, needs));
    await seedOthers(client, companies);
    await client.query('analyze');
    const pages = [];
    for (const company of companies) pages.push(...(await open(client, company)));
    const opening = pages.filter(({ page }) => page === 'workspace');
    const [few, many] = [opening[0], opening.at(-1)];
    const aims = [
      ...opening.map(({ needs, p95_ms }) => atMost(`p95 of opening with ${needs} needs, ms`, MOST_MS, p95_ms)),
      atMost('times that of the fewest needs', MOST_TIMES, round((many?.p50_ms ?? 0) / (few?.p50_ms ?? 1))),
    ];
    return { aims, pages };
  } finally {
    await client.end();
    await portal.stop();
  }
}

/** A company whose person is signed in, with a message for each need. One need in five is open. */
async function seedCompany(client: pg.Client, needs: number): Promise<Company> {
  const email = `yritys-${needs}@bench.example`;
  const session = randomUUID();
  await client.query('begin; set local session_replication_role = replica');
  const { rows } = await client.query<{ id: string }>('select app.make_company(null, $1) as id', [email]);
  const id = rows[0]?.id as string;
  await client.query(
    `insert into app.needs (reference, state, language, description, services, founder, contact_name, contact_email, contact_by,
       notice_version, fingerprint, received_at, promise_days, due_at, closed_at, outcome, waits_for_company, company_id,
       first_response_at, promise_kept)
     select upper(translate(lpad(to_hex($2::integer), 4, '0') || '-' || lpad(to_hex(n), 4, '0'), '01', 'XY')),
       case when is_open then 'received' else 'closed' end::api.need_state, 'fi', 'Tarve ' || n || ': ' || repeat('tarvitsemme apua ', 40),
       array['hitsauskoulutus'], true, 'Kirsi', $3, 'email', '2026-11-22', n::text, at, 2, at + interval '2 days',
       case when not is_open then at + interval '9 hours' end, case when not is_open then 'helped' end::api.need_outcome, n % 3 = 0, $1,
       case when not is_open then at + interval '5 hours' end, case when not is_open then true end
     from generate_series(1, $2) n, lateral (select n % 5 = 0 as is_open, now() - n * interval '7 hours' as at) facts`,
    [id, needs, email],
  );
  await client.query(
    `insert into app.messages (need_id, kind, author_role, author_email, author_name, body)
     select n.id, 'answer', 'coordinator', 'maija@city.example', 'Maija', repeat('Vastaamme tarpeeseesi. ', 20)
     from app.needs n where n.company_id = $1`,
    [id],
  );
  await client.query(
    `insert into app.profile_facts (company_id, field, person_email, value, source, told_by)
     values ($1, 'company_name', null, 'Paja Oy', 'workspace', $2), ($1, 'contact_name', $2, 'Kirsi', 'workspace', $2)`,
    [id, email],
  );
  await client.query(
    `insert into app.sessions (id, door, email, own_device, expires_at) values ($1, 'workspace', $2, false, now() + interval '12 hours')`,
    [session, email],
  );
  await client.query('commit');
  return { id, needs, email, session };
}

/** The log of looks: two in three of other companies, one in three of these, most of them of the one with most needs. */
async function seedOthers(client: pg.Client, companies: readonly Company[]): Promise<void> {
  await client.query('begin; set local session_replication_role = replica');
  await client.query(`insert into app.companies (id) select gen_random_uuid() from generate_series(1, $1)`, [OTHERS]);
  await client.query(
    `insert into app.looks (company_id, part, way, person_role, person_email, person_name, organisation, at)
     select case when n % 3 = 0 then ($2::uuid[])[greatest(1, cardinality($2::uuid[]) - n % 10)] else others.ids[1 + n % cardinality(others.ids)] end,
       'need', 'desk', 'coordinator', 'katsoja-' || n % 997 || '@city.example', 'Katsoja', null, now() - n * interval '31 seconds'
     from generate_series(1, $1) n, (select array_agg(id) as ids from app.companies) others
     on conflict do nothing`,
    [LOOKS, companies.map(({ id }) => id)],
  );
  await client.query('commit');
  const { rows } = await client.query<{ count: number }>('select count(*)::integer as count from app.looks');
  if ((rows[0]?.count ?? 0) < LOOKS * 0.99) throw new Error(`only ${rows[0]?.count} looks`);
}

async function open(client: pg.Client, { id, needs, email, session }: Company) {
  const claims = JSON.stringify({ role: 'authenticated', email, session_id: session });
  const rows = [];
  for (const [page, sql] of Object.entries(PAGES)) {
    await client.query('begin; set local role authenticated');
    await client.query(`select set_config('request.jwt.claims', $1, true)`, [claims]);
    const ask = (how = '') => client.query(how + sql, [id]);
    const [answer] = (await ask()).rows as { rows: number }[];
    if (!answer?.rows) throw new Error(`${page} of ${needs} needs: nothing was found`);
    const rounds = [];
    for (let n = 0; n < ROUNDS; n += 1) rounds.push(await measure(CALLS, 1, async () => void (await ask())));
    const { p50_ms, p95_ms } = medianRound(rounds);
    const { rows: plans } = await ask('explain (analyze, buffers, format json) ');
    const plan = plans[0]?.['QUERY PLAN'][0].Plan as Record<'Shared Hit Blocks' | 'Shared Read Blocks', number>;
    await client.query('rollback');
    rows.push({ needs, page, p50_ms, p95_ms, pages: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'] });
  }
  return rows;
}
