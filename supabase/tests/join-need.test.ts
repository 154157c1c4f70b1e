// Joining two needs of one company: the older stays with its clock, the newer points to it, nothing is lost, and a day undoes it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { atOnce } from '../../tests/support/sql-at-once.ts';
import { type Args, type Claims, call } from '../../tests/support/sql-call.ts';
import { signIn } from '../../tests/support/sql-desk.ts';
import { claim } from '../../tests/support/sql-letters.ts';
import { linkPool } from '../../tests/support/sql-links.ts';
import {
  eventsOf,
  handOver,
  lettersOf,
  MAIJA,
  MATTI,
  needRow,
  newAddress,
  newNeed,
  type TestNeed,
} from '../../tests/support/sql-needs.ts';
import { asReplica } from '../../tests/support/sql-time.ts';
import { wholeDatabase } from '../../tests/support/whole-database.ts';

const NEWS = ['receipt', 'new_need', 'answer'] as const;

let db: TestDatabase;
let maija: Claims;
let matti: Claims;
let older: TestNeed;
let newer: TestNeed;
beforeAll(async () => {
  db = await testDatabase();
  [maija, matti] = [await signIn(db.pool, MAIJA), await signIn(db.pool, MATTI)];
});
afterAll(() => db.close());

/** Two needs from one address; business IDs differ, so that the mailbox alone makes them one company's. */
async function pair(changes: Partial<Args<'send_need'>> = {}): Promise<[TestNeed, TestNeed]> {
  const p_contact_email = newAddress();
  const first = await newNeed(db.pool, { p_contact_email, p_business_id: null, p_founder: true });
  return [first, await newNeed(db.pool, { p_contact_email, p_business_id: null, p_founder: true, ...changes })];
}
beforeEach(async () => {
  [older, newer] = await pair();
});

const seenNow = async (who: Claims, { reference }: TestNeed) =>
  (await call(db.pool, 'desk_need', { p_reference: reference }, who))[0]?.last_event as number;
const join = async (who: Claims, from: TestNeed, p_with: string, seen?: number) =>
  (
    await call(
      db.pool,
      'desk_join_need',
      { p_reference: from.reference, p_seen: seen ?? (await seenNow(who, from)), p_links: linkPool(6), p_with },
      who,
    )
  )[0];
const undo = async (who: Claims, from: TestNeed, p_joined: string) =>
  (
    await call(
      db.pool,
      'desk_undo_join',
      { p_reference: from.reference, p_seen: await seenNow(who, from), p_links: linkPool(6), p_joined },
      who,
    )
  )[0];
const joining = async (need: TestNeed, who = maija) =>
  (await call(db.pool, 'desk_joining', { p_reference: need.reference }, who))[0] as unknown as {
    goes_on: { reference: string; may_undo: boolean } | null;
    joined: { reference: string; may_undo: boolean }[];
    offers: {
      reference: string;
      services: string[];
      words: string[];
      is_alike: boolean;
      other_contact: boolean;
      contact_email: string;
    }[];
  };
const done = (outcome: string) => ({ standing: 'current', outcome });
const open = async (p_token_hash: string) => (await call(db.pool, 'open_link', { p_token_hash }))[0];
const answer = (need: TestNeed, p_body = 'Soitan huomenna.') =>
  call(db.pool, 'answer_need', { p_token_hash: need.maija.answer_need, p_body });
/** As if a need had come in so long ago. */
const age = (need: TestNeed, ago: string) =>
  asReplica(db.pool, (client) =>
    client.query(
      'update app.needs set received_at = received_at - $2::interval, due_at = due_at - $2::interval where id = $1',
      [need.id, ago],
    ),
  );
/** As if they had been joined so long ago. */
const joinedAgo = (ago: string) =>
  asReplica(db.pool, (client) =>
    client.query('update app.needs set joined_at = joined_at - $2::interval where id = $1', [newer.id, ago]),
  );

