// A coordinator who is listed no more while holding needs: nothing stays with them, nothing is lost, and the others are told.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { acts, type Engine, LISTED, MAIJA, MATTI, NELLI, startEngine } from '../support/engine.ts';
import { call } from '../support/sql-call.ts';
import { linksOf } from '../support/sql-links.ts';
import { lettersOf, needRow } from '../support/sql-needs.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine('2027-01-11T06:00:00+02:00');
});
afterEach(async () => {
  process.env.COORDINATOR_EMAILS = LISTED;
  await engine.walk(engine.clock.now());
  await engine.portal.rows('update app.coordinators set deputy = null');
  await engine.forget();
});
afterAll(() => engine.close());

/** The next deploy has a shorter list; its first process puts it on record, and the minute's drain sends what came of it. */
async function without(email: string, at: string): Promise<void> {
  process.env.COORDINATOR_EMAILS = LISTED.split(', ')
    .filter((one) => !one.includes(email))
    .join(', ');
  await engine.walk(at);
  await engine.drain(at);
}
const owned = async () => {
  const need = await engine.need('2027-01-11T09:00:00+02:00');
  await acts(engine, need, MATTI).take();
  return need;
};

it('their needs are free at once, on record, and every other coordinator has one letter about all of them', async () => {
  const [first, second] = [await owned(), await owned()];
  await acts(engine, second, MATTI).answer();
  await without(MATTI, '2027-01-11T20:00:00+02:00');
  expect(await needRow(engine.portal.db.pool, first.id)).toMatchObject({ state: 'received', owner_email: null });
  expect(await needRow(engine.portal.db.pool, second.id)).toMatchObject({
    state: 'received',
    owner_email: null,
    promise_kept: true,
  });
  expect((await engine.log(first)).at(-1)).toBe('owner_left at 2027-01-11 20:00');
  for (const who of [MAIJA, NELLI]) {
    expect(engine.letters(who).map(({ subject }) => subject)).toEqual([
      'Katso, kenellä tarpeet nyt ovat: Matti Malli ei ole enää koordinaattori',
    ]);
    for (const need of [first, second]) expect(engine.letters(who)[0]?.text).toContain(need.reference);
  }
  expect(engine.letters(MATTI)).toEqual([]);
  await engine.walk('2027-01-12T08:00:00+02:00');
  expect(engine.letters(MAIJA).at(-1)?.text).toContain(first.reference);
});

it('or go to the deputy whom they named, who alone is told', async () => {
  await call(engine.portal.db.pool, 'desk_name_deputy', { p_deputy: NELLI }, await engine.atDesk(MATTI));
  const need = await owned();
  await without(MATTI, '2027-01-11T10:00:00+02:00');
  expect(await needRow(engine.portal.db.pool, need.id)).toMatchObject({ state: 'claimed', owner_email: NELLI });
  const about = (who: string) =>
    engine.letters(who).filter(({ subject }) => subject.startsWith('Katso, kenellä tarpeet'));
  expect([about(NELLI).length, about(MAIJA).length]).toEqual([1, 0]);
  expect(about(NELLI)[0]?.text).toContain('Nyt sinulla.');
});

it('a deputy who leaves with them is none', async () => {
  await call(engine.portal.db.pool, 'desk_name_deputy', { p_deputy: NELLI }, await engine.atDesk(MATTI));
  const need = await owned();
  process.env.COORDINATOR_EMAILS = `Maija Malli <${MAIJA}>`;
  await engine.walk('2027-01-11T10:00:00+02:00');
  expect(await needRow(engine.portal.db.pool, need.id)).toMatchObject({ owner_email: null });
  expect(engine.letters(MAIJA).at(-1)?.text).toContain(need.reference);
});

it('the links of their letters are dead, and what waits for them is not sent', async () => {
  const need = await owned();
  const { answer_need } = await linksOf(engine.portal.db.pool, need.id, MATTI);
  await acts(engine, need, need.email).reply();
  await without(MATTI, '2027-01-11T10:00:00+02:00');
  expect(await call(engine.portal.db.pool, 'open_link', { p_token_hash: answer_need })).toEqual([]);
  expect(await call(engine.portal.db.pool, 'answer_need', { p_token_hash: answer_need, p_body: 'Hei.' })).toBe(
    'no_link',
  );
  expect(engine.portal.letters(MATTI).filter(({ subject }) => /vastasi|kirjoitti/i.test(subject))).toEqual([]);
  // The company's next words reach those who are left.
  await acts(engine, need, need.email).reply('Onko siellä ketään?');
  const told = (await lettersOf(engine.portal.db.pool, need.id)).filter((line) => line.startsWith('reply_received'));
  expect(told).toEqual([`reply_received → ${MAIJA}`, `reply_received → ${NELLI}`]);
});

it('a lead who leaves is followed by the next one: no need is without somebody', async () => {
  const need = await engine.need('2027-01-11T09:00:00+02:00');
  await acts(engine, need, MAIJA).take();
  await without(MAIJA, '2027-01-11T10:00:00+02:00');
  expect(await engine.portal.rows('select email from app.coordinators where is_lead')).toEqual([{ email: MATTI }]);
  expect(engine.letters(MATTI).at(-1)?.text).toContain(need.reference);
});
