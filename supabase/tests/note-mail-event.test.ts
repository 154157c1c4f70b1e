// note_mail_event: letters that came back are shown and told once; replays, delays and a wrong order change nothing of that.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call } from '../../tests/support/sql-call.ts';
import { newRound } from '../../tests/support/sql-confirmations.ts';
import { signIn } from '../../tests/support/sql-desk.ts';
import { answerLink, bouncedOf, mailed, sendLetterTo, tell } from '../../tests/support/sql-mail.ts';
import {
  ERKKI,
  eventsOf,
  handOver,
  lettersOf,
  MAIJA,
  MATTI,
  needRow,
  newNeed,
  type TestNeed,
} from '../../tests/support/sql-needs.ts';

let db: TestDatabase;
let need: TestNeed;
beforeAll(async () => {
  db = await testDatabase();
  await signIn(db.pool, MAIJA);
});
beforeEach(async () => {
  need = await newNeed(db.pool);
});
afterAll(() => db.close());

const told = async () => (await lettersOf(db.pool, need.id)).filter((line) => line.startsWith('mail_came_back'));
const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);
const take = (who: 'maija' | 'matti') => call(db.pool, 'take_need', { p_token_hash: need[who].take_need });

it.each(['bounced', 'complained', 'failed', 'suppressed'] as const)(
  'a letter that was %s is shown on its need, and the owner is told, once',
  async (kind) => {
    await take('matti');
    const letter = await sendLetterTo(db.pool, need, need.email);
    expect(await tell(db.pool, kind, letter, { reason: 'Permanent: no such mailbox' })).toBe('noted');
    expect(await bouncedOf(db.pool, need)).toEqual([`${need.email} ${kind}`]);
    expect(await told()).toEqual([`mail_came_back → ${MATTI}`]);
    expect((await eventsOf(db.pool, need.id)).at(-1)).toBe(`mail_came_back by ${need.email}`);
  },
);

it('every coordinator is told while nobody owns the need', async () => {
  await tell(db.pool, 'bounced', await sendLetterTo(db.pool, need, need.email));
  expect(await told()).toEqual([`mail_came_back → ${MAIJA}`, `mail_came_back → ${MATTI}`]);
});

it('a second letter to the same address that comes back is no news', async () => {
  await take('matti');
  await tell(db.pool, 'bounced', await sendLetterTo(db.pool, need, need.email));
  await call(db.pool, 'answer_need', { p_token_hash: need.matti.answer_need, p_body: 'Soitan.' });
  await tell(db.pool, 'suppressed', await sendLetterTo(db.pool, need, need.email, 'answer'));
  expect(await told()).toHaveLength(1);
});

it('an answer that came back has stopped the clock: it was given, and its owner knows that it did not arrive', async () => {
  await call(db.pool, 'answer_need', { p_token_hash: need.matti.answer_need, p_body: 'Soitan.' });
  await tell(db.pool, 'bounced', await sendLetterTo(db.pool, need, need.email, 'answer'));
  expect(await needRow(db.pool, need.id)).toMatchObject({ promise_kept: true, waits_for_company: true });
  expect(await told()).toEqual([`mail_came_back → ${MATTI}`]);
});

it('an event that is told again is noted once', async () => {
  const letter = await sendLetterTo(db.pool, need, need.email);
  const id = randomUUID();
  expect(await tell(db.pool, 'bounced', letter, { id })).toBe('noted');
  expect(await tell(db.pool, 'bounced', letter, { id })).toBe('already_noted');
  expect(await tell(db.pool, 'bounced', letter)).toBe('noted');
  expect(await told()).toHaveLength(2);
  expect((await eventsOf(db.pool, need.id)).filter((line) => line.startsWith('mail_came_back'))).toHaveLength(1);
});

