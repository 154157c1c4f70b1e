// close-task behind an editor's link: what to correct and where, done with one button, undone, and told to the reporter.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createT } from '#domain/i18n/t.ts';
import { LIMITS } from '#domain/limits.ts';
import { catalogue } from '#lib/catalogue.ts';
import { drainOutbox } from '#lib/drain-outbox.ts';
import { type AskedContact, askContact, LUOTSI, taskLinks } from '../support/asked-contacts.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { elements, faultyFields, formsOf, mainOf, textOf, valuesOf } from '../support/read-page.ts';
import { wholeDatabase } from '../support/whole-database.ts';

const ELLI = 'elli@kaupunki.example';
const EETU = 'eetu@kaupunki.example';
const t = createT('fi');

let portal: Portal;
let contact: AskedContact;
let elli: string;
let eetu: string;
const providers = structuredClone(catalogue.providers);
beforeAll(async () => {
  portal = await startPortal();
  process.env.EDITOR_EMAILS = `Elli Editori <${ELLI}>, ${EETU}`;
});
beforeEach(async () => {
  catalogue.providers = structuredClone(providers);
  contact = await askContact(portal, LUOTSI);
  await portal.postForm(contact.report, { pages: 'service:mentorointi', mistake: 'Kesto on vanha.' });
  await portal.settled();
  ({ [ELLI]: elli = '', [EETU]: eetu = '' } = await taskLinks(portal, contact));
});
afterAll(() => portal.close());

const page = async (path: string) => (await portal.get(path)).text();
const main = async (path: string) => textOf(mainOf(await page(path)));
const done = (path: string, fields: Record<string, string> = {}) => portal.postForm(path, { act: 'done', ...fields });
/** An hour passes for the letters that wait. */
const anHourLater = async () => {
  await portal.makeLettersDue();
  await drainOutbox();
};
const handled = () => portal.letters(contact.email).filter(({ subject }) => subject.startsWith('Ilmoittamasi virhe'));

it('says what is wrong, on which pages, in which files, and who reported it', async () => {
  const html = await page(elli);
  for (const text of [
    'Kesto on vanha.',
    'Mentoriyhdistys Luotsi',
    'Yrittäjämentorointi',
    'content/services/mentorointi.fi.md',
    contact.email,
  ])
    expect(textOf(mainOf(html))).toContain(text);
  const links = elements(mainOf(html), 'a').map(({ attributes }) => attributes.href);
  expect(links).toEqual(['/palvelut/yrittajamentorointi', `mailto:${contact.email}`]);
  expect(formsOf(html)).toMatchObject([{ action: elli, buttons: [{ attributes: { value: 'done' } }] }]);
});

it('GET and HEAD change nothing', async () => {
  const before = await wholeDatabase(portal.db.pool);
  for (const method of ['HEAD', 'GET'] as const)
    for (const query of ['', '?did=task_done', '?act=done', '?note=x'])
      expect((await portal.get(elli + query, { method })).status).toBe(200);
  expect(await wholeDatabase(portal.db.pool)).toEqual(before);
});

it('is done with one button; the other editor sees by whom; the reporter hears of it an hour later, with the message', async () => {
  const before = handled().length;
  const response = await done(elli, { note: 'Kesto on nyt 18 kuukautta.' });
  expect(response.headers.get('location')).toBe(`${elli}?did=task_done`);
  expect((await done(eetu)).headers.get('location')).toBe(`${eetu}?did=task_already_done`);
  expect(await main(eetu)).toContain('Elli Editori merkitsi ilmoituksen hoidetuksi');
  await portal.settled();
  await drainOutbox();
  expect(handled()).toHaveLength(before);
  await anHourLater();
  const [letter] = handled();
  expect(handled()).toHaveLength(before + 1);
  for (const text of ['> Kesto on vanha.', 'Kesto on nyt 18 kuukautta.', contact.confirm, contact.report])
    expect(letter?.text).toContain(text);
  expect(letter?.text).not.toMatch(/Elli|elli@/);
  const seen = await main(contact.report);
  for (const text of ['Toimittaja hoiti asian', 'Kesto on nyt 18 kuukautta.']) expect(seen).toContain(text);
  expect(seen).not.toMatch(/Elli|elli@/);
});

it('undone within the hour, no letter goes out', async () => {
  const before = handled().length;
  await done(elli);
  const [form] = formsOf(await page(elli));
  expect(form?.buttons).toMatchObject([{ attributes: { value: 'reopen' } }]);
  expect((await portal.postForm(eetu, { act: 'reopen' })).headers.get('location')).toBe(`${eetu}?did=task_reopened`);
  expect(await main(elli)).toContain(t('close-task.what-to-do'));
  await anHourLater();
  expect(handled()).toHaveLength(before);
  expect((await portal.postForm(eetu, { act: 'reopen' })).headers.get('location')).toBe(`${eetu}?did=task_not_done`);
});

it('a message that is too long comes back as it was written, and nothing is done', async () => {
  const note = 'x'.repeat(LIMITS.editorNote.max + 1);
  const response = await done(elli, { note });
  const html = await response.text();
  expect([response.status, faultyFields(html), valuesOf(html).note]).toEqual([422, ['field-note'], note]);
  expect(
    await portal.rows('select from app.editor_tasks where confirmation_id = $1 and done_at is not null', [contact.id]),
  ).toEqual([]);
});

it('a provider or a service that has left the map since is named by its id, and the task is done all the same', async () => {
  await portal.postForm(contact.report, [
    ['pages', 'provider'],
    ['pages', 'service:mentorointi'],
    ['mistake', 'Toinen.'],
  ]);
  await portal.settled();
  await portal.rows(`update app.editor_tasks set services = '{poistettu}' where mistake = 'Toinen.'`);
  const { [ELLI]: path = '' } = await taskLinks(portal, contact);
  catalogue.providers = providers.filter(({ id }) => id !== LUOTSI);
  const text = await main(path);
  for (const words of [LUOTSI, 'poistettu', 'content/services/poistettu.fi.md']) expect(text).toContain(words);
  expect((await done(path)).status).toBe(303);
});

it("the contact's links do not close a task, and an editor's link confirms nothing", async () => {
  for (const path of [contact.confirm, contact.report]) expect((await done(path)).status).toBe(422);
  await portal.postForm(elli, { act: 'confirm', texts: 'a'.repeat(64) });
  expect(await portal.rows('select confirmed_at from app.confirmations where id = $1', [contact.id])).toEqual([
    { confirmed_at: null },
  ]);
});
