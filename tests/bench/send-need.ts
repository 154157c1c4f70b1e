// POST /api/needs against the bare rpc and against the same SQL through pg, in one run, 1 and 50 at a time.
import { createHash, randomBytes } from 'node:crypto';
import { createClient } from '@supabase/supabase-js';
import pg from 'pg';
import { promiseDueAt } from '#domain/calendar.ts';
import { helsinkiDate } from '#domain/helsinki-time.ts';
import { makeReference } from '#domain/reference.ts';
import { startBenchPortal } from './bench-portal.ts';
import { measure, medianRound, type Speed } from './percentiles.ts';
import type { Figures } from './piece.ts';

const NEED = {
  description:
    'Tarvitsemme kevääksi kaksi hitsaajaa, mutta valmiita tekijöitä ei löydy. Voisiko joku kouluttaa heidät meille?',
  services: ['hitsauskoulutus'],
  business_id: '0201256-6',
  company_name: 'Paja Oy',
  contact_name: 'Kirsi Korhonen',
  contact_phone: '040 123 4567',
  contact_by: 'phone',
  language: 'fi',
  notice_version: '2026-11-22',
};
const ROUNDS = 5;

/** Ready pairs of link and hash, as the function makes them: of the same size, and made anew for each call. */
const links = (count: number) =>
  Array.from({ length: count }, () => ({
    id: randomBytes(16)
      .toString('hex')
      .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
    hash: createHash('sha256').update(randomBytes(16)).digest('hex'),
  }));

function sqlArguments(email: string) {
  const now = new Date();
  return {
    p_reference: makeReference((count) => randomBytes(count)),
    p_description: NEED.description,
    p_services: NEED.services,
    p_business_id: NEED.business_id,
    p_founder: false,
    p_company_name: NEED.company_name,
    p_contact_name: NEED.contact_name,
    p_contact_email: email,
    p_contact_phone: NEED.contact_phone,
    p_contact_by: NEED.contact_by,
    p_language: NEED.language,
    p_notice_version: NEED.notice_version,
    p_idempotency_key: null,
    p_fingerprint: createHash('sha256').update(email).digest('hex'),
    p_reckoned_on: helsinkiDate(now),
    p_promise_days: 2,
    p_due_at: promiseDueAt(now, 2).toISOString(),
    p_coordinators: [{ email: 'koordinaattori@tarjotin.example', name: null }],
    p_links: links(9),
  };
}

export async function benchSendNeed(): Promise<Figures> {
  const portal = await startBenchPortal();
  const supabase = createClient(portal.supabaseUrl, portal.secretKey, {
    db: { schema: 'api' },
    auth: { persistSession: false },
  });
  const pool = new pg.Pool({ connectionString: portal.databaseUrl, max: 10 });
  let people = 0;
  const email = () => `yritys${++people}@bench.example`;

  const post = async () => {
    const response = await fetch(`${portal.url}/api/needs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...NEED, contact_email: email() }),
    });
    await response.text();
    if (response.status !== 201) throw new Error(`answered ${response.status}`);
  };
  const rpc = async () => {
    const { data, error } = await supabase.rpc('send_need', sqlArguments(email()));
    if (error || data[0].outcome !== 'accepted') throw new Error(error?.message ?? data[0].outcome);
  };
  const names = Object.keys(sqlArguments('x@bench.example'));
  const sql = `select * from api.send_need(${names.map((name, at) => `${name} => $${at + 1}`).join(', ')})`;
  const query = async () => {
    const values = Object.entries(sqlArguments(email())).map(([name, value]) =>
      ['p_links', 'p_coordinators'].includes(name) ? JSON.stringify(value) : value,
    );
    const { rows } = await pool.query(sql, values);
    if (rows[0].outcome !== 'accepted') throw new Error(rows[0].outcome);
  };
  const ways = { post, rpc, pg: query };
  type Way = keyof typeof ways;

  const table: { at_once: number; way: Way; speed: Speed }[] = [];
  for (const way of Object.keys(ways) as Way[]) await measure(60, 4, ways[way]); // each path is warm before it is measured
  for (const [atOnce, calls] of [
    [1, 120],
    [50, 500],
  ] as const) {
    const rounds: Record<Way, Speed[]> = { post: [], rpc: [], pg: [] };
    // The ways take turns, so that what disturbs the machine disturbs all three.
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const way of Object.keys(ways) as Way[]) rounds[way].push(await measure(calls, atOnce, ways[way]));
    }
    for (const way of Object.keys(ways) as Way[]) table.push({ at_once: atOnce, way, speed: medianRound(rounds[way]) });
  }
  await pool.end();
  await portal.stop();
  const of = (atOnce: number, way: Way) =>
    (table.find((row) => row.at_once === atOnce && row.way === way) as { speed: Speed }).speed;
  const ratios = [1, 50].map((atOnce) => ({
    at_once: atOnce,
    p50_of_rpc: Math.round((of(atOnce, 'post').p50_ms / of(atOnce, 'rpc').p50_ms) * 100) / 100,
    rate_of_rpc: Math.round((of(atOnce, 'post').per_second / of(atOnce, 'rpc').per_second) * 100) / 100,
    p50_of_pg: Math.round((of(atOnce, 'post').p50_ms / of(atOnce, 'pg').p50_ms) * 100) / 100,
    rate_of_pg: Math.round((of(atOnce, 'post').per_second / of(atOnce, 'pg').per_second) * 100) / 100,
  }));
  return { ratios, speeds: table.map(({ at_once, way, speed }) => ({ at_once, way, ...speed })) };
}