it('a bounce that is told before our own record of the sending is not lost', async () => {
  const { rows } = await db.pool.query<{ id: string }>(
    `select id from app.outbox where need_id = $1 and letter = 'receipt'`,
    [need.id],
  );
  const providerId = randomUUID();
  expect(await tell(db.pool, 'bounced', providerId)).toBe('unknown_letter');
  expect(await bouncedOf(db.pool, need)).toEqual([]);
  await call(db.pool, 'letter_sent', { p_id: rows[0]?.id as string, p_provider_id: providerId });
  expect(await bouncedOf(db.pool, need)).toEqual([`${need.email} bounced`]);
  expect(await told()).toHaveLength(2);
});

it('a later letter that was delivered clears the address, and the next bounce is news again', async () => {
  await take('matti');
  await tell(db.pool, 'bounced', await sendLetterTo(db.pool, need, need.email), { at: minutesAgo(30) });
  await call(db.pool, 'answer_need', { p_token_hash: need.matti.answer_need, p_body: 'Soitan.' });
  await tell(db.pool, 'delivered', await sendLetterTo(db.pool, need, need.email, 'answer'), { at: minutesAgo(20) });
  expect(await bouncedOf(db.pool, need)).toEqual([]);
  await call(db.pool, 'ask_more', { p_token_hash: need.matti.ask_more, p_body: 'Milloin?' });
  await tell(db.pool, 'bounced', await sendLetterTo(db.pool, need, need.email, 'question'), { at: minutesAgo(10) });
  expect(await bouncedOf(db.pool, need)).toEqual([`${need.email} bounced`]);
  expect(await told()).toHaveLength(2);
});

it('told in the wrong order, what happened last holds', async () => {
  await take('matti');
  const first = await sendLetterTo(db.pool, need, need.email);
  await call(db.pool, 'answer_need', { p_token_hash: need.matti.answer_need, p_body: 'Soitan.' });
  const second = await sendLetterTo(db.pool, need, need.email, 'answer');
  // The delivery of the second is told first, then the older bounce of the first: nothing is wrong by now.
  await tell(db.pool, 'delivered', second, { at: minutesAgo(5) });
  await tell(db.pool, 'bounced', first, { at: minutesAgo(20) });
  expect(await bouncedOf(db.pool, need)).toEqual([]);
  expect(await told()).toEqual([]);
  // A letter that a server took and gave back later: the older delivery is told after the bounce, and clears nothing.
  await tell(db.pool, 'complained', second, { at: minutesAgo(1) });
  await tell(db.pool, 'delivered', second, { at: minutesAgo(6) });
  expect(await bouncedOf(db.pool, need)).toEqual([`${need.email} complained`]);
});

it('whose own letter came back is not told by letter: the lead is, and the operator', async () => {
  await take('matti');
  expect(await tell(db.pool, 'bounced', await sendLetterTo(db.pool, need, MATTI))).toBe('came_back_to_us');
  expect(await told()).toEqual([`mail_came_back → ${MAIJA}`]);
  const listed = await call(db.pool, 'bounced_letters', {});
  expect(listed).toEqual(
    expect.arrayContaining([expect.objectContaining({ to_email: MATTI, reference: need.reference })]),
  );
});

it("the lead's own that came back is told to the other coordinators", async () => {
  await take('maija');
  await tell(db.pool, 'bounced', await sendLetterTo(db.pool, need, MAIJA));
  expect(await told()).toEqual([`mail_came_back → ${MATTI}`]);
});

it('an expert’s that came back is told to the owner, by the expert’s address', async () => {
  await take('maija');
  await handOver(db.pool, need);
  await tell(db.pool, 'bounced', await sendLetterTo(db.pool, need, ERKKI), { reason: 'Transient: mailbox full' });
  expect(await told()).toEqual([`mail_came_back → ${MAIJA}`]);
  const { rows } = await db.pool.query<{ id: string }>(
    `select id from app.outbox where need_id = $1 and letter = 'mail_came_back'`,
    [need.id],
  );
  expect(await call(db.pool, 'mail_behind_letter', { p_id: rows[0]?.id as string })).toMatchObject([
    { bounced_email: ERKKI, bounced_kind: 'bounced', bounced_reason: 'Transient: mailbox full', from_email: null },
  ]);
});

