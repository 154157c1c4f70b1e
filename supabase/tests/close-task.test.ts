// close_task: dealt with, undone within a day, and told to the reporter an hour later.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { atOnce } from '../../tests/support/sql-at-once.ts';
import { call } from '../../tests/support/sql-call.ts';
import {
  ask,
  EETU,
  ELLI,
  newRound,
  newTask,
  type TestRound,
  type TestTask,
} from '../../tests/support/sql-confirmations.ts';
import { claim, emptyOutbox } from '../../tests/support/sql-letters.ts';
import { letPass } from '../../tests/support/sql-time.ts';

let db: TestDatabase;
let round: TestRound;
let task: TestTask;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await emptyOutbox(db.pool);
  round = await newRound(db.pool);
  task = await newTask(db.pool, round);
});

const close = (p_token_hash: string, p_note: string | null = null) =>
  call(db.pool, 'close_task', { p_token_hash, p_note });
const reopen = (p_token_hash: string) => call(db.pool, 'reopen_task', { p_token_hash });
const row = async () => (await db.pool.query('select * from app.editor_tasks where id = $1', [task.id])).rows[0];
const sent = async () => (await claim(db.pool)).map(({ letter, to_email }) => `${letter} → ${to_email}`).sort();
const eventsOf = async () =>
  (
    await db.pool.query('select kind, actor_role, actor_email from app.events where task_id = $1 order by id', [
      task.id,
    ])
  ).rows;

it('says who did it, by name or else by address, with the message to the reporter', async () => {
  expect(await close(task.elli, 'Korjattu.')).toBe('done');
  expect(await row()).toMatchObject({ done_by: 'Elli Editori', note: 'Korjattu.', done_at: expect.any(Date) });
  const other = await newTask(db.pool, round);
  await close(other.eetu);
  const { rows } = await db.pool.query('select done_by, note from app.editor_tasks where id = $1', [other.id]);
  expect(rows).toEqual([{ done_by: EETU, note: null }]);
  expect(await eventsOf()).toEqual([{ kind: 'task_done', actor_role: 'editor', actor_email: ELLI }]);
});

it('is done once, also when two editors press at once, and the other sees who did it', async () => {
  const lock = { sql: 'select from app.editor_tasks where id = $1 for update', values: [task.id] };
  const done = await atOnce(db.pool, lock, [() => close(task.elli), () => close(task.eetu)]);
  expect(done.sort()).toEqual(['already_done', 'done']);
  const [seen] = await call(db.pool, 'open_link', { p_token_hash: task.eetu });
  expect(seen).toMatchObject({ task: { done_by: expect.stringMatching(/Elli Editori|eetu@/) } });
});

describe('the reporter', () => {
  it('is told after an hour, once', async () => {
    await close(task.elli, 'Korjattu.');
    expect(await sent()).toEqual([`confirm_services → ${round.contact.email}`]);
    await letPass(db.pool, '61 minutes');
    const letters = (await claim(db.pool)).filter(({ letter }) => letter === 'mistake_handled');
    expect(letters).toMatchObject([{ to_email: round.contact.email, language: 'sv', task: { note: 'Korjattu.' } }]);
    expect(Object.keys(letters[0]?.links as object).sort()).toEqual(['confirm_services', 'report_mistake']);
    for (const { id } of letters) await call(db.pool, 'letter_sent', { p_id: id, p_provider_id: 'resend-1' });
    await letPass(db.pool, '1 day');
    expect(await sent()).not.toContain(`mistake_handled → ${round.contact.email}`);
  });

  it('hears nothing of what was undone within the hour', async () => {
    await close(task.elli);
    await reopen(task.elli);
    await letPass(db.pool, '61 minutes');
    expect(await sent()).not.toContain(`mistake_handled → ${round.contact.email}`);
  });

  it('gets one letter of what was done, undone and done again', async () => {
    await close(task.elli, 'Ensin.');
    await reopen(task.elli);
    await close(task.eetu, 'Sitten.');
    await letPass(db.pool, '61 minutes');
    const letters = (await claim(db.pool)).filter(({ letter }) => letter === 'mistake_handled');
    expect(letters).toMatchObject([{ task: { note: 'Sitten.' } }]);
  });

  it('gets none when it is the contact no more', async () => {
    await close(task.elli);
    await ask(db.pool, [{ ...round.contact, email: `uusi@${round.contact.provider}.example` }]);
    await letPass(db.pool, '61 minutes');
    expect(await sent()).not.toContain(`mistake_handled → ${round.contact.email}`);
  });

  it('has its round untouched: nothing is confirmed by it', async () => {
    await close(task.elli);
    const { rows } = await db.pool.query('select confirmed_at from app.confirmations where id = $1', [round.id]);
    expect(rows).toEqual([{ confirmed_at: null }]);
  });
});

it('a letter to an editor is dropped when the task is done before it goes', async () => {
  await close(task.elli);
  expect((await sent()).filter((line) => line.startsWith('mistake_reported'))).toEqual([]);
});

describe('undo', () => {
  it('opens the task again, for whichever editor, within a day', async () => {
    expect(await reopen(task.elli)).toBe('not_done');
    await close(task.elli, 'Korjattu.');
    expect(await reopen(task.eetu)).toBe('reopened');
    expect(await row()).toMatchObject({ done_at: null, done_by: null, note: null });
    expect((await eventsOf()).map(({ kind }) => kind)).toEqual(['task_done', 'task_reopened']);
  });

  it('is too late after a day; the links have ended by then', async () => {
    await close(task.elli);
    await letPass(db.pool, '25 hours');
    expect(await call(db.pool, 'open_link', { p_token_hash: task.elli })).toEqual([]);
    expect(await reopen(task.elli)).toBe('no_link');
    await db.pool.query(`update app.links set expires_at = now() + interval '1 day' where task_id = $1`, [task.id]);
    expect(await reopen(task.elli)).toBe('too_late');
  });

  it('gives the links their year back', async () => {
    await close(task.elli);
    await reopen(task.elli);
    await letPass(db.pool, '300 days');
    expect(await close(task.eetu)).toBe('done');
  });
});

describe('without the letter', () => {
  const listed = async () => (await call(db.pool, 'editor_tasks', {})).find(({ id }) => id === task.id);

  it('open tasks are listed, the oldest first, and one can be marked as done by name', async () => {
    expect(await listed()).toMatchObject({ provider: round.contact.provider, reporter: round.contact.email });
    expect(await call(db.pool, 'finish_editor_task', { p_id: task.id, p_by: 'Olli Operaattori' })).toBe(true);
    expect(await listed()).toBeUndefined();
    expect(await row()).toMatchObject({ done_by: 'Olli Operaattori' });
    expect(await eventsOf()).toEqual([{ kind: 'task_done', actor_role: 'editor', actor_email: 'Olli Operaattori' }]);
    expect(await call(db.pool, 'finish_editor_task', { p_id: task.id, p_by: 'Olli Operaattori' })).toBe(false);
  });
});
