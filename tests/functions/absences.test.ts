// Absences: needs are with whoever stands in, from the first day to the last, with no job that moves them; and somebody always has them.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { acts, type Engine, type EngineNeed, MAIJA, MATTI, NELLI, startEngine } from '../support/engine.ts';
import { mainOf, textOf } from '../support/read-page.ts';
import { call } from '../support/sql-call.ts';
import { lettersOf } from '../support/sql-needs.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine('2027-06-28T06:00:00+03:00');
});
afterEach(async () => {
  await engine.forget();
});
afterAll(() => engine.close());

const { rows, acting } = {
  rows: <Row extends object>(sql: string, values: unknown[] = []) => engine.portal.rows<Row>(sql, values),
  acting: async (email: string, at: string) => {
    await engine.clock.set(at);
    const [row] = await engine.portal.rows<{ email: string; is_named: boolean }>('select * from app.stand_in($1)', [
      email,
    ]);
    return row?.is_named ? row.email : `${row?.email}, unnamed`;
  },
};
const ownedBy = async (email: string, at: string): Promise<EngineNeed> => {
  const need = await engine.need(at);
  await acts(engine, need, email).take();
  return need;
};
const view = async (email: string, wanted: 'mine' | 'unassigned') => {
  const [page] = await call(
    engine.portal.db.pool,
    'desk_list',
    { p_view: wanted, p_typed: '', p_after: null },
    await engine.atDesk(email),
  );
  return ((page?.needs ?? []) as unknown as { reference: string }[]).map(({ reference }) => reference);
};
const letters = async (need: EngineNeed) =>
  (await lettersOf(engine.portal.db.pool, need.id)).filter((line) => line.startsWith('reply_received'));