it('a letter about something else than a need that came back is for the operator', async () => {
  const round = await newRound(db.pool);
  const { rows } = await db.pool.query<{ id: string }>('select id from app.outbox where confirmation_id = $1', [
    round.id,
  ]);
  const providerId = randomUUID();
  await call(db.pool, 'letter_sent', { p_id: rows[0]?.id as string, p_provider_id: providerId });
  expect(await tell(db.pool, 'bounced', providerId)).toBe('came_back_to_us');
});

it('what became of a letter is nobody’s answer, and a letter that we do not know changes nothing', async () => {
  expect(await tell(db.pool, 'bounced', randomUUID())).toBe('unknown_letter');
  await tell(db.pool, 'bounced', await sendLetterTo(db.pool, need, need.email));
  expect(await needRow(db.pool, need.id)).toMatchObject({
    state: 'received',
    first_response_at: null,
    promise_kept: null,
  });
});

it('a moment that lies ahead, of a clock that is wrong, counts as now', async () => {
  const ahead = new Date(Date.now() + 3_600_000);
  await tell(db.pool, 'bounced', await sendLetterTo(db.pool, need, need.email), { at: ahead });
  const { rows } = await db.pool.query('select happened_at <= now() as past from app.bounces where need_id = $1', [
    need.id,
  ]);
  expect(rows).toEqual([{ past: true }]);
});

it('events are forgotten after a month; what came back stays', async () => {
  await tell(db.pool, 'bounced', await sendLetterTo(db.pool, need, need.email));
  await db.pool.query(`update app.mail_events set noted_at = now() - interval '31 days'`);
  await tell(db.pool, 'delivered', randomUUID());
  expect((await db.pool.query('select from app.mail_events')).rowCount).toBe(1);
  expect(await bouncedOf(db.pool, need)).toEqual([`${need.email} bounced`]);
});

it('the desk sees what was set aside, whose letters came back, and which messages came by mail', async () => {
  const person = await signIn(db.pool, MAIJA);
  await tell(db.pool, 'bounced', await sendLetterTo(db.pool, need, need.email), { reason: 'Permanent' });
  await mailed(db.pool, await answerLink(db.pool, need, MATTI), MATTI, { p_body: 'Soitan.' });
  await mailed(db.pool, await answerLink(db.pool, need, MATTI), 'joku@muualla.example', { p_body: 'Minä tässä.' });
  const [mail] = await call(db.pool, 'desk_need_mail', { p_reference: need.reference }, person);
  const [row] = await call(db.pool, 'desk_need', { p_reference: need.reference }, person);
  expect(mail?.came_back).toMatchObject([{ person_email: need.email, kind: 'bounced', reason: 'Permanent' }]);
  expect(mail?.set_aside).toMatchObject([
    { from_email: 'joku@muualla.example', outcome: 'other_address', body: 'Minä tässä.' },
  ]);
  expect(mail?.by_mail).toEqual([(row?.messages as { id: string }[] | undefined)?.[0]?.id]);
  // Without a living session there is nothing.
  expect(
    await call(db.pool, 'desk_need_mail', { p_reference: need.reference }, { ...person, session_id: randomUUID() }),
  ).toEqual([]);
});

it.each([
  ['550 5.1.1 <matti@firma.example>: unknown user', '550 5.1.1 <…>: unknown user'],
  ['recipient "Matti.M+x@firma.example" rejected; see mailto:tuki@isp.example', 'recipient "…" rejected; see mailto:…'],
  ['Permanent: no such mailbox', 'Permanent: no such mailbox'],
])('a reason is kept without the address that it repeats: %s', async (reason, kept) => {
  const letter = await sendLetterTo(db.pool, need, need.email);
  await tell(db.pool, 'bounced', letter, { reason });
  const { rows } = await db.pool.query('select reason from app.mail_events where provider_id = $1', [letter]);
  expect(rows).toEqual([{ reason: kept }]);
});
