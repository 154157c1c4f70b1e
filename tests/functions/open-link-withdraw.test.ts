// The company takes its need back, and takes that back: with a tick, within a day, and on the record.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { backDate } from '../support/back-date.ts';
import { ACTS } from '../support/coordinator-acts.ts';
import { MAIJA, MATTI, type Portal, type Purpose, startPortal } from '../support/portal.ts';
import { faultyFields, formsOf, hasId, titleOf } from '../support/read-page.ts';

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
const stateOf = (reference: string) =>
  portal.rows('select state, promise_kept from app.needs where reference = $1', [reference]);
const page = async (path: string) => (await portal.get(path)).text();
const WITHDRAW = { act: 'withdraw', sure: 'yes' };

it('to withdraw needs the tick: without it the page comes back, says so, and nothing has changed', async () => {
  const { reference, path } = await need();
  const link = await path('see_need');
  for (const fields of [{ act: 'withdraw' }, { act: 'withdraw', sure: 'no' }, { sure: '' }, {}]) {
    const response = await portal.postForm(link, fields as Record<string, string>);
    const html = await response.text();
    expect([response.status, faultyFields(html), hasId(html, 'field-sure')]).toEqual([422, ['field-sure'], true]);
    expect(titleOf(html)).toMatch(/^Virhe: /);
  }
  expect(await stateOf(reference)).toEqual([{ state: 'received', promise_kept: null }]);
});

it('withdrawn, the coordinators are told; withdrawn again, nothing more happens', async () => {
  const { reference, path } = await need();
  const link = await path('see_need');
  expect((await portal.postForm(link, WITHDRAW)).headers.get('location')).toBe(`${link}?did=withdrawn`);
  expect((await portal.postForm(link, WITHDRAW)).headers.get('location')).toBe(`${link}?did=already_withdrawn`);
  await portal.settled();
  expect(await stateOf(reference)).toEqual([{ state: 'withdrawn', promise_kept: null }]);
  const told = portal.letters().filter(({ subject }) => subject.includes(`perui tarpeen ${reference}`));
  expect(told.flatMap(({ to }) => to).sort()).toEqual([MAIJA, MATTI]);
  expect(await page(link)).not.toContain('data-promise="late"');
});

it('withdrawn in time, the page does not call the promise broken later; withdrawn too late, it stays broken', async () => {
  const inTime = await need();
  await portal.postForm(await inTime.path('see_need'), WITHDRAW);
  await backDate(portal.db.pool, 'needs', 'reference = $1', [inTime.reference], '20 days');
  expect(await page(await inTime.path('see_need'))).not.toContain('data-promise="late"');
  const late = await need();
  await backDate(portal.db.pool, 'needs', 'reference = $1', [late.reference], '20 days');
  await portal.postForm(await late.path('see_need'), WITHDRAW);
  expect(await stateOf(late.reference)).toEqual([{ state: 'withdrawn', promise_kept: false }]);
  expect(await page(await late.path('see_need'))).toContain('data-promise="late"');
});

it("a withdrawal can be taken back within a day, with the coordinators' links alive again, and not later", async () => {
  const { reference, path } = await need(true);
  const link = await path('see_need');
  await portal.postForm(link, WITHDRAW);
  expect(formsOf(await page(link))[0]?.buttons[0]?.attributes.value).toBe('restore');
  expect((await portal.postForm(link, { act: 'restore' })).headers.get('location')).toBe(`${link}?did=restored`);
  expect(await stateOf(reference)).toEqual([{ state: 'claimed', promise_kept: true }]);
  expect((await portal.get(await portal.link(reference, 'ask_more', MAIJA))).status).toBe(200);
  expect((await portal.postForm(link, { act: 'restore' })).headers.get('location')).toBe(`${link}?did=not_withdrawn`);
  await portal.postForm(link, WITHDRAW);
  await backDate(portal.db.pool, 'needs', 'reference = $1', [reference], '25 hours');
  expect(formsOf(await page(link))).toEqual([]);
  expect((await portal.postForm(link, { act: 'restore' })).headers.get('location')).toBe(
    `${link}?did=restore_too_late`,
  );
});
