// send-need and hostile text: what is stored, shown and mailed of it does no harm.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NeedFields, needForm } from '../support/good-need.ts';
import { MAIJA, type Portal, startPortal } from '../support/portal.ts';
import { mainOf, textOf } from '../support/read-page.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

const stored = async (reference: string) => {
  const [row] = await portal.rows<Record<string, unknown>>('select * from app.needs where reference = $1', [reference]);
  return row ?? {};
};

it('NUL and other control characters are taken out; line breaks stay in the description alone', async () => {
  const { reference } = await portal.sendNeed({
    description: 'Tarvitsemme\u0000 apua\u0007 kirjanpitoon\r\nja\u0085 palkkoihin\rheti.',
    contact_name: 'Kir\u0000si\r\nKorho\u001bnen\u0085',
    company_name: 'Paja\u2028Oy\u0009',
  });
  expect(await stored(reference)).toMatchObject({
    description: 'Tarvitsemme  apua  kirjanpitoon\nja  palkkoihin\nheti.',
    contact_name: 'Kir si Korho nen',
    company_name: 'Paja Oy',
  });
});

it('lone surrogates become the replacement character', async () => {
  const { reference } = await portal.sendNeed({
    description: `Kaksi hitsaajaa ja \ud83d kouluttaja`,
    contact_name: 'K\udc00',
  });
  expect(await stored(reference)).toMatchObject({
    description: 'Kaksi hitsaajaa ja \ufffd kouluttaja',
    contact_name: 'K\ufffd',
  });
});

it('5,000 emoji are 5,000 characters, also in the costliest encoding of a form; one more is too long', async () => {
  const full = '🙂'.repeat(5000);
  const response = await portal.postForm('/api/needs', needForm({ description: full }));
  expect(response.status).toBe(303);
  await portal.settled();
  const over = await portal.postForm('/api/needs', needForm({ description: `${full}x` }));
  expect(over.status).toBe(422);
});

it('direction marks in names cannot turn round what stands after them in a letter', async () => {
  const { reference } = await portal.sendNeed({ company_name: 'Paja\u202eyO ajaP', contact_name: '\u2066Kirsi\u2067' });
  const [letter] = portal.letters(MAIJA).filter(({ subject }) => subject.includes(reference));
  expect(letter?.subject).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  expect(letter?.text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
});

it('line breaks and headers in names do not reach the subject or the recipient of any letter', async () => {
  const header = 'Paja Oy\r\nBcc: uhri@muu.example\r\n\r\nHei';
  const { reference, email } = await portal.sendNeed({ company_name: header, contact_name: header });
  const letters = portal.letters().filter(({ subject }) => subject.includes(reference));
  expect(letters).toHaveLength(3);
  for (const { subject, to, cc, bcc } of letters) {
    expect(subject).not.toMatch(/[\r\n]/);
    expect([to.length, cc, bcc]).toEqual([1, undefined, undefined]);
  }
  expect(letters.flatMap(({ to }) => to)).toContain(email);
});

it('a subject never ends in half a character', async () => {
  for (const start of ['', 'x']) {
    const { reference } = await portal.sendNeed({ company_name: start + '🙂'.repeat(190) });
    for (const { subject } of portal.letters().filter((letter) => letter.subject.includes(reference))) {
      expect(subject.isWellFormed()).toBe(true);
      expect(subject.length).toBeLessThanOrEqual(200);
    }
  }
});

const MARKUP = '"><script>alert(1)</script><img src=x onerror=alert(2)>\'';
describe.each<keyof NeedFields>([
  'description',
  'services',
  'business_id',
  'company_name',
  'contact_name',
  'contact_email',
  'contact_phone',
  'contact_by',
  'language',
  'notice_version',
])('markup in %s', (field) => {
  it('is text in the form that comes back, never an element', async () => {
    const value = field === 'services' ? [MARKUP] : MARKUP;
    const html = await (await portal.postForm('/api/needs', needForm({ description: 'x', [field]: value }))).text();
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img');
  });
});

it('markup in what is stored is text on every page and in every letter', async () => {
  const markup = { description: `${MARKUP} kirjanpito`, company_name: MARKUP, contact_name: MARKUP };
  const { reference, email, status_url } = await portal.sendNeed(markup);
  const pages = [new URL(status_url).pathname, await portal.link(reference, 'take_need', MAIJA)];
  for (const page of pages) {
    const html = await (await portal.get(page)).text();
    expect(mainOf(html)).not.toMatch(/<script>alert|<img/);
    expect(textOf(html)).toContain(MARKUP);
  }
  const letters = [...portal.letters(email), ...portal.letters(MAIJA)].filter(({ subject }) =>
    subject.includes(reference),
  );
  for (const { html } of letters) expect(html).not.toMatch(/<script|<img/);
  expect(letters.at(-1)?.text).toContain(MARKUP);
});

it('braces in what was written are not filled in letters', async () => {
  const { reference } = await portal.sendNeed({ description: 'Avatkaa {take_link} ja {decline_link} meille' });
  const [letter] = portal.letters(MAIJA).filter(({ subject }) => subject.includes(reference));
  expect(letter?.text).toContain('Avatkaa {take_link} ja {decline_link} meille');
});
