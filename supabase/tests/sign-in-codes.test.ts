// ask-code, try-code: limits on asking and guessing, the same for addresses that are known and for those that are not.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { atOnce } from '../../tests/support/sql-at-once.ts';
import { call } from '../../tests/support/sql-call.ts';
import { LIST } from '../../tests/support/sql-desk.ts';
import { randomHash } from '../../tests/support/sql-links.ts';
import { MAIJA, newAddress } from '../../tests/support/sql-needs.ts';
import { letPass } from '../../tests/support/sql-time.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await call(db.pool, 'keep_coordinators', { p_coordinators: LIST });
});
afterAll(() => db.close());

const ask = async (email: string, address: string, network = randomHash()) => {
  const [row] = await call(db.pool, 'ask_code', {
    p_door: 'desk',
    p_email: email,
    p_address_hash: address,
    p_network_hash: network,
  });
  return row;
};
const tryCode = (address: string) => call(db.pool, 'try_code', { p_address_hash: address });
const times = <T>(count: number, run: () => Promise<T>) =>
  Array.from({ length: count }).reduce<Promise<T[]>>(
    async (done) => [...(await done), await run()],
    Promise.resolve([]),
  );
const outcomes = async (count: number, run: () => Promise<{ outcome: string } | undefined>) =>
  (await times(count, run)).map((row) => row?.outcome);

describe.each([
  ['a listed address', MAIJA, 'send'],
  ['an unknown address', newAddress(), 'say_nothing'],
])('%s', (_what, email, yes) => {
  const address = randomHash();

  it('may ask three times in a quarter of an hour, then is told how long to wait, and may ask again after it', async () => {
    expect(await outcomes(3, () => ask(email, address))).toEqual([yes, yes, yes]);
    const [refused] = await times(1, () => ask(email, address));
    expect(refused?.outcome).toBe('too_many');
    expect(refused?.retry_after_seconds).toBeGreaterThan(890);
    expect(refused?.retry_after_seconds).toBeLessThanOrEqual(900);
    await letPass(db.pool, '15 minutes');
    expect((await ask(email, address))?.outcome).toBe(yes);
  });

  it('may ask ten times in a day', async () => {
    for (let asked = 4; asked < 10; asked += 1) {
      await letPass(db.pool, '15 minutes');
      expect((await ask(email, address))?.outcome).toBe(yes);
    }
    await letPass(db.pool, '1 hour');
    const refused = await ask(email, address);
    expect(refused?.outcome).toBe('too_many');
    expect(refused?.retry_after_seconds).toBeGreaterThan(20 * 3600);
  });

  it('has five tries for a code, also when they all come at once', async () => {
    const one = randomHash();
    await ask(email, one);
    const lock = {
      sql: 'select from app.code_requests where address_hash = $1 for update',
      values: [Buffer.from(one, 'hex')],
    };
    const said = await atOnce(
      db.pool,
      lock,
      Array.from({ length: 7 }, () => () => tryCode(one)),
    );
    expect(said.toSorted()).toEqual([...Array(5).fill('try'), 'used_up', 'used_up']);
    await ask(email, one);
    expect(await tryCode(one)).toBe('try');
  });

  it('has ten minutes for a code', async () => {
    const one = randomHash();
    await ask(email, one);
    await letPass(db.pool, '9 minutes 59 seconds');
    expect(await tryCode(one)).toBe('try');
    await letPass(db.pool, '1 second');
    expect(await tryCode(one)).toBe('dead');
  });

  it('has no code before it asks, nor after it has used one', async () => {
    const one = randomHash();
    expect(await tryCode(one)).toBe('dead');
    await ask(email, one);
    await call(db.pool, 'code_used', { p_address_hash: one });
    expect(await tryCode(one)).toBe('dead');
  });
});

it('a network may ask ten times in a quarter of an hour, whatever the addresses; others are not held up', async () => {
  const network = randomHash();
  const spray = () => ask(newAddress(), randomHash(), network);
  expect(await outcomes(11, spray)).toEqual([...Array(10).fill('say_nothing'), 'too_many']);
  expect((await ask(newAddress(), randomHash()))?.outcome).toBe('say_nothing');
  await letPass(db.pool, '15 minutes');
  expect((await spray())?.outcome).toBe('say_nothing');
});

it('of a burst no more than three are let through', async () => {
  const address = randomHash();
  const lock = { sql: 'select pg_advisory_xact_lock(hashtextextended($1, 2))', values: [address] };
  const said = await atOnce(
    db.pool,
    lock,
    Array.from({ length: 6 }, () => () => ask(MAIJA, address)),
  );
  expect(said.map((row) => row?.outcome).toSorted()).toEqual([...Array(3).fill('send'), ...Array(3).fill('too_many')]);
});

it('what was asked a day ago is forgotten, and no address stands in it as it was typed', async () => {
  await ask('vieras@muu.example', randomHash());
  const rows = async () => (await db.pool.query(`select c::text as row from app.code_requests c`)).rows;
  expect(JSON.stringify(await rows())).not.toContain('vieras');
  await letPass(db.pool, '1 day');
  await ask(MAIJA, randomHash());
  expect(await rows()).toHaveLength(1);
});
