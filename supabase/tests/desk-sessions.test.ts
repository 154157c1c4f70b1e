// Coordinators and their sessions: who is listed is in, who is listed no more is out at once, and a session ends when it says.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { atOnce } from '../../tests/support/sql-at-once.ts';
import { type Claims, call } from '../../tests/support/sql-call.ts';
import { LIST, signIn, token } from '../../tests/support/sql-desk.ts';
import { MAIJA, MATTI } from '../../tests/support/sql-needs.ts';
import { letPass } from '../../tests/support/sql-time.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(() => keep(LIST));
afterAll(() => db.close());

const keep = (p_coordinators: { email: string; name: string | null }[]) =>
  call(db.pool, 'keep_coordinators', { p_coordinators });
const standing = async (person: Claims) => (await call(db.pool, 'desk_session', {}, person))[0]?.standing;
const listed = async () =>
  (
    await db.pool.query<{ line: string }>(
      `select concat_ws(' ', email, name, case when is_lead then 'leads' end, case when left_at is not null then 'left' end) as line
       from app.coordinators order by email`,
    )
  ).rows.map(({ line }) => line);

describe('the list', () => {
  it('is put on record, the first one leads, and the same list again changes nothing', async () => {
    expect(await listed()).toEqual([`${MAIJA} Maija Malli leads`, MATTI]);
    const rows = async () => (await db.pool.query('select *, xmin from app.coordinators order by email')).rows;
    const before = await rows();
    await keep(LIST);
    expect(await rows()).toEqual(before);
  });

  it('who leaves it is out with every session, and who comes back signs in anew', async () => {
    const matti = await signIn(db.pool, MATTI, true);
    const maija = await signIn(db.pool, MAIJA);
    await keep([{ email: MAIJA, name: 'Maija Malli' }]);
    expect([await standing(matti), await standing(maija)]).toEqual(['not_listed', 'living']);
    expect(await listed()).toEqual([`${MAIJA} Maija Malli leads`, `${MATTI} left`]);
    await keep(LIST);
    expect(await standing(matti)).toBe('revoked');
    expect(await standing(await signIn(db.pool, MATTI))).toBe('living');
  });

  it('another one may lead, and an address is the same in capitals', async () => {
    await keep([{ email: MATTI.toUpperCase(), name: 'Matti' }, ...LIST]);
    expect(await listed()).toEqual([`${MAIJA} Maija Malli`, `${MATTI} Matti leads`]);
  });

  it('an empty one is refused: it would shut the desk for everybody', async () => {
    await expect(keep([])).rejects.toMatchObject({ code: '22023' });
    expect(await listed()).toEqual([`${MAIJA} Maija Malli leads`, MATTI]);
  });

  it('kept by two processes at once it is still one list', async () => {
    const longer = [...LIST, { email: 'nelli@city.example', name: 'Nelli' }];
    const lock = { sql: `select pg_advisory_xact_lock(hashtextextended('keep_coordinators', 0))`, values: [] };
    await atOnce(db.pool, lock, [() => keep(longer), () => keep(longer)]);
    expect(await listed()).toEqual([`${MAIJA} Maija Malli leads`, MATTI, 'nelli@city.example Nelli']);
  });
});

describe('a session', () => {
  it.each([
    [false, '11 hours 59 minutes', '1 minute'],
    [true, '29 days 23 hours', '1 hour'],
  ])('on an own device (%s) lives %s and ends %s later', async (ownDevice, almost, rest) => {
    const person = await signIn(db.pool, MAIJA, ownDevice);
    await letPass(db.pool, almost);
    expect(await standing(person)).toBe('living');
    await letPass(db.pool, rest);
    expect(await standing(person)).toBe('expired');
  });

  it('says whose it is', async () => {
    const [row] = await call(db.pool, 'desk_session', {}, await signIn(db.pool, MAIJA, true));
    expect(row).toMatchObject({ email: MAIJA, name: 'Maija Malli', is_lead: true, own_device: true });
  });

  it('is not begun for an address that is not listed', async () => {
    const args = { p_session_id: randomUUID(), p_email: 'vieras@city.example', p_own_device: true };
    expect(await call(db.pool, 'begin_session', { p_door: 'desk', ...args })).toBe('not_listed');
    expect(await standing({ session_id: args.p_session_id, email: args.p_email })).toBe('unknown');
  });

  it("opens nothing with another's address in the token, with another id, or with none", async () => {
    const person = await signIn(db.pool, MAIJA);
    expect(await standing({ ...person, email: MATTI })).toBe('unknown');
    expect(await standing(token(MAIJA))).toBe('unknown');
    expect(await standing({ email: MAIJA, session_id: '' })).toBe('unknown');
  });

  it('ends where its person signs out, or everywhere, and never those of others', async () => {
    const [here, there, other] = [
      await signIn(db.pool, MAIJA),
      await signIn(db.pool, MAIJA),
      await signIn(db.pool, MATTI),
    ];
    const standings = () => Promise.all([here, there, other].map(standing));
    expect(await call(db.pool, 'desk_sign_out', { p_everywhere: false }, here)).toBe(1);
    expect(await standings()).toEqual(['revoked', 'living', 'living']);
    expect(await call(db.pool, 'desk_sign_out', { p_everywhere: true }, here)).toBe(0);
    expect(await standings()).toEqual(['revoked', 'living', 'living']);
    await call(db.pool, 'desk_sign_out', { p_everywhere: true }, there);
    expect(await standings()).toEqual(['revoked', 'revoked', 'living']);
  });
});
