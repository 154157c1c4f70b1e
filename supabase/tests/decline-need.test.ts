// decline_need by a coordinator: the need ends with a reason that the company gets, and its links die soon after.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call } from '../../tests/support/sql-call.ts';
import { hoursOfLinks } from '../../tests/support/sql-links.ts';
import {
  ERKKI,
  eventsOf,
  handOver,
  lettersOf,
  MAIJA,
  MATTI,
  needRow,
  newNeed,
  type TestNeed,
} from '../../tests/support/sql-needs.ts';
import { letPass } from '../../tests/support/sql-time.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const decline = (need: TestNeed, p_reason = 'Tätä verkosto ei tarjoa.') =>
  call(db.pool, 'decline_need', { p_token_hash: need.maija.decline_need, p_reason });

it('ends the need, says who ended it, and tells the company why', async () => {
  const need = await newNeed(db.pool);
  expect(await decline(need, 'Tätä verkosto ei tarjoa.')).toBe('said');
  const row = await needRow(db.pool, need.id);
  expect(row).toMatchObject({ state: 'declined', owner_email: MAIJA, promise_kept: true });
  expect(row.closed_at).toEqual(row.first_response_at);
  expect((await eventsOf(db.pool, need.id)).slice(1)).toEqual([`declined by ${MAIJA} received → declined`]);
  expect(await lettersOf(db.pool, need.id, 'receipt', 'new_need')).toEqual([`declined → ${need.email}`]);
  const [seen] = await call(db.pool, 'open_link', { p_token_hash: need.company.see_need });
  expect(seen?.messages).toMatchObject([{ kind: 'decline', author_email: MAIJA, body: 'Tätä verkosto ei tarjoa.' }]);
});

it('after the due time is an answer that came too late', async () => {
  const need = await newNeed(db.pool);
  await letPass(db.pool, '30 days');
  await decline(need);
  expect((await needRow(db.pool, need.id)).promise_kept).toBe(false);
});

it('leaves a first response that was before it as it was', async () => {
  const need = await newNeed(db.pool);
  await call(db.pool, 'answer_need', { p_token_hash: need.matti.answer_need, p_body: 'Selvitän.' });
  const { first_response_at } = await needRow(db.pool, need.id);
  await decline(need);
  expect((await needRow(db.pool, need.id)).first_response_at).toEqual(first_response_at);
});

it('ends the links of those who handle it in a day and of the company in a month', async () => {
  const need = await newNeed(db.pool);
  await handOver(db.pool, need);
  await decline(need);
  expect(await hoursOfLinks(db.pool, need.id)).toEqual({
    [MAIJA]: [24],
    [MATTI]: [24],
    [ERKKI]: [24],
    [need.email]: [30 * 24],
  });
});

it('gives no link a longer life than it had', async () => {
  const need = await newNeed(db.pool);
  await db.pool.query(`update app.links set expires_at = now() + interval '2 hours' where need_id = $1`, [need.id]);
  await decline(need);
  expect(Object.values(await hoursOfLinks(db.pool, need.id)).flat()).toEqual([2, 2, 2]);
});

it('twice, or by two, is once', async () => {
  const need = await newNeed(db.pool);
  await decline(need);
  expect(await decline(need)).toBe('already_said');
  expect(await call(db.pool, 'decline_need', { p_token_hash: need.matti.decline_need, p_reason: 'Ei.' })).toBe(
    'already_said',
  );
  expect(await lettersOf(db.pool, need.id, 'receipt', 'new_need')).toHaveLength(1);
});

it('afterwards everything else is closed', async () => {
  const need = await newNeed(db.pool);
  await decline(need);
  const { maija, matti, company } = need;
  const at = new Date().toISOString();
  const said = await Promise.all([
    call(db.pool, 'take_need', { p_token_hash: matti.take_need }),
    call(db.pool, 'release_need', { p_token_hash: maija.take_need }),
    call(db.pool, 'answer_need', { p_token_hash: maija.answer_need, p_body: 'Sittenkin.' }),
    call(db.pool, 'ask_more', { p_token_hash: maija.ask_more, p_body: 'Sittenkin?' }),
    call(db.pool, 'log_contact', {
      p_token_hash: maija.log_contact,
      p_channel: 'phone',
      p_happened_at: at,
      p_note: 'Soitin.',
    }),
    call(db.pool, 'reply_to_need', { p_token_hash: company.reply_to_need, p_body: 'Harmi.' }),
    call(db.pool, 'withdraw_need', { p_token_hash: company.see_need }),
    handOver(db.pool, need).catch((error: Error) => error.message),
  ]);
  expect(said).toEqual([...Array(7).fill('closed'), 'hand_over_need said closed']);
  expect(await call(db.pool, 'restore_need', { p_token_hash: company.see_need })).toBe('not_withdrawn');
});

it('to a need that the company withdrew it says that it is closed', async () => {
  const need = await newNeed(db.pool);
  await call(db.pool, 'withdraw_need', { p_token_hash: need.company.see_need });
  expect(await decline(need)).toBe('closed');
});

it('without a reason is refused whole', async () => {
  const need = await newNeed(db.pool);
  await expect(decline(need, '')).rejects.toMatchObject({ code: '23514', constraint: 'body_has_1_to_5000_characters' });
  expect((await needRow(db.pool, need.id)).state).toBe('received');
});
