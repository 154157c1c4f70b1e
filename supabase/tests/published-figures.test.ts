// published_figures: what everybody may see of a period: nothing over fewer than five, also not by taking one figure from another.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call } from '../../tests/support/sql-call.ts';
import { newNeed } from '../../tests/support/sql-needs.ts';
import { keepVersion } from '../../tests/support/sql-surveys.ts';
import { asReplica } from '../../tests/support/sql-time.ts';

let db: TestDatabase;
const THEMES = { a: 'osaaminen', b: 'alku', c: 'digi' };
/** A month that is over, whenever the test runs. */
const YEAR = new Date().getFullYear() - 1;

async function needs(month: number, service: string, count: number, outcome: string | null = null) {
  for (let n = 0; n < count; n += 1) {
    const { id } = await newNeed(db.pool, { p_services: [service] });
    await asReplica(db.pool, (client) =>
      client.query(
        `update app.needs set received_at = $2, due_at = $2::timestamptz + interval '1 day', first_response_at = $2, promise_kept = true,
           state = case when $3::text is null then 'claimed' else 'closed' end::api.need_state, outcome = $3::api.need_outcome,
           closed_at = case when $3::text is not null then $2::timestamptz end
         where id = $1`,
        [id, `${YEAR}-0${month}-10T12:00:00Z`, outcome],
      ),
    );
  }
}
interface Told {
  months: { month: string; received: number | null; kept: number | null }[];
  ends: { end: string; needs: number | null }[];
  themes: { theme: string | null; needs: number }[];
  theme_months: { theme: string; month: string; needs: number }[];
  questions: { survey: string; months: { answers: number }[] }[];
}
const told = async (readers = 'public', from = `${YEAR}-03-01`, to = `${YEAR}-06-01`) =>
  (await call(db.pool, 'published_figures', {
    p_from: from,
    p_to: to,
    p_themes: THEMES,
    p_readers: readers,
  })) as unknown as Told;

beforeAll(async () => {
  db = await testDatabase();
  // Of theme a: eight, six, four. Of b: seven in one month. Of c: four, three.
  await needs(3, 'a', 8, 'helped');
  await needs(4, 'a', 6);
  await needs(5, 'a', 4, 'informed');
  await needs(3, 'b', 7);
  await needs(3, 'c', 4);
  await needs(4, 'c', 3);
});
afterAll(() => db.close());

it('a month, an end and a theme of fewer than five have no figure', async () => {
  const { months, ends, themes } = await told();
  expect(months.map(({ received, kept }) => [received, kept])).toEqual([
    [19, 19],
    [9, 9],
    [null, null],
  ]);
  expect(Object.fromEntries(ends.map(({ end, needs: count }) => [end, count]))).toMatchObject({
    helped: 8,
    informed: null,
    withdrawn: null,
  });
  expect(Object.fromEntries(themes.map(({ theme, needs: count }) => [theme, count]))).toEqual({
    osaaminen: 18,
    alku: 7,
    digi: 7,
  });
});

it("what is left of a theme's total is five or more, or nothing", async () => {
  const { themes, theme_months } = await told();
  const cells = (theme: string) => theme_months.filter((cell) => cell.theme === theme).map(({ needs: count }) => count);
  // Four alone would be told by eighteen less fourteen: the six go with them.
  expect(cells('osaaminen')).toEqual([8]);
  expect(cells('alku')).toEqual([7]);
  expect(cells('digi')).toEqual([]);
  for (const { theme, needs: total } of themes) {
    const rest = total - cells(theme as string).reduce((sum, count) => sum + count, 0);
    expect(rest === 0 || rest >= 5).toBe(true);
  }
});

it('a period with no needs has months without figures, and nothing else', async () => {
  expect(await told('public', `${YEAR}-07-01`, `${YEAR}-08-01`)).toMatchObject({
    months: [{ month: `${YEAR}-07`, received: null, kept: null }],
    themes: [],
    theme_months: [],
    questions: [],
  });
});

it('a survey is told of to those for whom its newest version says so', async () => {
  const seenBy = { steering: '["steering"]', public: '["public", "steering"]', nobody: '[]' };
  for (const [survey, seen_by] of Object.entries(seenBy)) {
    await keepVersion(db.pool, { survey });
    await db.pool.query(
      `insert into app.survey_versions (survey, version, event, anonymous, questions, texts)
       select survey, 2, event, anonymous, questions, jsonb_build_object('seen_by', $2::jsonb) from app.survey_versions where survey = $1`,
      [survey, seen_by],
    );
    await db.pool.query(
      `insert into app.answer_cells (survey, version, question, month, answers, counts) values ($1, 1, 'contacted', $2, 6, '{"yes": 6}')`,
      [survey, `${YEAR}-03-01`],
    );
  }
  const surveys = async (readers: string) => (await told(readers)).questions.map(({ survey }) => survey).sort();
  expect(await surveys('public')).toEqual(['public']);
  expect(await surveys('steering')).toEqual(['public', 'steering']);
});
