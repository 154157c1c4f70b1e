// A letter that would say what is no longer so is dropped when its turn comes: which letters, and after what.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call } from '../../tests/support/sql-call.ts';
import { claim, emptyOutbox } from '../../tests/support/sql-letters.ts';
import { handOver, newNeed } from '../../tests/support/sql-needs.ts';
import { letPass } from '../../tests/support/sql-time.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(() => emptyOutbox(db.pool));

const lettersAfter = async (what: (need: Awaited<ReturnType<typeof newNeed>>) => Promise<unknown>) => {
  const need = await newNeed(db.pool);
  await what(need);
  const sent = (await claim(db.pool)).map(({ letter }) => letter);
  const { rows } = await db.pool.query('select letter from app.outbox where need_id = $1 and dropped_at is not null', [
    need.id,
  ]);
  return { sent: [...new Set(sent)].sort(), dropped: [...new Set(rows.map(({ letter }) => letter))].sort() };
};
const withdraw = (p_token_hash: string) => call(db.pool, 'withdraw_need', { p_token_hash });

it('is one of a need that was withdrawn, but not the one that says so', async () => {
  const after = await lettersAfter(async ({ company }) => {
    await call(db.pool, 'reply_to_need', { p_token_hash: company.reply_to_need, p_body: 'Hei?' });
    await withdraw(company.see_need);
  });
  expect(after).toEqual({ sent: ['receipt', 'withdrawn'], dropped: ['new_need', 'reply_received'] });
});

it('is the one that says so when the need was restored', async () => {
  const after = await lettersAfter(async ({ company }) => {
    await withdraw(company.see_need);
    await call(db.pool, 'restore_need', { p_token_hash: company.see_need });
  });
  expect(after).toEqual({ sent: ['new_need', 'receipt'], dropped: ['withdrawn'] });
});

it('is one to an expert who was asked, when the need was declined meanwhile', async () => {
  const after = await lettersAfter(async (need) => {
    await handOver(db.pool, need);
    await call(db.pool, 'decline_need', { p_token_hash: need.matti.decline_need, p_reason: 'Ei.' });
  });
  expect(after).toEqual({ sent: ['declined', 'handed_over', 'receipt'], dropped: ['handover_asked', 'new_need'] });
});

it('is never sent later, nor counted as waiting', async () => {
  const { company } = await newNeed(db.pool);
  await withdraw(company.see_need);
  const sent = await claim(db.pool);
  for (const { id } of sent) await call(db.pool, 'letter_sent', { p_id: id, p_provider_id: 'resend-1' });
  await letPass(db.pool, '1 day');
  expect(await claim(db.pool)).toEqual([]);
  expect(await call(db.pool, 'health', {})).toEqual([{ pending: 0, stuck: 0, oldest_seconds: 0 }]);
});
