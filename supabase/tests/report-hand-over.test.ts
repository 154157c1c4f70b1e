// report_hand_over: who took a hand-over says how it ended, and the need goes back to the coordinator who asked.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call, type Enums } from '../../tests/support/sql-call.ts';
import { signIn } from '../../tests/support/sql-desk.ts';
import type { Links } from '../../tests/support/sql-links.ts';
import {
  ERKKI,
  eventsOf,
  handOver,
  lettersOf,
  MAIJA,
  needRow,
  newNeed,
  type TestNeed,
} from '../../tests/support/sql-needs.ts';

const NEWS = ['receipt', 'new_need', 'handed_over', 'handover_asked', 'answer'] as const;

let db: TestDatabase;
let need: TestNeed;
let erkki: Links;
beforeAll(async () => {
  db = await testDatabase();
  await signIn(db.pool, MAIJA);
});
afterAll(() => db.close());

const take = (links = erkki) => call(db.pool, 'take_need', { p_token_hash: links.take_need });
const report = (p_ended: Enums['hand_over_state'], p_note: string | null = null, links = erkki) =>
  call(db.pool, 'report_hand_over', { p_token_hash: links.report_hand_over, p_ended, p_note });
const state = async () =>
  (await db.pool.query('select state from app.hand_overs where need_id = $1', [need.id])).rows.map((row) => row.state);

beforeEach(async () => {
  need = await newNeed(db.pool);
  await call(db.pool, 'take_need', { p_token_hash: need.maija.take_need });
  erkki = await handOver(db.pool, need);
});

it.each(['helped', 'no_help', 'not_reachable'] as const)(
  '%s is on record, and the coordinator who asked is told',
  async (ended) => {
    await take();
    expect(await report(ended, 'Sovimme kurssin.')).toBe('reported');
    expect(await state()).toEqual([ended]);
    expect(await needRow(db.pool, need.id)).toMatchObject({ state: 'claimed', owner_email: MAIJA });
    expect(await lettersOf(db.pool, need.id, ...NEWS)).toEqual([`handover_ended → ${MAIJA}`]);
    expect((await eventsOf(db.pool, need.id)).at(-1)).toBe(`hand_over_ended by ${ERKKI}`);
    const letters = await call(db.pool, 'claim_letters', { p_most: 100, p_lease_seconds: 45 });
    const letter = letters.find(({ letter, reference }) => letter === 'handover_ended' && reference === need.reference);
    expect(letter).toMatchObject({
      hand_over_state: ended,
      message_body: 'Sovimme kurssin.',
      expert_name: 'Erkki Esimerkki',
    });
  },
);

it('its note is for coordinators and never for the company or another expert', async () => {
  const nelli = await handOver(db.pool, need, 'nelli@kehitys.example');
  await take();
  await report('no_help', 'Hankala asiakas.');
  const seenBy = async (p_token_hash: string) => JSON.stringify(await call(db.pool, 'open_link', { p_token_hash }));
  expect(await seenBy(need.maija.take_need)).toContain('Hankala');
  expect(await seenBy(erkki.take_need)).toContain('Hankala');
  expect(await seenBy(need.company.see_need)).not.toContain('Hankala');
  expect(await seenBy(nelli.take_need)).not.toContain('Hankala');
});

it('twice is once', async () => {
  await take();
  await report('helped', 'Sovimme kurssin.');
  expect(await report('helped', 'Sovimme kurssin.')).toBe('already_reported');
  expect(await report('helped')).toBe('already_reported');
  expect(await lettersOf(db.pool, need.id, ...NEWS)).toEqual([`handover_ended → ${MAIJA}`]);
});

it('can be corrected for a day, and the coordinator gets the last word alone', async () => {
  await take();
  await report('not_reachable');
  expect(await report('helped')).toBe('reported');
  expect(await state()).toEqual(['helped']);
  expect(await lettersOf(db.pool, need.id, ...NEWS)).toEqual([`handover_ended → ${MAIJA}`]);
  await db.pool.query(`update app.hand_overs set ended_at = ended_at - interval '25 hours' where need_id = $1`, [
    need.id,
  ]);
  expect(await report('no_help')).toBe('too_late');
});

it('needs that the matter was taken, and that it is open', async () => {
  expect(await report('helped')).toBe('not_taken');
  await take();
  await call(db.pool, 'withdraw_need', { p_token_hash: need.company.see_need });
  expect(await report('helped')).toBe('closed');
});

it('the one who could not help says nothing more to the company, and who helped may', async () => {
  await take();
  const say = (p_body: string) => call(db.pool, 'answer_need', { p_token_hash: erkki.answer_need, p_body });
  await report('no_help');
  expect(await say('Sittenkin.')).toBe('closed');
  await report('helped');
  expect(await say('Kurssi alkaa maanantaina.')).toBe('said');
  expect(await needRow(db.pool, need.id)).toMatchObject({ owner_email: MAIJA });
});

it('another who was asked may take it when the first could not help, and not when it did', async () => {
  const nelli = await handOver(db.pool, need, 'nelli@kehitys.example');
  await take();
  await report('helped');
  expect(await take(nelli)).toBe('taken_by_other');
  await report('no_help');
  expect(await take(nelli)).toBe('taken');
});

it('a need whose taker declines after all comes back to the coordinator who asked', async () => {
  await take();
  await call(db.pool, 'decline_need', { p_token_hash: erkki.decline_need, p_reason: 'En ehdi.' });
  expect(await needRow(db.pool, need.id)).toMatchObject({ state: 'claimed', owner_email: MAIJA });
  expect(await lettersOf(db.pool, need.id, ...NEWS)).toEqual([`handover_declined → ${MAIJA}`]);
});

it('where the coordinator who asked has left, it is free', async () => {
  await take();
  await db.pool.query('update app.coordinators set left_at = now(), is_lead = false where email = $1', [MAIJA]);
  await report('no_help');
  expect(await needRow(db.pool, need.id)).toMatchObject({ state: 'received', owner_email: null });
  await signIn(db.pool, MAIJA);
});
