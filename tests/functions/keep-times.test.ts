// keep-times as the schedule runs it: by the times that the site publishes, and told in one line of the log.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { catalogue } from '#lib/catalogue.ts';
import keepTimes from '../../functions/keep-times.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { letPass } from '../support/sql-time.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

it('what is past its published time goes, what is not stays, and a second run finds nothing', async () => {
  const [old, young] = [await portal.sendNeed(), await portal.sendNeed()];
  const end = (reference: string) =>
    portal.rows(`update app.needs set state = 'withdrawn' where reference = $1`, [reference]);
  await end(old.reference);
  await letPass(portal.db.pool, catalogue.keeping.needs);
  await end(young.reference);
  await keepTimes();
  const runs = () => portal.rows<{ done: Record<string, number> }>('select done from app.keeping_runs order by id');
  expect((await runs())[0]?.done.needs).toBe(1);
  const left = await portal.rows<{ reference: string }>('select reference from app.needs where erased_at is null');
  expect(left).toEqual([{ reference: young.reference }]);
  await keepTimes();
  expect(await runs()).toHaveLength(1);
});
