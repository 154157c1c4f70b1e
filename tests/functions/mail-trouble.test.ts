// The mail service down, gone or slow: the person is answered all the same, and each letter goes once.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { drainOutbox } from '#lib/drain-outbox.ts';
import { goodNeed, needForm } from '../support/good-need.ts';
import { MAIJA, MATTI, type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterEach(async () => {
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

it('down: the person gets the receipt, the letters wait with the reason, and go when it is back, each once', async () => {
  await portal.mail({ mode: 'down' });
  const form = needForm();
  const response = await portal.postForm('/api/needs', form);
  await portal.settled();
  expect(response.status).toBe(303);
  expect((await portal.get(response.headers.get('location') ?? '')).status).toBe(200);
  const [{ reference = '' } = {}] = await portal.rows<{ reference: string }>(
    'select reference from app.needs order by received_at desc limit 1',
  );
  const rows = await waitingOf(reference);
  expect(rows.map(({ attempts, stuck }) => [attempts, stuck])).toEqual([
    [1, false],
    [1, false],
    [1, false],
  ]);
  for (const { last_error, waits } of rows) {
    expect(last_error).toContain('unexpected error');
    expect(waits).toBeGreaterThan(0);
  }
  expect(await drainOutbox()).toEqual({ sent: 0, failed: 0 });
  for (let time = 0; time < 3; time += 1) {
    await portal.makeLettersDue();
    await drainOutbox();
  }
  await portal.mail({ mode: 'up' });
  await portal.makeLettersDue();
  expect(await drainOutbox()).toEqual({ sent: 3, failed: 0 });
  await portal.makeLettersDue();
  await drainOutbox();
  const to = form.find(([name]) => name === 'contact_email')?.[1] ?? '';
  expect(
    portal
      .lettersAbout(reference)
      .flatMap((letter) => letter.to)
      .sort(),
  ).toEqual([to, MAIJA, MATTI].sort());
});

it('each try waits longer than the one before, and after the eightieth the operator has it', async () => {
  await portal.mail({ mode: 'down' });
  const { reference } = await portal.sendNeed();
  let before = 0;
  for (let attempt = 1; attempt <= 6; attempt += 1) {
    const [row] = await waitingOf(reference);
    expect(row).toMatchObject({ attempts: attempt, stuck: false });
    expect(row?.waits).toBeGreaterThan(before);
    before = row?.waits ?? 0;
    await portal.makeLettersDue();
    await drainOutbox();
  }
  await portal.rows(
    'update app.outbox set attempts = 79 where stuck_at is null and sent_at is null and dropped_at is null',
  );
  await portal.makeLettersDue();
  await drainOutbox();
  expect(await waitingOf(reference)).toMatchObject([{ stuck: true }, { stuck: true }, { stuck: true }]);
});

it('gone altogether: nothing listens at its address, and the letters wait', async () => {
  const url = process.env.RESEND_BASE_URL;
  process.env.RESEND_BASE_URL = 'http://127.0.0.1:9';
  const { reference } = await portal.sendNeed();
  process.env.RESEND_BASE_URL = url;
  expect((await waitingOf(reference)).map(({ stuck }) => stuck)).toEqual([false, false, false]);
  await portal.makeLettersDue();
  await drainOutbox();
  expect(portal.lettersAbout(reference)).toHaveLength(3);
});

it('slow: the need is answered at once, and a second drain meanwhile sends nothing twice', async () => {
  await portal.mail({ mode: 'slow', ms: 3000 });
  const began = performance.now();
  const response = await portal.postJson('/api/needs', goodNeed());
  expect(performance.now() - began).toBeLessThan(2500);
  const { reference } = (await response.json()) as { reference: string };
  expect(portal.lettersAbout(reference)).toEqual([]);
  await drainOutbox();
  await portal.settled();
  expect(portal.lettersAbout(reference)).toHaveLength(3);
});
