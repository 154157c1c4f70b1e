// What somebody may try with the rules themselves: keys used again, one mailbox under many names, links that were taken away.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call } from '../../tests/support/sql-call.ts';
import { linkPool, linksOf } from '../../tests/support/sql-links.ts';
import { lettersOf, MAIJA, needArgs, needRow, newAddress, newNeed } from '../../tests/support/sql-needs.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const send = async (changes: Parameters<typeof needArgs>[0]) =>
  (await call(db.pool, 'send_need', needArgs(changes)))[0];
const ask = (p_email: string, p_coordinators: string[] = []) =>
  call(db.pool, 'request_link', { p_email, p_reference: null, p_coordinators, p_links: linkPool(18) });

describe('an idempotency key', () => {
  it('that comes back with other words gets neither the first need nor its link, and stores nothing', async () => {
    const p_contact_email = newAddress();
    const first = await send({ p_contact_email, p_idempotency_key: 'easy-to-guess' });
    const again = await send({ p_contact_email, p_idempotency_key: 'easy-to-guess' });
    expect(first).toMatchObject({ outcome: 'accepted' });
    expect(again).toMatchObject({ outcome: 'key_reused', reference: null, status_link: null });
    const { rows } = await db.pool.query('select from app.needs where contact_email = $1', [p_contact_email]);
    expect(rows).toHaveLength(1);
  });
});

describe('one mailbox under many names', () => {
  it('may send five needs in an hour, whatever stands after its plus sign', async () => {
    const [name, domain] = newAddress().split('@');
    const outcomes = [];
    for (let n = 1; n <= 6; n += 1) {
      outcomes.push((await send({ p_contact_email: `${name}+${n}@${domain}` }))?.outcome);
    }
    expect(outcomes).toEqual(['accepted', 'accepted', 'accepted', 'accepted', 'accepted', 'too_many']);
  });
});

describe('who lost the right to a link', () => {
  it('gets no fresh one when the links were revoked', async () => {
    const need = await newNeed(db.pool);
    await db.pool.query('update app.links set revoked_at = now() where need_id = $1 and person_email = $2', [
      need.id,
      need.email,
    ]);
    await ask(need.email);
    expect((await lettersOf(db.pool, need.id)).filter((line) => line.startsWith('new_link'))).toEqual([]);
  });

  it('gets no fresh one as a coordinator who is none any more', async () => {
    const need = await newNeed(db.pool);
    const before = await lettersOf(db.pool, need.id);
    await ask(MAIJA, ['somebody.else@kaupunki.example']);
    expect(await lettersOf(db.pool, need.id)).toEqual(before);
  });

  it('gets links of a need that has ended for thirty days, not for half a year', async () => {
    const need = await newNeed(db.pool);
    await call(db.pool, 'decline_need', { p_token_hash: need.maija.decline_need, p_reason: 'Emme voi auttaa.' });
    await ask(need.email);
    const fresh = await linksOf(db.pool, need.id, need.email);
    expect(fresh.see_need).not.toBe(need.company.see_need);
    const { rows } = await db.pool.query(
      `select max(extract(day from expires_at - now()))::integer as days from app.links where need_id = $1 and person_role = 'company'`,
      [need.id],
    );
    expect(rows[0].days).toBeLessThanOrEqual(30);
  });
});

describe('a colleague', () => {
  it('cannot end a need that somebody else handles', async () => {
    const need = await newNeed(db.pool);
    await call(db.pool, 'take_need', { p_token_hash: need.maija.take_need });
    const reason = { p_token_hash: need.matti.decline_need, p_reason: 'Ei kuulu meille.' };
    expect(await call(db.pool, 'decline_need', reason)).toBe('taken_by_other');
    expect(await needRow(db.pool, need.id)).toMatchObject({ state: 'claimed', owner_email: MAIJA });
  });
});

describe('a change of mind', () => {
  it('may be changed back three times, and then stands', async () => {
    const need = await newNeed(db.pool);
    const link = { p_token_hash: need.company.see_need };
    const outcomes = [];
    for (let n = 1; n <= 4; n += 1) {
      await call(db.pool, 'withdraw_need', link);
      outcomes.push(await call(db.pool, 'restore_need', link));
    }
    expect(outcomes).toEqual(['restored', 'restored', 'restored', 'too_late']);
  });
});
