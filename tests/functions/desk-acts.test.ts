// The acts on a need's page at the desk, each by its own form: what is said after it, what the company gets, what is kept when wrong.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LANGUAGES } from '#domain/routes.ts';
import { type DeskActName, deskActViews } from '#forms/desk-need/act-views.ts';
import { type DeskVisitor, deskVisitor } from '../support/desk-visitor.ts';
import { MAIJA, MATTI, type Portal, startPortal } from '../support/portal.ts';
import { formsOf, mainOf, type PageForm, textOf } from '../support/read-page.ts';

let portal: Portal;
let maija: DeskVisitor;
let matti: DeskVisitor;
let reference: string;
let email: string;
let path: string;
beforeAll(async () => {
  portal = await startPortal();
  [maija, matti] = [deskVisitor(portal), deskVisitor(portal)];
  await maija.signIn(MAIJA);
  await matti.signIn(MATTI);
});
beforeEach(async () => {
  // A company of its own each time: nothing to join it with (desk-join.test.ts).
  ({ reference, email } = await portal.sendNeed({ business_id: '', no_business_id: 'yes' }));
  path = `/desk/needs/${reference}`;
});
afterAll(() => portal.close());

const pageOf = async (one: DeskVisitor, lang = 'fi') =>
  mainOf(await (await one.get(path, { 'accept-language': lang })).text());
const formOf = (main: string, act: DeskActName): PageForm | undefined =>
  formsOf(`<main>${main}</main>`).find(({ buttons }) => buttons.some(({ attributes }) => attributes.value === act));
const fieldsOf = (main: string, act: DeskActName): Record<string, string> => ({
  ...Object.fromEntries(formOf(main, act)?.fields ?? []),
  act,
});

/** What each act takes; what is said after it; which letter goes to the company with which words. */
const ACTS: Record<
  Exclude<DeskActName, 'take' | 'release' | 'join' | 'undo_join' | 'answer_follow_up'>,
  { fields: Record<string, string>; did: string; says?: string[]; empty: string[] }
> = {
  answer: { fields: { answer: 'Soitan huomenna.' }, did: 'said', says: ['Soitan huomenna.'], empty: ['answer'] },
  ask: { fields: { question: 'Montako tekijää?' }, did: 'said', says: ['Montako tekijää?'], empty: ['question'] },
  log: { fields: { channel: 'phone', contact_note: 'Sovimme ajan.' }, did: 'logged', empty: ['contact_note'] },
  hand_over: {
    fields: { hand_over_to: 'provider:tuulisalmen-ammattiopisto', hand_over_note: 'Osaatko auttaa?' },
    did: 'handed_over',
    says: ['Tuulisalmen ammattiopisto'],
    empty: ['hand_over_to'],
  },
  note: { fields: { internal_note: 'Asiakas on tuttu.' }, did: 'noted', empty: ['internal_note'] },
  close: {
    fields: { outcome: 'informed', closing: 'Saitte ohjeen.' },
    did: 'ended',
    says: ['Saitte ohjeen.'],
    empty: ['outcome', 'closing'],
  },
  refer: {
    fields: { refer_to: 'Ville Viisas', refer_contact: '09 123 456', referral: 'Heillä on osaajat.' },
    did: 'referred',
    says: ['Heillä on osaajat.', 'Ville Viisas', '09 123 456'],
    empty: ['refer_to', 'refer_contact', 'referral'],
  },
  decline: { fields: { reason: 'Ei meiltä.' }, did: 'said', says: ['Ei meiltä.'], empty: ['reason'] },
};
const cases = Object.entries(ACTS) as [keyof typeof ACTS, (typeof ACTS)[keyof typeof ACTS]][];

