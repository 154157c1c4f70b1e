// The acts at the desk: the same as behind a link, on record as the desk's, and never over a change that nobody has seen.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { atOnce, lockOfNeed } from '../../tests/support/sql-at-once.ts';
import { type Claims, call } from '../../tests/support/sql-call.ts';
import { LIST, signIn } from '../../tests/support/sql-desk.ts';
import { linkPool, linksOf } from '../../tests/support/sql-links.ts';
import {
  coordinator,
  eventsOf,
  handOver,
  lettersOf,
  MAIJA,
  MATTI,
  needRow,
  newNeed,
  type TestNeed,
} from '../../tests/support/sql-needs.ts';

const NELLI = 'nelli@city.example';

let db: TestDatabase;
let maija: Claims;
let matti: Claims;
let need: TestNeed;
beforeAll(async () => {
  db = await testDatabase();
  maija = await signIn(db.pool, MAIJA);
  matti = await signIn(db.pool, MATTI);
});
beforeEach(async () => {
  need = await newNeed(db.pool);
});
afterAll(() => db.close());

/** The last line of the log, as a page that is opened now would carry it. */
const seenNow = async () => {
  const [row] = await call(db.pool, 'desk_need', { p_reference: need.reference }, maija);
  return row?.last_event as number;
};
const place = async (p_seen?: number) => ({
  p_reference: need.reference,
  p_seen: p_seen ?? (await seenNow()),
  p_links: linkPool(6),
});
const take = async (who: Claims, seen?: number) => (await call(db.pool, 'desk_take_need', await place(seen), who))[0];
const release = async (who: Claims, seen?: number) =>
  (await call(db.pool, 'desk_release_need', await place(seen), who))[0];
const answer = async (who: Claims, p_body: string, seen?: number) =>
  (await call(db.pool, 'desk_answer_need', { ...(await place(seen)), p_body }, who))[0];
const done = (outcome: string) => ({ standing: 'current', outcome });
const CHANGED = { standing: 'changed', outcome: null };

it('whoever takes a need at the desk owns it, and the log says through which session', async () => {
  expect(await take(maija)).toEqual(done('taken'));
  expect(await needRow(db.pool, need.id)).toMatchObject({
    state: 'claimed',
    owner_email: MAIJA,
    owner_name: 'Maija Malli',
  });
  const { rows } = await db.pool.query(
    'select kind, actor_email, session_id, link_id from app.events where need_id = $1 order by id',
    [need.id],
  );
  expect(rows.at(-1)).toEqual({ kind: 'taken', actor_email: MAIJA, session_id: maija.session_id, link_id: null });
});

it('and lets go of it again, as behind the link', async () => {
  await take(maija);
  expect(await release(matti)).toEqual(done('not_yours'));
  expect(await release(maija)).toEqual(done('released'));
  expect(await needRow(db.pool, need.id)).toMatchObject({ state: 'received', owner_email: null });
});

it('the first answer takes the need, stops the clock and goes out once, however often it is pressed', async () => {
  const seen = await seenNow();
  expect(await answer(maija, 'Soitan huomenna.', seen)).toEqual(done('said'));
  expect(await answer(maija, 'Soitan huomenna.', seen)).toEqual(done('already_said'));
  const row = await needRow(db.pool, need.id);
  expect([row.owner_email, row.promise_kept, row.first_response_at === null]).toEqual([MAIJA, true, false]);
  expect(await lettersOf(db.pool, need.id, 'receipt', 'new_need')).toEqual([`answer → ${need.email}`]);
});

it('a question stops the clock as an answer does, and pauses nothing', async () => {
  const ask = async () =>
    (await call(db.pool, 'desk_ask_more', { ...(await place()), p_body: 'Montako tekijää?' }, maija))[0];
  expect([await ask(), await ask()]).toEqual([done('said'), done('already_said')]);
  const row = await needRow(db.pool, need.id);
  expect([row.state, row.owner_email, row.promise_kept]).toEqual(['claimed', MAIJA, true]);
  expect(await lettersOf(db.pool, need.id, 'receipt', 'new_need')).toEqual([`question → ${need.email}`]);
});

it('a call that took place before now is logged at its own time, one in the future is refused', async () => {
  const log = async (at: Date) => {
    const args = { p_channel: 'phone', p_happened_at: at.toISOString(), p_note: 'Sovimme ajan.' } as const;
    return (await call(db.pool, 'desk_log_contact', { ...(await place()), ...args }, maija))[0];
  };
  const now = new Date();
  expect(await log(new Date(now.getTime() + 3_600_000))).toEqual(done('impossible_time'));
  expect([await log(now), await log(now)]).toEqual([done('logged'), done('already_logged')]);
  expect((await needRow(db.pool, need.id)).promise_kept).toBe(true);
});

it('declining ends the need as behind the link, and not another’s', async () => {
  const decline = async (who: Claims) =>
    (await call(db.pool, 'desk_decline_need', { ...(await place()), p_reason: 'Ei meiltä.' }, who))[0];
  await take(matti);
  expect(await decline(maija)).toEqual(done('taken_by_other'));
  expect([await decline(matti), await decline(matti)]).toEqual([done('said'), done('already_said')]);
  expect((await needRow(db.pool, need.id)).state).toBe('declined');
});

