// Handing a need over: the one who is asked gets links of their own, takes it or declines, and everybody hears what concerns them.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ACTS } from '../support/coordinator-acts.ts';
import { MAIJA, MATTI, type Portal, type Purpose, startPortal } from '../support/portal.ts';
import { elements, faultyFields, formsOf, mainOf, textOf } from '../support/read-page.ts';
import { wholeDatabase } from '../support/whole-database.ts';

const REASON = 'Meillä ei ole vapaita kouluttajia.';

let portal: Portal;
let expert: string;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

let reference: string;
let email: string;
beforeEach(async () => {
  ({ reference, email } = await portal.sendNeed());
  await act('take_need', MAIJA);
  await act('hand_over_need', MAIJA);
  const [asked] = await portal.rows<{ to_email: string }>(
    'select to_email from app.hand_overs h join app.needs n on n.id = h.need_id where reference = $1',
    [reference],
  );
  expert = asked?.to_email ?? '';
});

const link = (purpose: Purpose, who: string) => portal.link(reference, purpose, who);
async function act(purpose: keyof typeof ACTS, who: string, fields: Record<string, string> = ACTS[purpose]) {
  const response = await portal.postForm(await link(purpose, who), fields);
  await portal.settled();
  return response;
}
const page = async (path: string) => textOf(mainOf(await (await portal.get(path)).text()));
const didOf = (response: Response) => response.headers.get('location')?.split('did=')[1];
const handOver = () =>
  portal.rows(
    'select h.state, to_role, from_email, note from app.hand_overs h join app.needs n on n.id = h.need_id where reference = $1',
    [reference],
  );
const lettersOf = (to: string) => portal.letters(to).filter(({ text }) => text?.includes(reference));

it('the expert is asked with the need, the note and links of their own; the company is told who', async () => {
  expect(await handOver()).toEqual([
    { state: 'asked', to_role: 'expert', from_email: MAIJA, note: ACTS.hand_over_need.note },
  ]);
  const [asked] = lettersOf(expert);
  for (const text of [ACTS.hand_over_need.note, 'Etsimme kesäksi', 'Maija Malli', email])
    expect(asked?.text).toContain(text);
  expect(elements(asked?.html ?? '', 'a')).toHaveLength(5);
  const [told] = lettersOf(email);
  expect(told?.text).toContain('Tuulisalmen ammattiopisto');
});

it('the expert takes it from the owner, and the company sees who has it now', async () => {
  expect(didOf(await act('take_need', expert))).toBe('taken');
  expect(await handOver()).toMatchObject([{ state: 'taken' }]);
  expect(await page(await link('see_need', email))).toContain('Tuulisalmen ammattiopisto');
  expect(didOf(await act('take_need', expert))).toBe('already_yours');
  expect(didOf(await act('take_need', MAIJA))).toBe('taken_by_other');
});

it('the expert who answers at once has taken it, and the promise is kept', async () => {
  await act('answer_need', expert);
  const need = 'select owner_email, promise_kept from app.needs where reference = $1';
  expect(await portal.rows(need, [reference])).toEqual([{ owner_email: expert, promise_kept: true }]);
});

describe('the expert who declines', () => {
  beforeEach(async () => {
    await act('decline_need', expert, { reason: REASON });
  });

  it('tells the owner why, and not the company', async () => {
    expect(await handOver()).toMatchObject([{ state: 'declined' }]);
    expect(lettersOf(MAIJA).some(({ text }) => text?.includes(REASON))).toBe(true);
    for (const { text, html } of lettersOf(email)) expect(`${text}${html}`).not.toContain(REASON);
    for (const purpose of ['see_need', 'reply_to_need', 'answer_survey'] as const) {
      expect(await page(await link(purpose, email))).not.toContain(REASON);
    }
    expect(await page(await link('answer_need', MAIJA))).toContain(REASON);
  });

  it('cannot take the need back, is not offered to, and gets no further letter of it', async () => {
    const take = await link('take_need', expert);
    expect(formsOf(await (await portal.get(take)).text())).toEqual([]);
    expect(didOf(await act('take_need', expert))).toBe('taken_by_other');
    const before = lettersOf(expert).length;
    await portal.postForm('/api/links', { email: expert, reference, language: 'fi' });
    await portal.postForm(await link('reply_to_need', email), { reply: 'Kuka auttaa?' });
    await portal.settled();
    expect(lettersOf(expert).length).toBe(before);
  });

  it('is asked again only with a word about why', async () => {
    const silent = await act('hand_over_need', MAIJA, { ...ACTS.hand_over_need, note: '' });
    expect([silent.status, faultyFields(await silent.text())]).toEqual([422, ['field-note']]);
    expect(didOf(await act('hand_over_need', MAIJA, { ...ACTS.hand_over_need, note: 'Ehditkö ensi kuussa?' }))).toBe(
      'handed_over',
    );
    expect(await handOver()).toMatchObject([{ state: 'declined' }, { state: 'asked' }]);
    expect(didOf(await act('take_need', expert))).toBe('taken');
  });
});

it('GET and HEAD of every link of an expert change nothing, and a form sent as it stands reports nothing', async () => {
  await act('take_need', expert);
  await portal.settled();
  const before = await wholeDatabase(portal.db.pool);
  for (const purpose of ['take_need', 'answer_need', 'log_contact', 'report_hand_over', 'decline_need'] as const) {
    for (const method of ['HEAD', 'GET'] as const)
      expect((await portal.get(await link(purpose, expert), { method })).status).toBe(200);
  }
  const path = await link('report_hand_over', expert);
  const [form] = formsOf(await (await portal.get(path)).text());
  expect((await portal.postForm(path, form?.fields ?? [])).status).toBe(422);
  expect(await wholeDatabase(portal.db.pool)).toEqual(before);
});

