// The desk's list and the page of a need as a browser meets them: what stands in the address, what the buttons do.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '#domain/routes.ts';
import { type DeskVisitor, deskVisitor } from '../support/desk-visitor.ts';
import { MAIJA, MATTI, type Portal, startPortal } from '../support/portal.ts';
import { elements, formsOf, langOf, mainOf, type PageForm, textOf, titleOf } from '../support/read-page.ts';

let portal: Portal;
let maija: DeskVisitor;
let matti: DeskVisitor;
beforeAll(async () => {
  portal = await startPortal();
  [maija, matti] = [deskVisitor(portal), deskVisitor(portal)];
  await maija.signIn(MAIJA);
  await matti.signIn(MATTI);
});
afterAll(() => portal.close());

const pageOf = async (one: DeskVisitor, path: string) => mainOf(await (await one.get(path)).text());
const references = (main: string): string[] =>
  [...main.matchAll(/data-reference="([^"]+)"/g)].map(([, one = '']) => one);
const href = (main: string, text: string): string =>
  elements(main, 'a').find((link) => link.text.startsWith(text))?.attributes.href ?? '';

describe('the list', () => {
  it('with nothing in it says how it fills, in each language', async () => {
    for (const lang of LANGUAGES) {
      const html = await (await maija.get('/desk', { 'accept-language': lang })).text();
      expect(langOf(html)).toBe(lang);
      expect(textOf(mainOf(html))).toMatch(/Uusi tarve tulee tähän|Ett nytt behov syns här|A new one appears here/);
    }
  });

  it('shows a need with its company, first words, promise, state and owner; a search and a view stand in the address', async () => {
    const { reference } = await portal.sendNeed({
      company_name: 'Lastu & Poika Oy',
      description: `Sahaan tarvitaan <b>terävä</b> terä. ${'Lisää tekstiä. '.repeat(30)}`,
    });
    const main = await pageOf(maija, '/desk');
    expect(references(main)).toContain(reference);
    expect(main).not.toContain('<b>');
    expect(textOf(main)).toContain('Lastu & Poika Oy');
    expect(textOf(main)).toContain('vastattava');
    const found = await pageOf(maija, '/desk?q=lastu+sahaan');
    expect(references(found)).toEqual([reference]);
    expect(href(found, 'Avoimet')).toBe('/desk?q=lastu+sahaan&view=open');
    const empty = await pageOf(maija, '/desk?q=lastu&view=mine');
    expect([references(empty), textOf(empty)]).toEqual([[], expect.stringContaining('Haku ei löytänyt')]);
    expect(href(empty, 'Kaikki')).toBe('/desk?q=lastu');
  });

  it.each([
    '/desk?view=nothing&after=xyz',
    '/desk?q=%00%ff',
    `/desk?q=${'a'.repeat(3000)}`,
    '/desk/',
    '/desk?q=%3Cscript%3E',
  ])('odd addresses are pages all the same: %s', async (path) => {
    const answer = await maija.get(path);
    expect(answer.status).toBe(200);
    expect(mainOf(await answer.text())).not.toContain('<script>');
  });

  it('goes on page by page, and back to its start', async () => {
    for (let n = 0; n < 27; n += 1) await portal.sendNeed({ company_name: `Sivu ${n}` });
    const first = await pageOf(maija, '/desk?q=sivu');
    const next = href(first, 'Seuraavat 25').replaceAll('&amp;', '&');
    const second = await pageOf(maija, next);
    expect([references(first).length, references(second).length]).toEqual([25, 2]);
    expect(href(second, 'Listan alkuun')).toBe('/desk?q=sivu');
  });
});

