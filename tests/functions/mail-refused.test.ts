// The mail service over its limit or refusing: what passes is waited for, what does not is shown to the operator.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { asSystem } from '#lib/db.ts';
import { drainOutbox } from '#lib/drain-outbox.ts';
import { listen } from '../../functions/_local/listen.ts';
import { goodNeed } from '../support/good-need.ts';
import { MAIJA, MATTI, type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterEach(async () => {
  process.env.RESEND_API_KEY = 're_test';
  process.env.MAIL_FROM = 'Tarjotin <tarjotin@tarjotin.example>';
  await portal.settled();
  await portal.mail({ mode: 'up' });
  await portal.rows('delete from app.outbox where sent_at is null');
});
afterAll(() => portal.close());

interface Row {
  id: string;
  letter: string;
  attempts: number;
  last_error: string | null;
  stuck: boolean;
  waits: number;
}
const waitingOf = (reference: string) =>
  portal.rows<Row>(
    `select o.id, letter, attempts, last_error, stuck_at is not null as stuck, extract(epoch from send_after - now())::float as waits
     from app.outbox o join app.needs n on n.id = o.need_id where reference = $1 and sent_at is null order by letter, o.id`,
    [reference],
  );
const health = async () => (await portal.get('/api/health')).json();

it('over its limit: the letters wait and go when it takes them again', async () => {
  await portal.mail({ mode: 'limit' });
  const { reference } = await portal.sendNeed();
  expect((await waitingOf(reference)).map(({ attempts, stuck }) => [attempts, stuck])).toEqual(
    Array(3).fill([1, false]),
  );
  await portal.mail({ mode: 'up' });
  await portal.makeLettersDue();
  await drainOutbox();
  expect(portal.lettersAbout(reference)).toHaveLength(3);
});

it('over its limit: when it says how long, no letter is tried sooner', async () => {
  const body = { statusCode: 429, name: 'daily_quota_exceeded', message: 'You have reached your daily quota.' };
  const busy = await listen(() => Response.json(body, { status: 429, headers: { 'retry-after': '120' } }), 0);
  const url = process.env.RESEND_BASE_URL;
  process.env.RESEND_BASE_URL = busy.url;
  const { reference } = await portal.sendNeed();
  process.env.RESEND_BASE_URL = url;
  await busy.close();
  for (const { waits, last_error } of await waitingOf(reference)) {
    expect(waits).toBeGreaterThan(110);
    expect(waits).toBeLessThanOrEqual(120);
    expect(last_error).toBe(body.message);
  }
});

it('a refused address is stuck at once, shown to the operator, not tried again, and goes when the operator says so', async () => {
  const need = goodNeed({ contact_email: 'olematon@paja.example' });
  await portal.mail({ refuse: [need.contact_email] });
  expect(await health()).toMatchObject({ status: 'ok', outbox: { stuck: 0 } });
  const { reference } = await portal.sendNeed(need);
  const [row, ...others] = await waitingOf(reference);
  expect([row?.letter, row?.stuck, others]).toEqual(['receipt', true, []]);
  expect(
    portal
      .lettersAbout(reference)
      .flatMap(({ to }) => to)
      .sort(),
  ).toEqual([MAIJA, MATTI]);
  expect(await health()).toMatchObject({ status: 'degraded', outbox: { pending: 0, stuck: 1 } });
  expect(await asSystem().rpc('stuck_letters', {})).toMatchObject([
    {
      id: row?.id,
      letter: 'receipt',
      reference,
      to_email: need.contact_email,
      attempts: 1,
      last_error: expect.stringContaining('refused'),
    },
  ]);
  await portal.mail({ mode: 'up' });
  await portal.makeLettersDue();
  expect(await drainOutbox()).toEqual({ sent: 0, failed: 0 });
  expect(await asSystem().rpc('retry_letter', { p_id: row?.id ?? '' })).toBe(true);
  expect(await drainOutbox()).toEqual({ sent: 1, failed: 0 });
  expect(await health()).toMatchObject({ status: 'ok', outbox: { stuck: 0 } });
});

it.each([
  ['a wrong key', 'RESEND_API_KEY', 're_wrong'],
  ['a wrong sender', 'MAIL_FROM', 'Tarjotin'],
])('%s is our own fault: letters wait for the mend and are not given up', async (_what, name, value) => {
  process.env[name] = value;
  const { reference } = await portal.sendNeed();
  expect((await waitingOf(reference)).map(({ stuck }) => stuck)).toEqual([false, false, false]);
  process.env[name] = name === 'MAIL_FROM' ? 'Tarjotin <tarjotin@tarjotin.example>' : 're_test';
  await portal.makeLettersDue();
  expect(await drainOutbox()).toEqual({ sent: 3, failed: 0 });
});
