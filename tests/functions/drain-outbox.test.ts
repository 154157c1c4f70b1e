// The outbox: each letter goes once, whoever drains it, and however many do so at once.
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { drainOutbox } from '#lib/drain-outbox.ts';
import drainFunction, { config } from '../../functions/drain-outbox.ts';
import { MAIJA, MATTI, type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterEach(() =>
  portal.rows(`update app.outbox set sent_at = now() where num_nonnulls(sent_at, dropped_at, stuck_at) = 0`),
);
afterAll(() => portal.close());

interface Row {
  id: string;
  letter: string;
  attempts: number;
  sent: boolean;
  provider_id: string | null;
}
const outboxOf = (reference: string) =>
  portal.rows<Row>(
    `select o.id, letter, attempts, sent_at is not null as sent, provider_id from app.outbox o join app.needs n on n.id = o.need_id where reference = $1 order by letter, o.id`,
    [reference],
  );

/** A need whose three letters still wait. */
async function waiting(): Promise<{ reference: string; email: string }> {
  await portal.mail({ mode: 'down' });
  const need = await portal.sendNeed();
  await portal.mail({ mode: 'up' });
  await portal.makeLettersDue();
  return need;
}

/** The drain as another running copy of a function has it, with memory of its own. */
async function anotherCopy(): Promise<typeof drainOutbox> {
  vi.resetModules();
  return (await import('#lib/drain-outbox.ts')).drainOutbox;
}

it('a letter goes once and is marked with the id that the mail service gave it', async () => {
  const { reference } = await portal.sendNeed();
  const rows = await outboxOf(reference);
  expect(rows.map(({ letter, sent, attempts }) => [letter, sent, attempts])).toEqual([
    ['receipt', true, 1],
    ['new_need', true, 1],
    ['new_need', true, 1],
  ]);
  expect(rows.map(({ provider_id }) => provider_id).sort()).toEqual(
    portal
      .lettersAbout(reference)
      .map(({ id }) => id)
      .sort(),
  );
  expect(await drainOutbox()).toEqual({ sent: 0, failed: 0 });
});

it('the schedule sends each minute what no request has sent', async () => {
  const { reference, email } = await waiting();
  expect('schedule' in config && config.schedule).toBe('* * * * *');
  await drainFunction();
  expect(
    portal
      .lettersAbout(reference)
      .flatMap(({ to }) => to)
      .sort(),
  ).toEqual([email, MAIJA, MATTI].sort());
});

it('two copies that drain at once send each letter once between them', async () => {
  const references: string[] = [];
  for (let n = 0; n < 10; n += 1) references.push((await waiting()).reference);
  const copies = [await anotherCopy(), await anotherCopy(), await anotherCopy()];
  const done = await Promise.all(copies.map((drain) => drain()));
  expect(done.reduce((sum, { sent }) => sum + sent, 0)).toBe(30);
  for (const reference of references) {
    expect(portal.lettersAbout(reference)).toHaveLength(3);
    expect((await outboxOf(reference)).every(({ sent }) => sent)).toBe(true);
  }
});

it('a rush of calls in one copy is one drain and one more, and sends each letter once', async () => {
  const { reference } = await waiting();
  await Promise.all(Array.from({ length: 50 }, () => drainOutbox()));
  expect(portal.lettersAbout(reference)).toHaveLength(3);
});

it('a call that comes just as a drain ends is not forgotten', async () => {
  for (let round = 0; round < 20; round += 1) {
    const first = drainOutbox();
    const late = first.then(async () => {
      await portal.rows(
        `insert into app.outbox (letter, need_id, link_set) select 'new_link', l.need_id, l.set_id from app.links l where purpose = 'see_need' limit 1`,
      );
      return drainOutbox();
    });
    await late;
    expect(await portal.rows(`select from app.outbox where sent_at is null and letter = 'new_link'`)).toEqual([]);
  }
});
