// request_link: fresh links by mail, for whoever had some; the same answer for whoever had none.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { atOnce, lockOfNeed } from '../../tests/support/sql-at-once.ts';
import { call } from '../../tests/support/sql-call.ts';
import { linkPool, linksOf } from '../../tests/support/sql-links.ts';
import { ERKKI, eventsOf, handOver, lettersOf, MAIJA, newAddress, newNeed } from '../../tests/support/sql-needs.ts';
import { letPass } from '../../tests/support/sql-time.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const ask = (p_email: string, p_reference: string | null = null) =>
  call(db.pool, 'request_link', { p_email, p_reference, p_coordinators: [MAIJA], p_links: linkPool(18) });
const newLinks = async (id: string) => (await lettersOf(db.pool, id)).filter((line) => line.startsWith('new_link'));
const outboxCount = async () => (await db.pool.query('select count(*)::integer as n from app.outbox')).rows[0].n;

it('a known address gets a letter with new links of its own', async () => {
  const need = await newNeed(db.pool);
  expect(await ask(need.email)).toBe('requested');
  expect(await newLinks(need.id)).toEqual([`new_link → ${need.email}`]);
  const fresh = await linksOf(db.pool, need.id, need.email);
  expect(fresh.see_need).not.toBe(need.company.see_need);
  const [seen] = await call(db.pool, 'open_link', { p_token_hash: fresh.see_need });
  expect(seen).toMatchObject({ reference: need.reference, person_role: 'company', language: 'sv' });
  expect((await eventsOf(db.pool, need.id)).at(-1)).toBe(`link_requested by ${need.email}`);
});

it('an unknown address gets the same answer and no letter', async () => {
  const before = await outboxCount();
  expect(await ask(newAddress())).toBe('requested');
  expect(await outboxCount()).toBe(before);
});

it('links that have ended are replaced, those that live go on living', async () => {
  const [ended, living] = [await newNeed(db.pool), await newNeed(db.pool)];
  await db.pool.query(`update app.links set expires_at = created_at + interval '1 microsecond' where need_id = $1`, [
    ended.id,
  ]);
  for (const need of [ended, living]) {
    await ask(need.email);
    const fresh = (await linksOf(db.pool, need.id, need.email)).see_need;
    expect(await call(db.pool, 'open_link', { p_token_hash: fresh })).toHaveLength(1);
  }
  expect(await call(db.pool, 'open_link', { p_token_hash: ended.company.see_need })).toHaveLength(0);
  expect(await call(db.pool, 'open_link', { p_token_hash: living.company.see_need })).toHaveLength(1);
});

describe('of many needs', () => {
  it('the newest three are answered, and asking again does not reach further back', async () => {
    const p_contact_email = newAddress();
    const needs = [];
    for (let n = 0; n < 5; n += 1) {
      needs.push(await newNeed(db.pool, { p_contact_email }));
      await letPass(db.pool, '15 minutes');
    }
    for (let n = 0; n < 5; n += 1) await ask(p_contact_email);
    const letters = [];
    for (const { id } of needs) letters.push((await newLinks(id)).length);
    // Three times for each of three: what is asked beyond that in an hour goes nowhere.
    expect(letters).toEqual([0, 0, 3, 3, 3]);
  });

  it('a reference picks one, and only one of the address that asks', async () => {
    const p_contact_email = newAddress();
    const [one, other, foreign] = [
      await newNeed(db.pool, { p_contact_email }),
      await newNeed(db.pool, { p_contact_email }),
      await newNeed(db.pool),
    ];
    expect(await ask(p_contact_email, one.reference)).toBe('requested');
    expect(await ask(p_contact_email, foreign.reference)).toBe('requested');
    expect([await newLinks(one.id), await newLinks(other.id), await newLinks(foreign.id)]).toEqual([
      [`new_link → ${p_contact_email}`],
      [],
      [],
    ]);
  });
});

it('three times in an hour, and after an hour again', async () => {
  const need = await newNeed(db.pool);
  for (let n = 0; n < 4; n += 1) expect(await ask(need.email)).toBe('requested');
  expect(await newLinks(need.id)).toHaveLength(3);
  await letPass(db.pool, '61 minutes');
  await ask(need.email);
  expect(await newLinks(need.id)).toHaveLength(4);
});

it('whoever else asks for links of the need does not use up those of the company', async () => {
  const need = await newNeed(db.pool);
  for (let n = 0; n < 3; n += 1) await ask(MAIJA, need.reference);
  await ask(need.email);
  expect(await newLinks(need.id)).toHaveLength(1);
});

it('many requests at once get three letters', async () => {
  const need = await newNeed(db.pool);
  const calls = Array.from({ length: 6 }, () => () => ask(need.email));
  await atOnce(db.pool, lockOfNeed(need.id), calls);
  expect(await newLinks(need.id)).toHaveLength(3);
});

it('a coordinator gets the letter of the need again, as long as it is open', async () => {
  const [open, closed] = [await newNeed(db.pool), await newNeed(db.pool)];
  await call(db.pool, 'withdraw_need', { p_token_hash: closed.company.see_need });
  for (const { reference } of [open, closed]) await ask(MAIJA, reference);
  const of = async (id: string) =>
    (await lettersOf(db.pool, id)).filter((line) => line === `new_need → ${MAIJA}`).length;
  expect([await of(open.id), await of(closed.id)]).toEqual([2, 1]);
});

it('the company gets its links of a closed need too', async () => {
  const need = await newNeed(db.pool);
  await call(db.pool, 'decline_need', { p_token_hash: need.maija.decline_need, p_reason: 'Ei.' });
  await ask(need.email);
  expect(await newLinks(need.id)).toHaveLength(1);
});

it.each(['asked', 'taken'])('an expert whose hand-over is %s gets a letter that is really sent', async (state) => {
  const need = await newNeed(db.pool);
  const expert = await handOver(db.pool, need);
  if (state === 'taken') await call(db.pool, 'take_need', { p_token_hash: expert.take_need });
  await db.pool.query('update app.outbox set sent_at = now() where sent_at is null');
  await ask(ERKKI, need.reference);
  const letters = await call(db.pool, 'claim_letters', { p_most: 100, p_lease_seconds: 45 });
  expect(letters.map(({ letter, to_email, note }) => [letter, to_email, note])).toEqual([
    ['handover_asked', ERKKI, 'Osaatko auttaa?'],
  ]);
  const { take_need } = await linksOf(db.pool, need.id, ERKKI);
  expect(take_need).not.toBe(expert.take_need);
});
