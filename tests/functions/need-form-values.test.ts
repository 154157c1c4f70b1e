// What stands in the need form on its way through the steps: ticks, services, markup and labels, each kept as it was given.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { STEP_ORDER } from '#domain/forms/send-need-checks.ts';
import { goodNeed, type NeedFields, needForm } from '../support/good-need.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { elements, faultyFields, formsOf, hasId, mainOf } from '../support/read-page.ts';

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
const full = (step: string, go: string, changes: Partial<NeedFields> = {}): Pairs => [
  ...needForm(changes),
  ['step', step],
  ['go', go],
];

it('the way of a founder: without a business ID, by the tick alone, kept from step to step and taken off again', async () => {
  const ticked = await post(full('company', 'next', { business_id: '', no_business_id: 'yes' }));
  expect([ticked.response.status, stepOf(ticked.html)]).toEqual([200, 'contact']);
  const back = await post(fill(ticked.html, { go: 'back' }));
  const box = elements(back.html, 'input').find(({ attributes }) => attributes.id === 'field-no_business_id');
  expect('checked' in (box?.attributes ?? {})).toBe(true);
  const unticked = formsOf(back.html)[0]?.fields.filter(([name]) => name !== 'no_business_id') ?? [];
  const { response, html } = await post([...unticked, ['go', 'next']]);
  expect([response.status, faultyFields(html)]).toEqual([422, ['field-business_id']]);
});

it('a service can be taken off, and stays off', async () => {
  const first = await (await portal.get('/tarve?palvelu=vienti&palvelu=energia')).text();
  const off = fill(first, { description: goodNeed().description, go: 'next' }).filter(
    ([, value]) => value !== 'vienti',
  );
  const { html } = await post(off);
  expect((formsOf(html)[0]?.fields ?? []).filter(([name]) => name === 'services')).toEqual([['services', 'energia']]);
});

it('one step is marked as the present one, and every label belongs to a field', async () => {
  for (const step of STEP_ORDER) {
    const { html } = await post(full(step, 'back'));
    expect(elements(html, 'li').filter(({ attributes }) => attributes['aria-current'] === 'step')).toHaveLength(1);
    for (const { attributes } of elements(mainOf(html), 'label')) expect(hasId(html, attributes.for ?? '')).toBe(true);
  }
});

it('the page data for the island cannot be broken out of', async () => {
  const evil = '</script><!--<script>alert(1)';
  const { html } = await post(full('need', 'next', { description: `${evil} kirjanpito`, contact_name: evil }));
  expect(html).not.toContain(evil);
  const data = /<script type="application\/json" id="page-state">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
  expect((JSON.parse(data) as { values: NeedFields }).values).toMatchObject({
    description: `${evil} kirjanpito`,
    contact_name: evil,
  });
});

it('what is written that looks like a marker of the frame stays what it is', async () => {
  for (const text of ['<!--main-->', '<!--title-->', '<!--state-->', "$& $1 $' $`"]) {
    const { html } = await post(full('check', 'need', { description: `${text} ja kirjanpitoa` }));
    expect(Object.fromEntries(formsOf(html)[0]?.fields ?? []).description).toBe(`${text} ja kirjanpitoa`);
  }
});