describe('several at once', () => {
  const OTHER = 'provider:koulutustalo-hillaneva';
  const ask = async (to: string[]) => {
    const response = await portal.postForm(await link('hand_over_need', MAIJA), [
      ...to.map((value): [string, string] => ['to', value]),
      ['note', 'Kumpi ehtii?'],
    ]);
    await portal.settled();
    return response;
  };

  it('are asked with one press, and the company hears of them in one letter', async () => {
    const before = lettersOf(email).length;
    expect(didOf(await ask([OTHER, `coordinator:${MATTI}`]))).toBe('handed_over');
    expect(await handOver()).toHaveLength(3);
    expect(lettersOf(email)).toHaveLength(before + 1);
    expect(lettersOf(email)[0]?.text).toMatch(/Koulutustalo Hillaneva ja|ja Koulutustalo Hillaneva/);
  });

  it('a double click asks nobody twice, and whoever waits to answer is not offered again', async () => {
    await ask([OTHER]);
    expect(didOf(await ask([OTHER]))).toBe('already_handed_over');
    const main = mainOf(await (await portal.get(await link('hand_over_need', MAIJA))).text());
    expect(main).not.toContain(`value="${OTHER}"`);
    expect(main).toContain(`value="coordinator:${MATTI}"`);
  });

  it('more than five are too many, and the choice is kept', async () => {
    const html = await (await portal.get(await link('hand_over_need', MAIJA))).text();
    const six = [...html.matchAll(/name="to" value="([^"]+)"/g)].map(([, value = '']) => value).slice(0, 6);
    const response = await ask(six);
    const kept = await response.text();
    expect([response.status, faultyFields(kept)]).toEqual([422, ['field-to']]);
    expect(
      formsOf(kept)[0]
        ?.fields.filter(([name]) => name === 'to')
        .map(([, value]) => value),
    ).toEqual(six);
  });

  it('who comes second is told kindly on the page, and has nothing to press', async () => {
    await ask([OTHER]);
    const [other] = await portal.rows<{ to_email: string }>(
      `select to_email from app.hand_overs h join app.needs n on n.id = h.need_id where reference = $1 order by asked_at desc limit 1`,
      [reference],
    );
    await act('take_need', expert);
    const path = await link('take_need', other?.to_email ?? '');
    expect(await page(path)).toContain('Toinen otti asian ensin. Sinun ei tarvitse tehdä mitään.');
    expect(formsOf(await (await portal.get(path)).text())).toEqual([]);
  });
});

describe('how it went', () => {
  it('is asked of who took it, goes to the coordinator and not to the company', async () => {
    const report = async (fields: Record<string, string>) => {
      const response = await portal.postForm(await link('report_hand_over', expert), fields);
      await portal.settled();
      return response;
    };
    expect(didOf(await report({ ended: 'helped' }))).toBe('take_first');
    await act('take_need', expert);
    expect(faultyFields(await (await report({})).text())).toEqual(['field-ended']);
    expect(didOf(await report({ ended: 'no_help', note: REASON }))).toBe('reported_end');
    expect(didOf(await report({ ended: 'no_help', note: REASON }))).toBe('already_reported_end');
    const told = lettersOf(MAIJA).filter(({ text }) => text?.includes(REASON));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('Tuulisalmen ammattiopisto ei voinutkaan auttaa yritystä.');
    expect(await page(await link('see_need', email))).not.toContain(REASON);
    expect(await page(await link('report_hand_over', expert))).toContain('Olet jo kertonut');
  });
});

it('a taken need that the expert gives back is free, and every coordinator hears of it', async () => {
  await act('take_need', expert);
  await act('decline_need', expert, { reason: REASON });
  expect(await portal.rows('select owner_email from app.needs where reference = $1', [reference])).toEqual([
    { owner_email: null },
  ]);
  for (const who of [MAIJA, MATTI]) expect(lettersOf(who).some(({ text }) => text?.includes(REASON))).toBe(true);
  expect(didOf(await act('take_need', MATTI))).toBe('taken');
});

it('a need handed to another coordinator is taken over by that one', async () => {
  expect(didOf(await act('hand_over_need', MAIJA, { to: `coordinator:${MATTI}` }))).toBe('handed_over');
  expect(didOf(await act('take_need', MATTI))).toBe('taken');
});

it.each([
  ['to nobody', { to: '' }],
  ['to somebody unknown', { to: 'provider:avaruus' }],
  ["to an address of one's own making", { to: 'coordinator:uhri@muu.example' }],
  ['to oneself', { to: `coordinator:${MAIJA}` }],
])('it cannot be handed %s', async (_what, fields) => {
  const response = await act('hand_over_need', MAIJA, { note: 'Kiitos.', ...fields });
  expect([response.status, faultyFields(await response.text())]).toEqual([422, ['field-to']]);
  expect(await handOver()).toHaveLength(1);
});

it('a note of 2,001 characters comes back with everything kept', async () => {
  const fields = { to: 'provider:tuulisalmi', note: 'x'.repeat(2001) };
  const response = await act('hand_over_need', MAIJA, fields);
  const html = await response.text();
  expect([response.status, faultyFields(html)]).toEqual([422, ['field-note']]);
  expect(Object.fromEntries(formsOf(html)[0]?.fields ?? [])).toEqual(fields);
});
