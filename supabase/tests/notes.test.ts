// Internal notes: written and read at the desk, and out of reach for every function and letter there is.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { callSql, readFunctions } from '../../supabase/local/rpc-call.ts';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { type Claims, call } from '../../tests/support/sql-call.ts';
import { signIn, token } from '../../tests/support/sql-desk.ts';
import { linkPool } from '../../tests/support/sql-links.ts';
import {
  eventsOf,
  handOver,
  lettersOf,
  MAIJA,
  MATTI,
  needRow,
  newNeed,
  type TestNeed,
} from '../../tests/support/sql-needs.ts';

/** Those that build their SQL as they run, and so could read anything: over needs or surveys alone, or calling about_<letter>, as whoever lists one here has seen. */
const BUILD_SQL = ['app.coarsen_opened', 'app.desk_find', 'app.expected_finds', 'app.letter_tells'];
/** Delete the notes of an erased need, or take a person who was erased out of them; they show none. */
const ERASE = ['app.erase_need', 'app.erase_person'];
const SECRET = 'Omistaja myy yrityksen, ei vielä julkista.';

let db: TestDatabase;
let maija: Claims;
let matti: Claims;
let need: TestNeed;
beforeAll(async () => {
  db = await testDatabase();
  [maija, matti] = [await signIn(db.pool, MAIJA), await signIn(db.pool, MATTI)];
});
afterAll(() => db.close());
beforeEach(async () => {
  need = await newNeed(db.pool);
});

const seenNow = async (who: Claims) =>
  (await call(db.pool, 'desk_need', { p_reference: need.reference }, who))[0]?.last_event as number;
const write = async (who: Claims, p_body = SECRET, seen?: number) =>
  (
    await call(
      db.pool,
      'desk_write_note',
      { p_reference: need.reference, p_seen: seen ?? (await seenNow(who)), p_links: linkPool(6), p_body },
      who,
    )
  )[0];
const read = (who: Claims) => call(db.pool, 'desk_notes', { p_reference: need.reference }, who);

it('is read by every coordinator at the desk, with its author, and the log says that there is one', async () => {
  expect(await write(maija)).toEqual({ standing: 'current', outcome: 'noted' });
  expect(await read(matti)).toMatchObject([{ author_email: MAIJA, author_name: 'Maija Malli', body: SECRET }]);
  const log = await eventsOf(db.pool, need.id);
  expect(log.at(-1)).toBe(`noted by ${MAIJA}`);
});

it('moves nothing, tells nobody, and stops no clock', async () => {
  const before = [await needRow(db.pool, need.id), await lettersOf(db.pool, need.id)];
  await write(maija);
  expect([await needRow(db.pool, need.id), await lettersOf(db.pool, need.id)]).toEqual(before);
});

it('twice is once, and somebody else’s change is seen before it is written', async () => {
  const seen = await seenNow(matti);
  await write(maija);
  expect(await write(maija)).toEqual({ standing: 'current', outcome: 'already_noted' });
  expect(await write(matti, 'Sama havainto.', seen)).toEqual({ standing: 'changed', outcome: null });
  expect(await read(maija)).toHaveLength(1);
});

it('may be written on a need that has ended', async () => {
  await call(db.pool, 'withdraw_need', { p_token_hash: need.company.see_need });
  expect(await write(maija)).toMatchObject({ outcome: 'noted' });
});

it('is nothing for a person without a session', async () => {
  await write(maija);
  expect(await read(token(MAIJA))).toEqual([]);
  expect(await read(token('joku@muu.example'))).toEqual([]);
});

it('no function but the desk’s two so much as names the table, and no other table points at it', async () => {
  const { rows } = await db.pool.query<{ name: string }>(
    `select p.oid::regproc::text as name from pg_proc p
     where p.pronamespace in ('app'::regnamespace, 'api'::regnamespace)
       and (p.prosrc ~ '\\mapp\\.notes\\M' or p.prosrc ~ 'desk_(write_note|notes)\\M' or p.prosrc ~* 'execute ')
     union
     select k.conrelid::regclass::text from pg_constraint k where k.confrelid = 'app.notes'::regclass
     union
     select t.tgname from pg_trigger t where t.tgrelid = 'app.notes'::regclass and not t.tgisinternal order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual(
    ['api.desk_notes', 'api.desk_write_note', ...BUILD_SQL, ...ERASE].sort(),
  );
});

it('no function that the system may call gives it away, whatever link or reference it gets', async () => {
  await handOver(db.pool, need);
  await write(maija);
  const { rows: links } = await db.pool.query<{ hash: string }>(
    `select encode(token_hash, 'hex') as hash from app.links where need_id = $1`,
    [need.id],
  );
  const { rows: granted } = await db.pool.query<{ name: string }>(
    `select proname as name from pg_proc where pronamespace = 'api'::regnamespace and has_function_privilege('service_role', oid, 'execute')`,
  );
  const names = new Set(granted.map(({ name }) => name));
  const functions = (await readFunctions(db.pool, 'api')).filter(({ name }) => names.has(name));
  expect(functions.length).toBeGreaterThan(25);
  const given: Record<string, unknown> = {
    p_reference: need.reference,
    p_email: need.email,
    p_most: 100,
    p_lease_seconds: 1,
    p_body: 'Hei!',
    p_reason: 'Ei.',
    p_note: null,
    p_coordinators: [],
    p_links: linkPool(60),
  };
  const answers: string[] = [];
  const client = await db.pool.connect();
  for (const fn of functions) {
    for (const { hash } of fn.arguments.some(({ name }) => name === 'p_token_hash') ? links : links.slice(0, 1)) {
      const args = Object.fromEntries(
        fn.arguments.map(({ name }) => [name, name === 'p_token_hash' ? hash : (given[name] ?? null)]),
      );
      await client.query('begin');
      const answer = await client
        .query(`set local role service_role; ${callSql('api', fn, args, false)}`)
        .catch((error) => error);
      answers.push(JSON.stringify([fn.name, answer, String(answer)]));
      await client.query('rollback');
    }
  }
  client.release();
  expect(answers.length).toBeGreaterThan(functions.length);
  expect(answers.filter((answer) => answer.includes('Omistaja'))).toEqual([]);
  // The link pages among them did show the need.
  expect(answers.some((answer) => answer.includes(need.reference))).toBe(true);
});

it('no letter of any kind carries it, to the company, an expert or a coordinator', async () => {
  await handOver(db.pool, need);
  await write(maija);
  const { rows } = await db.pool.query<{ kind: string }>(
    'select unnest(enum_range(null::api.letter_kind))::text as kind',
  );
  let queued = 0;
  for (const { kind } of rows) {
    const { rowCount } = await db.pool
      .query(
        `insert into app.outbox (letter, need_id, link_set, hand_over_id)
         select distinct on (l.set_id) $2::api.letter_kind, $1, l.set_id, h.id from app.links l join app.hand_overs h on h.need_id = $1 where l.need_id = $1`,
        [need.id, kind],
      )
      // Kinds that are about other records than needs.
      .catch((error) => (['23514', '23505'].includes(error.code) ? { rowCount: 0 } : Promise.reject(error)));
    queued += rowCount ?? 0;
  }
  expect(queued).toBeGreaterThan(30);
  const letters = await call(db.pool, 'claim_letters', { p_most: 1000, p_lease_seconds: 1 });
  expect(letters.filter(({ reference }) => reference === need.reference).length).toBeGreaterThan(20);
  expect(JSON.stringify(letters)).not.toContain('Omistaja');
});