describe('while a coordinator is away', () => {
  it('the deputy acts from the first moment of the first day to the last of the last, by Helsinki’s clock', async () => {
    await engine.clock.set('2027-06-28T10:00:00+03:00');
    expect(await engine.addAbsence(MATTI, '2027-07-05', '2027-07-30', NELLI)).toBe('added');
    expect(await acting(MATTI, '2027-07-04T23:59:59+03:00')).toBe(MATTI);
    expect(await acting(MATTI, '2027-07-05T00:00:00+03:00')).toBe(NELLI);
    expect(await acting(MATTI, '2027-07-30T23:59:59+03:00')).toBe(NELLI);
    expect(await acting(MATTI, '2027-07-31T00:00:00+03:00')).toBe(MATTI);
  });

  it('letters, the list and the digest go to the deputy, and come back', async () => {
    const need = await ownedBy(MATTI, '2027-06-28T10:00:00+03:00');
    await engine.addAbsence(MATTI, '2027-06-29', '2027-06-29', NELLI);
    await engine.clock.set('2027-06-29T09:00:00+03:00');
    await acts(engine, need, need.email).reply('Hei!');
    expect(await letters(need)).toEqual([`reply_received → ${NELLI}`]);
    expect([await view(NELLI, 'mine'), await view(MAIJA, 'mine')]).toEqual([[need.reference], []]);
    // Whoever is away and looks in all the same sees what is theirs.
    expect(await view(MATTI, 'mine')).toEqual([need.reference]);
    await engine.walk('2027-06-29T09:10:00+03:00');
    expect(engine.letters(NELLI).at(-1)?.text).toContain('Sijaistat: Matti Malli, 29.6.2027 asti.');
    expect(engine.letters(NELLI).at(-1)?.text).toContain(need.reference);
    expect(engine.letters(MATTI)).toEqual([]);
    await engine.walk('2027-06-30T08:00:00+03:00');
    expect(engine.letters(MATTI).at(-1)?.text).toContain(need.reference);
    await acts(engine, need, need.email).reply('Vielä yksi asia.');
    expect(await letters(need)).toEqual([`reply_received → ${MATTI}`, `reply_received → ${NELLI}`]);
    expect(await view(NELLI, 'mine')).toEqual([]);
  });

  it('the company reads on its page who has its matter in hand, and why', async () => {
    const need = await ownedBy(MATTI, '2027-06-28T10:00:00+03:00');
    await engine.addAbsence(MATTI, '2027-06-29', '2027-06-29', MAIJA);
    const page = await engine.portal.link(need.reference, 'see_need', need.email);
    const read = async (at: string) => {
      await engine.clock.set(at);
      return textOf(mainOf(await (await engine.portal.get(page)).text()));
    };
    expect(await read('2027-06-28T12:00:00+03:00')).toContain('Asiaasi hoitaa Matti Malli.');
    expect(await read('2027-06-29T09:00:00+03:00')).toContain(
      'Asiaasi hoitaa nyt Maija Malli, koska Matti Malli on poissa.',
    );
    expect(await read('2027-06-30T09:00:00+03:00')).toContain('Asiaasi hoitaa Matti Malli.');
  });

  it('the deputy is told at once, also when the absence begins in the middle of a day', async () => {
    const need = await ownedBy(MATTI, '2027-06-28T10:00:00+03:00');
    await engine.clock.set('2027-06-28T12:00:00+03:00');
    await engine.addAbsence(MATTI, '2027-06-28', '2027-06-29', NELLI);
    await engine.drain('2027-06-28T12:00:10+03:00');
    const [letter] = engine.letters(NELLI);
    expect(letter?.subject).toBe('Sinä sijaistat: Matti Malli on poissa 28.6.2027–29.6.2027');
    expect(letter?.text).toContain(need.reference);
    expect(await acting(MATTI, '2027-06-28T12:00:00+03:00')).toBe(NELLI);
  });

  it('a letter of an absence that was taken back meanwhile is not sent', async () => {
    await engine.clock.set('2027-06-28T12:00:00+03:00');
    await engine.addAbsence(MATTI, '2027-07-05', '2027-07-06', NELLI);
    const [absence] = await rows<{ id: string }>('select id from app.absences');
    const person = await engine.atDesk(MATTI);
    const end = () => call(engine.portal.db.pool, 'desk_end_absence', { p_id: absence?.id as string }, person);
    expect([await end(), await end()]).toEqual(['ended', 'ended']);
    await engine.drain('2027-06-28T12:01:00+03:00');
    expect(engine.letters(NELLI)).toEqual([]);
    expect(await acting(MATTI, '2027-07-05T12:00:00+03:00')).toBe(MATTI);
  });

  it('the deputy may end the need in the owner’s place, or keep it; a third may not', async () => {
    const [declined, kept] = [
      await ownedBy(MATTI, '2027-06-28T10:00:00+03:00'),
      await ownedBy(MATTI, '2027-06-28T10:00:00+03:00'),
    ];
    await engine.addAbsence(MATTI, '2027-06-28', '2027-06-29', NELLI);
    expect(await acts(engine, declined, MAIJA).decline()).toBe('taken_by_other');
    expect(await acts(engine, kept, MAIJA).take()).toBe('taken_by_other');
    expect(await acts(engine, declined, NELLI).decline()).toBe('said');
    expect(await acts(engine, kept, NELLI).take()).toBe('taken');
    await engine.clock.set('2027-07-01T10:00:00+03:00');
    expect(await view(NELLI, 'mine')).toEqual([kept.reference]);
  });

  it('the promise’s ladder follows: what is late is told to the deputy as their own', async () => {
    const need = await ownedBy(MATTI, '2027-06-28T10:00:00+03:00'); // due on Wednesday 30.6.
    await engine.addAbsence(MATTI, '2027-06-29', '2027-07-09', NELLI);
    await engine.walk('2027-07-01T08:00:00+03:00');
    await engine.walk('2027-07-02T08:00:00+03:00');
    expect(engine.letters(NELLI).map(({ subject }) => subject)).toContain('Päivän tarpeet pe 2.7.: 1 myöhässä');
    expect(engine.letters(need.email)[0]?.text).toContain('Asiaasi hoitaa Nelli Malli.');
  });
});