it.each([
  ['the newer', () => join(maija, newer, older.reference)],
  ['the older', () => join(maija, older, newer.reference)],
])('from the page of %s, the older one stays and the newer points to it', async (_, act) => {
  expect(await act()).toEqual(done('joined'));
  expect(await needRow(db.pool, older.id)).toMatchObject({ state: 'received', joined_to: null });
  expect(await needRow(db.pool, newer.id)).toMatchObject({
    state: 'joined',
    joined_to: older.id,
    first_response_at: null,
  });
  expect((await eventsOf(db.pool, newer.id)).at(-1)).toBe(`joined by ${MAIJA} received → joined`);
  expect((await eventsOf(db.pool, older.id)).at(-1)).toBe(`joined by ${MAIJA}`);
  expect((await joining(newer)).goes_on).toMatchObject({ reference: older.reference, may_undo: true });
  expect((await joining(older)).joined).toMatchObject([{ reference: newer.reference, may_undo: true }]);
});

it('the company is told once, by the letter’s own links', async () => {
  await join(maija, newer, older.reference);
  expect(await join(maija, newer, older.reference)).toEqual(done('already_joined'));
  expect(await lettersOf(db.pool, newer.id, ...NEWS)).toEqual([`joined → ${newer.email}`]);
});

it('whoever else owns the older one is told, and whose turn it is follows the company’s new words', async () => {
  await call(db.pool, 'take_need', { p_token_hash: older.matti.take_need });
  await call(db.pool, 'answer_need', { p_token_hash: older.matti.answer_need, p_body: 'Soitan.' });
  await answer(newer);
  await join(maija, newer, older.reference);
  expect(await lettersOf(db.pool, older.id, ...NEWS)).toEqual([`joined_to_yours → ${MATTI}`]);
  expect(await needRow(db.pool, older.id)).toMatchObject({ waits_for_company: false, owner_email: MATTI });
});

it('messages and words of both stand in one thread, for the coordinator and for the company', async () => {
  await call(db.pool, 'reply_to_need', { p_token_hash: newer.company.reply_to_need, p_body: 'Kiire on.' });
  await join(maija, newer, older.reference);
  for (const link of [older.maija.take_need, older.company.see_need]) {
    expect((await open(link))?.messages).toMatchObject([
      { kind: 'joined_need', reference: newer.reference, services: ['hitsauskoulutus'] },
      { kind: 'reply', body: 'Kiire on.' },
    ]);
  }
});

it('the links of the joined one keep working: they lead to the other, and a reply lands there', async () => {
  await call(db.pool, 'take_need', { p_token_hash: older.matti.take_need });
  await join(maija, newer, older.reference);
  expect(await open(newer.company.see_need)).toMatchObject({ state: 'joined', reference: newer.reference });
  const [on] = await call(db.pool, 'where_it_goes_on', { p_token_hash: newer.company.see_need });
  expect([on?.reference, Object.keys(on?.links as object).sort()]).toEqual([
    older.reference,
    ['answer_survey', 'reply_to_need', 'see_need'],
  ]);
  expect(await call(db.pool, 'reply_to_need', { p_token_hash: newer.company.reply_to_need, p_body: 'Sopii.' })).toBe(
    'said',
  );
  expect((await open(older.maija.take_need))?.messages).toMatchObject([{ kind: 'joined_need' }, { body: 'Sopii.' }]);
  expect(await lettersOf(db.pool, older.id, ...NEWS)).toContain(`reply_received → ${MATTI}`);
  expect(await call(db.pool, 'take_need', { p_token_hash: newer.maija.take_need })).toBe('closed');
  expect(await call(db.pool, 'where_it_goes_on', { p_token_hash: older.company.see_need })).toEqual([]);
});

describe('another mailbox with the same business ID', () => {
  beforeEach(async () => {
    older = await newNeed(db.pool, { p_business_id: '1234567-1' });
    newer = await newNeed(db.pool, { p_business_id: '1234567-1' });
  });

  it('may be joined, and the coordinator is told that the contacts differ', async () => {
    expect((await joining(newer)).offers.find(({ reference }) => reference === older.reference)).toMatchObject({
      other_contact: true,
      contact_email: older.email,
    });
    expect(await join(maija, newer, older.reference)).toEqual(done('joined'));
  });

  it('reads nothing of the other’s thread, for a business ID can be written by anybody', async () => {
    await join(maija, newer, older.reference);
    await answer(older, 'Luottamuksellinen vastaus.');
    await call(db.pool, 'reply_to_need', { p_token_hash: newer.company.reply_to_need, p_body: 'Vieras kysyy.' });
    for (const link of [newer.company.see_need, newer.company.reply_to_need])
      expect(JSON.stringify(await open(link))).not.toContain('Luottamuksellinen');
    const [on] = await call(db.pool, 'where_it_goes_on', { p_token_hash: newer.company.see_need });
    expect(on?.links).toEqual({});
    expect(JSON.stringify(await open(older.maija.take_need))).toContain('Vieras kysyy.');
  });
});

