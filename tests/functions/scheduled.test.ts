// Scheduled functions that come no more: health says so after a day and a half, and each that comes through notes itself.
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { scheduled } from '#lib/scheduled.ts';
import eraseDocuments from '../../functions/erase-documents.ts';
import { type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(() => portal.rows('update app.scheduled_runs set came_at = now()'));
afterAll(() => portal.close());

const lastCame = (schedule: string, ago: string) =>
  portal.rows('update app.scheduled_runs set came_at = now() - $2::interval where schedule = $1::api.schedule', [
    schedule,
    ago,
  ]);
const warnings = async () =>
  ((await (await portal.get('/api/health')).json()) as { warnings?: string[] }).warnings ?? [];
const late = async () =>
  (await portal.rows<{ schedule: string }>('select schedule from api.late_schedules()')).map(
    ({ schedule }) => schedule,
  );

it('the database knows each scheduled function, and each notes itself under its own name', async () => {
  const files = globSync('functions/*.ts').map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  const names = files.flatMap(({ path, text }) => (/\bschedule: '/.test(text) ? [basename(path, '.ts')] : []));
  const noted = files.flatMap(({ text }) => /export default scheduled\('([\w-]+)'/.exec(text)?.[1] ?? []);
  const known = await portal.rows<{ schedule: string }>('select schedule::text from app.scheduled_runs');
  expect(noted.toSorted()).toEqual(names.toSorted());
  expect(known.map(({ schedule }) => schedule).toSorted()).toEqual(names.toSorted());
});

it.each([
  ['keep-times', '35 hours', '37 hours'],
  ['drain-outbox', '35 hours', '37 hours'],
  // From Friday to Monday it does not come.
  ['ask-confirmations', '72 hours', '85 hours'],
  ['return-hand-overs', '72 hours', '85 hours'],
])('%s: well %s after it came, late after %s, and an operator sees which', async (schedule, soon, later) => {
  await lastCame(schedule, soon);
  expect([await warnings(), await late()]).toEqual([[], []]);
  await lastCame(schedule, later);
  expect([await warnings(), await late()]).toEqual([['schedule_late'], [schedule]]);
});

it('a run that comes through ends the warning, one that throws does not', async () => {
  await lastCame('erase-documents', '2 days');
  await expect(
    scheduled('erase-documents', async () => {
      throw new Error('broke off');
    })(),
  ).rejects.toThrow('broke off');
  expect(await late()).toEqual(['erase-documents']);
  await eraseDocuments();
  expect(await warnings()).toEqual([]);
});

it('a run that cannot be noted has been done all the same', async () => {
  const done = vi.fn();
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  await scheduled('no-such-schedule' as 'keep-times', async () => done())();
  expect(done).toHaveBeenCalledOnce();
  expect(said.mock.calls.join()).toContain('a run was not noted');
  said.mockRestore();
});
