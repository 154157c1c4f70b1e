// public-figures and feedback-data: the page for everybody in each language, and the same as open data against its schema.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createT } from '#domain/i18n/t.ts';
import { monthAfter, thisMonth } from '#domain/reports/period.ts';
import { FEEDBACK_CSV, FEEDBACK_DATA, LANGUAGES, routes } from '#domain/routes.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { elements, langOf, mainOf, textOf } from '../support/read-page.ts';
import { keepVersion } from '../support/sql-surveys.ts';

let portal: Portal;
const LAST = monthAfter(thisMonth(new Date()), -1);
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

const data = async () => (await portal.get(FEEDBACK_DATA)).json() as Promise<{ questions: unknown[]; to: string }>;
const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync('tests/support/schemas/tarjotin-feedback.json', 'utf8')));
const faultsIn = (told: unknown): string[] => {
  validate(told);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
};

it('with nothing on record the page says so, and the data have no question', async () => {
  const text = textOf(mainOf(await (await portal.get('/luvut')).text()));
  expect(text).toContain('Vastauksia on vielä liian vähän näytettäväksi.');
  expect(text).toContain('Jaksolta ei ole lukuja');
  expect(await data()).toMatchObject({ questions: [], to: LAST, smallest_group: 5 });
  expect(faultsIn(await data())).toEqual([]);
});

it('answers of public surveys stand on the page and in the data; those of others do not', async () => {
  for (const [survey, seen_by] of [
    ['avoin', '["public"]'],
    ['oma', '["provider"]'],
  ] as const) {
    await keepVersion(portal.db.pool, { survey });
    await portal.rows(
      `insert into app.survey_versions (survey, version, event, anonymous, questions, texts)
       select survey, 2, event, anonymous, questions, jsonb_build_object('seen_by', $2::jsonb) from app.survey_versions where survey = $1`,
      [survey, seen_by],
    );
    await portal.rows(
      `insert into app.answer_cells (survey, version, question, month, answers, counts)
       values ($1, 2, 'contacted', $2, 8, '{"yes": 7, "no": 1}'), ($1, 2, 'words', $2, 6, '{}')`,
      [survey, `${LAST}-01`],
    );
  }
  const told = await data();
  expect(faultsIn(told)).toEqual([]);
  expect(told.questions).toMatchObject([
    { survey: 'avoin', question: 'contacted', months: [{ month: LAST, answers: 8, counts: { yes: 7, no: 1 } }] },
    { survey: 'avoin', question: 'words', months: [{ answers: 6 }] },
  ]);
  const csv = Buffer.from(await (await portal.get(FEEDBACK_CSV)).arrayBuffer()).toString();
  expect(csv).toContain(`avoin;closing;contacted;fact;${LAST};8;no;1\r\n`);
  expect(csv).not.toContain('oma;');
});

it.each(LANGUAGES)('the page in %s has the same figures, its own words, and may be kept by caches', async (lang) => {
  const response = await portal.get(routes.path('figures', lang));
  const html = await response.text();
  expect(response.headers.get('netlify-cdn-cache-control')).toContain('s-maxage=900');
  expect(langOf(html)).toBe(lang);
  const text = textOf(mainOf(html));
  expect(text).toContain(createT(lang)('public-figures.title'));
  expect(text).toMatch(/88\s?%/);
  expect(mainOf(html)).not.toContain('style=');
});

it('each of its tables is a file for a spreadsheet and for programs; one that there is not is the page', async () => {
  const main = mainOf(await (await portal.get('/luvut')).text());
  const files = elements(main, 'a').flatMap(({ attributes }) => attributes.href?.match(/^\/luvut\?file=.+/)?.[0] ?? []);
  expect(files).toHaveLength(2 * main.split('<table').slice(1).length);
  const sheet = Buffer.from(await (await portal.get('/luvut?file=feedback-1')).arrayBuffer()).toString();
  expect(sheet).toContain(`\r\n${LAST};8;0,875;0,125\r\n`);
  const data = await (await portal.get('/en/figures?file=feedback-1&as=data')).text();
  expect(data).toContain(`\r\n${LAST},8,0.875,0.125\r\n`);
  expect((await portal.get('/luvut?file=__proto__')).headers.get('content-type')).toContain('text/html');
});

it('without a database the page is all but its figures, and the data say that they are away', async () => {
  const { SUPABASE_URL } = process.env;
  process.env.SUPABASE_URL = 'http://127.0.0.1:9';
  const page = await portal.get('/sv/siffror');
  expect(page.status).toBe(503);
  expect(textOf(mainOf(await page.text()))).toContain('Siffror');
  expect((await portal.get(FEEDBACK_DATA)).status).toBe(503);
  process.env.SUPABASE_URL = SUPABASE_URL;
});
