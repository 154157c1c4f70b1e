// request-link: fresh links by mail for those who had some, and the same words for everybody else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backDate } from '../support/back-date.ts';
import { ACTS } from '../support/coordinator-acts.ts';
import { MAIJA, type Portal, startPortal } from '../support/portal.ts';
import { elements, faultyFields, formsOf, hasId, langOf, mainOf, textOf, titleOf } from '../support/read-page.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

const ask = (email: string, more: Record<string, string> = {}) =>
  portal.postForm('/api/links', { email, reference: '', language: 'fi', ...more });
const newLetters = async (to: string, run: () => Promise<unknown>) => {
  const before = portal.letters(to).length;
  await run();
  await portal.settled();
  const letters = portal.letters(to);
  return letters.slice(0, letters.length - before);
};

describe.each(['fi', 'sv', 'en'])('in %s', (language) => {
  it('a known and an unknown address get the same page, byte for byte, and the same headers', async () => {
    const { email, reference } = await portal.sendNeed({ language });
    const answers = [
      await ask(email, { language }),
      await ask('tuntematon@muu.example', { language }),
      await ask(email, { language, reference }),
      await ask('tuntematon@muu.example', { language, reference }),
    ];
    const pages = await Promise.all(answers.map((response) => response.text()));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(pages).size).toBe(1);
    expect(new Set(answers.map(({ headers }) => JSON.stringify([...headers]))).size).toBe(1);
    expect(langOf(pages[0] ?? '')).toBe(language);
    expect(pages[0]).not.toContain(email);
  });
});

it('a known address gets a letter with a link that opens; an unknown one gets none', async () => {
  const { email, reference } = await portal.sendNeed();
  const [letter, ...others] = await newLetters(email, () => ask(` ${email.toUpperCase()} `));
  expect(others).toEqual([]);
  expect(letter?.subject).toContain(reference);
  const [link] = elements(letter?.html ?? '', 'a').map(({ attributes }) => new URL(attributes.href ?? '').pathname);
  expect((await portal.get(link ?? '')).status).toBe(200);
  expect(await newLetters('tuntematon@muu.example', () => ask('tuntematon@muu.example'))).toEqual([]);
});

it('also when every link of before has expired', async () => {
  const { email, status_url } = await portal.sendNeed();
  await backDate(portal.db.pool, 'links', 'person_email = $1', [email], '181 days');
  expect((await portal.get(new URL(status_url).pathname)).status).toBe(404);
  const [letter] = await newLetters(email, () => ask(email));
  const [link] = elements(letter?.html ?? '', 'a').map(({ attributes }) => new URL(attributes.href ?? '').pathname);
  expect((await portal.get(link ?? '')).status).toBe(200);
});

it("a reference, written as people write it, narrows it to one need; another's reference gives nothing", async () => {
  const { email, reference } = await portal.sendNeed();
  await portal.sendNeed({ contact_email: email, description: 'Toinen tarve samalta yritykseltä.' });
  const other = await portal.sendNeed();
  expect(await newLetters(email, () => ask(email))).toHaveLength(2);
  expect(
    await newLetters(email, () => ask(email, { reference: reference.toLowerCase().replace('-', ' ') })),
  ).toHaveLength(1);
  expect(await newLetters(email, () => ask(email, { reference: other.reference }))).toEqual([]);
});

it('a coordinator gets the links of open needs again, and none of an ended one', async () => {
  const { reference } = await portal.sendNeed();
  const [letter] = await newLetters(MAIJA, () => ask(MAIJA, { reference }));
  expect(elements(letter?.html ?? '', 'a')).toHaveLength(6);
  await portal.postForm(await portal.link(reference, 'decline_need', MAIJA), ACTS.decline_need);
  expect(await newLetters(MAIJA, () => ask(MAIJA, { reference }))).toEqual([]);
});

it("asked ten times, it writes three times in an hour: nobody's mail is flooded", async () => {
  const { email } = await portal.sendNeed();
  const letters = await newLetters(email, async () => {
    for (let time = 0; time < 10; time += 1) expect((await ask(email)).status).toBe(200);
  });
  expect(letters).toHaveLength(3);
});

it.each([
  ['no address', { email: '' }, 'email', 'missing'],
  ['a bad address', { email: 'kirsi' }, 'email', 'bad_email'],
  ['an address with a line break', { email: 'a@b.example\r\nBcc: c@d.example' }, 'email', 'bad_email'],
  ['a reference that is none', { email: 'a@b.example', reference: 'xyz' }, 'reference', 'format'],
])(
  '%s is a wrong form, to people with everything kept and to programs by field and code',
  async (_what, fields, field, code) => {
    const response = await portal.postForm('/api/links', { language: 'sv', ...fields });
    const html = await response.text();
    expect([response.status, langOf(html), faultyFields(html), hasId(html, `field-${field}`)]).toEqual([
      422,
      'sv',
      [`field-${field}`],
      true,
    ]);
    expect(titleOf(html)).toMatch(/^Fel: /);
    const kept = Object.fromEntries(formsOf(html)[0]?.fields ?? []);
    expect(kept.email?.replace(/[\r\n]/g, '')).toBe(fields.email.replace(/[\r\n]/g, ''));
    const json = await portal.postJson('/api/links', fields);
    expect([json.status, await json.json()]).toMatchObject([422, { code: 'invalid', errors: [{ field, code }] }]);
  },
);

it('a program is answered 202 with the same words for known and unknown', async () => {
  const { email } = await portal.sendNeed();
  for (const address of [email, 'tuntematon@muu.example']) {
    const response = await portal.postJson('/api/links', { email: address });
    expect([response.status, await response.json()]).toEqual([202, { status: 'requested' }]);
  }
});

it('too many posts and no database are told on the form, with the address kept', async () => {
  process.env.IP_LIMIT_PER_MINUTE = '1';
  await portal.postForm('/api/links', { email: 'a@b.example' }, { ip: '198.51.100.9' });
  const held = await portal.postForm(
    '/api/links',
    { email: 'kirsi@paja.example', language: 'en' },
    { ip: '198.51.100.9' },
  );
  process.env.IP_LIMIT_PER_MINUTE = '0';
  const html = await held.text();
  expect([held.status, langOf(html)]).toEqual([429, 'en']);
  expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(Object.fromEntries(formsOf(html)[0]?.fields ?? [])).toMatchObject({ email: 'kirsi@paja.example' });
  expect(textOf(mainOf(html))).toContain('+358 40 000 0100');
});
