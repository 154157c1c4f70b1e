// make_pack, report_behind_link: a pack is made once, is mailed to its readers, and stays as it was sent.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { type Claims, call } from '../../tests/support/sql-call.ts';
import { signIn, token } from '../../tests/support/sql-desk.ts';
import { linkPool } from '../../tests/support/sql-links.ts';
import { MAIJA } from '../../tests/support/sql-needs.ts';

let db: TestDatabase;
let maija: Claims;
beforeAll(async () => {
  db = await testDatabase();
  maija = await signIn(db.pool, MAIJA);
});
afterAll(() => db.close());

const READERS = [
  { email: 'Olli@kunta.example', language: 'fi' },
  { email: 'outi@yhdistys.example', language: 'sv' },
];
const always = '{[2020-01-01,2120-01-01)}';
async function make(meeting: string, { corrected = null as string | null, figures = { n: 1 } } = {}) {
  const links = linkPool(READERS.length);
  const outcome = await call(db.pool, 'make_pack', {
    p_meeting: meeting,
    p_first_month: '2026-08-01',
    p_last_month: '2026-10-01',
    p_figures: figures,
    p_pages: { fi: '<h1>Raportti</h1>', sv: '<h1>Rapport</h1>', en: '<h1>Report</h1>' },
    p_readers: READERS,
    p_links: links as never,
    p_mail_hours: always,
    p_corrected: corrected,
    p_made_by: corrected && MAIJA,
  });
  return { outcome, links: links as { id: string; hash: string }[] };
}
const behind = async (hash: string) =>
  (await call(db.pool, 'report_behind_link', { p_token_hash: hash })) as unknown as Record<string, unknown> | null;
const letters = async () =>
  (
    await db.pool.query<{ to_email: string; language: string; told: unknown }>(
      `select to_email, language, app.letter_tells(letter, about) as told from app.outbox where letter = 'steering_pack' order by created_at, to_email`,
    )
  ).rows;

it('each reader gets a link and a letter of their own, and a second run makes nothing', async () => {
  const first = await make('2026-12-10');
  expect(first.outcome).toBe('made');
  expect((await make('2026-12-10', { figures: { n: 2 } })).outcome).toBe('already_made');
  expect((await call(db.pool, 'pack_meetings', {})).map(({ meeting }) => meeting)).toEqual(['2026-12-10']);
  expect((await letters()).map(({ to_email, language }) => [to_email, language])).toEqual([
    ['olli@kunta.example', 'fi'],
    ['outi@yhdistys.example', 'sv'],
  ]);
  expect(await behind(first.links[1]?.hash ?? '')).toMatchObject({
    kind: 'steering_pack',
    meeting: '2026-12-10',
    first_month: '2026-08',
    last_month: '2026-10',
    version: 1,
    figures: { n: 1 },
  });
});

it('two runs at the same moment make one pack', async () => {
  const outcomes = await Promise.all([make('2027-03-11'), make('2027-03-11')]);
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['already_made', 'made']);
});

it('a correction is a version beside the first, which stays; letters of the first that wait are dropped', async () => {
  const first = await make('2027-06-10');
  expect((await make('2028-01-01', { corrected: 'Ei mitään.' })).outcome).toBe('no_such_pack');
  const second = await make('2027-06-10', { corrected: 'Lokakuu oli kesken.', figures: { n: 3 } });
  expect(second.outcome).toBe('made');
  expect(await behind(first.links[0]?.hash ?? '')).toMatchObject({ version: 1, versions: 2, figures: { n: 1 } });
  expect(await behind(second.links[0]?.hash ?? '')).toMatchObject({ version: 2, corrected: 'Lokakuu oli kesken.' });
  const told = (await letters()).slice(-4).map(({ told: one }) => one);
  expect(told.map((one) => one === null)).toEqual([true, true, false, false]);
  const packs = (await call(db.pool, 'desk_packs', {}, maija)) as unknown as { meeting: string; version: number }[];
  expect(packs.filter(({ meeting }) => meeting === '2027-06-10').map(({ version }) => version)).toEqual([2, 1]);
});

it('what was sent is changed by nobody, not even in psql', async () => {
  await expect(db.pool.query(`update app.reports set pages = '{}'`)).rejects.toMatchObject({ code: 'NREPT' });
  await expect(db.pool.query('delete from app.reports')).rejects.toMatchObject({ code: 'NREPT' });
});

it('a dead link, and a link for another record, shows no report', async () => {
  const { links } = await make('2027-09-09');
  await db.pool.query('update app.links set revoked_at = now() where id = $1', [links[0]?.id]);
  expect(await behind(links[0]?.hash ?? '')).toBeNull();
  expect(await behind('00'.repeat(32))).toBeNull();
});

it('packs at the desk are for coordinators alone', async () => {
  expect(await call(db.pool, 'desk_packs', {}, token('olli@kunta.example'))).toEqual([]);
  const { rows } = await db.pool.query<{ id: string }>('select id from app.reports limit 1');
  expect(await call(db.pool, 'desk_pack', { p_id: rows[0]?.id ?? '' }, token(MAIJA))).toBeNull();
  expect(await call(db.pool, 'desk_pack', { p_id: rows[0]?.id ?? '' }, maija)).toMatchObject({ version: 1 });
  expect(await call(db.pool, 'desk_pack', { p_id: randomUUID() }, maija)).toBeNull();
});