describe('the promise', () => {
  const figures = async () =>
    (await call(db.pool, 'promise_figures', { p_themes: {} })).find(({ key }) => key === '30');
  it('keeps the older clock, and one that silence had broken stays broken', async () => {
    await age(older, '2 hours');
    await age(newer, '10 days');
    await age(older, '20 days');
    await join(maija, newer, older.reference);
    expect(await needRow(db.pool, newer.id)).toMatchObject({ promise_kept: false });
    const before = await needRow(db.pool, older.id);
    expect(before.first_response_at).toBeNull();
  });

  it('counts the joined one no more, unless it was broken', async () => {
    const counted = async () => (await figures())?.needs ?? 0;
    const [late, kept] = [await pair(), await pair()];
    for (const [first, second] of [late, kept]) {
      await age(first, '12 days');
      await age(second, '10 days');
    }
    // Answered in time: then its clock has stopped, and its own record may go.
    await asReplica(db.pool, (client) =>
      client.query('update app.needs set first_response_at = received_at, promise_kept = true where id = $1', [
        kept[1].id,
      ]),
    );
    // Enough of them, so that there is a figure.
    for (let n = 0; n < 5; n += 1) await age(await newNeed(db.pool), '11 days');
    const before = await counted();
    [older, newer] = late;
    expect(await join(maija, newer, older.reference)).toEqual(done('joined'));
    expect(await counted()).toBe(before);
    [older, newer] = kept;
    expect(await join(maija, newer, older.reference)).toEqual(done('joined'));
    expect(await counted()).toBe(before - 1);
  });
});

describe('no figure gets better by joining: an unanswered need whose clock runs', () => {
  const typed = () =>
    db.pool.query(`update app.needs set state = 'joined', joined_to = $1 where id = $2`, [older.id, newer.id]);

  it('is answered before it is joined to one that was answered, at the desk and in psql', async () => {
    await answer(older);
    expect(await join(maija, newer, older.reference)).toEqual(done('answer_first'));
    expect(await join(maija, older, newer.reference)).toEqual(done('answer_first'));
    await expect(typed()).rejects.toMatchObject({ code: 'NCLCK' });
    await answer(newer);
    expect(await join(maija, newer, older.reference)).toEqual(done('joined'));
  });

  it('is not joined to one that has longer time, as an older promise may have given', async () => {
    await asReplica(db.pool, (client) =>
      client.query(`update app.needs set due_at = due_at + interval '3 days' where id = $1`, [older.id]),
    );
    expect(await join(maija, newer, older.reference)).toEqual(done('answer_first'));
    await expect(typed()).rejects.toMatchObject({ code: 'NCLCK' });
  });

  it('goes on with the clock of an older one that runs too, and stays broken where it was', async () => {
    expect(await join(maija, newer, older.reference)).toEqual(done('joined'));
    [older, newer] = await pair();
    await age(older, '11 days');
    await age(newer, '10 days');
    await answer(older);
    expect(await join(maija, newer, older.reference)).toEqual(done('joined'));
    expect(await needRow(db.pool, newer.id)).toMatchObject({ promise_kept: false });
  });
});

