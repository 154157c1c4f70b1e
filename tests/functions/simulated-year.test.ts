// A year of the promise in a minute: a thousand needs at all hours, holidays, absences, outages of the mail, answers early, late
// and never, through the real schedule by a given clock; then everything it did is held against a reckoning of its own.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acts, type Engine, type EngineNeed, MAIJA, MATTI, NELLI, startEngine } from '../support/engine.ts';
import {
  dateOfDay,
  dayOf,
  inMailHours,
  isBefore,
  isWorkday,
  later,
  utcOf,
  type Wall,
} from '../support/hand-reckoned-days.ts';
import { random } from '../support/random.ts';
import { type ReckonedAbsence, ReckonedEngine, type ReckonedNeed } from '../support/reckoned-engine.ts';
import { call } from '../support/sql-call.ts';
import { linkPool } from '../support/sql-links.ts';

const NEEDS = 1000;
const FIRST = dayOf('2027-01-04');
/** The last need comes before Christmas, so that its whole ladder lies within the year. */
const LAST = dayOf('2027-12-20');
const END = dayOf('2028-01-07');
const ERKKI = 'erkki@opisto.example';
const COORDINATORS = [MAIJA, MATTI, NELLI];
const DEPUTIES = { [MATTI]: NELLI, [NELLI]: MATTI };

const absence = (email: string, first: string, last: string, deputy: string | null): ReckonedAbsence => ({
  email,
  first: dayOf(first),
  last: dayOf(last),
  deputy,
});
/** Told one after the other, so that no deputy is away yet when named: some fall ill while they stand in. */
const ABSENCES = [
  absence(MATTI, '2027-02-15', '2027-02-19', NELLI),
  absence(NELLI, '2027-03-24', '2027-04-01', MAIJA),
  absence(MATTI, '2027-07-05', '2027-07-30', NELLI),
  absence(NELLI, '2027-07-19', '2027-07-21', null), // ill in the middle of standing in: the lead has both
  absence(MAIJA, '2027-08-02', '2027-08-27', MATTI),
  absence(MATTI, '2027-08-09', '2027-08-10', NELLI), // the deputy's deputy
  absence(NELLI, '2027-10-30', '2027-11-02', MATTI), // over the change of clocks
  absence(MAIJA, '2027-12-20', '2028-01-02', null), // Christmas: everybody, and nobody left
  absence(MATTI, '2027-12-22', '2028-01-02', null),
  absence(NELLI, '2027-12-23', '2028-01-02', null),
];

const outage = (from: string, minute: number, to: string, end: number): [Wall, Wall] => [
  { day: dayOf(from), minute },
  { day: dayOf(to), minute: end },
];
/** The mail service is away: for a morning, for a day, for days on end, and from a Friday's last hour over the weekend. */
const OUTAGES = [
  outage('2027-02-01', 470, '2027-02-04', 900),
  outage('2027-03-09', 470, '2027-03-09', 630),
  outage('2027-05-19', 0, '2027-05-20', 0),
  outage('2027-06-01', 470, '2027-06-04', 700),
  outage('2027-08-18', 470, '2027-08-18', 900),
  outage('2027-09-17', 900, '2027-09-19', 600),
  outage('2027-10-11', 470, '2027-10-14', 700),
  outage('2027-11-17', 470, '2027-11-17', 900),
];
const isMailUp = (at: Wall): boolean => !OUTAGES.some(([from, to]) => !isBefore(at, from) && isBefore(at, to));

const chance = random(20270104);
const below = (count: number): number => chance.int(0, count - 1);
const fraction = (): number => below(1_000_000) / 1_000_000;
/** Ends of days and of mail hours. */
const EDGES = [0, 1, 479, 480, 959, 960, 1439];

interface Action {
  at: Wall;
  run: (at: Wall) => Promise<void>;
}
const actions: Action[] = [];
const plan = (at: Wall, run: Action['run']) => actions.push({ at, run });

let engine: Engine;
const reckoned = new ReckonedEngine({ coordinators: COORDINATORS, absences: ABSENCES, deputies: DEPUTIES, isMailUp });
const real = new Map<string, EngineNeed>();
let runs = 0;

