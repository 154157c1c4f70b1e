// Joining two needs at the desk: the offer, the button, what both pages and the company's links say then, and the way back.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { LANGUAGES } from '#domain/routes.ts';
import { type DeskVisitor, deskVisitor } from '../support/desk-visitor.ts';
import { MAIJA, type Portal, startPortal } from '../support/portal.ts';
import { elements, formsOf, mainOf, textOf } from '../support/read-page.ts';

let portal: Portal;
let maija: DeskVisitor;
let older: { reference: string; email: string };
let newer: { reference: string; email: string };
let sent = 0;
beforeAll(async () => {
  portal = await startPortal();
  maija = deskVisitor(portal);
  await maija.signIn(MAIJA);
});
afterAll(() => portal.close());
beforeEach(async () => {
  sent += 1;
  const own = {
    contact_email: `liitos-${sent}@firma.example`,
    business_id: '',
    no_business_id: 'yes',
    company_name: `Liitos ${sent} Oy`,
  };
  older = {
    ...(await portal.sendNeed({ ...own, description: 'Etsimme hitsaajia, jotka lukevat piirustuksia konepajalla.' })),
    email: own.contact_email,
  };
  newer = {
    ...(await portal.sendNeed({ ...own, description: 'Konepajamme hakee hitsaajaa; piirustusten luku on tärkeää.' })),
    email: own.contact_email,
  };
});

const desk = (reference: string) => `/desk/needs/${reference}`;
const pageAt = async (path: string) => mainOf(await (await maija.get(path)).text());
const press = async (path: string, act: string) => {
  const form = formsOf(`<main>${await pageAt(path)}</main>`).find(({ buttons }) =>
    buttons.some(({ attributes }) => attributes.value === act),
  );
  const response = await maija.post(path, { ...Object.fromEntries(form?.fields ?? []), act });
  await portal.settled();
  return response.headers.get('location')?.split('did=')[1];
};
const company = async (purpose: 'see_need' | 'reply_to_need', { reference, email }: typeof newer) =>
  portal.link(reference, purpose, email);
const read = async (path: string) => mainOf(await (await portal.get(path)).text());

it('is offered with its reason on the page and in the list, and named in the coordinator’s letter', async () => {
  const main = textOf(await pageAt(desk(newer.reference)));
  expect(main).toContain('joka näyttää koskevan samaa asiaa');
  expect(main).toMatch(/hitsaa…|Molemmissa on valittu/);
  expect(textOf(await pageAt(`/desk?q=${newer.reference}`))).toContain(`sama asia kuin ${older.reference}?`);
  const letter = portal.letters(MAIJA).find(({ subject }) => subject.includes(newer.reference));
  expect(letter?.text).toContain(`Yrityksellä on jo avoin tarve ${older.reference}`);
});

it('the two are one afterwards, the company is told, and its old links lead on', async () => {
  expect(await press(desk(newer.reference), 'join')).toBe('joined');
  expect(await pageAt(desk(newer.reference))).toContain(`href="${desk(older.reference)}"`);
  const kept = textOf(await pageAt(desk(older.reference)));
  expect(kept).toContain(`kertoi tarpeesta ${newer.reference}`);
  expect(kept).toContain('Konepajamme hakee hitsaajaa');
  const [told] = portal.letters(newer.email);
  expect(told?.subject).toContain(newer.reference);
  const status = await read(await company('see_need', newer));
  expect(textOf(status)).toContain(`aiempaan tarpeeseen ${older.reference}`);
  expect(elements(status, 'a').map(({ attributes }) => attributes.href)).toContain(await company('see_need', older));
  expect(textOf(await read(await company('see_need', older)))).toContain('Konepajamme hakee hitsaajaa');
  expect(formsOf(`<main>${status}</main>`)).toEqual([]);
});

it('a reply through the old link lands where the matter goes on', async () => {
  await press(desk(newer.reference), 'join');
  await portal.postForm(await company('reply_to_need', newer), { reply: 'Aloitus sopii kesäkuussa.' });
  expect(textOf(await pageAt(desk(older.reference)))).toContain('Aloitus sopii kesäkuussa.');
});

it('an old link for an answer says where the need went, and has nothing to press', async () => {
  await press(desk(newer.reference), 'join');
  const main = await read(await portal.link(newer.reference, 'answer_need', MAIJA));
  expect(textOf(main)).toContain(`aiempaan tarpeeseen ${older.reference}`);
  expect(formsOf(`<main>${main}</main>`)).toEqual([]);
  expect(elements(main, 'a').map(({ attributes }) => attributes.href)).toContain(
    await portal.link(older.reference, 'answer_need', MAIJA),
  );
});

it('can be undone from either page, once', async () => {
  await press(desk(newer.reference), 'join');
  expect(await press(desk(older.reference), 'undo_join')).toBe('join_undone');
  expect(textOf(await pageAt(desk(newer.reference)))).toContain('tullut perille');
  expect(formsOf(await (await portal.get(await company('see_need', newer))).text()).length).toBeGreaterThan(0);
  expect(await press(desk(newer.reference), 'join')).toBe('joined');
  expect(await press(desk(newer.reference), 'undo_join')).toBe('join_undone');
});

it('a made-up reference joins nothing, and says so', async () => {
  for (const fake of ['', 'xyz', 'ZZZZ-ZZZZ']) {
    const main = await pageAt(desk(newer.reference));
    const seen = /name="seen" value="(\d+)"/.exec(main)?.[1] ?? '';
    const answer = await maija.post(desk(newer.reference), { act: 'join', with: fake, seen });
    expect(answer.headers.get('location')).toContain('did=join_no_need');
  }
});

it('is complete in every language', async () => {
  await press(desk(newer.reference), 'join');
  const third = await portal.sendNeed({ contact_email: newer.email, business_id: '', no_business_id: 'yes' });
  for (const lang of LANGUAGES) {
    for (const { reference } of [older, newer, third]) {
      const main = mainOf(await (await maija.get(desk(reference), { 'accept-language': lang })).text());
      expect(textOf(main)).not.toMatch(/\{\w+\}|(join-need|undo-join|goes-on)\./);
    }
  }
});
