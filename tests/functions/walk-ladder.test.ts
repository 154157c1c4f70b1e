// walk-ladder: each step of the promise in its hour and once, whatever the schedule, the mail and the clocks do.
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { acts, type Engine, type EngineNeed, MAIJA, MATTI, NELLI, startEngine } from '../support/engine.ts';
import { linkPool } from '../support/sql-links.ts';

const ERKKI = 'erkki@opisto.example';

let engine: Engine;
let need: EngineNeed;
beforeAll(async () => {
  engine = await startEngine('2026-09-28T06:00:00+03:00');
});
afterEach(async () => {
  vi.useRealTimers();
  await engine.portal.mail({ mode: 'up', refuse: [] });
  await engine.forget();
});
afterAll(() => engine.close());

const subjects = (to: string) => engine.letters(to).map(({ subject }) => subject);
const waiting = async () =>
  (
    await engine.portal.rows<{ letter: string }>(
      `select letter from app.outbox where num_nonnulls(sent_at, dropped_at, stuck_at) = 0 and letter <> 'survey' order by letter`,
    )
  ).map(({ letter }) => letter);

describe('a need that nobody answers', () => {
  it('is reminded of a working day before, told of at eight after the due time, and the company a working day later', async () => {
    need = await engine.need('2026-10-01T21:00:00+03:00');
    for (const at of [
      '2026-10-02T07:59:00+03:00', // Friday: too early
      '2026-10-02T08:00:00+03:00',
      '2026-10-02T15:59:00+03:00',
      '2026-10-03T10:00:00+03:00', // Saturday
      '2026-10-05T08:00:00+03:00', // Monday, the due day
      '2026-10-05T23:59:59+03:00',
      '2026-10-06T00:00:30+03:00', // late, but night
      '2026-10-06T08:00:00+03:00',
      '2026-10-06T12:00:00+03:00',
      '2026-10-07T07:50:00+03:00',
      '2026-10-07T08:00:00+03:00',
      '2026-10-08T08:00:00+03:00',
    ])
      await engine.walk(at);
    expect(await engine.log(need)).toEqual([
      'reminded at 2026-10-02 08:00',
      'escalated at 2026-10-06 08:00',
      'told_late at 2026-10-07 08:00',
    ]);
    expect(subjects(MAIJA)).toEqual([
      'Päivän tarpeet pe 2.10.: 1 seuraavana työpäivänä',
      'Päivän tarpeet ma 5.10.: 1 tänään',
      'Päivän tarpeet ti 6.10.: 1 myöhässä',
      'Päivän tarpeet ke 7.10.: 1 myöhässä',
      'Päivän tarpeet to 8.10.: 1 myöhässä',
    ]);
    expect(subjects(need.email)).toEqual([`Vastauksemme on myöhässä, viite ${need.reference}`]);
    const [note] = engine.letters(need.email);
    expect(note?.text).toContain('Viimeinen vastauspäivä oli maanantai 5.10.2026');
    expect(note?.text).toContain('Asiallasi ei ole vielä vastuuhenkilöä.');
    expect(note?.text).toMatch(/soita numeroon \+358/);
  });

  it('is late for its owner, the owner’s deputy and the lead, and for nobody else', async () => {
    await engine.portal.rows('update app.coordinators set deputy = $1 where email = $2', [NELLI, MATTI]);
    need = await engine.need('2026-10-08T10:00:00+03:00');
    await acts(engine, need, MATTI).take();
    await engine.walk('2026-10-09T08:00:00+03:00');
    await engine.walk('2026-10-12T08:00:00+03:00');
    expect([subjects(MAIJA), subjects(NELLI)]).toEqual([
      ['Päivän tarpeet pe 9.10.: uusia muilla 1'],
      ['Päivän tarpeet pe 9.10.: uusia muilla 1'],
    ]);
    await engine.walk('2026-10-13T08:00:00+03:00');
    for (const who of [MAIJA, MATTI, NELLI]) expect(subjects(who).at(-1)).toBe('Päivän tarpeet ti 13.10.: 1 myöhässä');
    expect(engine.letters(MAIJA).at(-1)?.text).toContain('Vastuuhenkilö: Matti Malli.');
    // The lead and the deputy were told; the owner goes on hearing of it.
    await engine.walk('2026-10-14T08:00:00+03:00');
    expect(subjects(MATTI).at(-1)).toBe('Päivän tarpeet ke 14.10.: 1 myöhässä');
    for (const who of [MAIJA, NELLI]) expect(subjects(who).at(-1)).toBe('Päivän tarpeet ti 13.10.: 1 myöhässä');
    await engine.portal.rows('update app.coordinators set deputy = null');
    const [note] = engine.letters(need.email);
    expect(note?.text).toContain('Asiaasi hoitaa Matti Malli.');
  });

  it('that an expert owns: the expert is reminded, the one who handed it over and the lead hear that it is late', async () => {
    need = await engine.need('2026-10-08T10:00:00+03:00');
    await acts(engine, need, MATTI).handOver(ERKKI, linkPool(5));
    await acts(engine, need, ERKKI).take();
    await engine.walk('2026-10-09T08:00:00+03:00');
    expect(subjects(ERKKI)).toEqual([`Muistutus: vastaa yritykselle, viite ${need.reference}`]);
    await engine.walk('2026-10-13T08:00:00+03:00');
    expect([subjects(MAIJA).at(-1), subjects(MATTI).at(-1)]).toEqual([
      'Päivän tarpeet ti 13.10.: 1 myöhässä',
      'Päivän tarpeet ti 13.10.: 1 myöhässä',
    ]);
    expect(subjects(NELLI)).toEqual(['Päivän tarpeet pe 9.10.: uusia muilla 1']);
    expect(engine.letters(MATTI).at(-1)?.text).toContain('Vastuuhenkilö: Erkki Esimerkki.');
  });
});

