// How long the database works for each report with many answers, and how that grows: a need stands behind every five of them.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import type { Catalogue } from '#domain/content/catalogue.ts';
import { backendTime } from './backend-time.ts';
import { startBenchPortal } from './bench-portal.ts';
import { measure, medianRound, percentile } from './percentiles.ts';
import { atMost, type Figures, round } from './piece.ts';
import { seedReports } from './seed-reports.ts';

const ME = 'bench-1@city.example';
const CALLS = 20;
const ROUNDS = 3;
/** The aim: p95 in milliseconds of the database's time at a million answers. */
const MOST_MS = 200;

/** The last whole year, and what each report asks over it. $1: what its values name. */
const YEAR = `(date_trunc('month', now()) - interval '12 months')::date, date_trunc('month', now())::date`;
const REPORTS: Record<string, { sql: string; values: ('themes' | 'services' | 'service')[] }> = {
  'desk: months, promise, ends': {
    sql: `select count(*) as rows from api.desk_report_months(${YEAR}, null)`,
    values: [],
  },
  'desk: months of a provider': {
    sql: `select count(*) as rows from api.desk_report_months(${YEAR}, $1)`,
    values: ['services'],
  },
  'desk: themes, gaps': {
    sql: `select count(*) as rows from api.desk_report_themes($1, ${YEAR}, null)`,
    values: ['themes'],
  },
  'desk: services': { sql: `select count(*) as rows from api.desk_report_services(${YEAR}, null)`, values: [] },
  'desk: feedback': {
    sql: `select jsonb_array_length(api.desk_report_feedback(${YEAR}, null, null, null) -> 'questions') as rows`,
    values: [],
  },
  'desk: feedback of a service': {
    sql: `select jsonb_array_length(api.desk_report_feedback(${YEAR}, null, null, $1) -> 'questions') as rows`,
    values: ['service'],
  },
  'desk: texts on the page': {
    sql: `select count(*) as rows from api.desk_report_texts(${YEAR}, null, null, null, 20)`,
    values: [],
  },
  'desk: texts of a year as a file': {
    sql: `select sum(cardinality(bodies)) as rows from api.desk_report_texts(${YEAR}, null, null, null, null)`,
    values: [],
  },
  'everybody, and the pack': {
    sql: `select jsonb_array_length(api.published_figures(${YEAR}, $1, 'public') -> 'months') as rows`,
    values: ['themes'],
  },
  'a provider': {
    sql: `select 1 as rows from app.provider_figures(${YEAR}, array['tuulisalmi'], $1, 'nobody@tuottaja.example')`,
    values: ['services'],
  },
};

interface Answer {
  answers: number;
  report: string;
  p50_ms: number;
  p95_ms: number;
  busy_p95_ms: number;
}

export async function benchReports(sizes: readonly number[] = [10_000, 100_000]): Promise<Figures> {
  const reports: Answer[] = [];
  // Each size in a database of its own: answers that are released are not added to.
  for (const size of sizes) reports.push(...(await ask(size)));
  const slowest = sizes.map((answers) => {
    const of = reports.filter((one) => one.answers === answers);
    const most = of.toSorted((a, b) => b.busy_p95_ms - a.busy_p95_ms)[0];
    return { answers, slowest: most?.report ?? '', busy_p95_ms: most?.busy_p95_ms ?? 0 };
  });
  const aims = slowest.map(({ answers, busy_p95_ms }, place) => {
    const fewer = slowest[place - 1];
    const grew = fewer ? `, ${round(busy_p95_ms / fewer.busy_p95_ms)} times that of ${fewer.answers}` : '';
    return atMost(`p95 of the slowest report, ${answers} answers, ms of the database${grew}`, MOST_MS, busy_p95_ms);
  });
  return { aims, slowest, reports: reports.map((one) => ({ ...one })) };
}

async function ask(answers: number): Promise<Answer[]> {
  process.env.COORDINATOR_EMAILS = ME;
  const portal = await startBenchPortal();
  const client = new pg.Client({ connectionString: portal.databaseUrl });
  await client.connect();
  try {
    const { services } = JSON.parse(readFileSync('functions/_lib/built/catalogue.json', 'utf8')) as Catalogue;
    await seedReports(client, answers, services);
    const session = randomUUID();
    await client.query(`select api.keep_coordinators($1)`, [JSON.stringify([{ email: ME, name: 'Bench' }])]);
    await client.query(`select api.begin_session('desk', $1, $2, false)`, [session, ME]);
    const claims = JSON.stringify({ email: ME, session_id: session });
    const values = {
      themes: JSON.stringify(Object.fromEntries(services.map(({ id, theme }) => [id, theme]))),
      service: services[0]?.id,
      services: services.filter(({ providers }) => providers.includes('tuulisalmi')).map(({ id }) => id),
    };
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const pid = rows[0]?.pid ?? 0;
    const measured: Answer[] = [];
    for (const [report, { sql, values: wanted }] of Object.entries(REPORTS)) {
      const asCoordinator = report.startsWith('desk:') ? 'set local role authenticated;' : '';
      await client.query(`begin; ${asCoordinator} select set_config('request.jwt.claims', '${claims}', true)`);
      const question = () =>
        client.query<{ rows: string }>(
          sql,
          wanted.map((name) => values[name]),
        );
      if (!Number((await question()).rows[0]?.rows)) throw new Error(`${report}: nothing was found`);
      const busy: number[] = [];
      const timed = async () => {
        const [began, before] = [performance.now(), backendTime(pid)];
        await question();
        const after = backendTime(pid);
        busy.push(before === undefined || after === undefined ? performance.now() - began : after - before);
      };
      const rounds = [];
      for (let n = 0; n < ROUNDS; n += 1) rounds.push(await measure(CALLS, 1, timed));
      await client.query('commit');
      const { p50_ms, p95_ms } = medianRound(rounds);
      measured.push({ answers, report, p50_ms, p95_ms, busy_p95_ms: percentile(busy, 0.95) });
    }
    return measured;
  } finally {
    await client.end();
    await portal.stop();
  }
}
