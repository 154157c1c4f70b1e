// The survey's link: answered by its button, changeable for a week, and in the company's own language.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { backDate } from '../support/back-date.ts';
import { ACTS } from '../support/coordinator-acts.ts';
import { MAIJA, type Portal, type Purpose, startPortal } from '../support/portal.ts';
import { faultyFields, formsOf, textOf } from '../support/read-page.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

async function need(answered = false, changes = {}) {
  const sent = await portal.sendNeed(changes);
  if (answered) await portal.postForm(await portal.link(sent.reference, 'answer_need', MAIJA), ACTS.answer_need);
  await portal.settled();
  const path = (purpose: Purpose) => portal.link(sent.reference, purpose, sent.email);
  return { ...sent, path };
}
const page = async (path: string) => (await portal.get(path)).text();

it('the survey is answered by its button, may be changed for a week, and shows what was answered', async () => {
  const { reference, path } = await need(true);
  const link = await path('answer_survey');
  const answers = () =>
    portal.rows(
      'select survey, version, answer from app.survey_answers a join app.needs n on n.id = a.need_id where reference = $1',
      [reference],
    );
  for (const answer of ['yes', 'yes', 'no']) {
    const response = await portal.postForm(link, { answer });
    expect([response.status, response.headers.get('location')]).toEqual([303, link]);
  }
  expect(await answers()).toEqual([{ survey: 'first-response', version: 1, answer: 'no' }]);
  expect(formsOf(await page(link))[0]?.fields).toEqual([['answer', 'no']]);
  const events = await portal.rows(
    `select from app.events e join app.needs n on n.id = e.need_id where reference = $1 and kind = 'survey_answered'`,
    [reference],
  );
  expect(events).toHaveLength(2);
  await backDate(
    portal.db.pool,
    'survey_answers',
    'need_id = (select id from app.needs where reference = $1)',
    [reference],
    '8 days',
  );
  const late = await portal.postForm(link, { answer: 'yes' });
  expect([late.status, faultyFields(await late.text())]).toEqual([422, ['field-answer']]);
  expect(await answers()).toMatchObject([{ answer: 'no' }]);
});

it.each(['', 'ehkä', 'YES', '__proto__'])('"%s" is no answer to the survey', async (answer) => {
  const { path } = await need(true);
  const response = await portal.postForm(await path('answer_survey'), { answer });
  expect([response.status, faultyFields(await response.text())]).toEqual([422, ['field-answer']]);
});

it.each(['fi', 'sv', 'en'])(
  'every page of a company that wrote in %s is in that language, whatever its browser asks for',
  async (language) => {
    const { path } = await need(true, { language });
    for (const purpose of ['see_need', 'reply_to_need', 'answer_survey'] as const) {
      const html = await (await portal.get(await path(purpose), { headers: { 'accept-language': 'de,sv' } })).text();
      expect(html).toContain(`<html lang="${language}"`);
      expect(textOf(html)).not.toMatch(/\{\w+\}/);
    }
  },
);
