// release_answers: once a month the answers of a question become sums of five or more, of which no difference is fewer.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call } from '../../tests/support/sql-call.ts';
import { newNeed } from '../../tests/support/sql-needs.ts';
import {
  answered,
  type Facts,
  type Given,
  inviteTo,
  keepVersion,
  type Opened,
  sealed,
  type TestVersion,
} from '../../tests/support/sql-surveys.ts';

let db: TestDatabase;
let survey: TestVersion;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  survey = await keepVersion(db.pool, { anonymous: true });
});

const MONTH = '2026-02-01';
const release = (opened: Opened[], p_month = MONTH) =>
  call(db.pool, 'release_answers', { p_month, p_opened: opened as never });
const scale = (score: number, facts: Facts = {}): Given => ({ question: 'helped', choices: [`${score}`], ...facts });
const seal = (given: Given[], on = '2026-02-10', version = survey): Promise<Opened[]> =>
  Promise.all(given.map((one) => sealed(db.pool, version, on, one)));
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

interface Cell extends Facts {
  month: string;
  question: string;
  answers: number;
  counts: Record<string, number>;
}
const cells = async (version = survey): Promise<Cell[]> =>
  (
    await db.pool.query(
      `select month::text, question, theme, provider, service, answers, counts
       from app.survey_figures($1, '2000-01-01', '2100-01-01') order by question, month, theme nulls last, provider nulls last, service nulls last`,
      [version.survey],
    )
  ).rows;
const waiting = async (): Promise<number> =>
  (
    await db.pool.query(
      'select count(*)::int as n from app.sealed_answers where survey = $1 and envelope is not null',
      [survey.survey],
    )
  ).rows[0].n;

it('all that can be opened comes as one value: a set of rows would be cut at the thousandth on its way', async () => {
  const given = await seal(times(3, scale(4)));
  const all = (await call(db.pool, 'sealed_answers', { p_month: MONTH })) as unknown as { key_hash: string }[];
  expect(all.map(({ key_hash }) => key_hash)).toEqual(expect.arrayContaining(given.map(({ key_hash }) => key_hash)));
  const { rows } = await db.pool.query(
    `select proretset as is_set from pg_proc where oid = 'api.sealed_answers(date)'::regprocedure`,
  );
  expect(rows).toEqual([{ is_set: false }]);
});

describe('of an anonymous survey', () => {
  it('five answers become one cell, and their envelopes are gone', async () => {
    expect(await release(await seal([5, 5, 4, 1, 5].map((score) => scale(score))))).toBe('released');
    expect(await cells()).toMatchObject([{ month: MONTH, answers: 5, counts: { 1: 1, 4: 1, 5: 3 } }]);
    expect(await waiting()).toBe(0);
  });

  it('four wait, and count in the month in which there are five', async () => {
    const four = await seal(times(4, scale(2)));
    await release(four);
    expect(await cells()).toEqual([]);
    expect(await waiting()).toBe(4);
    await release([...four, ...(await seal([scale(5)], '2026-03-30'))], '2026-03-01');
    expect(await cells()).toMatchObject([{ month: '2026-03-01', answers: 5, counts: { 2: 4, 5: 1 } }]);
  });

  it('each question waits for its own five', async () => {
    const given = [...times(6, scale(3)), ...times(4, { question: 'words', body: 'Hyvin meni.' })];
    await release(await seal(given));
    expect(await cells()).toMatchObject([{ question: 'helped', answers: 6 }]);
    expect(await waiting()).toBe(4);
  });

  it('a later answer of a month that was counted waits for the next one', async () => {
    await release(await seal(times(5, scale(3))));
    const late = await seal(times(6, scale(1)));
    await release(late);
    expect(await cells()).toMatchObject([{ answers: 5, counts: { 3: 5 } }]);
    await release(late, '2026-03-01');
    expect(await cells()).toMatchObject([{ month: MONTH }, { month: '2026-03-01', answers: 6, counts: { 1: 6 } }]);
  });

  it('some of several choices count one by one, over as many answers as there were', async () => {
    const missed = (choices: string[]): Given => ({ question: 'missed', choices });
    await release(await seal([missed(['speed']), missed(['speed', 'price']), ...times(3, missed(['price']))]));
    expect(await cells()).toMatchObject([{ answers: 5, counts: { speed: 2, price: 4 } }]);
  });

  it('an answer that the question does not know is not counted', async () => {
    await release(await seal([...times(4, scale(3)), scale(6)]));
    expect(await cells()).toEqual([]);
  });

  it('of a month that can still be changed nothing is opened, nor of one that is not over', async () => {
    const today = new Date();
    const month = (back: number) =>
      new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back, 1)).toISOString().slice(0, 10);
    expect(await release([], month(0))).toBe('too_early');
    expect(await release([], '2026-02-02')).toBe('too_early');
    expect(await release([], month(2))).toBe('released');
  });

  it('texts come shuffled and without anything that they came with', async () => {
    const bodies = Array.from({ length: 40 }, (_, index) => `Teksti ${index}`);
    await release(await seal(bodies.map((body): Given => ({ question: 'words', body, may_show: true }))));
    const { rows } = await db.pool.query('select body from app.opened_texts where survey = $1 order by ctid', [
      survey.survey,
    ]);
    const told = rows.map(({ body }) => body);
    expect(told).not.toEqual(bodies);
    expect(told.toSorted()).toEqual(bodies.toSorted());
  });
});

