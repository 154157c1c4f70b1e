// report-mistake behind its link: what is written reaches the editors as it was written, once.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createT } from '#domain/i18n/t.ts';
import { LIMITS } from '#domain/limits.ts';
import { type AskedContact, askContact, LUOTSI } from '../support/asked-contacts.ts';
import { MAIJA, MATTI, type Portal, startPortal } from '../support/portal.ts';
import { elements, faultyFields, formsOf, mainOf, textOf, valuesOf } from '../support/read-page.ts';

const ELLI = 'elli@kaupunki.example';
const WRONG = 'Kesto on vanha.\n\nOikea on 18 kuukautta.';

let portal: Portal;
let contact: AskedContact;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(async () => {
  contact = await askContact(portal, LUOTSI);
});
afterEach(() => {
  delete process.env.EDITOR_EMAILS;
});
afterAll(() => portal.close());

const page = async (path: string) => (await portal.get(path)).text();
const report = (fields: Record<string, string> | [string, string][]) => portal.postForm(contact.report, fields);
const tasks = () =>
  portal.rows<Record<string, unknown>>(
    'select * from app.editor_tasks where confirmation_id = $1 order by created_at',
    [contact.id],
  );
const lettersSince = async (count: number) => {
  await portal.settled();
  return portal.letters().slice(0, portal.letters().length - count);
};

it('offers the provider and each of its services, and ticks the one whose link was followed', async () => {
  const html = await page(contact.report);
  const choices = elements(mainOf(html), 'input').filter(({ attributes }) => attributes.name === 'pages');
  expect(choices.map(({ attributes }) => attributes.value)).toEqual([
    'provider',
    'service:hallitustyo',
    'service:mentorointi',
  ]);
  expect(formsOf(html)[0]?.fields).toEqual([['mistake', '']]);
  expect(formsOf(await page(`${contact.report}?page=service:mentorointi`))[0]?.fields).toEqual([
    ['pages', 'service:mentorointi'],
    ['mistake', ''],
  ]);
  expect(formsOf(await page(`${contact.report}?page=service:vienti`))[0]?.fields).toEqual([['mistake', '']]);
});

it('stores it, tells the page, and mails the editors with the words quoted, the pages, the files and who reported', async () => {
  process.env.EDITOR_EMAILS = `Elli Editori <${ELLI}>, ${MATTI}`;
  const before = portal.letters().length;
  const response = await report([
    ['pages', 'service:mentorointi'],
    ['pages', 'provider'],
    ['mistake', WRONG],
  ]);
  expect([response.status, response.headers.get('location')]).toEqual([303, `${contact.report}?did=reported`]);
  expect(await tasks()).toMatchObject([{ services: ['mentorointi'], own_page: true, mistake: WRONG, done_at: null }]);
  const letters = (await lettersSince(before)).filter(({ subject }) => subject.startsWith('Virhe palvelukartalla'));
  expect(letters.flatMap(({ to }) => to).sort()).toEqual([ELLI, MATTI].sort());
  for (const { text } of letters) {
    expect(text).toContain(`> ${WRONG.replaceAll('\n', '\n> ')}`);
    expect(text).toContain('content/providers/mentoriyhdistys-luotsi.fi.md, content/services/mentorointi.fi.md');
    for (const words of ['Mentoriyhdistys Luotsi', 'Yrittäjämentorointi', contact.email]) expect(text).toContain(words);
  }
  const shown = textOf(mainOf(await page(`${contact.report}?did=reported`)));
  const t = createT('fi');
  for (const words of [t('did.reported'), t('reported.open'), t('report-mistake.rest'), 'Oikea on 18 kuukautta.'])
    expect(shown).toContain(words);
});

it('without editors in the environment it goes to the lead of the coordinators', async () => {
  const before = portal.letters().length;
  await report({ pages: 'provider', mistake: WRONG });
  const letters = (await lettersSince(before)).filter(({ subject }) => subject.startsWith('Virhe palvelukartalla'));
  expect(letters.flatMap(({ to }) => to)).toEqual([MAIJA]);
});

it('confirms nothing', async () => {
  await report({ pages: 'provider', mistake: WRONG });
  expect(await portal.rows('select confirmed_at from app.confirmations where id = $1', [contact.id])).toEqual([
    { confirmed_at: null },
  ]);
});

