// The need form from step to step, as a browser without JavaScript walks it: nothing is lost, no fault is passed over.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STEP_ORDER } from '#domain/forms/send-need-checks.ts';
import { goodNeed, type NeedFields, needForm } from '../support/good-need.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { faultyFields, formsOf, mainOf, textOf } from '../support/read-page.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

type Pairs = [string, string][];
const stepOf = (html: string): string => /data-step="(\w+)"/.exec(mainOf(html))?.[1] ?? '';
const post = async (fields: Pairs, path = '/tarve') => {
  const response = await portal.postForm(path, fields);
  return { response, html: await response.text() };
};
/** What the page would send, with these fields written by the person and this button pressed. */
function fill(html: string, written: Partial<Record<keyof NeedFields | 'go', string>>): Pairs {
  const kept = (formsOf(html)[0]?.fields ?? []).filter(([name]) => !(name in written));
  return [...kept, ...Object.entries(written)];
}
const sorted = (pairs: Pairs) =>
  pairs
    .filter(([name, value]) => value && name !== 'step')
    .map((pair) => pair.join('='))
    .sort();
const full = (step: string, go: string, changes: Partial<NeedFields> = {}): Pairs => [
  ...needForm(changes),
  ['step', step],
  ['go', go],
];

describe.each([
  ['fi', '/tarve'],
  ['sv', '/sv/behov'],
  ['en', '/en/need'],
])('in %s', (language, path) => {
  it('the form is filled step by step, checked, and sent', async () => {
    const need = goodNeed({ language });
    let html = await (await portal.get(path)).text();
    const { description, business_id, company_name, contact_name, contact_email, contact_phone, contact_by } = need;
    for (const written of [
      { description },
      { business_id, company_name },
      { contact_name, contact_email, contact_phone, contact_by },
    ]) {
      const { response, html: next } = await post(fill(html, { ...written, go: 'next' }), path);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('private, no-cache');
      html = next;
    }
    expect(stepOf(html)).toBe('check');
    for (const text of [description, business_id, company_name, contact_name, contact_email, contact_phone]) {
      expect(textOf(mainOf(html))).toContain(text);
    }
    const send = formsOf(html)[0]?.buttons.find(({ attributes }) => attributes.formaction);
    const sent = await portal.postForm(send?.attributes.formaction ?? '', fill(html, {}));
    expect(sent.status).toBe(303);
    expect((await portal.get(sent.headers.get('location') ?? '')).status).toBe(200);
  });
});

describe.each(STEP_ORDER)('at the step %s', (step) => {
  const place = STEP_ORDER.indexOf(step);

  it('going on shows the next step, going back the one before, with everything kept', async () => {
    for (const go of ['next', 'back']) {
      const fields = full(step, go);
      const { response, html } = await post(fields);
      const wanted = STEP_ORDER[Math.min(3, Math.max(0, place + (go === 'next' ? 1 : -1)))];
      expect([response.status, stepOf(html)]).toEqual([200, wanted]);
      expect(sorted(formsOf(html)[0]?.fields ?? [])).toEqual(sorted(fields.filter(([name]) => name !== 'go')));
    }
  });

  it('any earlier step can be named, and no later one', async () => {
    for (const [at, go] of STEP_ORDER.entries()) {
      const { html } = await post(full(step, go));
      expect(stepOf(html), go).toBe(at < place ? go : STEP_ORDER[Math.min(3, place + 1)]);
    }
  });

  it('going back past a fault is free, and what was half written is kept', async () => {
    const half = {
      description: 'kes',
      business_id: '12',
      contact_name: '',
      contact_email: 'kir',
      contact_by: '',
      contact_phone: 'x',
    };
    const { response, html } = await post(full(step, 'back', half));
    expect(response.status).toBe(200);
    expect(faultyFields(html)).toEqual([]);
    expect(Object.fromEntries(formsOf(html)[0]?.fields ?? [])).toMatchObject({
      description: 'kes',
      business_id: '12',
      contact_email: 'kir',
    });
  });
});

it('going on over a fault shows the step again with the field named', async () => {
  const { response, html } = await post(full('company', 'next', { business_id: '0201256-7' }));
  expect([response.status, stepOf(html), faultyFields(html)]).toEqual([422, 'company', ['field-business_id']]);
});

it('a later step cannot be claimed over the fault of an earlier one', async () => {
  const { response, html } = await post(full('check', 'next', { description: 'lyhyt' }));
  expect([response.status, stepOf(html), faultyFields(html)]).toEqual([422, 'need', ['field-description']]);
});

it('faults of steps that have not been shown are not told yet', async () => {
  const { response, html } = await post([
    ['step', 'need'],
    ['go', 'next'],
    ['description', goodNeed().description],
  ]);
  expect([response.status, stepOf(html), faultyFields(html)]).toEqual([200, 'company', []]);
});

it('an unknown step is the first one, an unknown way on is the next', async () => {
  for (const step of ['avaruus', '', '__proto__', 'toString']) {
    const { response, html } = await post(full(step, 'valovuosi'));
    expect([response.status, stepOf(html)], step).toEqual([200, 'company']);
  }
});