describe('facts', () => {
  const theme = (name: string | null, count: number): Given[] => times(count, scale(4, { theme: name }));
  const sizes = async () => (await cells()).map(({ theme, answers }) => [theme, answers]);

  it('stay where five or more share them and five or more are beside them', async () => {
    await release(await seal([...theme('a', 5), ...theme('b', 3), ...theme(null, 2)]));
    expect(await sizes()).toEqual([
      ['a', 5],
      [null, 5],
    ]);
  });

  it('go from the smallest group too, where fewer than five would be left beside it', async () => {
    await release(await seal([...theme('a', 7), ...theme('b', 5), ...theme('c', 1)]));
    expect(await sizes()).toEqual([
      ['a', 7],
      [null, 6],
    ]);
  });

  it('go from all, where there is but one group', async () => {
    await release(await seal([...theme('a', 9), ...theme('b', 4)]));
    expect(await sizes()).toEqual([[null, 13]]);
  });

  it('are split by provider within a theme, and by service within that', async () => {
    await release(
      await seal([
        ...times(5, scale(4, { theme: 'a', provider: 'p', service: 's' })),
        ...times(6, scale(4, { theme: 'a', provider: 'p', service: 't' })),
        ...times(5, scale(4, { theme: 'a', provider: 'q', service: 's' })),
        ...times(2, scale(4, { theme: 'a', provider: 'q', service: 'u' })),
      ]),
    );
    expect((await cells()).map(({ provider, service, answers }) => [provider, service, answers])).toEqual([
      ['p', 's', 5],
      ['p', 't', 6],
      ['q', null, 7],
    ]);
  });

  it('never make a cell that a sum over any filters could tell apart', async () => {
    // Any figure is a sum of whole cells; so is the difference of two, and each is of five or more.
    const some = <T>(all: T[]): T => all[Math.floor(Math.random() * all.length)] as T;
    const given = Array.from({ length: 300 }, () =>
      scale(some([1, 2, 3, 4, 5]), {
        theme: some(['a', 'a', 'b', 'c', 'd', null]),
        provider: some(['p', 'q', 'r', null]),
        service: some(['s', 't', 'u', 'v', null]),
      }),
    );
    await release(await seal(given));
    const told = await cells();
    expect(told.reduce((sum, { answers }) => sum + answers, 0)).toBe(300);
    expect(Math.min(...told.map(({ answers }) => answers))).toBeGreaterThanOrEqual(5);
    expect(told.length).toBeGreaterThan(3);
  });
});

describe('of a named survey', () => {
  const give = async (version: TestVersion, on: string, given: Given, facts: Facts = {}) =>
    answered(db.pool, await inviteTo(db.pool, await newNeed(db.pool), version, facts), on, [given]);

  it('answers are counted by the same rules, once', async () => {
    const named = await keepVersion(db.pool);
    for (const score of [5, 4, 4, 1, 5]) await give(named, '2026-02-10', scale(score), { theme: 'a' });
    await give(named, '2026-03-02', scale(1), { theme: 'a' });
    await release([]);
    await release([]);
    expect(await cells(named)).toMatchObject([{ theme: 'a', answers: 5, counts: { 1: 1, 4: 2, 5: 2 } }]);
    await release([], '2026-03-01');
    expect(await cells(named)).toHaveLength(1);
  });

  it('its texts stay beside the invitation', async () => {
    const named = await keepVersion(db.pool);
    for (const body of ['a', 'b', 'c', 'd', 'e']) await give(named, '2026-02-10', { question: 'words', body });
    await release([]);
    expect(await cells(named)).toMatchObject([{ question: 'words', answers: 5, counts: {} }]);
    expect((await db.pool.query('select from app.opened_texts where survey = $1', [named.survey])).rowCount).toBe(0);
  });

  it('how many were asked is told by month', async () => {
    const named = await keepVersion(db.pool);
    for (const _ of [1, 2, 3]) await inviteTo(db.pool, await newNeed(db.pool), named, { theme: 'a' });
    const asked = (theme: string | null) =>
      db.pool.query(`select asked from app.survey_asked($1, '2000-01-01', '2100-01-01', $2)`, [named.survey, theme]);
    expect((await asked(null)).rows).toEqual([{ asked: 3 }]);
    expect((await asked('b')).rows).toEqual([]);
  });
});