it('sent again, whatever the order of ticks, it is the same report', async () => {
  await report([
    ['pages', 'provider'],
    ['pages', 'service:mentorointi'],
    ['mistake', WRONG],
  ]);
  const again = await report([
    ['pages', 'service:mentorointi'],
    ['pages', 'provider'],
    ['pages', 'provider'],
    ['mistake', ` ${WRONG}\r\n`],
  ]);
  expect(again.headers.get('location')).toBe(`${contact.report}?did=already_reported`);
  expect(await tasks()).toHaveLength(1);
});

describe('what cannot be taken comes back as it was written', () => {
  it.each([
    ['no page', { mistake: WRONG }, ['field-pages']],
    ['a page that is not theirs', { pages: 'service:vienti', mistake: WRONG }, ['field-pages']],
    ['a page that is none', { pages: '__proto__', mistake: WRONG }, ['field-pages']],
    ['nothing written', { pages: 'provider', mistake: ' \n\u200b ' }, ['field-mistake']],
    ['too much', { pages: 'provider', mistake: 'x'.repeat(LIMITS.mistake.max + 1) }, ['field-mistake']],
    ['neither', {}, ['field-pages', 'field-mistake']],
  ])('%s', async (_what, fields, faulty) => {
    const response = await report(fields as Record<string, string>);
    const html = await response.text();
    expect([response.status, faultyFields(html)]).toEqual([422, faulty]);
    const { pages, mistake = '' } = fields as Record<string, string>;
    expect(valuesOf(html).mistake).toBe(mistake);
    if (pages === 'provider') expect(valuesOf(html).pages).toBe(pages);
    expect(await tasks()).toEqual([]);
  });

  it('both ticks stay when the text is missing', async () => {
    const html = await (
      await report([
        ['pages', 'provider'],
        ['pages', 'service:mentorointi'],
        ['mistake', ''],
      ])
    ).text();
    expect(formsOf(html)[0]?.fields.filter(([name]) => name === 'pages')).toEqual([
      ['pages', 'provider'],
      ['pages', 'service:mentorointi'],
    ]);
  });

  it('an eleventh report in a day', async () => {
    for (let n = 0; n < 10; n += 1) await report({ pages: 'provider', mistake: `Virhe ${n}` });
    const response = await report({ pages: 'provider', mistake: WRONG });
    expect([response.status, valuesOf(await response.text()).mistake]).toEqual([422, WRONG]);
    expect(await tasks()).toHaveLength(10);
  });

  it('a report while the database is down keeps the text and every tick', async () => {
    const url = process.env.SUPABASE_URL;
    process.env.SUPABASE_URL = 'http://127.0.0.1:9';
    const response = await report([
      ['pages', 'provider'],
      ['pages', 'service:mentorointi'],
      ['mistake', WRONG],
    ]);
    process.env.SUPABASE_URL = url;
    const [form] = formsOf(await response.text());
    expect(response.status).toBe(503);
    expect(form?.fields).toEqual([
      ['pages', 'provider'],
      ['pages', 'service:mentorointi'],
      ['mistake', WRONG],
    ]);
    expect((await portal.postForm(form?.action ?? '', form?.fields ?? [])).status).toBe(303);
    expect(await tasks()).toMatchObject([{ services: ['mentorointi'], own_page: true, mistake: WRONG }]);
  });
});

it('markup, control characters and turned directions stay text, on the page and in the letter', async () => {
  const before = portal.letters().length;
  const nasty = '<img src=x onerror=alert(1)> </textarea><script>{mistake} {close_link}\u0000\u202e & "hintaa"';
  await report({ pages: 'provider', mistake: nasty });
  const [task] = await tasks();
  expect(task?.mistake).toBe('<img src=x onerror=alert(1)> </textarea><script>{mistake} {close_link}  & "hintaa"');
  const html = await page(contact.report);
  expect(mainOf(html)).not.toMatch(/<img|<script/);
  expect(textOf(mainOf(html))).toContain('<img src=x onerror=alert(1)>');
  const letter = (await lettersSince(before)).find(({ subject }) => subject.startsWith('Virhe palvelukartalla'));
  expect(letter?.html).not.toMatch(/<img|<script/);
  expect(letter?.text).toContain('{mistake} {close_link}');
});
