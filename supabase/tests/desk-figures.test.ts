// desk_load, desk_ages, desk_oldest, desk_themes, desk_unmatched, desk_declines: the desk's own figures.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { type Args, type Claims, call } from '../../tests/support/sql-call.ts';
import { signIn, token } from '../../tests/support/sql-desk.ts';
import { ERKKI, handOver, MAIJA, MATTI, newNeed, type TestNeed } from '../../tests/support/sql-needs.ts';
import { asReplica } from '../../tests/support/sql-time.ts';

let db: TestDatabase;
let maija: Claims;
const made: Record<string, TestNeed> = {};

/** A need that came in so many days ago and is due so many hours from now. */
async function need(name: string, daysAgo: number, due: string, changes: Partial<Args<'send_need'>> = {}) {
  const one = await newNeed(db.pool, { p_company_name: name, ...changes });
  await asReplica(db.pool, (client) =>
    client.query(
      `update app.needs set received_at = now() - make_interval(days => $2), due_at = ${due} where id = $1`,
      [one.id, daysAgo],
    ),
  );
  made[name] = one;
  return one;
}
// The last moment of today in Helsinki, as a promise that is due today has it.
const TODAY = `(date_trunc('day', now() at time zone 'Europe/Helsinki') + interval '1 day') at time zone 'Europe/Helsinki' - interval '1 millisecond'`;
const LATE = `now() - interval '1 day'`;
const COMING = `now() + interval '3 days'`;

const THEMES = { hitsauskoulutus: 'osaaminen', trukkikortti: 'osaaminen', starttiraha: 'alku' };
const since = async (days: number): Promise<string> =>
  (await db.pool.query<{ at: string }>(`select (now() - $1 * interval '1 day')::text as at`, [days])).rows[0]?.at ?? '';

beforeAll(async () => {
  db = await testDatabase();
  maija = await signIn(db.pool, MAIJA);
  await need('Vapaa', 1, COMING);
  const late = await need('Myöhä', 8, LATE);
  await call(db.pool, 'take_need', { p_token_hash: late.maija.take_need });
  const today = await need('Tänään', 2, TODAY, { p_services: [] });
  await call(db.pool, 'take_need', { p_token_hash: today.maija.take_need });
  const answered = await need('Vastattu', 4, LATE, { p_services: ['hitsauskoulutus', 'trukkikortti', 'starttiraha'] });
  await call(db.pool, 'answer_need', { p_token_hash: answered.maija.answer_need, p_body: 'Soitan.' });
  const expert = await need('Asiantuntija', 3, COMING, { p_services: ['poistettu'] });
  const links = await handOver(db.pool, expert);
  await call(db.pool, 'take_need', { p_token_hash: links.take_need });
  const refused = await need('Ei auttajaa', 5, COMING);
  await call(db.pool, 'decline_need', {
    p_token_hash: (await handOver(db.pool, refused)).decline_need,
    p_reason: 'Emme kouluta hitsareita.',
  });
  const declined = await need('Ohi', 40, COMING);
  await call(db.pool, 'decline_need', {
    p_token_hash: declined.matti.decline_need,
    p_reason: 'Toiselta paikkakunnalta.',
  });
});
afterAll(() => db.close());

describe('load', () => {
  it('of each coordinator, of whoever else owns a need, and of needs that nobody owns', async () => {
    const rows = await call(db.pool, 'desk_load', {}, maija);
    const counted = rows.map(({ email, is_coordinator, ...counts }) => [email, is_coordinator, counts]);
    expect(Object.fromEntries(counted.map(([email, ...rest]) => [String(email), rest]))).toEqual({
      [MAIJA]: [true, { name: 'Maija Malli', open: 3, for_others: 0, late: 1, due_today: 1, waiting: 1 }],
      [MATTI]: [true, { name: null, open: 0, for_others: 0, late: 0, due_today: 0, waiting: 0 }],
      [ERKKI]: [false, { name: 'Erkki Esimerkki', open: 1, for_others: 0, late: 0, due_today: 0, waiting: 0 }],
      null: [false, { name: null, open: 2, for_others: 0, late: 0, due_today: 0, waiting: 0 }],
    });
  });

  it('an answered need is not late, however late its answer was', async () => {
    const { rows } = await db.pool.query<{ reference: string }>(
      `select reference from app.needs where owner_email = $1 and answered and due_at < now()`,
      [MAIJA],
    );
    expect(rows).toEqual([{ reference: made.Vastattu?.reference }]);
  });
});

it('ages: open needs between the moments given, the oldest first', async () => {
  const p_since = [await since(6), await since(2.5)];
  const rows = await call(db.pool, 'desk_ages', { p_since }, maija);
  expect(Object.fromEntries(rows.map(({ age, ...counts }) => [age, counts]))).toEqual({
    0: { open: 1, unanswered: 1 },
    1: { open: 3, unanswered: 2 },
    2: { open: 2, unanswered: 2 },
  });
});

it('oldest: the open needs that came in first', async () => {
  const rows = await call(db.pool, 'desk_oldest', {}, maija);
  expect(rows.map(({ company_name }) => company_name)).toEqual([
    'Myöhä',
    'Ei auttajaa',
    'Vastattu',
    'Asiantuntija',
    'Tänään',
    'Vapaa',
  ]);
});