describe.each(cases)('%s', (act, { fields, did, says = [], empty }) => {
  it('does it, says so, and the company gets the words', async () => {
    const before = portal.letters(email).length;
    const answer = await maija.post(path, { ...fieldsOf(await pageOf(maija), act), ...fields });
    expect(answer.headers.get('location')).toBe(`${path}?did=${did}`);
    await portal.settled();
    const [letter] = portal.letters(email);
    for (const words of says) expect(letter?.text).toContain(words);
    expect(portal.letters(email).length - before).toBe(says.length > 0 ? 1 : 0);
  });

  it('left empty comes back open, with an error for each field that is missing', async () => {
    const blank = Object.fromEntries(Object.keys(fields).map((name) => [name, '']));
    const { outcome: _, ...sent } = { ...fieldsOf(await pageOf(maija), act), ...blank, ...(act === 'log' && fields) };
    const page = await maija.post(path, { ...sent, ...(act === 'log' && { contact_note: ' ' }) });
    const main = mainOf(await page.text());
    expect(page.status).toBe(422);
    expect([...main.matchAll(/href="#field-([a-z_]+)"/g)].map(([, name]) => name)).toEqual(empty);
    for (const name of empty) expect(main).toContain(`id="field-${name}"`);
  });

  it('after somebody was quicker nothing is done, and what was written stays in its form', async () => {
    const opened = fieldsOf(await pageOf(maija), act);
    await portal.postForm(await portal.link(reference, 'reply_to_need', email), { reply: 'Vielä yksi asia.' });
    const held = await maija.post(path, { ...opened, ...fields });
    const main = mainOf(await held.text());
    expect(held.status).toBe(409);
    expect(textOf(/<div class="error-summary"[\s\S]*?<\/div>/.exec(main)?.[0] ?? '')).toContain('Yritys kirjoitti');
    expect(fieldsOf(main, act)).toMatchObject(fields);
    expect((await maija.post(path, { ...fieldsOf(main, act), ...fields })).headers.get('location')).toBe(
      `${path}?did=${did}`,
    );
  });

  it('of a session that was ended keeps every word, and can be sent after signing in elsewhere', async () => {
    const opened = fieldsOf(await pageOf(maija), act);
    await portal.rows('update app.sessions set revoked_at = now() where revoked_at is null');
    const refused = await maija.post(path, { ...opened, ...fields });
    const main = mainOf(await refused.text());
    const [kept] = formsOf(`<main>${main}</main>`);
    expect(refused.status).toBe(401);
    expect(Object.fromEntries(kept?.fields ?? [])).toMatchObject({ ...fields, act });
    for (const name of deskActViews[act].written) expect(main).toContain(`<textarea rows="7" id="field-${name}"`);
    await portal.rows('delete from app.code_requests');
    await maija.signIn(MAIJA);
    await matti.signIn(MATTI);
    expect((await maija.post(path, Object.fromEntries(kept?.fields ?? []))).headers.get('location')).toBe(
      `${path}?did=${did}`,
    );
  });
});

it('what would end the need is not offered for one that another handles; speaking to the company is', async () => {
  await matti.post(path, fieldsOf(await pageOf(matti), 'take'));
  const main = await pageOf(maija);
  const offered = (Object.keys(deskActViews) as DeskActName[]).filter((act) => formOf(main, act));
  expect(offered).toEqual(['answer', 'log', 'ask', 'hand_over', 'note']);
});

it('an ended need says how it ended, takes nothing but a note, and is on the company’s own page as well', async () => {
  await maija.post(path, { ...fieldsOf(await pageOf(maija), 'close'), ...ACTS.close.fields });
  const main = await pageOf(maija);
  expect(textOf(main)).toContain('Lopputulos: Yritys sai tarvitsemansa tiedon');
  expect(textOf(main)).toContain('Päätti asian: sinä (työpöydällä)');
  expect((Object.keys(deskActViews) as DeskActName[]).filter((act) => formOf(main, act))).toEqual(['note']);
  const status = await portal.get(await portal.link(reference, 'see_need', email));
  expect(textOf(mainOf(await status.text()))).toContain('Saitte ohjeen.');
});

it('who sees the need is said, and those who were asked to take it are named with the day', async () => {
  expect(textOf(await pageOf(maija))).toContain('Yrityksen lisäksi tarpeen näkevät vain koordinaattorit.');
  await portal.postForm(await portal.link(reference, 'hand_over_need', MAIJA), {
    to: 'provider:tuulisalmen-ammattiopisto',
  });
  const asked = textOf(await pageOf(maija));
  expect(asked).toMatch(/näkevät vain ne, joille se on siirretty: Tuulisalmen ammattiopisto, \S+ alkaen/);
  expect(asked).toMatch(/tietosuojaselosteen \(versio \S+\)/);
});

it('is complete in every language', async () => {
  for (const lang of LANGUAGES) {
    const main = await pageOf(maija, lang);
    expect(Object.keys(deskActViews).filter((act) => formOf(main, act as DeskActName))).toEqual(
      Object.keys(deskActViews).filter((act) => !['release', 'join', 'undo_join', 'answer_follow_up'].includes(act)),
    );
    expect(textOf(main)).not.toMatch(/\{\w+\}|desk-need\./);
  }
});
