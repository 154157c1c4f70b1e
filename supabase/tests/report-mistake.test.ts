// report_mistake: what is wrong becomes a task once, and reaches every editor.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { atOnce } from '../../tests/support/sql-at-once.ts';
import { call } from '../../tests/support/sql-call.ts';
import { EETU, ELLI, lettersOfRound, newRound, newTask, reportArgs } from '../../tests/support/sql-confirmations.ts';
import { claim, emptyOutbox } from '../../tests/support/sql-letters.ts';
import { letPass } from '../../tests/support/sql-time.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const report = (...args: Parameters<typeof reportArgs>) => call(db.pool, 'report_mistake', reportArgs(...args));
const tasks = async (id: string) =>
  (await db.pool.query('select * from app.editor_tasks where confirmation_id = $1 order by created_at', [id])).rows;

it('stores what is wrong and where, and mails each editor, who gets a link of an own', async () => {
  await emptyOutbox(db.pool);
  const round = await newRound(db.pool);
  expect(await report(round.report, { p_services: ['a', 'b'], p_own_page: true })).toBe('reported');
  expect(await tasks(round.id)).toMatchObject([
    { services: ['a', 'b'], own_page: true, mistake: 'Hinta on vanha, oikea on 450 euroa.', done_at: null },
  ]);
  const letters = (await claim(db.pool)).filter(({ letter }) => letter === 'mistake_reported');
  expect(letters.map(({ to_email, to_name, language }) => [to_email, to_name, language]).sort()).toEqual([
    [EETU, null, 'fi'],
    [ELLI, 'Elli Editori', 'fi'],
  ]);
  expect(letters[0]).toMatchObject({
    confirmation: { provider: round.contact.provider, email: round.contact.email },
    task: { services: ['a', 'b'], own_page: true, mistake: 'Hinta on vanha, oikea on 450 euroa.', done_at: null },
  });
  const links = letters.map(({ links }) => (links as { close_task: string }).close_task);
  expect(new Set(links).size).toBe(2);
});

it('the same words about the same pages are one task while it is open, and a new one after it was done', async () => {
  const round = await newRound(db.pool);
  expect(await report(round.report)).toBe('reported');
  expect(await report(round.report)).toBe('already_reported');
  expect(await report(round.report, { p_own_page: true })).toBe('reported');
  expect(await report(round.report, { p_mistake: 'Puhelin on vanha.' })).toBe('reported');
  const [first] = await tasks(round.id);
  expect(await call(db.pool, 'finish_editor_task', { p_id: first.id, p_by: 'Elli' })).toBe(true);
  expect(await report(round.report)).toBe('reported');
  expect(await tasks(round.id)).toHaveLength(4);
});

it('pressed twice at once it is one task', async () => {
  const round = await newRound(db.pool);
  const lock = { sql: 'select from app.confirmations where id = $1 for update', values: [round.id] };
  const done = await atOnce(db.pool, lock, [() => report(round.report), () => report(round.report)]);
  expect(done.sort()).toEqual(['already_reported', 'reported']);
  expect(await lettersOfRound(db.pool, round.id)).toEqual([
    `confirm_services → ${round.contact.email}`,
    `mistake_reported → ${EETU}`,
    `mistake_reported → ${ELLI}`,
  ]);
});

it('ten in a day are taken from one round, and no more until a day has passed', async () => {
  const round = await newRound(db.pool);
  for (let n = 0; n < 10; n += 1) await newTask(db.pool, round);
  expect(await report(round.report)).toBe('too_many');
  expect(await report((await newRound(db.pool)).report)).toBe('reported');
  await letPass(db.pool, '25 hours');
  expect(await report(round.report)).toBe('reported');
});

it('who reported sees the task, without the name of the editor who dealt with it', async () => {
  const round = await newRound(db.pool);
  const task = await newTask(db.pool, round);
  await call(db.pool, 'close_task', { p_token_hash: task.elli, p_note: 'Korjattu.' });
  const [seen] = await call(db.pool, 'open_link', { p_token_hash: round.report });
  expect(seen?.confirmation).toMatchObject({ tasks: [{ mistake: expect.any(String), note: 'Korjattu.' }] });
  expect(JSON.stringify(seen?.confirmation)).not.toMatch(/Elli|elli@/);
});

it('shows nobody the reports of another round', async () => {
  const [one, other] = [await newRound(db.pool), await newRound(db.pool)];
  await newTask(db.pool, one);
  expect(await call(db.pool, 'open_link', { p_token_hash: other.report })).toMatchObject([
    { confirmation: { tasks: [] } },
  ]);
});