/** What becomes of a need: whether and when somebody takes it, hands it on, answers, writes, withdraws. */
function planNeed(name: string): void {
  const minute = fraction() < 0.1 ? chance.pick(EDGES) : below(1440);
  // The hour that March leaves out is on no clock, and the one that October has twice would be the same on both.
  const received: Wall = { day: FIRST + below(LAST - FIRST), minute: minute >= 180 && minute < 240 ? 300 : minute };
  let need: ReckonedNeed;
  plan(received, async (at) => {
    need = reckoned.receive(name, at);
    real.set(name, await engine.need(utcOf(at), { company_name: name }));
  });
  const given = () => real.get(name) as EngineNeed;
  const isOpen = () => !need.withdrawn;
  const fate = fraction();
  const taker = chance.pick(COORDINATORS);
  if (fraction() < 0.6) {
    plan(later(received, 5 + below(1500)), async () => {
      if (!isOpen() || need.owner) return;
      expect(await acts(engine, given(), taker).take()).toBe('taken');
      need.owner = taker;
    });
  }
  const isExpert = fraction() < 0.12;
  if (isExpert) {
    plan(later(received, 30 + below(900)), async () => {
      if (!isOpen() || need.answered) return;
      await acts(engine, given(), taker).handOver(ERKKI, linkPool(5));
      if ((await acts(engine, given(), ERKKI).take()) !== 'taken') throw new Error('the expert could not take it');
      need.owner = ERKKI;
      need.handedBy = taker;
    });
  }
  const answerAt = (after: number) =>
    plan(later(received, after), async (at) => {
      if (!isOpen() || need.answered) return;
      const who = need.owner ?? taker;
      expect(await acts(engine, given(), who).answer()).toBe('said');
      need.owner ??= who;
      need.answered = at;
      need.waits = true;
    });
  if (fate < 0.35) answerAt(1000 + below(600));
  else if (fate < 0.72) answerAt(1500 + below(1800));
  else if (fate < 0.92) answerAt(4 * 1440 + below(8 * 1440));
  else if (fate < 0.95) {
    plan(later(received, 40 + below(9000)), async (at) => {
      if (need.answered) return;
      expect(await acts(engine, given(), given().email).withdraw()).toBe('withdrawn');
      need.withdrawn = at;
    });
  }
  // The rest is never answered; most of those companies give up some weeks later, and the silence stays on record.
  else if (fate < 0.995) {
    plan(later(received, 1440 * (12 + below(15))), async (at) => {
      expect(await acts(engine, given(), given().email).withdraw()).toBe('withdrawn');
      need.withdrawn = at;
    });
  }
  // Some companies write again; most of those get another answer.
  if (fraction() < 0.2) {
    const replied = later(received, 5000 + below(9000));
    plan(replied, async () => {
      if (!isOpen() || !need.answered) return;
      expect(await acts(engine, given(), given().email).reply()).toBe('said');
      need.waits = false;
    });
    plan(later(replied, 600 + below(4000)), async () => {
      if (!isOpen() || !need.answered || need.waits) return;
      await acts(engine, given(), need.owner as string).answer('Vastaus kysymykseesi.');
      need.waits = true;
    });
  }
}

/** How the schedule of a day goes: as it should, late, twice at once, or not at all. */
function planDay(day: number): void {
  const luck = fraction();
  if ((luck < 0.03 || GAPS.includes(day)) && isWorkday(day)) return;
  const minutes = luck < 0.1 ? [620, 621, 955] : luck < 0.15 ? [870] : [470, 480, 490, 930, 965];
  for (const minute of isWorkday(day) ? minutes : [480, 600]) {
    plan({ day, minute }, async (at) => {
      runs += 1;
      await engine.portal.mail({ mode: isMailUp(at) ? 'up' : 'down' });
      await (luck > 0.9 ? Promise.all([engine.walk(utcOf(at)), engine.walk(utcOf(at))]) : engine.walk(utcOf(at)));
      reckoned.run(at);
    });
  }
}
/** Three working days and more without a run. */
const GAPS = ['2027-04-13', '2027-04-14', '2027-04-15', '2027-10-28', '2027-10-29', '2027-11-01'].map(dayOf);

/** Letters that are none of the engine's count as gone as soon as they are queued: six thousand of them, and tried elsewhere. */
const OTHERS_ARE_GONE = `
  create function given.gone() returns trigger language plpgsql as 'begin new.sent_at := given.now(); return new; end';
  create trigger gone before insert on app.outbox for each row
  when (new.letter not in ('digest', 'promise_late', 'expert_reminder', 'stand_in')) execute function given.gone();`;

