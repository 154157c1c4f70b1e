// answer_survey: one answer for a need, of which the last counts, for seven days.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call } from '../../tests/support/sql-call.ts';
import { eventsOf, newNeed, type TestNeed } from '../../tests/support/sql-needs.ts';
import { letPass } from '../../tests/support/sql-time.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const answer = (need: TestNeed, p_answer: string, p_version = 1) =>
  call(db.pool, 'answer_survey', {
    p_token_hash: need.company.answer_survey,
    p_survey: 'first-response',
    p_version,
    p_answer,
  });
const answersOf = async (id: string) =>
  (await db.pool.query('select * from app.survey_answers where need_id = $1', [id])).rows;

it('is stored with the survey, its version and when', async () => {
  const need = await newNeed(db.pool);
  expect(await answer(need, 'yes')).toBe('answered');
  expect(await answersOf(need.id)).toEqual([
    {
      need_id: need.id,
      survey: 'first-response',
      version: 1,
      answer: 'yes',
      answered_at: expect.any(Date),
      changed_at: null,
    },
  ]);
  expect((await eventsOf(db.pool, need.id)).slice(1)).toEqual([`survey_answered by ${need.email}`]);
});

it('is seen when the link is opened again', async () => {
  const need = await newNeed(db.pool);
  await answer(need, 'no');
  const [seen] = await call(db.pool, 'open_link', { p_token_hash: need.company.answer_survey });
  expect(seen?.survey_answer).toBe('no');
});

it('twice the same is once, and logged once', async () => {
  const need = await newNeed(db.pool);
  await answer(need, 'yes');
  expect(await answer(need, 'yes')).toBe('answered');
  expect(await answersOf(need.id)).toMatchObject([{ answer: 'yes', changed_at: null }]);
  expect(await eventsOf(db.pool, need.id)).toHaveLength(2);
});

it('of two taps at once one row comes of it, and one line in the log', async () => {
  const need = await newNeed(db.pool);
  expect(await Promise.all([answer(need, 'yes'), answer(need, 'yes')])).toEqual(['answered', 'answered']);
  expect(await answersOf(need.id)).toHaveLength(1);
  expect(await eventsOf(db.pool, need.id)).toHaveLength(2);
});

it('the last one counts', async () => {
  const need = await newNeed(db.pool);
  await answer(need, 'no');
  expect(await answer(need, 'yes', 2)).toBe('answered');
  expect(await answersOf(need.id)).toMatchObject([{ answer: 'yes', version: 2, changed_at: expect.any(Date) }]);
});

it('may be changed for seven days after the first one', async () => {
  const need = await newNeed(db.pool);
  await answer(need, 'no');
  await letPass(db.pool, '6 days 23 hours');
  expect(await answer(need, 'yes')).toBe('answered');
  await letPass(db.pool, '2 hours');
  expect(await answer(need, 'no')).toBe('too_late');
  expect(await answersOf(need.id)).toMatchObject([{ answer: 'yes' }]);
});

it('may be given after the need was declined, for as long as the link lives', async () => {
  const need = await newNeed(db.pool);
  await call(db.pool, 'decline_need', { p_token_hash: need.maija.decline_need, p_reason: 'Ei.' });
  await letPass(db.pool, '29 days');
  expect(await answer(need, 'yes')).toBe('answered');
  await letPass(db.pool, '2 days');
  expect(await answer(need, 'no')).toBe('no_link');
});
