// The desk's page of absences as a browser meets it, without JavaScript.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { helsinkiDate } from '#domain/helsinki-time.ts';
import { LANGUAGES } from '#domain/routes.ts';
import { type DeskVisitor, deskVisitor } from '../support/desk-visitor.ts';
import { MAIJA, MATTI, type Portal, startPortal } from '../support/portal.ts';
import { elements, formsOf, mainOf, textOf, titleOf } from '../support/read-page.ts';

const PAGE = '/desk/absences';
const dayIn = (days: number): string => helsinkiDate(new Date(Date.now() + days * 86_400_000));

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

const pageOf = async (one: DeskVisitor, query = '') => mainOf(await (await one.get(PAGE + query)).text());
const add = (one: DeskVisitor, fields: Record<string, string>) => one.post(PAGE, { act: 'add', ...fields });

it('is in each language, and says so when nobody is away', async () => {
  for (const lang of LANGUAGES) {
    const html = await (await maija.get(PAGE, { 'accept-language': lang })).text();
    expect(titleOf(html)).toMatch(/^(Poissaolot|Frånvaro|Absences) /);
    expect(textOf(mainOf(html))).toMatch(/Kukaan ei ole|Ingen har anmält|Nobody has reported/);
  }
});

it('an absence is told, seen by all, told to the deputy, and ended by its own person', async () => {
  const answer = await add(matti, { first_day: dayIn(0), last_day: dayIn(3), deputy: MAIJA });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${PAGE}?did=absence_added`]);
  await portal.settled();
  expect(portal.letters(MAIJA)[0]?.subject).toContain('Sinä sijaistat');
  expect(textOf(await pageOf(matti, '?did=absence_added'))).toContain('Poissaolosi on merkitty');
  expect(textOf(await pageOf(maija))).toContain(`${MATTI} Poissa nyt`);
  expect(textOf(await pageOf(maija))).toContain('Sijainen: Maija Malli.');
  const ends = (main: string) => formsOf(`<main>${main}</main>`).filter(({ fields }) => new Map(fields).has('id'));
  expect(ends(await pageOf(maija))).toEqual([]);
  const [form] = ends(await pageOf(matti));
  const fields = Object.fromEntries(form?.fields ?? []);
  expect((await maija.post(PAGE, { ...fields, act: 'end' })).headers.get('location')).toBe(
    `${PAGE}?did=absence_not_yours`,
  );
  expect((await matti.post(PAGE, { ...fields, act: 'end' })).headers.get('location')).toBe(`${PAGE}?did=absence_ended`);
  expect(textOf(await pageOf(maija))).toContain('Kukaan ei ole');
});

it.each([
  ['nothing', {}, ['first_day', 'last_day', 'deputy']],
  ['no days', { first_day: '31.2.2027', last_day: 'huomenna', deputy: '' }, ['first_day', 'last_day']],
  ['the days in the wrong order', { first_day: dayIn(5), last_day: dayIn(4), deputy: '' }, ['last_day']],
  ['a day that is over', { first_day: dayIn(-1), last_day: dayIn(4), deputy: '' }, ['first_day']],
  ['oneself as deputy', { first_day: dayIn(1), last_day: dayIn(4), deputy: MATTI }, ['deputy']],
  ['a stranger as deputy', { first_day: dayIn(1), last_day: dayIn(4), deputy: 'x@y.example' }, ['deputy']],
])('a form with %s comes back with its words and what is wrong with them', async (_, fields, wrong) => {
  const answer = await add(matti, fields as Record<string, string>);
  const html = await answer.text();
  expect([answer.status, titleOf(html)]).toEqual([422, expect.stringMatching(/^Virhe: /)]);
  const links = elements(/<div class="error-summary"[\s\S]*?<\/div>/.exec(html)?.[0] ?? '', 'a');
  expect(links.map(({ attributes }) => attributes.href)).toEqual(wrong.map((field) => `#field-${field}`));
  for (const [name, value] of Object.entries(fields))
    if (name !== 'deputy' && value) expect(html).toContain(`value="${value}"`);
});

it('days are taken as people write them too', async () => {
  const [year, month, day] = dayIn(20).split('-').map(Number);
  const written = `${day}.${month}.${year}`;
  expect((await add(matti, { first_day: written, last_day: written, deputy: '' })).status).toBe(303);
  expect(textOf(await pageOf(matti))).toContain('Ei sijaista.');
});

it('a standing deputy is named and taken back', async () => {
  const name = (standing_deputy: string) => matti.post(PAGE, { act: 'deputy', standing_deputy });
  expect((await name(MAIJA)).headers.get('location')).toBe(`${PAGE}?did=deputy_named`);
  expect(await portal.rows('select deputy from app.coordinators where email = $1', [MATTI])).toEqual([
    { deputy: MAIJA },
  ]);
  expect((await name(MATTI)).status).toBe(422);
  await name('');
  expect(await portal.rows('select deputy from app.coordinators where email = $1', [MATTI])).toEqual([
    { deputy: null },
  ]);
});

it('a stand-in sees whose need it is, in the list and on its page, and may take it for good', async () => {
  const { reference } = await portal.sendNeed();
  await maija.post(`/desk/needs/${reference}`, { act: 'take', seen: '999999' });
  await add(maija, { first_day: dayIn(0), last_day: dayIn(0), deputy: MATTI });
  const list = textOf(mainOf(await (await matti.get('/desk?view=mine')).text()));
  expect(list).toContain('Sijaistat: Maija Malli');
  const page = textOf(mainOf(await (await matti.get(`/desk/needs/${reference}`)).text()));
  expect(page).toContain('Vastuuhenkilö Maija Malli on poissa, ja sinä sijaistat.');
  const taken = await matti.post(`/desk/needs/${reference}`, { act: 'take', seen: '999999' });
  expect(taken.headers.get('location')).toBe(`/desk/needs/${reference}?did=taken`);
});

it('an act that there is not changes nothing; a stranger is sent to sign in', async () => {
  expect((await maija.post(PAGE, { act: 'constructor' })).status).toBe(200);
  expect((await maija.post(PAGE, { act: 'end', id: 'x' })).headers.get('location')).toBe(
    `${PAGE}?did=absence_not_yours`,
  );
  const stranger = deskVisitor(portal);
  expect((await stranger.get(PAGE)).headers.get('location')).toContain('/desk/sign-in');
  expect((await stranger.post(PAGE, { act: 'add' })).status).toBe(401);
});
