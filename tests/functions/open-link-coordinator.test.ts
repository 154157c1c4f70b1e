// The coordinator's links: each button does what it says, once, leads back to its own page, and queues the letters that follow.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTS } from '../support/coordinator-acts.ts';
import { MAIJA, type Portal, startPortal } from '../support/portal.ts';
import { faultyFields, formsOf, hasId, titleOf } from '../support/read-page.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

type Act = keyof typeof ACTS;
async function open(act: Act, who = MAIJA) {
  const need = await portal.sendNeed();
  const path = await portal.link(need.reference, act, who);
  return { ...need, path, post: (fields: Record<string, string> = ACTS[act]) => portal.postForm(path, fields) };
}
const needOf = async (reference: string) => {
  const [row] = await portal.rows<Record<string, unknown>>('select * from app.needs where reference = $1', [reference]);
  return row ?? {};
};
const eventsOf = async (reference: string) =>
  (
    await portal.rows<{ kind: string }>(
      'select kind from app.events e join app.needs n on n.id = e.need_id where reference = $1 order by e.id',
      [reference],
    )
  ).map(({ kind }) => kind);
const lettersOf = async (reference: string) =>
  (
    await portal.rows<{ letter: string }>(
      `select letter from app.outbox o join app.needs n on n.id = o.need_id where reference = $1 and letter not in ('receipt', 'new_need') order by o.created_at, letter`,
      [reference],
    )
  ).map(({ letter }) => letter);

const EXPECTED: [Act, string, string, string[], string[]][] = [
  ['take_need', 'taken', 'already_yours', ['taken'], []],
  ['answer_need', 'said', 'already_said', ['taken', 'answered'], ['answer']],
  ['log_contact', 'logged', 'already_logged', ['taken', 'contact_logged'], []],
  ['ask_more', 'said', 'already_said', ['taken', 'asked'], ['question']],
  ['hand_over_need', 'handed_over', 'already_handed_over', ['handed_over'], ['handed_over', 'handover_asked']],
  ['decline_need', 'said', 'already_said', ['declined'], ['declined']],
];

describe.each(EXPECTED)('%s', (act, did, again, events, letters) => {
  it('acts on POST, answers 303 to its own page, and says there what was done', async () => {
    const { reference, path, post } = await open(act);
    const response = await post();
    await portal.settled();
    expect([response.status, response.headers.get('location')]).toEqual([303, `${path}?did=${did}`]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await eventsOf(reference)).toEqual(['received', ...events]);
    expect((await lettersOf(reference)).sort()).toEqual([...letters].sort());
    const page = await portal.get(`${path}?did=${did}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('role="status"');
  });

  it('done twice does no harm: nothing more is on record, and the person is told', async () => {
    const { reference, path, post } = await open(act);
    await post();
    const before = [await needOf(reference), await eventsOf(reference), await lettersOf(reference)];
    const second = await post();
    expect([second.status, second.headers.get('location')]).toEqual([303, `${path}?did=${again}`]);
    expect([await needOf(reference), await eventsOf(reference), await lettersOf(reference)]).toEqual(before);
  });

  it('pressed ten times at once acts once', async () => {
    const { reference, post } = await open(act);
    await Promise.all(Array.from({ length: 10 }, () => post()));
    await portal.settled();
    expect(await eventsOf(reference)).toEqual(['received', ...events]);
    expect((await lettersOf(reference)).length).toBe(letters.length);
  });

  it('after the company has withdrawn changes nothing and says that the matter has ended', async () => {
    const { reference, email, path, post } = await open(act);
    await portal.postForm(await portal.link(reference, 'see_need', email), { act: 'withdraw', sure: 'yes' });
    const before = await eventsOf(reference);
    const response = await post();
    expect([response.status, response.headers.get('location')]).toEqual([303, `${path}?did=closed`]);
    expect(await eventsOf(reference)).toEqual(before);
  });
});

const MESSAGES: [Act, string][] = [
  ['answer_need', 'answer'],
  ['ask_more', 'question'],
  ['decline_need', 'reason'],
  ['log_contact', 'note'],
];
describe.each(MESSAGES)('the form of %s', (act, field) => {
  it.each([
    ['empty', ''],
    ['of spaces', ' \n '],
    ['of 5,001 characters', 'x'.repeat(5001)],
  ])('%s comes back with the field named and what was written kept', async (_what, text) => {
    const { reference, post } = await open(act);
    const response = await post({ ...ACTS[act], [field]: text });
    const html = await response.text();
    expect([response.status, faultyFields(html), hasId(html, `field-${field}`)]).toEqual([
      422,
      [`field-${field}`],
      true,
    ]);
    expect(titleOf(html)).toMatch(/^Virhe: /);
    expect(Object.fromEntries(formsOf(html)[0]?.fields ?? [])[field]).toBe(text);
    expect(await eventsOf(reference)).toEqual(['received']);
  });

  it('sent as JSON with things that are no text is a wrong form, not a fault of ours', async () => {
    const { path } = await open(act);
    for (const value of ['{"toString":1}', `${'['.repeat(9000)}${']'.repeat(9000)}`, '5', 'null', 'true', '[[]]']) {
      expect((await portal.postJson(path, `{"${field}":${value},"other":${value}}`)).status).toBe(422);
    }
  });
});

it.each([
  ['without a channel', { channel: '' }, 'field-channel'],
  ['with an unknown channel', { channel: 'pigeon' }, 'field-channel'],
  ['without a date', { date: '' }, 'field-time'],
  ['on a day that is none', { date: '2026-02-30' }, 'field-time'],
  ['at a time that is none', { time: '25:00' }, 'field-time'],
  ['in the future', { date: '2999-01-01' }, 'field-time'],
  ['before the need came in', { date: '2020-01-01' }, 'field-time'],
])('a contact %s is not logged', async (_what, changes, field) => {
  const { reference, post } = await open('log_contact');
  const response = await post({ ...ACTS.log_contact, ...changes });
  expect([response.status, faultyFields(await response.text())]).toEqual([422, [field]]);
  expect(await eventsOf(reference)).toEqual(['received']);
});
