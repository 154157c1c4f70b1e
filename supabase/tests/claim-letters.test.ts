// claim_letters: letters that are due are leased, each to one claimer, with what each is rendered from.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { claim, emptyOutbox, outboxRow } from '../../tests/support/sql-letters.ts';
import { ERKKI, handOver, MAIJA, MATTI, newNeed } from '../../tests/support/sql-needs.ts';
import { letPass } from '../../tests/support/sql-time.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

beforeEach(() => emptyOutbox(db.pool));

it('a letter comes with whom it goes to, the need, and the ids of the links of its own set', async () => {
  const need = await newNeed(db.pool);
  const letters = await claim(db.pool);
  expect(letters.map(({ letter, to_email }) => `${letter} → ${to_email}`).sort()).toEqual([
    `new_need → ${MAIJA}`,
    `new_need → ${MATTI}`,
    `receipt → ${need.email}`,
  ]);
  const receipt = letters.find(({ letter }) => letter === 'receipt');
  const { rows } = await db.pool.query(
    'select jsonb_object_agg(purpose, id) as links from app.links where need_id = $1 and person_email = $2',
    [need.id, need.email],
  );
  expect(receipt).toMatchObject({
    attempts: 1,
    to_email: need.email,
    to_name: 'Yrjö Yrittäjä',
    language: 'sv',
    links: rows[0].links,
    reference: need.reference,
    services: ['hitsauskoulutus'],
    contact_email: need.email,
    message_body: null,
    note: null,
  });
});

it('no more come than were asked for, the oldest first', async () => {
  await newNeed(db.pool);
  await letPass(db.pool, '1 minute');
  const young = await newNeed(db.pool);
  const first = await claim(db.pool, 3);
  expect(first.map(({ reference }) => reference)).not.toContain(young.reference);
  expect((await claim(db.pool, 2)).map(({ reference }) => reference)).toEqual([young.reference, young.reference]);
});

describe('a lease', () => {
  it('hides a letter until it ends; then the next try gets it, with the same id', async () => {
    await newNeed(db.pool);
    const first = await claim(db.pool);
    expect(await claim(db.pool)).toEqual([]);
    await letPass(db.pool, '40 seconds');
    expect(await claim(db.pool)).toEqual([]);
    await letPass(db.pool, '6 seconds');
    const second = await claim(db.pool);
    expect(second.map(({ id }) => id).sort()).toEqual(first.map(({ id }) => id).sort());
    expect(new Set(second.map(({ attempts }) => attempts))).toEqual(new Set([2]));
  });

  it('is held by one: claimers at once share no letter, and leave none', async () => {
    for (let n = 0; n < 4; n += 1) await newNeed(db.pool);
    const claims = await Promise.all(Array.from({ length: 4 }, () => claim(db.pool, 3)));
    const ids = claims.flat().map(({ id }) => id);
    expect(ids).toHaveLength(12);
    expect(new Set(ids).size).toBe(12);
  });

  it('that is being taken is skipped, not waited for', async () => {
    await newNeed(db.pool);
    const other = await db.pool.connect();
    try {
      await other.query('begin');
      const { rows } = await other.query(
        `select id from app.outbox where sent_at is null and letter = 'receipt' for update`,
      );
      const claimed = await claim(db.pool);
      expect(claimed).toHaveLength(2);
      expect(claimed.map(({ id }) => id)).not.toContain(rows[0].id);
    } finally {
      await other.query('rollback');
      other.release();
    }
    expect(await claim(db.pool)).toHaveLength(1);
  });
});

it('a letter for later waits until then', async () => {
  const need = await newNeed(db.pool);
  await emptyOutbox(db.pool);
  await db.pool.query(
    `update app.outbox set sent_at = null, dropped_at = null, send_after = now() + interval '3 hours' where letter = 'receipt' and need_id = $1`,
    [need.id],
  );
  await letPass(db.pool, '2 hours 59 minutes');
  expect(await claim(db.pool)).toEqual([]);
  await letPass(db.pool, '1 minute');
  expect(await claim(db.pool)).toMatchObject([{ letter: 'receipt', to_email: need.email }]);
});

it('a letter to an expert says who asked, and is not one of the company', async () => {
  await handOver(db.pool, await newNeed(db.pool));
  const asked = (await claim(db.pool)).find(({ letter }) => letter === 'handover_asked');
  expect(asked).toMatchObject({ to_email: ERKKI, to_name: 'Erkki Esimerkki', author_email: MAIJA });
  expect((await outboxRow(db.pool, asked?.id ?? '')).attempts).toBe(1);
});
