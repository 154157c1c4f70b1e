// confirm-services behind its link: the texts as they are now, one button, once, and the way back.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createT } from '#domain/i18n/t.ts';
import { LANGUAGES } from '#domain/routes.ts';
import { catalogue } from '#lib/catalogue.ts';
import { publishedPages } from '#lib/published-pages.ts';
import { type AskedContact, askContact, emailOf, LUOTSI, VINDSUND } from '../support/asked-contacts.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import {
  elements,
  faultyFields,
  formsOf,
  hasId,
  langOf,
  mainOf,
  textOf,
  titleOf,
  valuesOf,
} from '../support/read-page.ts';
import { wholeDatabase } from '../support/whole-database.ts';

let portal: Portal;
let contact: AskedContact;
const providers = structuredClone(catalogue.providers);
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(async () => {
  catalogue.providers = structuredClone(providers);
  contact = await askContact(portal, LUOTSI);
});
afterAll(() => portal.close());

const page = async (path: string) => (await portal.get(path)).text();
/** Presses the page's own button, with what the page gives it. */
const press = async (path: string) => {
  const html = await page(path);
  const [form] = formsOf(html);
  const { name = '', value = '' } = form?.buttons[0]?.attributes ?? {};
  return portal.postForm(path, [...(form?.fields ?? []), [name, value]]);
};
const row = async () =>
  (
    await portal.rows<{ confirmed_at: Date | null }>('select confirmed_at from app.confirmations where id = $1', [
      contact.id,
    ])
  )[0];
const told = async () => (await (await portal.get('/data/confirmations.json')).json()) as Record<string, string>;

it.each(LANGUAGES)(
  'shows in %s every text that is published, with a link to each page and to its mistakes',
  async (lang) => {
    contact = await askContact(portal, VINDSUND, lang);
    const html = await page(contact.confirm);
    expect([langOf(html), formsOf(html).length]).toEqual([lang, 1]);
    const text = textOf(mainOf(html));
    const links = elements(mainOf(html), 'a').map(({ attributes }) => attributes.href);
    for (const { value, name, summary, facts, path } of (await publishedPages(VINDSUND, lang)) ?? []) {
      for (const words of [name, summary, ...facts.map((fact) => fact.text)])
        expect(text).toContain(words.replace(/\s+/g, ' '));
      expect(links).toContain(path);
      expect(links).toContain(`${contact.report}?page=${encodeURIComponent(value)}`);
    }
  },
);

it('the button confirms, the page says so and by when it shows, and the build is told', async () => {
  const response = await press(contact.confirm);
  expect([response.status, response.headers.get('location')]).toEqual([303, `${contact.confirm}?did=confirmed`]);
  const html = await page(`${contact.confirm}?did=confirmed`);
  const t = createT('fi');
  for (const text of [t('did.confirmed'), t('confirm-services.next.confirmed')])
    expect(textOf(mainOf(html))).toContain(text);
  expect(Object.keys(await told())).toContain(LUOTSI);
});

it('pressed again, also from a page that was open before, it says that it was done already', async () => {
  const before = valuesOf(await page(contact.confirm));
  await portal.postForm(contact.confirm, before);
  const { confirmed_at } = (await row()) ?? {};
  const again = await portal.postForm(contact.confirm, before);
  expect(again.headers.get('location')).toBe(`${contact.confirm}?did=already_confirmed`);
  expect((await row())?.confirmed_at).toEqual(confirmed_at);
});

it('the page then has one button, which takes it back; pressed twice, it is taken back once', async () => {
  await press(contact.confirm);
  const undone = await press(contact.confirm);
  expect(undone.headers.get('location')).toBe(`${contact.confirm}?did=confirmation_undone`);
  expect(await row()).toEqual({ confirmed_at: null });
  const again = await portal.postForm(contact.confirm, { act: 'undo' });
  expect(again.headers.get('location')).toBe(`${contact.confirm}?did=not_confirmed`);
});

