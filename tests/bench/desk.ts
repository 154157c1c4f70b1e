// How fast the desk's list and search are with many needs: the database's own time, and that each plan uses its index.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { backendTime } from './backend-time.ts';
import { startBenchPortal } from './bench-portal.ts';
import { measure, medianRound, percentile } from './percentiles.ts';
import { atMost, type Figures, round } from './piece.ts';
import { seedNeeds } from './seed-needs.ts';

const ME = 'bench-1@city.example';
const CALLS = 60;
const ROUNDS = 3;

/** What a coordinator asks: [what it is, view, typed, whether the page begins in the middle]. */
const QUESTIONS: [string, string, string, boolean][] = [
  ['open', 'open', '', false],
  ['open, a page in the middle', 'open', '', true],
  ['mine', 'mine', '', false],
  ['without an owner', 'unassigned', '', false],
  ['waiting for the company', 'waiting', '', false],
  ['closed', 'closed', '', false],
  ['closed, a page in the middle', 'closed', '', true],
  ['search: reference', 'any', 'REFERENCE', false],
  ['search: business ID', 'any', 'BUSINESS', false],
  ['search: contact', 'any', 'kirsi77 firma77', false],
  ['search: a rare word', 'any', 'energia39', false],
  ['search: a word in some', 'any', 'patentti12', false],
  ['search: a common word', 'any', 'tarvitsemme', false],
  ['search: two letters', 'any', 'ko', false],
  ['search: two words', 'closed', 'hitsaus rahoitus', false],
  ['search: a common word of another view', 'mine', 'energia', false],
  ['search: no such word', 'any', 'olematon', false],
];

/**
 * Busy: the database's own time, without what other programs took of the machine; where the kernel does not tell it, the
 * time that passed. Pages: how many of 8 KB the database looked at, which is the same on every machine.
 */
interface Answer {
  p50_ms: number;
  p95_ms: number;
  busy_p95_ms: number;
  pages: number;
  indexes: string;
}
interface DeskFigures {
  needs: number;
  slowest: { p50_ms: number; p95_ms: number; busy_p95_ms: number; most_pages: number };
  by_question: Record<string, Answer>;
  /** Questions whose plan read the whole table: right with few needs, wrong with many. */
  whole_table: string[];
}

/** From so many needs on, each question must go through an index. */
const MANY = 100_000;

/** The aim, in milliseconds that pass at the database, waiting for the processor too, for the slowest question at 100,000 needs: a figure, and no test. */
const MOST_MS = 50;

/** And how many times as long it may take with ten times as many. */
const MOST_TIMES = 1.5;

export async function benchDesk(sizes: readonly number[] = [1000, 10_000, 100_000]): Promise<Figures> {
  // The portal itself keeps the list of coordinators, each time it starts.
  process.env.COORDINATOR_EMAILS = ME;
  const portal = await startBenchPortal();
  const client = new pg.Client({ connectionString: portal.databaseUrl });
  await client.connect();
  try {
    const session = await signIn(client);
    const figures: DeskFigures[] = [];
    for (const size of sizes) {
      await seedNeeds(client, size);
      figures.push(await ask(client, session, size));
    }
    const slowest = figures.map(({ needs, slowest, whole_table }) => ({
      needs,
      ...slowest,
      whole_table: whole_table.join(', '),
    }));
    const questions = figures.flatMap(({ needs, by_question }) =>
      Object.entries(by_question).map(([question, speed]) => ({ needs, question, ...speed })),
    );
    const aims = slowest.flatMap(({ needs, p95_ms }, place) => {
      const fewer = slowest[place - 1];
      if (needs < MANY) return [];
      const grew = fewer && fewer.needs >= MANY ? round(p95_ms / fewer.p95_ms) : undefined;
      return [
        atMost(`p95 of the slowest question, ${needs} needs, ms`, MOST_MS, p95_ms),
        ...(grew ? [atMost(`times that of ${fewer?.needs} needs`, MOST_TIMES, grew)] : []),
      ];
    });
    return { aims, slowest, questions };
  } finally {
    await client.end();
    await portal.stop();
  }
}

async function signIn(client: pg.Client): Promise<string> {
  const id = randomUUID();
  await client.query(`select api.keep_coordinators($1)`, [JSON.stringify([{ email: ME, name: 'Bench' }])]);
  await client.query(`select api.begin_session('desk', $1, $2, false)`, [id, ME]);
  return id;
}

