// The company's links: its status page and its reply.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { backDate } from '../support/back-date.ts';
import { ACTS } from '../support/coordinator-acts.ts';
import { MAIJA, MATTI, type Portal, type Purpose, startPortal } from '../support/portal.ts';
import { faultyFields, formsOf, hasId, mainOf, textOf } from '../support/read-page.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

async function need(answered = false, changes = {}) {
  const sent = await portal.sendNeed(changes);
  if (answered) await portal.postForm(await portal.link(sent.reference, 'answer_need', MAIJA), ACTS.answer_need);
  await portal.settled();
  const path = (purpose: Purpose) => portal.link(sent.reference, purpose, sent.email);
  return { ...sent, path };
}
const page = async (path: string) => (await portal.get(path)).text();
const WITHDRAW = { act: 'withdraw', sure: 'yes' };

it('the status page shows what was told, the promise and who has the matter, and then the answer', async () => {
  const { reference, email, path } = await need();
  const before = await page(await path('see_need'));
  expect(before).toContain('data-promise="coming"');
  for (const text of [reference, 'Etsimme kesäksi kaksi hitsaajaa']) expect(textOf(mainOf(before))).toContain(text);
  await portal.postForm(await portal.link(reference, 'answer_need', MAIJA), ACTS.answer_need);
  await portal.settled();
  const after = await page(await path('see_need'));
  expect(after).toContain('data-promise="kept"');
  for (const text of ['Maija Malli', ACTS.answer_need.answer ?? '', '1 min'])
    expect(textOf(mainOf(after))).toContain(text);
  expect(portal.letters(email).map(({ text }) => text?.includes(ACTS.answer_need.answer ?? ''))).toContain(true);
});

it('the promised day stands once on the status page when somebody has answered, or nobody has in time', async () => {
  const timesOfDay = (html: string) => {
    const day = /class="promise-date"[\s\S]*?<time[^>]*>[^<]*?(\d+\.\d+\.\d{4})/.exec(html)?.[1] ?? 'no day';
    return textOf(mainOf(html)).split(day).length - 1;
  };
  const answered = await need(true);
  expect(timesOfDay(await page(await answered.path('see_need')))).toBe(1);
  const late = await need();
  await backDate(portal.db.pool, 'needs', 'reference = $1', [late.reference], '20 days');
  expect(timesOfDay(await page(await late.path('see_need')))).toBe(1);
});

it('a reply reaches the owner of the matter alone, once', async () => {
  const { reference, path } = await need(true);
  const link = await path('reply_to_need');
  const reply = { reply: `Sopii hyvin, ${reference}.` };
  for (const did of ['said', 'already_said']) {
    const response = await portal.postForm(link, reply);
    expect([response.status, response.headers.get('location')]).toEqual([303, `${link}?did=${did}`]);
  }
  await portal.settled();
  const received = portal.letters().filter(({ text }) => text?.includes(reply.reply));
  expect(received.flatMap(({ to }) => to)).toEqual([MAIJA]);
});

it('a reply while nobody has the matter reaches every coordinator', async () => {
  const { reference, path } = await need();
  await portal.postForm(await path('reply_to_need'), { reply: `Lisäys asiaan ${reference}.` });
  await portal.settled();
  const received = portal.letters().filter(({ text }) => text?.includes(`Lisäys asiaan ${reference}`));
  expect(received.flatMap(({ to }) => to).sort()).toEqual([MAIJA, MATTI]);
});

it('an empty reply comes back with its field named', async () => {
  const { path } = await need();
  const response = await portal.postForm(await path('reply_to_need'), { reply: ' ' });
  const html = await response.text();
  expect([response.status, faultyFields(html), hasId(html, 'field-reply')]).toEqual([422, ['field-reply'], true]);
});

it('once the matter has ended, a reply and a withdrawal change nothing and say so', async () => {
  const { reference, path } = await need();
  await portal.postForm(await portal.link(reference, 'decline_need', MAIJA), ACTS.decline_need);
  const [see, reply] = [await path('see_need'), await path('reply_to_need')];
  expect((await portal.postForm(see, WITHDRAW)).headers.get('location')).toBe(`${see}?did=closed`);
  expect((await portal.postForm(reply, { reply: 'Miksi?' })).headers.get('location')).toBe(`${reply}?did=closed`);
  expect(formsOf(await page(see))).toEqual([]);
  expect(formsOf(await page(reply))).toEqual([]);
  expect(textOf(mainOf(await page(see)))).toContain(ACTS.decline_need.reason ?? '');
});