describe('somebody else was quicker:', () => {
  it.each([
    ['by the desk', () => take(matti)],
    ['by a link', () => call(db.pool, 'take_need', { p_token_hash: need.matti.take_need })],
    [
      'the company wrote',
      () => call(db.pool, 'reply_to_need', { p_token_hash: need.company.reply_to_need, p_body: 'Kiireellinen!' }),
    ],
    ['the same person, by a link', () => call(db.pool, 'take_need', { p_token_hash: need.maija.take_need })],
  ])('%s', async (_what, change) => {
    const seen = await seenNow();
    await change();
    const before = await eventsOf(db.pool, need.id);
    expect(await answer(maija, 'Soitan huomenna.', seen)).toEqual(CHANGED);
    expect(await take(maija, seen)).toEqual(CHANGED);
    expect(await eventsOf(db.pool, need.id)).toEqual(before);
    expect(await answer(maija, 'Soitan huomenna.')).toEqual(done('said'));
  });

  it('of two at once one is done, and the other is told', async () => {
    const seen = await seenNow();
    const said = await atOnce(db.pool, lockOfNeed(need.id), [() => take(maija, seen), () => take(matti, seen)]);
    expect(said.map((row) => row?.standing).toSorted()).toEqual(['changed', 'current']);
    expect(await eventsOf(db.pool, need.id)).toHaveLength(2);
  });

  it('a link that somebody asked for is no change', async () => {
    const seen = await seenNow();
    await call(db.pool, 'request_link', {
      p_email: need.email,
      p_reference: null,
      p_coordinators: [],
      p_links: linkPool(3),
    });
    expect(await take(maija, seen)).toEqual(done('taken'));
  });
});

it('who was asked to take it takes it from whoever has it; nobody else does', async () => {
  await take(matti);
  expect(await take(maija)).toEqual(done('taken_by_other'));
  await call(db.pool, 'hand_over_need', {
    p_token_hash: need.matti.hand_over_need,
    p_people: [coordinator(MAIJA, 'Maija Malli')],
    p_note: null,
    p_links: linkPool(6),
  });
  expect(await take(maija)).toEqual(done('taken'));
});

it('an ended need takes no act, and an unknown reference is no need', async () => {
  await call(db.pool, 'decline_need', { p_token_hash: need.maija.decline_need, p_reason: 'Ei meiltä.' });
  expect([await take(maija), await answer(maija, 'Soitan.')]).toEqual([done('closed'), done('closed')]);
  const [row] = await call(db.pool, 'desk_take_need', { p_reference: 'ZZZZ-ZZZZ', p_seen: 1, p_links: [] }, maija);
  expect(row).toEqual({ standing: 'no_need', outcome: null });
});

it('a coordinator who was listed after the need came in gets links with the first act, and hears of the reply', async () => {
  await call(db.pool, 'keep_coordinators', { p_coordinators: [...LIST, { email: NELLI, name: 'Nelli' }] });
  const session_id = crypto.randomUUID();
  await call(db.pool, 'begin_session', {
    p_door: 'desk',
    p_session_id: session_id,
    p_email: NELLI,
    p_own_device: false,
  });
  expect(await answer({ email: NELLI, session_id }, 'Autan mielelläni.')).toEqual(done('said'));
  await call(db.pool, 'reply_to_need', { p_token_hash: need.company.reply_to_need, p_body: 'Kiitos.' });
  expect(await lettersOf(db.pool, need.id)).toContain(`reply_received → ${NELLI}`);
  const { take_need } = await linksOf(db.pool, need.id, NELLI);
  const [opened] = await call(db.pool, 'open_link', { p_token_hash: take_need });
  expect(opened?.owner_email).toBe(NELLI);
  await call(db.pool, 'keep_coordinators', { p_coordinators: LIST });
});

it('desk_need gives all that is on record, with names', async () => {
  await handOver(db.pool, need);
  await answer(maija, 'Soitan huomenna.');
  const [row] = await call(db.pool, 'desk_need', { p_reference: need.reference }, matti);
  expect(row).toMatchObject({
    owner_email: MAIJA,
    contact_email: need.email,
    promise_kept: true,
    waits_for_company: true,
  });
  expect(row?.messages).toMatchObject([{ kind: 'answer', body: 'Soitan huomenna.', author_email: MAIJA }]);
  expect(row?.hand_overs).toMatchObject([{ state: 'asked', note: 'Osaatko auttaa?' }]);
  const events = row?.events as unknown as { kind: string; actor_name: string; way: string | null }[];
  expect(events.map(({ kind, actor_name, way }) => [kind, actor_name, way])).toEqual([
    ['received', 'Yrjö Yrittäjä', null],
    ['handed_over', 'Maija Malli', 'link'],
    ['taken', 'Maija Malli', 'desk'],
    ['answered', 'Maija Malli', 'desk'],
  ]);
});