describe('is refused', () => {
  it.each([
    ['with itself', () => join(maija, newer, newer.reference), 'no_need'],
    ['with nothing', () => join(maija, newer, 'ZZZZ-ZZZZ'), 'no_need'],
    ['across companies', async () => join(maija, newer, (await pair())[0].reference), 'other_company'],
    [
      'when the other has ended',
      async () => {
        await call(db.pool, 'withdraw_need', { p_token_hash: older.company.see_need });
        return join(maija, newer, older.reference);
      },
      'closed',
    ],
    [
      'when somebody else handles the newer one',
      async () => {
        await call(db.pool, 'take_need', { p_token_hash: newer.matti.take_need });
        return join(maija, newer, older.reference);
      },
      'taken_by_other',
    ],
  ])('%s', async (_, act, outcome) => {
    expect(await act()).toEqual(done(outcome));
    expect((await needRow(db.pool, newer.id)).state).not.toBe('joined');
  });

  it('in a chain, whichever end is tried', async () => {
    const third = await newNeed(db.pool, { p_contact_email: newer.email, p_business_id: null, p_founder: true });
    expect(await join(maija, third, newer.reference)).toEqual(done('joined'));
    expect(await join(maija, newer, older.reference)).toEqual(done('chain'));
    expect(await join(maija, third, older.reference)).toEqual(done('chain'));
  });

  it('over a change that the coordinator has not seen', async () => {
    const seen = await seenNow(maija, newer);
    await call(db.pool, 'reply_to_need', { p_token_hash: newer.company.reply_to_need, p_body: 'Tämä on toinen asia.' });
    expect(await join(maija, newer, older.reference, seen)).toEqual({ standing: 'changed', outcome: null });
  });

  it('in the database too, whatever is typed there', async () => {
    const other = await newNeed(db.pool);
    const point = (from: TestNeed, to: TestNeed) =>
      db.pool.query(`update app.needs set state = 'joined', joined_to = $2 where id = $1`, [from.id, to.id]);
    for (const [from, to] of [
      [older, newer],
      [newer, newer],
      [newer, other],
    ] as const)
      await expect(point(from, to)).rejects.toMatchObject({ code: 'NJOIN' });
    await point(newer, older);
    await expect(
      db.pool.query(`update app.needs set state = 'claimed' where id = $1`, [newer.id]),
    ).rejects.toMatchObject({
      code: 'NJOIN',
    });
    await expect(
      db.pool.query('update app.needs set joined_to = null where id = $1', [newer.id]),
    ).rejects.toMatchObject({
      constraint: 'a_joined_need_says_where_it_goes_on',
    });
  });
});

it('in both directions at once, by two people, is one joining and a change that the other sees', async () => {
  const seen = [await seenNow(maija, newer), await seenNow(matti, older)];
  const said = await atOnce(
    db.pool,
    { sql: 'select from app.needs where id = any ($1) order by id for update', values: [[older.id, newer.id]] },
    [() => join(maija, newer, older.reference, seen[0]), () => join(matti, older, newer.reference, seen[1])],
  );
  expect(said.map((row) => row?.standing).toSorted()).toEqual(['changed', 'current']);
  expect(await needRow(db.pool, newer.id)).toMatchObject({ joined_to: older.id });
  expect((await eventsOf(db.pool, newer.id)).filter((line) => line.startsWith('joined'))).toHaveLength(1);
});

describe('undone within a day', () => {
  const state = async () => {
    const all = (await wholeDatabase(db.pool)) as Record<string, { id?: string; need_id?: string }[]>;
    const mine = (rows: { id?: string; need_id?: string }[] = []) =>
      rows.filter(({ id, need_id }) => [older.id, newer.id].includes((need_id ?? id) as string));
    return ['app.needs', 'app.messages', 'app.hand_overs', 'app.links'].map((table) => mine(all[table]));
  };

  it('everything is again as it was: state, owner, thread, hand-overs, links', async () => {
    await call(db.pool, 'take_need', { p_token_hash: newer.maija.take_need });
    await handOver(db.pool, newer);
    await answer(older);
    await answer(newer);
    await call(db.pool, 'reply_to_need', { p_token_hash: newer.company.reply_to_need, p_body: 'Kiire on.' });
    const before = await state();
    await join(maija, newer, older.reference);
    expect(await undo(maija, older, newer.reference)).toEqual(done('undone'));
    expect(await state()).toEqual(before);
    expect((await eventsOf(db.pool, newer.id)).at(-1)).toBe(`join_undone by ${MAIJA} joined → claimed`);
    expect(await undo(maija, newer, newer.reference)).toEqual(done('not_joined'));
  });

  it('the company that had not heard of it hears nothing, and the one that had is told', async () => {
    await join(maija, newer, older.reference);
    await undo(maija, newer, newer.reference);
    expect(await lettersOf(db.pool, newer.id, ...NEWS)).toEqual([]);
    await join(maija, newer, older.reference);
    await db.pool.query(
      `update app.outbox set sent_at = now() where need_id = $1 and letter = 'joined' and dropped_at is null`,
      [newer.id],
    );
    await undo(maija, newer, newer.reference);
    expect(await lettersOf(db.pool, newer.id, ...NEWS)).toEqual([
      `join_undone → ${newer.email}`,
      `joined → ${newer.email}`,
    ]);
  });

  it('letters that were dropped meanwhile are sent after all', async () => {
    await db.pool.query(
      `update app.outbox set sent_at = now() where sent_at is null and dropped_at is null and need_id <> $1`,
      [newer.id],
    );
    await join(maija, newer, older.reference);
    expect(
      (await claim(db.pool)).filter(({ reference }) => reference === newer.reference).map(({ letter }) => letter),
    ).not.toContain('new_need');
    await undo(maija, newer, newer.reference);
    expect(
      (await claim(db.pool)).filter(({ reference }) => reference === newer.reference).map(({ letter }) => letter),
    ).toContain('new_need');
  });

  it('and no later', async () => {
    await join(maija, newer, older.reference);
    await joinedAgo('25 hours');
    expect(await undo(maija, older, newer.reference)).toEqual(done('too_late'));
    expect((await joining(older)).joined).toMatchObject([{ may_undo: false }]);
  });
});