describe('themes', () => {
  const themes = async (days: number) =>
    Object.fromEntries(
      (await call(db.pool, 'desk_themes', { p_themes: THEMES, p_since: await since(days) }, maija)).map(
        ({ kind, theme, needs, declined, elsewhere, nobody_helped }) => [
          theme ?? kind,
          [needs, declined, elsewhere, nobody_helped],
        ],
      ),
    );

  it('a need counts once in each of its themes; without a service, and with one that has left, it stands apart', async () => {
    expect(await themes(30)).toEqual({
      osaaminen: [4, 0, 0, 1],
      alku: [1, 0, 0, 0],
      no_service: [1, 0, 0, 0],
      left_map: [1, 0, 0, 0],
    });
  });

  it('a longer period has the need that was declined', async () => {
    expect((await themes(90)).osaaminen).toEqual([5, 1, 0, 1]);
  });

  it('a need with one service of the map is not among those whose service has left it', async () => {
    await need('Kaksi', 1, COMING, { p_services: ['hitsauskoulutus', 'poistettu'] });
    const counted = await themes(30);
    expect([counted.osaaminen, counted.left_map]).toEqual([
      [5, 0, 0, 1],
      [1, 0, 0, 0],
    ]);
  });
});

it('what was referred, or went elsewhere by itself, is counted as gone elsewhere', async () => {
  const [one, other] = [await need('Siirretty', 1, COMING), await need('Muualla', 1, COMING)];
  await asReplica(db.pool, async (client) => {
    await client.query(
      `update app.needs set state = 'referred', closed_at = now(), referred_to = 'Muu', referred_contact = 'muu.example' where id = $1`,
      [one.id],
    );
    await client.query(
      `update app.needs set state = 'closed', closed_at = now(), outcome = 'went_elsewhere' where id = $1`,
      [other.id],
    );
  });
  const rows = await call(db.pool, 'desk_themes', { p_themes: THEMES, p_since: await since(30) }, maija);
  expect(rows.find(({ theme }) => theme === 'osaaminen')?.elsewhere).toBe(2);
});

it('two needs that were joined count as one', async () => {
  const before = await call(db.pool, 'desk_themes', { p_themes: THEMES, p_since: await since(30) }, maija);
  const [into, joined] = [
    await need('Vanhempi', 2, COMING, { p_services: [] }),
    await need('Uudempi', 1, COMING, { p_services: [] }),
  ];
  await asReplica(db.pool, (client) =>
    client.query(
      `update app.needs set state = 'joined', closed_at = now(), joined_to = $2, joined_at = now(), state_before_joining = 'received' where id = $1`,
      [joined.id, into.id],
    ),
  );
  const without = (rows: typeof before) => rows.find(({ kind }) => kind === 'no_service')?.needs ?? 0;
  const p_since = await since(30);
  const after = await call(db.pool, 'desk_themes', { p_themes: THEMES, p_since }, maija);
  expect(without(after) - without(before)).toBe(1);
  const unmatched = await call(db.pool, 'desk_unmatched', { p_since }, maija);
  expect(unmatched.map(({ reference }) => reference)).toContain(into.reference);
  expect(unmatched.map(({ reference }) => reference)).not.toContain(joined.reference);
  await asReplica(db.pool, (client) =>
    client.query('delete from app.needs where id = any ($1)', [[into.id, joined.id]]),
  );
});

it('unmatched: needs without a service', async () => {
  const rows = await call(db.pool, 'desk_unmatched', { p_since: await since(30) }, maija);
  expect(rows).toMatchObject([{ reference: made.Tänään?.reference, state: 'claimed' }]);
});

it('declines: who, what and why, the newest first, with how many there are in all', async () => {
  const rows = await call(
    db.pool,
    'desk_declines',
    { p_since: await since(30), p_limit: 1, p_before: null, p_before_id: null },
    maija,
  );
  expect(rows).toMatchObject([
    {
      reference: made.Ohi?.reference,
      author_email: MATTI,
      author_role: 'coordinator',
      whole_need: true,
      reason: 'Toiselta paikkakunnalta.',
      of_all: 2,
      whole_needs: 1,
    },
  ]);
  const [newest] = rows;
  const [expert, ...more] = await call(
    db.pool,
    'desk_declines',
    { p_since: await since(30), p_limit: 9, p_before: newest?.at ?? null, p_before_id: newest?.id ?? null },
    maija,
  );
  expect(more).toEqual([]);
  expect(expert).toMatchObject({
    of_all: 2,
    author_role: 'expert',
    whole_need: false,
    reason: 'Emme kouluta hitsareita.',
  });
});

it('while somebody is away, their needs are the load of who acts for them', async () => {
  await db.pool.query(
    `insert into app.absences (email, first_day, last_day, deputy)
     select $1, app.helsinki_day(now()), app.helsinki_day(now()), $2`,
    [MAIJA, MATTI],
  );
  const load = Object.fromEntries((await call(db.pool, 'desk_load', {}, maija)).map((row) => [row.email, row]));
  expect([load[MAIJA], load[MATTI]]).toMatchObject([
    { open: 0, for_others: 0 },
    { open: 3, for_others: 3, late: 1, due_today: 1, waiting: 1 },
  ]);
});

it('somebody who is not at the desk reads nothing of it', async () => {
  const stranger = token(MAIJA);
  const p_since = await since(365);
  expect([
    await call(db.pool, 'desk_load', {}, stranger),
    await call(db.pool, 'desk_ages', { p_since: [p_since] }, stranger),
    await call(db.pool, 'desk_oldest', {}, stranger),
    await call(db.pool, 'desk_themes', { p_themes: THEMES, p_since }, stranger),
    await call(db.pool, 'desk_unmatched', { p_since }, stranger),
    await call(db.pool, 'desk_declines', { p_since, p_limit: 9, p_before: null, p_before_id: null }, stranger),
  ]).toEqual([[], [], [], [], [], []]);
});