describe('the page of a need', () => {
  const formWith = (main: string, act: string): PageForm =>
    formsOf(`<main>${main}</main>`).find(({ buttons }) =>
      buttons.some(({ attributes }) => attributes.value === act),
    ) as PageForm;
  const press = async (one: DeskVisitor, path: string, act: string, more: Record<string, string> = {}) =>
    one.post(path, { ...Object.fromEntries(formWith(await pageOf(one, path), act).fields), act, ...more });

  it('an unknown reference, one that is none, and a stranger’s guess get the same 404', async () => {
    const pages = await Promise.all(
      ['ZZZZ-ZZZZ', 'xyz', '%00', '1111-1111'].map(async (one) => maija.get(`/desk/needs/${one}`)),
    );
    expect(pages.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(new Set(await Promise.all(pages.map(async (page) => mainOf(await page.text())))).size).toBe(1);
  });

  it('is found by the reference as people write it', async () => {
    const { reference } = await portal.sendNeed();
    const answer = await maija.get(`/desk/needs/${reference.toLowerCase().replace('-', '')}`);
    expect([answer.status, titleOf(await answer.text())]).toEqual([200, expect.stringContaining(reference)]);
  });

  it('take, let go, answer: each says what was done, and the company gets the answer', async () => {
    const { reference, email } = await portal.sendNeed();
    const path = `/desk/needs/${reference}`;
    expect((await press(maija, path, 'take')).headers.get('location')).toBe(`${path}?did=taken`);
    expect(textOf(await pageOf(maija, `${path}?did=taken`))).toContain('Asia on nyt sinulla');
    expect((await press(maija, path, 'release')).headers.get('location')).toBe(`${path}?did=released`);
    expect((await press(maija, path, 'answer', { answer: 'Soitan huomenna kello 9.' })).headers.get('location')).toBe(
      `${path}?did=said`,
    );
    await portal.settled();
    expect(portal.letters(email)[0]?.text).toContain('Soitan huomenna kello 9.');
    const main = await pageOf(maija, path);
    expect(textOf(main)).toContain('Soitan huomenna kello 9.');
    expect(textOf(main)).toContain('Otti vastuun: sinä (työpöydällä)');
    expect(references(await pageOf(maija, '/desk?view=waiting'))).toContain(reference);
  });

  it('two people on one need: the second sees the change before theirs goes out, keeps the text, and may send it all the same', async () => {
    const { reference, email } = await portal.sendNeed();
    const path = `/desk/needs/${reference}`;
    const opened = formWith(await pageOf(matti, path), 'answer');
    await press(maija, path, 'answer', { answer: 'Ensimmäinen vastaus.' });
    const held = await matti.post(path, {
      ...Object.fromEntries(opened.fields),
      act: 'answer',
      answer: 'Toinen vastaus.',
    });
    const page = await held.text();
    expect([held.status, titleOf(page)]).toEqual([409, expect.stringMatching(/^Virhe: /)]);
    expect(textOf(/<div class="error-summary"[\s\S]*?<\/div>/.exec(page)?.[0] ?? '')).toContain(
      'Vastasi yritykselle: Maija Malli',
    );
    await portal.settled();
    expect(portal.letters(email).some(({ text }) => text?.includes('Toinen vastaus.'))).toBe(false);
    const again = formWith(mainOf(page), 'answer');
    const fields: Record<string, string> = Object.fromEntries(again.fields);
    expect(fields.answer).toBe('Toinen vastaus.');
    expect((await matti.post(path, { ...fields, act: 'answer' })).headers.get('location')).toBe(`${path}?did=said`);
    await portal.settled();
    expect(portal.letters(email)[0]?.text).toContain('Toinen vastaus.');
  });

  it('an empty answer is a wrong form; an act that there is not, or a lost number, is none', async () => {
    const { reference } = await portal.sendNeed();
    const path = `/desk/needs/${reference}`;
    expect((await press(maija, path, 'answer', { answer: '  ' })).status).toBe(422);
    for (const act of ['', 'constructor', '__proto__', 'close_need'])
      expect((await maija.post(path, { act, seen: '1' })).status).toBe(404);
    for (const seen of ['', 'x', '-1', '1e999', '9'.repeat(40)])
      expect([seen, (await maija.post(path, { act: 'take', seen })).status]).toEqual([seen, 409]);
  });

  it('shows the company’s words as text, whatever they are', async () => {
    const { reference } = await portal.sendNeed({
      description: '</main><script>alert(1)</script> tarvitsemme apua tähän',
    });
    const html = await (await maija.get(`/desk/needs/${reference}`)).text();
    expect(html).not.toContain('<script>alert(1)');
  });
});

it('without a database the list says so, and a post keeps what was written', async () => {
  const { reference } = await portal.sendNeed();
  const url = process.env.SUPABASE_URL;
  process.env.SUPABASE_URL = 'http://127.0.0.1:9';
  const list = await maija.get('/desk');
  const post = await maija.post(`/desk/needs/${reference}`, { act: 'answer', seen: '1', answer: 'Tärkeä teksti.' });
  process.env.SUPABASE_URL = url;
  expect([list.status, post.status]).toEqual([503, 503]);
  expect(textOf(mainOf(await post.text()))).toContain('Tärkeä teksti.');
});