describe('each step looks again when it is about to go:', () => {
  it('who was answered is told of no delay, though the step had been taken', async () => {
    need = await engine.need('2026-10-01T10:00:00+03:00');
    await acts(engine, need, MAIJA).take();
    await engine.portal.mail({ mode: 'down' });
    await engine.walk('2026-10-07T08:00:00+03:00');
    expect(await waiting()).toEqual(['digest', 'digest', 'digest', 'promise_late']);
    await acts(engine, need, MAIJA).answer();
    await engine.portal.mail({ mode: 'up' });
    await engine.drain('2026-10-07T08:30:00+03:00');
    expect(subjects(need.email)).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  it('a reminder does not go to an expert who has let go of the need', async () => {
    need = await engine.need('2026-10-08T10:00:00+03:00');
    await acts(engine, need, MATTI).handOver(ERKKI, linkPool(5));
    await acts(engine, need, ERKKI).take();
    await engine.portal.mail({ mode: 'down' });
    await engine.walk('2026-10-09T08:00:00+03:00');
    await acts(engine, need, ERKKI).decline();
    await engine.portal.mail({ mode: 'up' });
    await engine.drain('2026-10-09T09:00:00+03:00');
    expect(subjects(ERKKI)).toEqual([]);
  });

  it('a digest with nothing to tell is not sent', async () => {
    await engine.walk('2026-10-09T08:00:00+03:00');
    expect(subjects(MAIJA)).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  it('a need that was answered or taken back walks no step', async () => {
    const answered = await engine.need('2026-10-01T10:00:00+03:00');
    await acts(engine, answered, MAIJA).answer();
    const withdrawn = await engine.need('2026-10-01T10:00:00+03:00');
    await acts(engine, withdrawn, withdrawn.email).withdraw();
    for (const day of ['02', '05', '06', '07']) await engine.walk(`2026-10-${day}T08:00:00+03:00`);
    expect(await engine.log(answered)).toEqual(['taken at 2026-10-01 10:00', 'answered at 2026-10-01 10:00']);
    expect(await engine.log(withdrawn)).toEqual(['withdrawn at 2026-10-01 10:00']);
  });
});

describe('the schedule', () => {
  it('run twice at once does everything once', async () => {
    need = await engine.need('2026-10-01T10:00:00+03:00');
    await engine.clock.set('2026-10-07T08:00:00+03:00');
    const walk = () =>
      engine.portal.rows<{ told: number; digests: number }>(
        `select told, digests from api.walk_ladder('2026-10-07', '2026-10-08T20:59:59.999Z', '2026-10-05T21:00:00Z',
           '{[2026-10-07T05:00:00Z,2026-10-07T13:00:00Z)}')`,
      );
    const runs = (await Promise.all([walk(), walk(), walk()])).flat();
    expect(runs.map(({ told, digests }) => told + digests).toSorted()).toEqual([0, 0, 4]);
    await Promise.all([engine.drain(engine.clock.now()), engine.walk(engine.clock.now())]);
    expect(await engine.log(need)).toEqual(['escalated at 2026-10-07 08:00', 'told_late at 2026-10-07 08:00']);
    expect([subjects(need.email).length, subjects(MAIJA).length]).toEqual([1, 1]);
  });

  it('run late in the day does then what was due at eight; after four it waits for the next working day', async () => {
    need = await engine.need('2026-10-01T10:00:00+03:00');
    await engine.walk('2026-10-02T15:50:00+03:00');
    await engine.walk('2026-10-05T16:00:00+03:00');
    await engine.walk('2026-10-06T16:10:00+03:00');
    await engine.walk('2026-10-07T13:00:00+03:00');
    expect(await engine.log(need)).toEqual([
      'reminded at 2026-10-02 15:50',
      'escalated at 2026-10-07 13:00',
      'told_late at 2026-10-07 13:00',
    ]);
  });

  it('not run for three days reminds of nothing that is over, and tells what is late', async () => {
    need = await engine.need('2026-10-01T10:00:00+03:00');
    await engine.walk('2026-10-06T08:00:00+03:00');
    expect(await engine.log(need)).toEqual(['escalated at 2026-10-06 08:00']);
    expect(subjects(MAIJA)).toEqual(['Päivän tarpeet ti 6.10.: 1 myöhässä']);
  });

  it.each([
    [
      'summer time ended',
      '2026-10-23T10:00:00+03:00',
      ['2026-10-26T05:00:00Z', '2026-10-26T06:00:00Z'],
      '2026-10-26 08:00',
    ],
    [
      'summer time began',
      '2027-03-26T10:00:00+02:00',
      ['2027-03-30T04:50:00Z', '2027-03-30T05:00:00Z'],
      '2027-03-30 08:00',
    ],
  ])(
    'run over the weekend in which %s keeps to eight by the clock on the wall',
    async (_, received, runs, reminded) => {
      need = await engine.need(received);
      for (const at of runs) await engine.walk(at);
      expect(await engine.log(need)).toEqual([`reminded at ${reminded}`]);
    },
  );

  it('reckons with the database’s clock when its own is wrong by an hour', async () => {
    need = await engine.need('2026-10-01T10:00:00+03:00');
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-10-02T09:30:00+03:00') });
    await engine.walk('2026-10-02T07:30:00+03:00');
    expect(await engine.log(need)).toEqual([]);
    vi.setSystemTime(new Date('2026-10-02T07:30:00+03:00'));
    await engine.walk('2026-10-02T08:30:00+03:00');
    expect(await engine.log(need)).toEqual(['reminded at 2026-10-02 08:30']);
  });

  it('whose idea of the day is another than the database’s walks nowhere', async () => {
    need = await engine.need('2026-10-01T10:00:00+03:00');
    await engine.clock.set('2026-10-07T20:00:00+03:00');
    const walk = (day: string, from: string, to: string) =>
      engine.portal.rows(
        `select told, digests from api.walk_ladder($1, '2026-10-09T00:00:00Z', '2026-10-06T00:00:00Z', $2)`,
        [day, `{[${from},${to})}`],
      );
    const nothing = [{ told: 0, digests: 0 }];
    expect(await walk('2026-10-07', '2026-10-07T05:00:00Z', '2026-10-07T13:00:00Z')).toEqual(nothing);
    expect(await walk('2026-10-08', '2026-10-07T05:00:00Z', '2026-10-08T13:00:00Z')).toEqual(nothing);
  });
});

describe('mail that cannot go', () => {
  const stuck = async () =>
    (
      await engine.portal.rows<{ letter: string; to_email: string }>('select letter, to_email from api.stuck_letters()')
    ).map(({ letter, to_email }) => `${letter} → ${to_email}`);
  const late = async () =>
    (await engine.portal.rows<{ oldest_seconds: number }>('select * from api.health()'))[0]?.oldest_seconds;

  it('until four o’clock goes at eight of the next working day, is late in no hour between, and goes once', async () => {
    need = await engine.need('2026-10-05T10:00:00+03:00'); // due on Wednesday 7.10.
    await engine.portal.mail({ mode: 'down' });
    await engine.walk('2026-10-09T15:55:00+03:00'); // Friday
    expect(await late()).toBe(0);
    await engine.portal.mail({ mode: 'up' });
    for (const at of ['2026-10-09T16:00:00+03:00', '2026-10-10T10:00:00+03:00', '2026-10-12T07:59:00+03:00']) {
      await engine.drain(at);
      expect([subjects(need.email), await late()]).toEqual([[], 0]);
    }
    await engine.drain('2026-10-12T08:00:00+03:00');
    await engine.drain('2026-10-12T08:01:00+03:00');
    expect(subjects(need.email)).toHaveLength(1);
  });

  it('is late from the beginning of the hours that it lets pass', async () => {
    need = await engine.need('2026-10-05T10:00:00+03:00');
    await engine.portal.mail({ mode: 'down' });
    await engine.walk('2026-10-09T15:55:00+03:00');
    await engine.clock.set('2026-10-12T08:10:00+03:00');
    expect(await late()).toBe(600);
  });

  it('a digest of a day that is over is not sent; the next one tells what still holds, to the lead too', async () => {
    need = await engine.need('2026-10-05T10:00:00+03:00');
    await acts(engine, need, MATTI).take();
    await engine.portal.mail({ mode: 'down' });
    await engine.walk('2026-10-08T08:00:00+03:00');
    await engine.drain('2026-10-08T15:50:00+03:00');
    await engine.portal.mail({ mode: 'up' });
    await engine.walk('2026-10-09T08:00:00+03:00');
    expect(subjects(MAIJA)).toEqual(['Päivän tarpeet pe 9.10.: 1 myöhässä']);
    expect(subjects(MATTI)).toEqual(['Päivän tarpeet pe 9.10.: 1 myöhässä']);
  });

  it('a second try of a digest says the same, whatever has happened since', async () => {
    need = await engine.need('2026-10-05T10:00:00+03:00');
    await engine.portal.mail({ mode: 'down' });
    await engine.walk('2026-10-06T08:00:00+03:00');
    await acts(engine, need, MATTI).answer();
    await engine.portal.mail({ mode: 'up' });
    await engine.drain('2026-10-06T08:20:00+03:00');
    expect(subjects(MAIJA)).toEqual(['Päivän tarpeet ti 6.10.: 1 seuraavana työpäivänä']);
    expect(engine.letters(MAIJA)[0]?.text).toContain('Tilanne on klo 8.00.');
  });

  it('and is refused for good is shown to the operator, and the owner reads that the company was not reached', async () => {
    need = await engine.need('2026-10-05T10:00:00+03:00');
    await acts(engine, need, MATTI).take();
    await engine.portal.mail({ refuse: [need.email] });
    await engine.walk('2026-10-09T08:00:00+03:00');
    expect(await stuck()).toEqual([`promise_late → ${need.email}`]);
    await engine.walk('2026-10-12T08:00:00+03:00');
    expect(engine.letters(MATTI).at(-1)?.text).toContain('Viestimme yritykselle ei mennyt perille: soita.');
  });

  it('in none of ten working days is the operator’s, who may send it all the same', async () => {
    need = await engine.need('2026-10-05T10:00:00+03:00');
    await engine.portal.mail({ mode: 'down' });
    await engine.walk('2026-10-09T15:55:00+03:00');
    await engine.drain('2026-10-23T10:00:00+03:00');
    expect(await stuck()).toEqual([`promise_late → ${need.email}`]);
    await engine.portal.mail({ mode: 'up' });
    await engine.portal.rows('select api.retry_letter(id) from api.stuck_letters()');
    await engine.drain('2026-10-23T20:00:00+03:00');
    expect(subjects(need.email)).toHaveLength(1);
  });
});
