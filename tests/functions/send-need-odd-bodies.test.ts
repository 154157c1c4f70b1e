// send-need and bodies of odd shape: wrong kinds of value, keys given twice, keys of the prototype, depth and number.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { goodNeed, needForm } from '../support/good-need.ts';
import { type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

const stored = async (reference: string) => {
  const [row] = await portal.rows<Record<string, unknown>>('select * from app.needs where reference = $1', [reference]);
  return row ?? {};
};
const errorsOf = async (response: Response) => ((await response.json()) as { errors?: unknown[] }).errors;

it.each([
  ['a number', 1234567890],
  ['true', true],
  ['null', null],
  ['a list', ['Etsimme kesäksi kaksi hitsaajaa']],
  ['an object', { toString: 1, valueOf: null, length: 5 }],
])('%s in each field of text is as if it were missing', async (_what, value) => {
  const { no_business_id: _n, website: _w, services: _s, company_name: _c, contact_phone: _p, ...fields } = goodNeed();
  for (const field of Object.keys(fields)) {
    const response = await portal.postJson('/api/needs', { ...goodNeed({ contact_phone: '' }), [field]: value });
    expect(response.status, field).toBe(422);
    expect(await errorsOf(response), field).toContainEqual({
      field,
      code: field === 'language' ? 'unknown_language' : 'missing',
    });
  }
});

it('services as one text, or as a list with things in it that are no text, are read as far as they are text', async () => {
  const one = await portal.postJson('/api/needs', { ...goodNeed(), services: 'vienti' });
  expect(await stored(((await one.json()) as { reference: string }).reference)).toMatchObject({ services: ['vienti'] });
  const odd = await portal.postJson('/api/needs', { ...goodNeed(), services: [1, null, ['vienti'], {}, 'energia'] });
  expect(await stored(((await odd.json()) as { reference: string }).reference)).toMatchObject({
    services: ['energia'],
  });
});

it('a field of text given twice in a form is as if it were missing', async () => {
  const response = await portal.postForm('/api/needs', [...needForm(), ['contact_email', 'toinen@paja.example']]);
  expect(response.status).toBe(422);
});

it('keys of the prototype are fields like any other, and change nothing', async () => {
  const evil = '{"__proto__":{"contact_by":"email","polluted":1},"constructor":{"prototype":{"polluted":1}}';
  const json = await portal.postJson('/api/needs', `${evil},${JSON.stringify(goodNeed()).slice(1)}`);
  expect(json.status).toBe(201);
  const form = await portal.postForm('/api/needs', [
    ...needForm(),
    ['__proto__', 'x'],
    ['__proto__[polluted]', '1'],
    ['constructor', 'x'],
  ]);
  expect(form.status).toBe(303);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  const inherited = await portal.postJson('/api/needs', `{"__proto__":${JSON.stringify(goodNeed())}}`);
  expect(inherited.status).toBe(422);
});

it('deep JSON and thousands of fields are answered like any other wrong form, and soon', async () => {
  const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
  expect((await portal.postJson('/api/needs', `{"description":${deep}}`)).status).toBe(422);
  const began = performance.now();
  const many = await portal.postForm('/api/needs', new URLSearchParams('services&'.repeat(6000)));
  expect(many.status).toBe(422);
  expect((await portal.postForm('/api/needs', new URLSearchParams('a&'.repeat(21_000)))).status).toBe(422);
  expect(performance.now() - began).toBeLessThan(2000);
});

it('an empty form is a form with everything missing; empty JSON is malformed', async () => {
  expect((await portal.postForm('/api/needs', {})).status).toBe(422);
  expect(await errorsOf(await portal.postJson('/api/needs', {}))).toHaveLength(7);
  expect((await portal.postJson('/api/needs', '')).status).toBe(400);
});