const wallText = ({ day, minute }: Wall) =>
  `${dateOfDay(day)} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const WALL = `to_char(%s at time zone 'Europe/Helsinki', 'YYYY-MM-DD HH24:MI')`;
const wall = (column: string) => WALL.replace('%s', column);

beforeAll(async () => {
  engine = await startEngine('2027-01-03T20:00:00+02:00');
  await engine.portal.rows(OTHERS_ARE_GONE);
  for (const [email, p_deputy] of Object.entries(DEPUTIES))
    await call(engine.portal.db.pool, 'desk_name_deputy', { p_deputy }, await engine.atDesk(email));
  for (const { email, first, last, deputy } of ABSENCES) {
    // Told on the day before, or in the morning.
    plan({ day: first - (first % 2), minute: 10 }, async () => {
      await engine.clock.set(utcOf({ day: first - (first % 2), minute: 10 }));
      expect([email, await engine.addAbsence(email, dateOfDay(first), dateOfDay(last), deputy)]).toEqual([
        email,
        'added',
      ]);
    });
  }
  for (let n = 0; n < NEEDS; n += 1) planNeed(`Tarve ${n}`);
  for (let day = FIRST; day <= END; day += 1) planDay(day);
  actions.sort((a, b) => a.at.day - b.at.day || a.at.minute - b.at.minute);
  for (const { at, run } of actions) {
    if (at.day > END) break;
    await engine.clock.set(utcOf(at));
    await run(at);
  }
}, 900_000);
afterAll(() => engine.close());

const names = async (sql: string): Promise<string[]> =>
  (await engine.portal.rows<{ line: string }>(sql)).map(({ line }) => line);

function standing({ answered, withdrawn, dueDay }: ReckonedNeed): 'kept' | 'broken' | 'neither' {
  if (answered) return answered.day <= dueDay ? 'kept' : 'broken';
  if (withdrawn && withdrawn.day <= dueDay) return 'neither';
  return 'broken';
}

describe('of a simulated year', () => {
  it('every due time is the one reckoned by hand, to the millisecond', async () => {
    const lines = await names(
      `select company_name || ' ' || to_char(due_at at time zone 'Europe/Helsinki', 'YYYY-MM-DD HH24:MI:SS.MS') as line from app.needs order by 1`,
    );
    expect(lines).toEqual(
      reckoned.needs.map(({ name, dueDay }) => `${name} ${dateOfDay(dueDay)} 23:59:59.999`).toSorted(),
    );
    expect(lines).toHaveLength(NEEDS);
  });

  it('every step of the ladder was taken once, at its time', async () => {
    const lines = await names(`select n.company_name || ' ' || s.step || ' ' || ${wall('s.taken_at')} as line
      from app.ladder_steps s join app.needs n on n.id = s.need_id`);
    const expected = reckoned.needs.flatMap(({ name, steps }) =>
      Object.entries(steps).map(([step, at]) => `${name} ${step} ${wallText(at)}`),
    );
    expect(lines.toSorted()).toEqual(expected.toSorted());
    const logged = await names(`select n.company_name || ' ' || e.kind || ' ' || ${wall('e.at')} as line
      from app.events e join app.needs n on n.id = e.need_id where e.kind in ('reminded', 'escalated', 'told_late')`);
    const KINDS = { remind: 'reminded', escalate: 'escalated', tell_company: 'told_late' } as const;
    expect(logged.toSorted()).toEqual(
      reckoned.needs
        .flatMap(({ name, steps }) =>
          Object.entries(steps).map(([step, at]) => `${name} ${KINDS[step as keyof typeof KINDS]} ${wallText(at)}`),
        )
        .toSorted(),
    );
  });

  it('every letter of the ladder went once, at its time, to whom it was for, and no other did', async () => {
    const lines = await names(`select o.letter || ' ' || n.company_name || ' ' || ${wall('o.sent_at')} as line
      from app.outbox o join app.needs n on n.id = o.need_id
      where o.letter in ('promise_late', 'expert_reminder') and o.sent_at is not null`);
    const expected = reckoned.notes.flatMap(({ kind, need, sent }) =>
      sent ? [`${kind} ${need.name} ${wallText(sent)}`] : [],
    );
    expect(lines.toSorted()).toEqual(expected.toSorted());
    // What the mailbox has taken is what counts for people.
    for (const { kind, need, sent } of reckoned.notes) {
      const to = kind === 'promise_late' ? real.get(need.name)?.email : ERKKI;
      const taken = engine
        .letters(to as string)
        .filter(({ subject }) => subject.includes(real.get(need.name)?.reference as string));
      expect([need.name, taken.length]).toEqual([need.name, sent ? 1 : 0]);
    }
  });

  it('every digest went once a day at its time, with just the needs that it should tell of, each in its section', async () => {
    const rows = await engine.portal.rows<{
      email: string;
      day: string;
      at: string;
      told: string[];
      more: Record<string, number>;
    }>(`
      select d.email, d.day::text as day, ${wall('o.sent_at')} as at, d.told -> 'more' as more,
        array(select n.company_name || ' ' || (t.value ->> 'section') from jsonb_array_elements(d.told -> 'needs') t
          join app.needs n on n.id = (t.value ->> 'id')::uuid) as told
      from app.digests d join app.outbox o on o.digest_id = d.id where d.letter = 'digest' and o.sent_at is not null`);
    const keyOf = (email: string, day: string, at: string) => `${email} ${day} ${at}`;
    const expected = reckoned.digests.filter(({ sent }) => sent);
    expect(rows.map(({ email, day, at }) => keyOf(email, day, at)).toSorted()).toEqual(
      expected.map(({ email, day, sent }) => keyOf(email, dateOfDay(day), wallText(sent as Wall))).toSorted(),
    );
    for (const { email, day, told } of expected) {
      const row = rows.find((one) => one.email === email && one.day === dateOfDay(day));
      for (const section of ['late', 'today', 'next', 'waits', 'new']) {
        const wanted = [...told].filter(([, one]) => one === section).map(([name]) => `${name} ${section}`);
        const found = row?.told.filter((line) => line.endsWith(` ${section}`)) ?? [];
        // Beyond 25 the letter counts the rest.
        const counted = found.length + (row?.more[section] ?? 0);
        expect([email, day, section, counted]).toEqual([email, day, section, wanted.length]);
        if (wanted.length <= 25) expect(found.toSorted()).toEqual(wanted.toSorted());
      }
    }
    for (const email of COORDINATORS)
      expect(engine.letters(email).filter(({ subject }) => subject.startsWith('Päivän tarpeet'))).toHaveLength(
        expected.filter((digest) => digest.email === email).length,
      );
  });

  it('nothing of the ladder went at night or on a day off', async () => {
    const sent = await names(`select ${wall('sent_at')} as line from app.outbox
      where letter in ('digest', 'promise_late', 'expert_reminder') and sent_at is not null`);
    const outside = sent.filter((text) => {
      const [date = '', time = ''] = text.split(' ');
      const [hour = 0, minute = 0] = time.split(':').map(Number);
      return !inMailHours({ day: dayOf(date), minute: hour * 60 + minute });
    });
    expect(outside).toEqual([]);
  });

  it('kept and broken are what was reckoned, silence is broken, and the published figures say so', async () => {
    const lines = await names(`select company_name || ' ' || case
        when promise_kept then 'kept'
        when state = 'withdrawn' and promise_kept is null then 'neither'
        else 'broken' end as line from app.needs`);
    expect(lines.toSorted()).toEqual(reckoned.needs.map((need) => `${need.name} ${standing(need)}`).toSorted());
    await engine.clock.set('2027-12-31T12:00:00+02:00');
    const rows = await call(engine.portal.db.pool, 'promise_figures', { p_themes: {} });
    const year = rows.find(({ grouped_by, key }) => grouped_by === 'period' && key === '365');
    const counted = reckoned.needs.filter((need) => standing(need) !== 'neither' && need.dueDay < dayOf('2027-12-31'));
    expect([year?.needs, year?.kept]).toEqual([
      counted.length,
      counted.filter((need) => standing(need) === 'kept').length,
    ]);
  });

  it('there was enough of everything, and here is how much', () => {
    const count = (step: 'remind' | 'escalate' | 'tell_company') =>
      reckoned.needs.filter(({ steps }) => steps[step]).length;
    const sent = (kind: string) => reckoned.notes.filter((note) => note.kind === kind && note.sent).length;
    const digests = reckoned.digests.filter((digest) => digest.sent);
    const figures = {
      needs: reckoned.needs.length,
      kept: reckoned.needs.filter(({ answered, dueDay }) => answered && answered.day <= dueDay).length,
      'broken, answered late': reckoned.needs.filter(({ answered, dueDay }) => answered && answered.day > dueDay)
        .length,
      'broken, never answered': reckoned.needs.filter((need) => !need.answered && standing(need) === 'broken').length,
      'withdrawn in time': reckoned.needs.filter((need) => standing(need) === 'neither').length,
      'with an expert': reckoned.needs.filter(({ handedBy }) => handedBy).length,
      reminders: count('remind'),
      'reminders to experts': sent('expert_reminder'),
      escalations: count('escalate'),
      'honest notes': sent('promise_late'),
      'notes dropped, answered meanwhile': reckoned.notes.filter(({ dropped }) => dropped).length,
      digests: digests.length,
      'digests with nothing to tell': reckoned.digests.filter(({ told }) => told.size === 0).length,
      'lines in digests': digests.reduce((sum, { told }) => sum + told.size, 0),
      absences: ABSENCES.length,
      'runs of the schedule': runs,
    };
    process.stdout.write(
      `\nA simulated year:\n${Object.entries(figures)
        .map(([what, n]) => `  ${String(n).padStart(6)}  ${what}`)
        .join('\n')}\n`,
    );
    for (const [what, n] of Object.entries(figures))
      if (what !== 'digests with nothing to tell') expect([what, n > 0]).toEqual([what, true]);
  });
});