describe('when the deputy is away too', () => {
  const away = async (email: string, deputy: string | null) => {
    await rows('insert into app.absences (email, first_day, last_day, deputy) values ($1, $2, $2, $3)', [
      email,
      '2027-07-05',
      deputy,
    ]);
  };
  const NOW = '2027-07-05T10:00:00+03:00';

  it('the deputy’s deputy acts', async () => {
    await away(MATTI, NELLI);
    await away(NELLI, MAIJA);
    expect(await acting(MATTI, NOW)).toBe(MAIJA);
  });

  it.each([
    ['nobody was named', null],
    ['they named each other', MATTI],
  ])('and %s, the lead acts, and the operator is warned', async (_, deputy) => {
    await away(MATTI, NELLI);
    await away(NELLI, deputy);
    expect(await acting(MATTI, NOW)).toBe(`${MAIJA}, unnamed`);
    const health = await (await engine.portal.get('/api/health')).json();
    expect(health).toMatchObject({ status: 'ok', warnings: expect.arrayContaining(['nobody_deputises']) });
    expect(await rows('select email, goes_to from api.nobody_left() order by email')).toEqual([
      { email: MATTI, goes_to: MAIJA },
      { email: NELLI, goes_to: MAIJA },
    ]);
  });

  it('and so is the lead, the lead has the needs all the same, and gets the digest', async () => {
    const need = await engine.need('2027-07-02T10:00:00+03:00');
    await acts(engine, need, NELLI).take();
    for (const who of [MAIJA, MATTI, NELLI]) await away(who, null);
    expect(await acting(NELLI, NOW)).toBe(`${MAIJA}, unnamed`);
    await engine.walk(NOW);
    expect([engine.letters(MAIJA).length, engine.letters(NELLI).length]).toEqual([1, 0]);
    expect(engine.letters(MAIJA)[0]?.text).toContain(need.reference);
  });

  it('the lead’s own deputy has what comes to the lead', async () => {
    await away(MATTI, null);
    await away(MAIJA, NELLI);
    expect(await acting(MATTI, NOW)).toBe(`${NELLI}, unnamed`);
  });

  it('a warning is over with the absence', async () => {
    await away(MATTI, null);
    await engine.clock.set('2027-07-06T10:00:00+03:00');
    expect(await (await engine.portal.get('/api/health')).text()).not.toContain('nobody_deputises');
  });
});

describe('an absence is refused', () => {
  const add = (first: string, last: string, deputy: string | null, email = MATTI) =>
    engine.addAbsence(email, first, last, deputy);
  it.each([
    ['that ends before it begins', '2027-07-06', '2027-07-05', NELLI, 'ends_before_start'],
    ['that began yesterday', '2027-06-27', '2027-07-05', NELLI, 'in_the_past'],
    ['of more than a year', '2027-07-05', '2028-07-06', NELLI, 'too_long'],
    ['with oneself as the deputy', '2027-07-05', '2027-07-06', MATTI, 'deputy_is_you'],
    ['with a deputy who is no coordinator', '2027-07-05', '2027-07-06', 'joku@muu.example', 'deputy_unknown'],
    ['that overlaps another of the same person', '2027-07-15', '2027-07-20', NELLI, 'overlaps'],
    ['with a deputy who is away on its last day', '2027-07-25', '2027-08-01', NELLI, 'deputy_away'],
  ])('%s', async (_, first, last, deputy, outcome) => {
    await engine.clock.set('2027-06-28T10:00:00+03:00');
    await add('2027-07-10', '2027-07-20', null);
    await add('2027-08-01', '2027-08-02', MAIJA, NELLI);
    expect(await add(first, last, deputy)).toBe(outcome);
  });

  it('by SQL itself where a colleague types the row', async () => {
    await engine.clock.set('2027-06-28T10:00:00+03:00');
    await add('2027-07-10', '2027-07-20', null);
    const insert = rows(
      `insert into app.absences (email, first_day, last_day) values ($1, '2027-07-20', '2027-07-21')`,
      [MATTI],
    );
    await expect(insert).rejects.toMatchObject({ code: 'NAWAY' });
  });

  it('a second time when the button was pressed twice at once', async () => {
    await engine.clock.set('2027-06-28T10:00:00+03:00');
    const person = await engine.atDesk(MATTI);
    const press = () =>
      call(
        engine.portal.db.pool,
        'desk_add_absence',
        { p_first_day: '2027-07-05', p_last_day: '2027-07-06', p_deputy: NELLI },
        person,
      );
    expect((await Promise.all([press(), press(), press()])).toSorted()).toEqual(['added', 'overlaps', 'overlaps']);
  });

  it('without a session at the desk; nobody ends another’s', async () => {
    await engine.clock.set('2027-06-28T10:00:00+03:00');
    await add('2027-07-05', '2027-07-06', NELLI);
    const stranger = { email: MATTI, session_id: crypto.randomUUID() };
    const { pool } = engine.portal.db;
    const args = { p_first_day: '2027-08-05', p_last_day: '2027-08-06', p_deputy: NELLI };
    expect(await call(pool, 'desk_add_absence', args, stranger)).toBe('not_at_desk');
    expect(await call(pool, 'desk_name_deputy', { p_deputy: NELLI }, stranger)).toBe('not_at_desk');
    const [absence] = await rows<{ id: string }>('select id from app.absences');
    const end = { p_id: absence?.id as string };
    expect(await call(pool, 'desk_end_absence', end, stranger)).toBe('not_yours');
    expect(await call(pool, 'desk_end_absence', end, await engine.atDesk(NELLI))).toBe('not_yours');
    expect(await rows('select from app.absences where ended_at is null')).toHaveLength(1);
  });
});
