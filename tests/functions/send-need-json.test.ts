// send-need for programs: JSON in, 201 out, and what is on record afterwards.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { promiseDueAt } from '#domain/calendar.ts';
import { goodNeed } from '../support/good-need.ts';
import { MAIJA, MATTI, type Portal, SITE, startPortal } from '../support/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

const NEED = `select * from app.needs where reference = $1`;

it('answers 201 with the reference, the status address and the promise, and nothing else', async () => {
  const response = await portal.postJson('/api/needs', goodNeed());
  const body = (await response.json()) as { reference: string; status_url: string; promise: { due_at: string } };
  expect(response.status).toBe(201);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(body).toEqual({
    reference: expect.stringMatching(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/),
    status_url: expect.stringMatching(new RegExp(`^${SITE}/l/[\\w-]{43}$`)),
    promise: { due_at: expect.any(String), days: 2 },
  });
  expect((await portal.get(new URL(body.status_url).pathname)).status).toBe(200);
});

it('stores what was written, the promise reckoned from the moment of receipt, the first event and the letters', async () => {
  const need = goodNeed();
  const { reference } = (await (await portal.postJson('/api/needs', need)).json()) as { reference: string };
  await portal.settled();
  const [row] = await portal.rows<Record<string, unknown> & { received_at: Date; id: string }>(NEED, [reference]);
  expect(row).toMatchObject({
    state: 'received',
    language: 'fi',
    description: need.description,
    services: ['hitsauskoulutus'],
    business_id: '0201256-6',
    founder: false,
    company_name: 'Paja Oy',
    contact_name: 'Kirsi Korhonen',
    contact_email: need.contact_email,
    contact_phone: '040 123 4567',
    contact_by: 'phone',
    notice_version: '2026-11-22',
    promise_days: 2,
    due_at: promiseDueAt(row?.received_at as Date, 2),
    owner_email: null,
    first_response_at: null,
  });
  const events = await portal.rows('select kind, actor_role, actor_email from app.events where need_id = $1', [
    row?.id,
  ]);
  expect(events).toEqual([{ kind: 'received', actor_role: 'company', actor_email: need.contact_email }]);
  const letters = await portal.rows<{ letter: string; sent: boolean }>(
    'select letter, sent_at is not null as sent from app.outbox where need_id = $1 order by letter',
    [row?.id],
  );
  expect(letters.map(({ letter, sent }) => [letter, sent])).toEqual([
    ['receipt', true],
    ['new_need', true],
    ['new_need', true],
  ]);
  const about = portal.letters().filter(({ subject }) => subject.includes(reference));
  expect(about.flatMap(({ to }) => to).sort()).toEqual([need.contact_email, MAIJA, MATTI].sort());
});

it('a founder without a business ID has a way, with true or "yes", whatever stands in the other field', async () => {
  for (const said of [true, 'yes', 'on', 'true', '1']) {
    const response = await portal.postJson('/api/needs', {
      ...goodNeed({ business_id: 'ei vielä' }),
      no_business_id: said,
    });
    const { reference } = (await response.json()) as { reference: string };
    const [row] = await portal.rows(NEED, [reference]);
    expect(row, String(said)).toMatchObject({ founder: true, business_id: null });
  }
});

it.each([
  ['FI02012566', '0201256-6'],
  ['02012566', '0201256-6'],
  ['  0201256 - 6 ', '0201256-6'],
  ['0201256–6', '0201256-6'],
  ['201256-6', '0201256-6'],
  ['０２０１２５６-６', '0201256-6'],
])('the business ID written as "%s" is stored as the register writes it', async (written, stored) => {
  const { reference } = await portal.sendNeed({ business_id: written });
  expect(await portal.rows(NEED, [reference])).toMatchObject([{ business_id: stored }]);
});

it('what is not needed may be left out, and is null in the record', async () => {
  const { description, contact_email, language, notice_version } = goodNeed();
  const least = {
    description,
    contact_email,
    language,
    notice_version,
    contact_name: 'K',
    contact_by: 'email',
    no_business_id: true,
  };
  const response = await portal.postJson('/api/needs', least);
  const { reference } = (await response.json()) as { reference: string };
  expect(await portal.rows(NEED, [reference])).toMatchObject([
    { services: [], company_name: null, contact_phone: null, founder: true },
  ]);
});

it('an address is stored in small letters, names without the spaces around them, services once each', async () => {
  const { reference } = await portal.sendNeed({
    contact_email: ' Kirsi.K@PAJA.example ',
    contact_name: '  Kirsi \t Korhonen ',
    services: ['vienti', 'energia', 'vienti', ' '],
  });
  expect(await portal.rows(NEED, [reference])).toMatchObject([
    { contact_email: 'kirsi.k@paja.example', contact_name: 'Kirsi Korhonen', services: ['vienti', 'energia'] },
  ]);
});

it('a description of exactly 20 and of exactly 5,000 characters is taken', async () => {
  for (const length of [20, 5000]) {
    const { reference } = await portal.sendNeed({ description: 'ä'.repeat(length) });
    const [row] = await portal.rows<{ description: string }>(NEED, [reference]);
    expect(row?.description.length).toBe(length);
  }
});
