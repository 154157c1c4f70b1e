// withdraw_need and restore_need: the company takes its need back, and may change its mind for a day.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call } from '../../tests/support/sql-call.ts';
import { hoursOfLinks } from '../../tests/support/sql-links.ts';
import { eventsOf, lettersOf, MAIJA, MATTI, needRow, newNeed, type TestNeed } from '../../tests/support/sql-needs.ts';
import { letPass } from '../../tests/support/sql-time.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const withdraw = (need: TestNeed) => call(db.pool, 'withdraw_need', { p_token_hash: need.company.see_need });
const restore = (need: TestNeed) => call(db.pool, 'restore_need', { p_token_hash: need.company.see_need });
const take = (need: TestNeed) => call(db.pool, 'take_need', { p_token_hash: need.maija.take_need });
const claimed = async (need: TestNeed) =>
  (await call(db.pool, 'claim_letters', { p_most: 100, p_lease_seconds: 45 }))
    .filter(({ reference }) => reference === need.reference)
    .map(({ letter, to_email }) => `${letter} → ${to_email}`)
    .sort();

describe('withdrawing', () => {
  it('ends the need and tells those who handle it', async () => {
    const need = await newNeed(db.pool);
    expect(await withdraw(need)).toBe('withdrawn');
    expect(await needRow(db.pool, need.id)).toMatchObject({ state: 'withdrawn', closed_at: expect.any(Date) });
    expect((await eventsOf(db.pool, need.id)).at(-1)).toBe(`withdrawn by ${need.email} received → withdrawn`);
    expect(await claimed(need)).toEqual([`receipt → ${need.email}`, `withdrawn → ${MAIJA}`, `withdrawn → ${MATTI}`]);
  });

  it('ends the links of those who handle it in a day, and leaves the company its own', async () => {
    const need = await newNeed(db.pool);
    await withdraw(need);
    expect(await hoursOfLinks(db.pool, need.id)).toEqual({ [MAIJA]: [24], [MATTI]: [24], [need.email]: [180 * 24] });
  });

  it('in time leaves it open whether the promise was kept', async () => {
    const need = await newNeed(db.pool);
    await withdraw(need);
    expect(await needRow(db.pool, need.id)).toMatchObject({ promise_kept: null, first_response_at: null });
  });

  it('after a silence past the due time leaves it broken', async () => {
    const need = await newNeed(db.pool);
    await letPass(db.pool, '30 days');
    await withdraw(need);
    expect(await needRow(db.pool, need.id)).toMatchObject({ promise_kept: false, first_response_at: null });
  });

  it('after an answer leaves what the answer made of it', async () => {
    const need = await newNeed(db.pool);
    await call(db.pool, 'answer_need', { p_token_hash: need.maija.answer_need, p_body: 'Soitan.' });
    await letPass(db.pool, '30 days');
    await withdraw(need);
    expect((await needRow(db.pool, need.id)).promise_kept).toBe(true);
  });

  it('twice is once, and what a coordinator declined is closed already', async () => {
    const need = await newNeed(db.pool);
    await withdraw(need);
    expect(await withdraw(need)).toBe('already_withdrawn');
    const other = await newNeed(db.pool);
    await call(db.pool, 'decline_need', { p_token_hash: other.maija.decline_need, p_reason: 'Ei.' });
    expect(await withdraw(other)).toBe('closed');
    expect((await needRow(db.pool, other.id)).state).toBe('declined');
  });
});

describe('restoring', () => {
  it('a need that nobody had makes it received again, with the same due time', async () => {
    const need = await newNeed(db.pool);
    const { due_at } = await needRow(db.pool, need.id);
    await withdraw(need);
    expect(await restore(need)).toBe('restored');
    expect(await needRow(db.pool, need.id)).toMatchObject({ state: 'received', closed_at: null, due_at });
    expect((await eventsOf(db.pool, need.id)).at(-1)).toBe(`restored by ${need.email} withdrawn → received`);
  });

  it('a need that somebody had makes it theirs again', async () => {
    const need = await newNeed(db.pool);
    await take(need);
    await withdraw(need);
    await restore(need);
    expect(await needRow(db.pool, need.id)).toMatchObject({ state: 'claimed', owner_email: MAIJA });
  });

  it('gives the links of those who handle it their life back, but none that was revoked', async () => {
    const need = await newNeed(db.pool);
    await db.pool.query(`update app.links set revoked_at = now() where need_id = $1 and person_email = $2`, [
      need.id,
      MATTI,
    ]);
    await withdraw(need);
    await restore(need);
    expect(await hoursOfLinks(db.pool, need.id)).toMatchObject({ [MAIJA]: [180 * 24], [MATTI]: [24] });
    expect(await take(need)).toBe('taken');
  });

  it('is told to those who heard that it was withdrawn, and the letter that says so is not sent any more', async () => {
    const need = await newNeed(db.pool);
    await take(need);
    for (const { id } of await call(db.pool, 'claim_letters', { p_most: 100, p_lease_seconds: 45 })) {
      await call(db.pool, 'letter_sent', { p_id: id, p_provider_id: 'resend-1' });
    }
    await withdraw(need);
    await restore(need);
    expect(await claimed(need)).toEqual([`new_need → ${MAIJA}`]);
    expect((await lettersOf(db.pool, need.id)).filter((line) => line.startsWith('withdrawn'))).toEqual([]);
  });

  it('is possible for a day', async () => {
    const [early, late] = [await newNeed(db.pool), await newNeed(db.pool)];
    await withdraw(late);
    await letPass(db.pool, '2 minutes');
    await withdraw(early);
    await letPass(db.pool, '23 hours 59 minutes');
    expect([await restore(early), await restore(late)]).toEqual(['restored', 'too_late']);
    expect((await needRow(db.pool, late.id)).state).toBe('withdrawn');
  });

  it('twice is once, and what was never withdrawn is not restored', async () => {
    const need = await newNeed(db.pool);
    expect(await restore(need)).toBe('not_withdrawn');
    await withdraw(need);
    await restore(need);
    expect(await restore(need)).toBe('not_withdrawn');
  });
});
