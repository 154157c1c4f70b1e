// The receipt: what its signed address holds, it shows; an address that was altered is dead.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { promiseDueAt } from '#domain/calendar.ts';
import { formatDateBy } from '#domain/i18n/dates.ts';
import { LANGUAGES } from '#domain/routes.ts';
import { type ReceiptFacts, sealReceipt } from '#lib/receipt.ts';
import { needForm } from '../support/good-need.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { elements, langOf, mainOf, textOf, titleOf } from '../support/read-page.ts';
import { wholeDatabase } from '../support/whole-database.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

const TOKEN = 'x'.repeat(43);
function sealed(received: string, lang: ReceiptFacts['lang'] = 'fi'): string {
  const receivedAt = new Date(received);
  return `/r/${sealReceipt({
    reference: 'ABCD-2345',
    receivedAt: receivedAt.toISOString(),
    dueAt: promiseDueAt(receivedAt, 2).toISOString(),
    statusPath: `/l/${TOKEN}`,
    lang,
  })}`;
}
const textAt = async (path: string) => textOf(mainOf(await (await portal.get(path)).text()));

it.each(LANGUAGES)(
  'in %s it shows the reference, the date, what happens next, a number to call and the way to the status page',
  async (lang) => {
    const response = await portal.get(sealed('2026-10-01T09:00:00Z', lang));
    const html = await response.text();
    expect([response.status, langOf(html), response.headers.get('cache-control')]).toEqual([200, lang, 'no-store']);
    const text = textOf(mainOf(html));
    const date = formatDateBy(promiseDueAt(new Date('2026-10-01T09:00:00Z'), 2), lang);
    for (const wanted of ['ABCD-2345', date, '+358 40 000 0100']) expect(text).toContain(wanted);
    expect(elements(mainOf(html), 'time')[0]?.attributes.datetime).toBe('2026-10-05');
    expect(elements(mainOf(html), 'a').map(({ attributes }) => attributes.href)).toContain(`/l/${TOKEN}`);
    expect(elements(html, 'h1')).toHaveLength(1);
  },
);

describe('says why the date is what it is', () => {
  it.each([
    ['a weekend', '2026-10-01T09:00:00Z', '2026-10-05', ['3.10.', '4.10.']],
    ['Christmas', '2026-12-22T09:00:00Z', '2026-12-28', ['24.12.', '25.12.', '26.12.', '27.12.']],
    ['Easter', '2027-03-24T09:00:00Z', '2027-03-30', ['26.3.', '29.3.']],
    ['Midsummer', '2027-06-23T09:00:00Z', '2027-06-28', ['25.6.', '26.6.']],
    ['a late evening in UTC, which is the next day in Helsinki', '2026-10-01T22:30:00Z', '2026-10-06', ['3.10.']],
  ])('over %s', async (_what, received, due, days) => {
    const html = await (await portal.get(sealed(received))).text();
    expect(elements(mainOf(html), 'time')[0]?.attributes.datetime).toBe(due);
    const why =
      elements(mainOf(html), 'span').find(({ attributes }) => attributes.class === 'promise-date__why')?.text ?? '';
    for (const day of days) expect(why).toContain(day);
  });

  it('and says nothing where no day off lies between', async () => {
    expect(await (await portal.get(sealed('2026-10-05T09:00:00Z'))).text()).not.toContain('class="promise-date__why"');
  });
});

it('a sent form leads there, and a reload or HEAD changes nothing', async () => {
  const sent = await portal.postForm('/api/needs', needForm());
  await portal.settled();
  const path = sent.headers.get('location') ?? '';
  const before = await wholeDatabase(portal.db.pool);
  const first = await (await portal.get(path)).text();
  expect(await (await portal.get(path)).text()).toBe(first);
  expect((await portal.get(path, { method: 'HEAD' })).status).toBe(200);
  expect(await wholeDatabase(portal.db.pool)).toEqual(before);
});

it('the address repeats nothing of what was written', async () => {
  const form = needForm({ description: 'Salainen suunnitelma ja sen toteutus' });
  const path = (await portal.postForm('/api/needs', form)).headers.get('location') ?? '';
  const payload = Buffer.from(path.split('/r/')[1]?.split('.')[0] ?? '', 'base64url').toString();
  for (const [name, value] of form) {
    if (value.length > 3 && name !== 'notice_version') expect(payload + (await textAt(path))).not.toContain(value);
  }
});

describe('an altered address is dead in the same words as a dead link', () => {
  const good = () => sealed('2026-10-01T09:00:00Z').slice('/r/'.length);
  const swap = (text: string, at: number) => text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
  const other = () =>
    `${Buffer.from(JSON.stringify({ reference: 'ABCD-2345' })).toString('base64url')}.${good().split('.')[1]}`;
  it.each<[string, () => string]>([
    ['a changed payload', () => swap(good(), 10)],
    ['a changed signature', () => swap(good(), good().length - 10)],
    [
      'a last character that decodes to the same bytes',
      () => good().slice(0, -1) + String.fromCharCode(good().charCodeAt(good().length - 1) + 1),
    ],
    ['something added', () => `${good()}A`],
    ['a third part', () => `${good()}.x`],
    ['padding', () => `${good()}=`],
    ['no signature', () => good().split('.')[0] ?? ''],
    ['an empty signature', () => `${good().split('.')[0]}.`],
    ['a signature alone', () => `.${good().split('.')[1]}`],
    ['the signature of another receipt', other],
    ['nonsense', () => 'x'],
    ['percent signs', () => '%00%2e%2e'],
  ])('%s', async (_what, altered) => {
    const response = await portal.get(`/r/${altered()}`);
    const html = await response.text();
    expect(response.status).toBe(404);
    expect(html).toBe(await (await portal.get(`/l/${'A'.repeat(43)}`)).text());
    expect(titleOf(html)).toContain('Tämä linkki ei toimi');
  });
});