describe('is offered', () => {
  /** As the list marks it. */
  const resembles = async (need: TestNeed) => {
    const [page] = await call(db.pool, 'desk_list', { p_view: 'any', p_typed: need.reference, p_after: null }, maija);
    return ((page?.needs ?? []) as unknown as { alike: string | null }[])[0]?.alike;
  };

  it('when a need comes in that chose the same service, with the reason', async () => {
    expect(await resembles(newer)).toBe(older.reference);
    expect((await joining(newer)).offers).toMatchObject([
      { reference: older.reference, services: ['hitsauskoulutus'], is_alike: true, other_contact: false },
    ]);
  });

  it('when three longer words are the same, whatever their endings', async () => {
    const p_contact_email = newAddress();
    const own = { p_contact_email, p_business_id: null, p_founder: true, p_services: [] };
    older = await newNeed(db.pool, {
      ...own,
      p_description: 'Etsimme hitsaajia, jotka lukevat piirustuksia konepajalla.',
    });
    newer = await newNeed(db.pool, {
      ...own,
      p_description: 'Konepajamme hakee hitsaajaa; piirustusten luku on tärkeää.',
    });
    const other = await newNeed(db.pool, {
      ...own,
      p_description: 'Haluamme viedä tuotteita Ruotsiin ja tarvitsemme neuvoja.',
    });
    expect(await resembles(newer)).toBe(older.reference);
    expect((await joining(newer)).offers.find(({ reference }) => reference === older.reference)).toMatchObject({
      words: ['hitsaa', 'konepa', 'piirus'],
      is_alike: true,
    });
    expect(await resembles(other)).toBeNull();
    // It may still be joined by somebody who knows better.
    expect((await joining(other)).offers.map(({ is_alike }) => is_alike)).toEqual([false, false]);
  });

  it('not to another company, not for one that has ended, and not to somebody who is not at the desk', async () => {
    expect((await joining(await newNeed(db.pool, { p_business_id: null, p_founder: true }))).offers).toEqual([]);
    await call(db.pool, 'withdraw_need', { p_token_hash: older.company.see_need });
    expect(await resembles(newer)).toBeNull();
    expect((await joining(newer)).offers).toEqual([]);
    expect(await joining(newer, { email: MAIJA, session_id: crypto.randomUUID() })).toBeUndefined();
  });
});

it('the coordinator’s letter names the need that it is like, and the list of ended ones has no joined one', async () => {
  const letters = await claim(db.pool, 1000);
  const letter = letters.find(({ letter, reference }) => letter === 'new_need' && reference === newer.reference);
  expect(letter?.alike).toBe(older.reference);
  await join(maija, newer, older.reference);
  const listed = async (p_view: 'closed' | 'open' | 'any') => {
    const [page] = await call(db.pool, 'desk_list', { p_view, p_typed: newer.reference, p_after: null }, maija);
    return ((page?.needs ?? []) as unknown as { reference: string }[]).length;
  };
  expect([await listed('closed'), await listed('open'), await listed('any')]).toEqual([0, 0, 1]);
});
