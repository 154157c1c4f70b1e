// Low feedback at the desk: on the list with its due time and what the record says, answered there also when the need has ended.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '#domain/routes.ts';
import { mintLinks } from '#lib/links.ts';
import { askSurvey } from '../support/ask-survey.ts';
import { type DeskVisitor, deskVisitor } from '../support/desk-visitor.ts';
import { MAIJA, type Portal, startPortal } from '../support/portal.ts';
import { faultyFields, formsOf, mainOf, textOf } from '../support/read-page.ts';

let portal: Portal;
let maija: DeskVisitor;
beforeAll(async () => {
  portal = await startPortal();
  maija = deskVisitor(portal);
  await maija.signIn(MAIJA);
});
afterAll(() => portal.close());

/** A need that was answered, whose contact says that nobody was in touch. */
async function unhappy(ended = false, changes = {}) {
  const sent = await portal.sendNeed(changes);
  await portal.postForm(await portal.link(sent.reference, 'answer_need', MAIJA), { answer: 'Soitan huomenna.' });
  if (ended)
    await portal.rows(`update app.needs set state = 'closed', outcome = 'informed' where reference = $1`, [
      sent.reference,
    ]);
  await askSurvey(portal.db.pool, sent.reference, mintLinks(3));
  const link = await portal.link(sent.reference, 'answer_survey', sent.email);
  await portal.postForm(link, { q_contacted: 'no', t_better: 'Kukaan ei <i>soittanut</i>.' });
  await portal.settled();
  return { ...sent, link, path: `/desk/needs/${sent.reference}` };
}
const main = async (path: string, language = 'fi') =>
  mainOf(await (await maija.get(path, { 'accept-language': language })).text());
const formAt = async (path: string) => {
  const form = formsOf(`<main>${await main(path)}</main>`).find(({ buttons }) =>
    buttons.some(({ attributes }) => attributes.value === 'answer_follow_up'),
  );
  return form && { ...Object.fromEntries(form.fields), act: 'answer_follow_up' };
};
const WORDS = { way: 'letter', follow_up: 'Olen pahoillani. Soitan tänään kello 14.' };

it('is on the list, with what was answered beside what is on record, as words and not as markup', async () => {
  const { reference } = await unhappy();
  const html = await main('/desk/follow-ups');
  const text = textOf(html);
  expect(html).toContain(`/desk/needs/${reference}`);
  expect(text).toContain('Ei, minuun ei ole otettu yhteyttä');
  expect(text).toContain('viesti, lähettäjä Maija Malli');
  expect(html).not.toContain('<i>soittanut</i>');
  // On the page of the need we do not say that we wait for whoever waits for us.
  expect(textOf(await main(`/desk/needs/${reference}`))).not.toContain('Odotamme yrityksen vastausta');
});

describe.each([false, true])('of a need that has ended: %s', (ended) => {
  it('is answered on the need’s page, the company gets the words, and the list is without it', async () => {
    const { reference, email, path } = await unhappy(ended);
    const form = await formAt(path);
    const answer = await maija.post(path, { ...form, ...WORDS });
    expect(answer.headers.get('location')).toBe(`${path}?did=follow_up_answered`);
    await portal.settled();
    expect(portal.letters(email)[0]?.text).toContain(WORDS.follow_up);
    expect(await formAt(path)).toBeUndefined();
    const listed = await main('/desk/follow-ups');
    expect(listed.slice(0, listed.indexOf('id="answered"'))).not.toContain(reference);
    expect(listed).toContain(reference);
    expect(textOf(await main(path))).toContain('Palautteeseen vastasi');
  });

  it('by phone it stays as a note, and no letter goes', async () => {
    const { email, path } = await unhappy(ended);
    const before = portal.letters(email).length;
    await maija.post(path, { ...(await formAt(path)), ...WORDS, way: 'phone' });
    await portal.settled();
    expect(portal.letters(email)).toHaveLength(before);
    expect(textOf(await main(path))).toContain(WORDS.follow_up);
  });
});

it('left empty, or by no known way, comes back with errors and what was written', async () => {
  const { path } = await unhappy();
  const form = await formAt(path);
  const empty = await maija.post(path, { ...form, follow_up: '', way: 'kyyhky' });
  expect([empty.status, faultyFields(await empty.text())]).toEqual([422, ['field-way', 'field-follow_up']]);
  const kept = await maija.post(path, { ...form, ...WORDS, way: '' });
  expect(await kept.text()).toContain(WORDS.follow_up);
});

it('that the company takes back in between is answered by nobody', async () => {
  const { path, link } = await unhappy();
  const form = await formAt(path);
  await portal.postForm(link, { q_contacted: 'yes', q_helped: '5' });
  expect((await maija.post(path, { ...form, ...WORDS })).status).toBe(409);
  expect(await formAt(path)).toBeUndefined();
  expect(textOf(await main(path))).toContain('Yritys muutti palautettaan');
});

it('is complete in every language', async () => {
  const { path } = await unhappy();
  for (const lang of LANGUAGES)
    for (const page of [path, '/desk/follow-ups'])
      expect(textOf(await main(page, lang))).not.toMatch(/\{\w+\}|desk-follow-ups\.|feedback\.[a-z]/);
});
