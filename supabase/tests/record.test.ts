// The record: the clock of a promise is not edited, the log is only added to, and neither is deleted.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call } from '../../tests/support/sql-call.ts';
import { needRow, newNeed } from '../../tests/support/sql-needs.ts';
import { letPass } from '../../tests/support/sql-time.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

/** What a foreign key says that lets nothing go: Postgres 18 has a code of its own for it. */
const RESTRICTED = expect.stringMatching(/^(23503|23001)$/);

describe('nobody edits the record of the promise:', () => {
  const answered = async () => {
    const need = await newNeed(db.pool);
    await letPass(db.pool, '30 days');
    await call(db.pool, 'answer_need', { p_token_hash: need.maija.answer_need, p_body: 'Anteeksi.' });
    return need.id;
  };

  it.each([
    "due_at = due_at + interval '1 day'",
    "received_at = received_at + interval '1 hour'",
    'promise_days = promise_days + 1',
    'promise_kept = true',
    'promise_kept = null',
    'first_response_at = due_at',
    'first_response_at = null',
    'first_response_at = received_at, promise_kept = true',
  ])('%s', async (change) => {
    const id = await answered();
    const before = await needRow(db.pool, id);
    await expect(db.pool.query(`update app.needs set ${change} where id = $1`, [id])).rejects.toMatchObject({
      code: 'NCLCK',
    });
    expect(await needRow(db.pool, id)).toEqual(before);
  });

  it('nor does anybody call a promise kept that nobody kept', async () => {
    const { id } = await newNeed(db.pool);
    for (const change of [
      'promise_kept = true',
      "promise_kept = true, first_response_at = due_at + interval '1 second'",
    ]) {
      await expect(db.pool.query(`update app.needs set ${change} where id = $1`, [id])).rejects.toMatchObject({
        code: '23514',
        constraint: 'kept_means_answered_in_time',
      });
    }
  });

  it('but what is no part of it may change', async () => {
    const id = await answered();
    await db.pool.query(`update app.needs set owner_email = 'sijainen@city.example', owner_name = null where id = $1`, [
      id,
    ]);
    expect((await needRow(db.pool, id)).owner_email).toBe('sijainen@city.example');
  });
});

describe('the log is only added to, by its owner too:', () => {
  it.each([
    `update app.events set kind = 'taken'`,
    'delete from app.events',
    'truncate app.events',
    'truncate app.needs cascade',
    'delete from app.links where id in (select link_id from app.events)',
  ])('%s', async (sql) => {
    const need = await newNeed(db.pool);
    await call(db.pool, 'take_need', { p_token_hash: need.maija.take_need });
    const count = async () => (await db.pool.query('select count(*) from app.events')).rows;
    const before = await count();
    await expect(db.pool.query(sql)).rejects.toMatchObject({ code: sql.includes('links') ? RESTRICTED : 'NAPND' });
    expect(await count()).toEqual(before);
  });
});

it('a need with a record is not deleted', async () => {
  const { id } = await newNeed(db.pool);
  await expect(db.pool.query('delete from app.needs where id = $1', [id])).rejects.toMatchObject({ code: RESTRICTED });
});