async function ask(client: pg.Client, session: string, size: number): Promise<DeskFigures> {
  const asMe = `set local role authenticated; select set_config('request.jwt.claims', '${JSON.stringify({ email: ME, session_id: session })}', true)`;
  const { rows } = await client.query<{ reference: string; business_id: string }>(
    'select reference, business_id from app.needs where received_at < now() offset $1 limit 1',
    [Math.floor(size / 3)],
  );
  const middle = async (closed: boolean) =>
    (
      await client.query<{ reference: string }>(
        `select reference from app.needs where (closed_at is not null) = $1 order by due_at offset $2 limit 1`,
        [closed, Math.floor(size / 12)],
      )
    ).rows[0]?.reference ?? null;
  const after = { open: await middle(false), closed: await middle(true) };
  const own = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const backend = own.rows[0]?.pid ?? 0;
  const by_question: DeskFigures['by_question'] = {};
  const whole_table: string[] = [];
  // What was read to prepare is not to be counted as read by a question.
  await indexesUsed(client);
  for (const [name, view, typed, inMiddle] of QUESTIONS) {
    const words = typed.replace('REFERENCE', rows[0]?.reference ?? '').replace('BUSINESS', rows[0]?.business_id ?? '');
    const from = inMiddle ? after[view === 'closed' ? 'closed' : 'open'] : null;
    await client.query(`begin; ${asMe}`);
    const list = 'select jsonb_array_length(needs) as rows from api.desk_list($1, $2, $3)';
    const question = (how = '') => client.query(how + list, [view, words, from]);
    // An empty page would be fast: the desk must be open, and what should be found must be found.
    const [page] = (await question()).rows as { rows: number }[];
    if (!page?.rows && typed !== 'olematon') throw new Error(`${name}: nothing was found`);
    const rounds = [];
    const busy: number[] = [];
    const timed = async () => {
      const [began, before] = [performance.now(), backendTime(backend)];
      await question();
      const after = backendTime(backend);
      busy.push(before === undefined || after === undefined ? performance.now() - began : after - before);
    };
    for (let n = 0; n < ROUNDS; n += 1) rounds.push(await measure(CALLS, 1, timed));
    const speed = medianRound(rounds);
    const { rows: plans } = await question('explain (analyze, buffers, format json) ');
    const plan = plans[0]?.['QUERY PLAN'][0].Plan as Record<'Shared Hit Blocks' | 'Shared Read Blocks', number>;
    const scans = await client.query<{ count: number }>(
      `select seq_scan::integer as count from pg_stat_xact_user_tables where schemaname = 'app' and relname = 'needs'`,
    );
    await client.query('commit');
    if (scans.rows[0]?.count) whole_table.push(name);
    by_question[name] = {
      p50_ms: speed.p50_ms,
      p95_ms: speed.p95_ms,
      busy_p95_ms: percentile(busy, 0.95),
      pages: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'],
      indexes: await indexesUsed(client),
    };
  }
  if (size >= MANY && whole_table.length) throw new Error(`no index for: ${whole_table.join(', ')}`);
  const most = (at: 'p50_ms' | 'p95_ms' | 'busy_p95_ms' | 'pages') =>
    Math.max(...Object.values(by_question).map((speed) => speed[at]));
  const slowest = {
    p50_ms: most('p50_ms'),
    p95_ms: most('p95_ms'),
    busy_p95_ms: most('busy_p95_ms'),
    most_pages: most('pages'),
  };
  return { needs: size, slowest, by_question, whole_table };
}

/** The indexes of needs that were gone through since this was asked before. */
async function indexesUsed(client: pg.Client): Promise<string> {
  await client.query('select pg_stat_force_next_flush()');
  const { rows } = await client.query<{ name: string }>(
    `select indexrelname as name from pg_stat_user_indexes where schemaname = 'app' and relname = 'needs' and idx_scan > 0
     order by 1`,
  );
  await client.query(
    `select pg_stat_reset_single_table_counters(indexrelid) from pg_stat_user_indexes where schemaname = 'app' and relname = 'needs'`,
  );
  return rows.map(({ name }) => name).join(', ');
}
