// app.answer_months: the sums of a month are those of its cells, however the cells came.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { keepVersion, type TestVersion } from '../../tests/support/sql-surveys.ts';

let db: TestDatabase;
let survey: TestVersion;
beforeAll(async () => {
  db = await testDatabase();
  survey = await keepVersion(db.pool, { anonymous: true });
});
afterAll(() => db.close());

const cells = (rows: [question: string, month: string, theme: string | null, answers: number, counts: object][]) =>
  db.pool.query(
    `insert into app.answer_cells (survey, version, question, month, theme, answers, counts)
     select $1, 1, x.question, x.month, x.theme, x.answers, x.counts
     from jsonb_to_recordset($2) as x (question text, month date, theme text, answers integer, counts jsonb)`,
    [
      survey.survey,
      JSON.stringify(
        rows.map(([question, month, theme, answers, counts]) => ({ question, month, theme, answers, counts })),
      ),
    ],
  );
const kept = async () =>
  (
    await db.pool.query(
      `select survey, version, question, month::text, answers, counts from app.answer_months order by 3, 4`,
    )
  ).rows;
const summed = async () =>
  (
    await db.pool.query(
      `select survey, version, question, month::text, answers, counts
       from app.sum_answers(array(select distinct month from app.answer_cells)) order by 3, 4`,
    )
  ).rows;

it('are there with the cells, and grow with those that come later', async () => {
  await cells([
    ['helped', '2026-01-01', 'a', 5, { 5: 3, 4: 2 }],
    ['helped', '2026-01-01', null, 6, { 5: 6 }],
    ['words', '2026-01-01', null, 7, {}],
  ]);
  expect(await kept()).toMatchObject([
    { question: 'helped', month: '2026-01-01', answers: 11, counts: { 5: 9, 4: 2 } },
    { question: 'words', answers: 7, counts: {} },
  ]);
  await cells([
    ['helped', '2026-02-01', 'a', 5, { 1: 5 }],
    ['helped', '2026-01-01', 'b', 5, { 1: 5 }],
  ]);
  expect(await kept()).toEqual(await summed());
  expect((await kept()).find(({ month }) => month === '2026-01-01')).toMatchObject({ answers: 16, counts: { 1: 5 } });
});

it('give the same figures with no filter as the cells with a filter that all of them pass', async () => {
  const asked = async (theme: string | null) =>
    (
      await db.pool.query<{ told: { months: unknown[] }[] }>(
        `select app.feedback_by_question('2026-02-01', '2026-03-01', $1, null, null) as told`,
        [theme],
      )
    ).rows[0]?.told.map(({ months }) => months);
  expect(await asked(null)).toEqual(await asked('a'));
});