describe('nobody confirms what was not seen', () => {
  it.each([
    ['other texts than those that are published now', { texts: 'b'.repeat(64) }],
    ['none', {}],
    ['several', { texts: '["a","b"]' }],
  ])('a post with %s shows the texts again', async (_what, fields) => {
    const response = await portal.postForm(contact.confirm, { act: 'confirm', ...fields } as Record<string, string>);
    const html = await response.text();
    expect([response.status, faultyFields(html)]).toEqual([422, ['field-texts']]);
    expect(titleOf(html)).toMatch(/^Virhe: /);
    expect(hasId(html, 'field-texts')).toBe(true);
    expect(await row()).toEqual({ confirmed_at: null });
    expect((await portal.postForm(contact.confirm, valuesOf(html))).status).toBe(303);
  });

  it('texts that changed between the letter and the click are told as such', async () => {
    expect(mainOf(await page(contact.confirm))).not.toContain('notice--alert');
    await portal.rows(`update app.confirmations set texts = repeat('c', 64) where id = $1`, [contact.id]);
    const html = await page(contact.confirm);
    expect(mainOf(html)).toContain('notice--alert');
    expect(textOf(mainOf(html))).toContain('Tekstejä on muutettu');
    expect((await press(contact.confirm)).status).toBe(303);
  });
});

it('GET and HEAD of both links, with any query, change nothing at all', async () => {
  await portal.settled();
  const before = await wholeDatabase(portal.db.pool);
  for (const path of [contact.confirm, contact.report]) {
    for (const query of [
      '',
      '?did=confirmed',
      '?act=confirm',
      '?page=provider',
      '?did=%3Cscript%3E',
      '?page=%22%3E%3Cb%3E',
    ]) {
      for (const method of ['HEAD', 'GET'] as const)
        expect((await portal.get(path + query, { method })).status).toBe(200);
    }
  }
  await portal.settled();
  expect(await wholeDatabase(portal.db.pool)).toEqual(before);
});

describe('between the letter and the click', () => {
  const change = (email: string | undefined) => {
    catalogue.providers =
      email === undefined
        ? providers.filter(({ id }) => id !== LUOTSI)
        : providers.map((provider) => (provider.id === LUOTSI ? { ...provider, contactEmail: email } : provider));
  };

  it('the provider left the map: a page says so and leads on, and nothing is stored', async () => {
    const { texts = '' } = valuesOf(await page(contact.confirm));
    change(undefined);
    for (const path of [contact.confirm, contact.report]) {
      const response = await portal.get(path);
      const html = await response.text();
      expect([response.status, formsOf(html).length]).toEqual([200, 0]);
      expect(textOf(mainOf(html))).toContain('Tuottaja ei ole enää kartalla');
      expect(elements(mainOf(html), 'a').map(({ attributes }) => attributes.href)).toEqual(['/tuottajat']);
      expect((await portal.postForm(path, { texts, act: 'confirm', pages: 'provider', mistake: 'x' })).status).toBe(
        303,
      );
    }
    expect(await row()).toEqual({ confirmed_at: null });
    expect(await portal.rows('select from app.editor_tasks where confirmation_id = $1', [contact.id])).toEqual([]);
  });

  it('somebody else became the contact: the link is dead at once', async () => {
    const { texts = '' } = valuesOf(await page(contact.confirm));
    change('uusi@luotsi.example');
    const dead = await (await portal.get(`/l/${'A'.repeat(43)}`)).text();
    for (const path of [contact.confirm, contact.report]) {
      const response = await portal.get(path);
      expect([response.status, await response.text()]).toEqual([404, dead]);
      expect((await portal.postForm(path, { texts, act: 'confirm', pages: 'provider', mistake: 'x' })).status).toBe(
        404,
      );
    }
    expect(await row()).toEqual({ confirmed_at: null });
  });

  it('the address was only written in capitals: the link lives', async () => {
    change(emailOf(LUOTSI).toUpperCase());
    expect((await portal.get(contact.confirm)).status).toBe(200);
  });
});

it('the fields of another form do nothing here', async () => {
  for (const fields of ['act=done', 'act=take', 'sure=yes', 'answer=yes&reason=x&mistake=x']) {
    expect((await portal.postForm(contact.confirm, new URLSearchParams(fields))).status).toBe(422);
  }
  expect(await row()).toEqual({ confirmed_at: null });
});
