// end-consents: owners are asked a week and a day before, both sides hear of the end; late, twice, or after days without a run.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { type GivenClock, giveClock } from '../../tests/support/given-clock.ts';
import { atOnce } from '../../tests/support/sql-at-once.ts';
import { call } from '../../tests/support/sql-call.ts';
import { lettersAbout, recordOf, share, type TestConsent } from '../../tests/support/sql-consents.ts';
import { linkPool } from '../../tests/support/sql-links.ts';
import { newAddress } from '../../tests/support/sql-needs.ts';
import { asReplica } from '../../tests/support/sql-time.ts';
import { newColleague, newCompany, signInAtWorkspace, type TestCompany } from '../../tests/support/sql-workspace.ts';

/** The promise of a need that is sent when a test begins. */
const RECKONED = { p_reckoned_on: '2026-10-01', p_due_at: '2026-10-05T20:59:59.999Z' };

let db: TestDatabase;
let clock: GivenClock;
let company: TestCompany;
let consent: TestConsent;
beforeAll(async () => {
  db = await testDatabase();
  clock = await giveClock(db.pool, '2026-10-01T09:00:00+03:00');
});
beforeEach(async () => {
  // No test leaves anything for the next one. A company that has needs is not deleted but erased: here the rows go.
  await asReplica(db.pool, (client) => client.query('delete from app.needs'));
  await db.pool.query('delete from app.companies');
  await clock.set('2026-10-01T09:00:00+03:00');
  company = await newCompany(db.pool, RECKONED);
  // Its last day is Sunday 1 November, a week after the clocks went back.
  consent = await share(db.pool, company, { p_days: 30 });
  await db.pool.query(`update app.consents set ends_on = '2026-11-01' where id = $1`, [consent.id]);
});
afterAll(() => db.close());

const run = async (p_most = 100, links = 10) =>
  (await call(db.pool, 'end_consents', { p_most, p_links: linkPool(links) }))[0];
const asked = async () => (await lettersAbout(db.pool, consent.id)).filter((line) => line.startsWith('consent_ending'));
const morning = (day: string) => clock.set(`${day}T08:15:00+02:00`);
const seen = async () => {
  const adviser = await signInAtWorkspace(db.pool, consent.email);
  return (await call(db.pool, 'workspace_shared_with_me', { p_consent: consent.id }, adviser))[0]?.seen ?? null;
};

describe('before the end', () => {
  it('asks every owner and the giver a week before and a day before, and nobody in between', async () => {
    const second = newAddress();
    await newColleague(db.pool, company, second, 'owner');
    await newColleague(db.pool, company, newAddress());
    await morning('2026-10-24');
    expect(await run()).toMatchObject({ asked: 0 });
    for (const day of ['2026-10-25', '2026-10-26', '2026-10-30']) {
      await morning(day);
      await run();
    }
    const both = [`consent_ending ${company.owner.email}`, `consent_ending ${second}`].sort();
    expect(await asked()).toEqual(both);
    for (const day of ['2026-10-31', '2026-11-01']) {
      await morning(day);
      await run();
    }
    expect(await asked()).toEqual([...both, ...both].sort());
  });

  it('each with a link of their own that takes it back; the same one in both letters', async () => {
    await morning('2026-10-25');
    await run();
    await morning('2026-10-31');
    await run();
    const { rows } = await db.pool.query(`select distinct about from app.outbox where letter = 'consent_ending'`);
    expect(rows).toHaveLength(1);
    const told = await db.pool.query(`select app.about_consent_ending($1) as told`, [rows[0]?.about]);
    expect(told.rows[0]?.told).toMatchObject({ link: rows[0]?.about, ends_on: '2026-11-01', today: '2026-10-31' });
  });

  it('without a link for an owner when there are no more, to whom the letter goes all the same', async () => {
    await newColleague(db.pool, company, newAddress(), 'owner');
    await morning('2026-10-25');
    await run(100, 0);
    expect(await asked()).toHaveLength(2);
    const { rows } = await db.pool.query(
      `select app.about_consent_ending(about) as told from app.outbox where letter = 'consent_ending'`,
    );
    expect(rows.every(({ told }) => told !== null)).toBe(true);
  });

  it('twice at the same moment asks once', async () => {
    await morning('2026-10-25');
    const lock = { sql: `select pg_advisory_xact_lock(hashtextextended('end_consents', 5))`, values: [] };
    await atOnce(db.pool, lock, [() => run(), () => run()]);
    expect(await asked()).toHaveLength(1);
  });

  it('when nothing ran for days asks as soon as something does, once', async () => {
    await morning('2026-10-29');
    await run();
    expect(await asked()).toHaveLength(1);
    await morning('2026-11-01');
    await run();
    expect(await asked()).toHaveLength(2);
  });

  it('a letter that waited is dropped once somebody has gone on or taken it back', async () => {
    await morning('2026-10-25');
    await run();
    const told = async () =>
      (
        await db.pool.query(
          `select app.about_consent_ending(about) as told from app.outbox where letter = 'consent_ending'`,
        )
      ).rows[0]?.told;
    expect(await told()).not.toBeNull();
    const owner = await signInAtWorkspace(db.pool, company.owner.email);
    const args = { p_consent: consent.id, p_days: 90, p_links: linkPool(1) };
    expect(await call(db.pool, 'workspace_extend_consent', args, owner)).toBe('extended');
    expect(await told()).toBeNull();
  });

  it('after going on asks anew before the new end', async () => {
    await morning('2026-10-25');
    await run();
    const owner = await signInAtWorkspace(db.pool, company.owner.email);
    const args = { p_consent: consent.id, p_days: 30, p_links: linkPool(1) };
    await call(db.pool, 'workspace_extend_consent', args, owner);
    await morning('2026-11-17');
    await run();
    expect(await asked()).toHaveLength(2);
  });
});

describe('the end', () => {
  it('is the end of the last day in Helsinki, to the second, whether or not anything runs', async () => {
    await clock.set('2026-11-01T23:59:59+02:00');
    expect(await seen()).not.toBeNull();
    await clock.set('2026-11-02T00:00:00+02:00');
    expect(await seen()).toBeNull();
  });

  it('is noted once with its own moment, however late, and told to both sides', async () => {
    await morning('2026-11-05');
    expect(await run()).toMatchObject({ expired: 1 });
    expect(await run()).toMatchObject({ expired: 0 });
    expect(await recordOf(db.pool, consent.id)).toEqual(['given form', 'expired clock']);
    const { rows } = await db.pool.query(
      `select at from app.consent_events where consent_id = $1 and kind = 'expired'`,
      [consent.id],
    );
    expect(rows[0]?.at.toISOString()).toBe('2026-11-01T22:00:00.000Z');
    expect(await lettersAbout(db.pool, consent.id)).toEqual(
      expect.arrayContaining([`adviser_ended ${consent.email}`, `consent_over ${company.owner.email}`]),
    );
  });

  it('is not noted of what was taken back before', async () => {
    const owner = await signInAtWorkspace(db.pool, company.owner.email);
    await call(db.pool, 'workspace_withdraw_consent', { p_consent: consent.id }, owner);
    await morning('2026-11-05');
    expect(await run()).toMatchObject({ asked: 0, expired: 0 });
  });

  it('of many is noted in parts, and says when there are more', async () => {
    await share(db.pool, company, { p_days: 30 });
    await share(db.pool, company, { p_days: 30 });
    await morning('2026-11-05');
    expect(await run(2)).toMatchObject({ expired: 2, is_more: true });
    expect(await run(2)).toMatchObject({ expired: 1, is_more: false });
  });
});
