// health: the truth about the database and the outbox, for a monitor.
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterEach(() => portal.rows('delete from app.outbox'));
afterAll(() => portal.close());

const health = async () => {
  const response = await portal.get('/api/health');
  return {
    status: response.status,
    body: (await response.json()) as Record<string, unknown> & { outbox: Record<string, number> },
  };
};
const waiting = async (change = 'due_from = now()') => {
  await portal.mail({ mode: 'down' });
  const { reference } = await portal.sendNeed();
  await portal.mail({ mode: 'up' });
  await portal.rows(`update app.outbox o set ${change} from app.needs n where n.id = o.need_id and reference = $1`, [
    reference,
  ]);
};

it('ok: version of the package, database up, empty outbox, and nothing else', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(await health()).toEqual({
    status: 200,
    body: { status: 'ok', version, database: 'up', outbox: { pending: 0, stuck: 0, oldest_seconds: 0 } },
  });
});

it('ok: letters that wait their turn are counted', async () => {
  await waiting();
  expect(await health()).toMatchObject({ status: 200, body: { status: 'ok', outbox: { pending: 3, stuck: 0 } } });
});

it('ok: a letter that is to go later is not late', async () => {
  await waiting(
    `due_from = now() + interval '3 hours', send_after = now() + interval '3 hours', created_at = now() - interval '1 day'`,
  );
  expect((await health()).body).toMatchObject({ status: 'ok', outbox: { pending: 3, oldest_seconds: 0 } });
});

it('degraded: letters that have been due for more than five minutes', async () => {
  await waiting(`due_from = now() - interval '301 seconds'`);
  const { status, body } = await health();
  expect([status, body.status]).toEqual([200, 'degraded']);
  expect(body.outbox.oldest_seconds).toBeGreaterThan(300);
});

it('degraded: a letter is stuck', async () => {
  await waiting(`stuck_at = now()`);
  expect((await health()).body).toMatchObject({ status: 'degraded', outbox: { pending: 0, stuck: 3 } });
});

it('is kept by no cache, and HEAD has no body', async () => {
  const response = await portal.get('/api/health', { method: 'HEAD' });
  expect([response.status, response.headers.get('cache-control'), await response.text()]).toEqual([
    200,
    'no-store',
    '',
  ]);
});

it('tells nothing of what letters or needs hold', async () => {
  await waiting();
  expect(JSON.stringify((await health()).body)).not.toMatch(/@|paja|kirsi/i);
});
