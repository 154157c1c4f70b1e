// A low answer that nobody answers: reminded of in the digest of whoever is to answer it, told of once it is late, an expert by letter.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { promiseDueAt } from '#domain/calendar.ts';
import { builtCatalogue } from '../support/built-catalogue.ts';
import { acts, type Engine, type EngineNeed, MAIJA, MATTI, NELLI, startEngine } from '../support/engine.ts';
import { call } from '../support/sql-call.ts';
import { linkPool } from '../support/sql-links.ts';
import { inviteTo, keepVersion, type TestVersion } from '../support/sql-surveys.ts';

const ERKKI = 'erkki@opisto.example';

let engine: Engine;
let survey: TestVersion;
beforeAll(async () => {
  engine = await startEngine('2026-09-28T06:00:00+03:00');
  const asked = builtCatalogue().surveys.find(({ id }) => id === 'first-response');
  survey = await keepVersion(engine.portal.db.pool, { event: 'first_response' }, asked?.questions);
});
beforeEach(() => engine.portal.rows('update app.coordinators set deputy = null'));
afterEach(async () => {
  vi.useRealTimers();
  await engine.forget();
});
afterAll(() => engine.close());

const subjects = (to: string) => engine.letters(to).map(({ subject }) => subject);
const newest = (to: string) => engine.letters(to).at(-1);

/** A need that `owner` answered on Thursday, and a low answer at a moment. */
async function unhappy(
  at: string,
  owner: (need: EngineNeed) => Promise<unknown>,
  given: object = { question: 'helped', choices: ['1'] },
): Promise<EngineNeed & { answer(given: object): Promise<unknown> }> {
  const need = await engine.need('2026-10-08T10:00:00+03:00');
  await owner(need);
  await engine.clock.set(at);
  const { link } = await inviteTo(engine.portal.db.pool, need as never, survey);
  const answer = (one: object) =>
    call(engine.portal.db.pool, 'answer_survey', {
      p_token_hash: link,
      p_answers: [one] as never,
      p_follow_up_due: promiseDueAt(new Date(at), 2).toISOString(),
    });
  expect(await answer(given)).toBe('answered');
  return { ...need, answer };
}
const MONDAY = '2026-10-12T10:00:00+03:00';
const WEEK = ['12', '13', '14', '15', '16'].map((day) => `2026-10-${day}T08:00:00+03:00`);
const ofMatti = (need: EngineNeed) => acts(engine, need, MATTI).answer();

it('the owner reads of it from the working day before on, and each day while it is late; the lead and the deputy once', async () => {
  await engine.portal.rows('update app.coordinators set deputy = $1 where email = $2', [NELLI, MATTI]);
  const { reference } = await unhappy(MONDAY, ofMatti);
  for (const at of WEEK.slice(1)) await engine.walk(at);
  const told = ['ti 13.10.', 'ke 14.10.', 'to 15.10.', 'pe 16.10.'].map(
    (day) => `Päivän tarpeet ${day}: palautteita 1`,
  );
  expect(subjects(MATTI)).toEqual([`${told[0]}, uusia muilla 1`, ...told.slice(1)]);
  expect(engine.letters(MATTI)[0]?.text).toContain('Vastattava viimeistään keskiviikkona 14.10.');
  expect(newest(MATTI)?.text).toContain('Piti vastata viimeistään keskiviikkona 14.10.');
  expect(newest(MATTI)?.text).toContain(`/desk/needs/${reference}`);
  for (const who of [MAIJA, NELLI]) {
    expect(subjects(who).filter((subject) => subject.includes('palautteita'))).toEqual([
      'Päivän tarpeet to 15.10.: palautteita 1',
    ]);
    expect(newest(who)?.text).toContain('Vastuuhenkilö: Matti Malli.');
  }
});

it('a second run of the same day tells it no second time', async () => {
  await unhappy(MONDAY, ofMatti);
  for (const minute of ['00', '10', '20']) await engine.walk(`2026-10-13T08:${minute}:00+03:00`);
  expect(subjects(MATTI)).toHaveLength(1);
});

it('while the owner is away whoever stands in reads of it, and the owner does not', async () => {
  await unhappy(MONDAY, ofMatti);
  await engine.addAbsence(MATTI, '2026-10-12', '2026-10-20', NELLI);
  await engine.walk(WEEK[1] as string);
  expect(subjects(MATTI).filter((subject) => subject.startsWith('Päivän'))).toEqual([]);
  expect(newest(NELLI)?.text).toContain('PALAUTE, JOHON ON VASTATTAVA (1)');
});

it.each([
  ['answered', (need: EngineNeed) => acts(engine, need, MATTI).answer('Anteeksi!')],
  [
    'taken back by the company',
    (need: EngineNeed & { answer(given: object): Promise<unknown> }) =>
      need.answer({ question: 'helped', choices: ['5'] }),
  ],
])('is told of no more once it is %s', async (_, end) => {
  const need = await unhappy(MONDAY, ofMatti);
  await end(need);
  for (const at of WEEK.slice(1)) await engine.walk(at);
  for (const who of [MAIJA, MATTI, NELLI])
    expect(subjects(who).filter((subject) => subject.includes('palautteita'))).toEqual([]);
});

it('of a need that has ended is reminded of all the same', async () => {
  const need = await unhappy(MONDAY, ofMatti);
  await engine.portal.rows(`update app.needs set state = 'closed', outcome = 'informed' where id = $1`, [need.id]);
  await engine.walk(WEEK[1] as string);
  expect(subjects(MATTI)).toEqual(['Päivän tarpeet ti 13.10.: palautteita 1']);
});

it('an expert is reminded by one letter with the own link; late, the lead and whoever handed the need over hear of it', async () => {
  await unhappy(MONDAY, async (need) => {
    await acts(engine, need, MATTI).handOver(ERKKI, linkPool(5));
    await acts(engine, need, ERKKI).answer();
  });
  for (const at of WEEK) await engine.walk(at);
  expect(subjects(ERKKI)).toHaveLength(1);
  expect(newest(ERKKI)?.subject).toMatch(/^Muistutus: yritys odottaa yhteydenottoa, viite /);
  expect(newest(ERKKI)?.text).toMatch(/\/l\/[\w-]{43}/);
  for (const who of [MAIJA, MATTI])
    expect(subjects(who).filter((subject) => subject.includes('palautteita'))).toEqual([
      'Päivän tarpeet to 15.10.: palautteita 1',
    ]);
});

it('the expert’s reminder that waits is dropped when the company was answered meanwhile', async () => {
  const need = await unhappy(MONDAY, async (one) => {
    await acts(engine, one, MATTI).handOver(ERKKI, linkPool(5));
    await acts(engine, one, ERKKI).answer();
  });
  await engine.portal.mail({ mode: 'down' });
  await engine.walk(WEEK[1] as string);
  await acts(engine, need, ERKKI).answer('Soitin äsken.');
  await engine.portal.mail({ mode: 'up' });
  await engine.drain('2026-10-13T09:00:00+03:00');
  expect(subjects(ERKKI)).toEqual([]);
});

it('who says not to have been contacted while the lead is away is told to whoever stands in for the lead', async () => {
  await engine.clock.set(MONDAY);
  await engine.addAbsence(MAIJA, '2026-10-12', '2026-10-20', NELLI);
  await unhappy(MONDAY, ofMatti, { question: 'contacted', choices: ['no'] });
  const told = await engine.portal.rows<{ to_email: string }>(
    `select to_email from app.outbox where letter = 'low_answer' order by 1`,
  );
  expect(told.map(({ to_email }) => to_email)).toEqual([MATTI, NELLI]);
});
