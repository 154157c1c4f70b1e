// The same form twice is one need: a double click, a reload, a retry with the same idempotency key.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { backDate } from '../support/back-date.ts';
import { goodNeed, needForm } from '../support/good-need.ts';
import { type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

const referenceOf = async (response: Response) => ((await response.json()) as { reference: string }).reference;
const needsOf = (email: string) => portal.rows('select from app.needs where contact_email = $1', [email]);
const lettersOf = (email: string) =>
  portal.rows('select from app.outbox o join app.needs n on n.id = o.need_id where n.contact_email = $1', [email]);
const backdate = (email: string, by: string) => backDate(portal.db.pool, 'needs', 'contact_email = $1', [email], by);

it('the same form twice is one need with the same receipt, and its letters go once', async () => {
  const form = needForm();
  const email = form.find(([name]) => name === 'contact_email')?.[1] ?? '';
  const first = await portal.postForm('/api/needs', form);
  const second = await portal.postForm('/api/needs', form);
  await portal.settled();
  expect([first.status, second.status]).toEqual([303, 303]);
  expect(second.headers.get('location')).toBe(first.headers.get('location'));
  expect([(await needsOf(email)).length, (await lettersOf(email)).length, portal.letters(email).length]).toEqual([
    1, 3, 1,
  ]);
});

it('ten clicks at once are one need with one reference', async () => {
  const need = goodNeed();
  const answers = await Promise.all(Array.from({ length: 10 }, () => portal.postJson('/api/needs', need)));
  const references = await Promise.all(answers.map(referenceOf));
  await portal.settled();
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
  expect(new Set(references).size).toBe(1);
  expect((await needsOf(need.contact_email)).length).toBe(1);
  expect(portal.letters(need.contact_email).length).toBe(1);
});

it('other words, or the same words from another address, are another need', async () => {
  const need = goodNeed();
  const first = await referenceOf(await portal.postJson('/api/needs', need));
  const words = await referenceOf(
    await portal.postJson('/api/needs', { ...need, description: `${need.description} Heti.` }),
  );
  const other = await referenceOf(await portal.postJson('/api/needs', { ...need, contact_email: 'muu@paja.example' }));
  expect(new Set([first, words, other]).size).toBe(3);
});

it('the same words after a minute are another need', async () => {
  const need = goodNeed();
  const first = await referenceOf(await portal.postJson('/api/needs', need));
  await backdate(need.contact_email, '61 seconds');
  expect(await referenceOf(await portal.postJson('/api/needs', need))).not.toBe(first);
});

it('the same idempotency key, in the header or in the form, is the same need also much later', async () => {
  const need = goodNeed();
  const headers = { 'idempotency-key': 'yksi-ja-sama' };
  const first = await referenceOf(await portal.postJson('/api/needs', need, { headers }));
  await backdate(need.contact_email, '3 days');
  expect(await referenceOf(await portal.postJson('/api/needs', need, { headers }))).toBe(first);
  const inForm = await portal.postJson('/api/needs', { ...need, idempotency_key: 'yksi-ja-sama' });
  expect(await referenceOf(inForm)).toBe(first);
  expect((await needsOf(need.contact_email)).length).toBe(1);
});

it('a key of one address means nothing for another', async () => {
  const headers = { 'idempotency-key': 'sama-avain' };
  const mine = await referenceOf(await portal.postJson('/api/needs', goodNeed(), { headers }));
  expect(await referenceOf(await portal.postJson('/api/needs', goodNeed(), { headers }))).not.toBe(mine);
});

it.each(['', 'lyhyt', 'x'.repeat(129), 'väli lyönti'.normalize('NFD').replace(/[^ -~]/g, '')])(
  'a key that is none ("%s") is left out of account',
  async (key) => {
    const response = await portal.postJson('/api/needs', { ...goodNeed(), idempotency_key: key });
    expect(response.status).toBe(201);
    const row = `select idempotency_key from app.needs where reference = $1`;
    expect(await portal.rows(row, [await referenceOf(response)])).toEqual([{ idempotency_key: null }]);
  },
);
