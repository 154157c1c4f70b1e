// send-need refuses each wrong field by field and code, to programs and to people, and stores nothing of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goodNeed, type NeedFields, needForm } from '../support/good-need.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { elements, faultyFields, formsOf, hasId, mainOf, titleOf } from '../support/read-page.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

type Case = [what: string, changes: Partial<NeedFields>, field: string, code: string, step: string];
const CASES: Case[] = [
  ['no description', { description: '' }, 'description', 'missing', 'need'],
  ['a description of spaces', { description: ' \n\t ' }, 'description', 'missing', 'need'],
  ['a description of 19 characters', { description: 'x'.repeat(19) }, 'description', 'too_short', 'need'],
  ['a description of 19 emoji', { description: '🙂'.repeat(19) }, 'description', 'too_short', 'need'],
  ['a description of 5,001 characters', { description: 'x'.repeat(5001) }, 'description', 'too_long', 'need'],
  ['an unknown service', { services: ['hitsauskoulutus', 'avaruus'] }, 'services', 'unknown_service', 'need'],
  [
    'eleven services',
    { services: Array.from({ length: 11 }, (_, n) => `palvelu-${n}`) },
    'services',
    'too_many',
    'need',
  ],
  ['no business ID', { business_id: '' }, 'business_id', 'missing', 'company'],
  ['a business ID with a wrong check digit', { business_id: '0201256-7' }, 'business_id', 'check_digit', 'company'],
  ['a business ID whose check digit cannot be', { business_id: '0000006-0' }, 'business_id', 'check_digit', 'company'],
  ['a business ID that is none', { business_id: 'ABC' }, 'business_id', 'format', 'company'],
  ['a company name of 201 characters', { company_name: 'x'.repeat(201) }, 'company_name', 'too_long', 'company'],
  ['no name', { contact_name: '' }, 'contact_name', 'missing', 'contact'],
  ['a name of 101 characters', { contact_name: 'x'.repeat(101) }, 'contact_name', 'too_long', 'contact'],
  ['no address', { contact_email: '' }, 'contact_email', 'missing', 'contact'],
  ['an address without @', { contact_email: 'kirsi.paja.example' }, 'contact_email', 'bad_email', 'contact'],
  ['an address without a dot in its domain', { contact_email: 'kirsi@paja' }, 'contact_email', 'bad_email', 'contact'],
  ['two addresses', { contact_email: 'a@paja.example,b@paja.example' }, 'contact_email', 'bad_email', 'contact'],
  ['an address with a name', { contact_email: 'K <k@paja.example>' }, 'contact_email', 'bad_email', 'contact'],
  [
    'an over-long address',
    { contact_email: `${'x'.repeat(242)}@paja.example` },
    'contact_email',
    'bad_email',
    'contact',
  ],
  ['a letter in the phone number', { contact_phone: '040 x123' }, 'contact_phone', 'bad_phone', 'contact'],
  ['a phone number of four digits', { contact_phone: '0401' }, 'contact_phone', 'bad_phone', 'contact'],
  ['a wish to be called without a number', { contact_phone: '' }, 'contact_phone', 'missing', 'contact'],
  ['no contact way', { contact_by: '' }, 'contact_by', 'missing', 'contact'],
  ['an unknown contact way', { contact_by: 'pigeon' }, 'contact_by', 'unknown_contact_way', 'contact'],
  ['no language', { language: '' }, 'language', 'unknown_language', 'check'],
  ['an unknown language', { language: 'de' }, 'language', 'unknown_language', 'check'],
  ['no notice version', { notice_version: '' }, 'notice_version', 'missing', 'check'],
  ['a notice version of 41 characters', { notice_version: 'x'.repeat(41) }, 'notice_version', 'too_long', 'check'],
];

const storedAnything = () =>
  portal.rows('select from app.needs union all select from app.outbox union all select from app.links');

describe.each(CASES)('%s', (_what, changes, field, code, step) => {
  it('is told to a program as problem+json', async () => {
    const response = await portal.postJson('/api/needs', goodNeed(changes));
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toEqual({
      type: 'about:blank',
      title: 'Unprocessable Entity',
      status: 422,
      code: 'invalid',
      errors: [{ field, code }],
    });
    expect(await storedAnything()).toEqual([]);
  });

  it('is shown to a person at its step, with a summary that leads to the field, and everything kept', async () => {
    const fields = needForm(changes);
    const response = await portal.postForm('/api/needs', fields);
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(titleOf(html)).toMatch(/^Virhe: /);
    expect(mainOf(html)).toContain(`data-step="${step}"`);
    expect(faultyFields(html)).toEqual([`field-${field}`]);
    expect(hasId(html, `field-${field}`), 'the summary leads somewhere').toBe(true);
    expect(await storedAnything()).toEqual([]);
    // The facts that the page itself gives are mended, or the form could never be sent; what a person wrote is kept.
    const written = (pairs: [string, string][]) =>
      pairs
        .filter(([name, value]) => !['website', 'step', 'language', 'notice_version'].includes(name) && value.trim())
        .filter(([, value]) => value !== 'pigeon') // what is no choice cannot stay chosen
        .map(([name, value]) => `${name}=${name === 'contact_email' ? value.toLowerCase() : value}`)
        .sort();
    expect(written(formsOf(html)[0]?.fields ?? [])).toEqual(written(fields));
  });
});

it('a form whose hidden facts were wrong can be sent again as it came back', async () => {
  for (const changes of [{ language: 'de' }, { notice_version: '' }, { notice_version: 'x'.repeat(41) }]) {
    const again = await (await portal.postForm('/api/needs', needForm(changes))).text();
    const response = await portal.postForm('/api/needs', formsOf(again)[0]?.fields ?? []);
    expect(response.status, JSON.stringify(changes)).toBe(303);
  }
});

it('several faults are all told, and the form opens at the first', async () => {
  const changes = { description: 'lyhyt', business_id: '', contact_email: 'x', contact_by: '' };
  const problem = (await (await portal.postJson('/api/needs', goodNeed(changes))).json()) as { errors: unknown[] };
  expect(problem.errors).toEqual([
    { field: 'description', code: 'too_short' },
    { field: 'business_id', code: 'missing' },
    { field: 'contact_email', code: 'bad_email' },
    { field: 'contact_by', code: 'missing' },
  ]);
  const html = await (await portal.postForm('/api/needs', needForm(changes))).text();
  expect(mainOf(html)).toContain('data-step="need"');
});

it.each([
  ['fi', 'Virhe: '],
  ['sv', 'Fel: '],
  ['en', 'Error: '],
])('in %s the title begins with "%s" and the field says it in words, tied to it', async (language, start) => {
  const html = await (await portal.postForm('/api/needs', needForm({ language, contact_email: 'x' }))).text();
  expect(titleOf(html).startsWith(start)).toBe(true);
  const input = elements(html, 'input').find(({ attributes }) => attributes.id === 'field-contact_email');
  expect(input?.attributes['aria-invalid']).toBe('true');
  expect(input?.attributes['aria-describedby']?.split(' ')).toContain('field-contact_email-error');
  expect(hasId(html, 'field-contact_email-error')).toBe(true);
});
