// confirm_services: still right, said once, taken back, and told to the build by provider and day.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { helsinkiDate } from '#domain/helsinki-time.ts';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { atOnce } from '../../tests/support/sql-at-once.ts';
import { call } from '../../tests/support/sql-call.ts';
import { ask, newRound, reportArgs, roundOf } from '../../tests/support/sql-confirmations.ts';
import { claim, emptyOutbox } from '../../tests/support/sql-letters.ts';
import { asReplica } from '../../tests/support/sql-time.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const confirm = (p_token_hash: string) => call(db.pool, 'confirm_services', { p_token_hash });
const undo = (p_token_hash: string) => call(db.pool, 'undo_confirmation', { p_token_hash });
const dayOf = async (provider: string) =>
  (await call(db.pool, 'confirmation_days', {})).find((row) => row.provider === provider)?.confirmed_on;
const eventsOf = async (id: string) =>
  (
    await db.pool.query('select kind, actor_role, actor_email from app.events where confirmation_id = $1 order by id', [
      id,
    ])
  ).rows;
const lockOfRound = (id: string) => ({ sql: 'select from app.confirmations where id = $1 for update', values: [id] });

it('stores the moment and who said it, and the build is told provider and day', async () => {
  const { id, confirm: hash, contact } = await newRound(db.pool);
  expect(await dayOf(contact.provider)).toBeUndefined();
  expect(await confirm(hash)).toBe('confirmed');
  expect(await dayOf(contact.provider)).toBe(helsinkiDate(new Date()));
  expect(await eventsOf(id)).toEqual([
    { kind: 'services_confirmed', actor_role: 'provider', actor_email: contact.email },
  ]);
});

it('a second time does no harm and changes no date', async () => {
  const { id, confirm: hash } = await newRound(db.pool);
  await confirm(hash);
  const before = (await db.pool.query('select * from app.confirmations where id = $1', [id])).rows;
  expect(await confirm(hash)).toBe('already_confirmed');
  expect((await db.pool.query('select * from app.confirmations where id = $1', [id])).rows).toEqual(before);
  expect(await eventsOf(id)).toHaveLength(1);
});

it('two presses at once are one confirmation', async () => {
  const { id, confirm: hash } = await newRound(db.pool);
  const done = await atOnce(db.pool, lockOfRound(id), [() => confirm(hash), () => confirm(hash)]);
  expect(done.sort()).toEqual(['already_confirmed', 'confirmed']);
  expect(await eventsOf(id)).toHaveLength(1);
});

it('a confirmation and a report at once are both taken, and neither is the other', async () => {
  const { id, confirm: hash, report, contact } = await newRound(db.pool);
  const done = await atOnce<string>(db.pool, lockOfRound(id), [
    () => confirm(hash),
    () => call(db.pool, 'report_mistake', reportArgs(report)),
  ]);
  expect(done).toEqual(['confirmed', 'reported']);
  expect(await dayOf(contact.provider)).toBe(helsinkiDate(new Date()));
});

it('a report alone confirms nothing', async () => {
  const { report, contact } = await newRound(db.pool);
  await call(db.pool, 'report_mistake', reportArgs(report));
  expect(await dayOf(contact.provider)).toBeUndefined();
});

it('is taken back by the same link, days later too, and can be said again', async () => {
  const { id, confirm: hash, contact } = await newRound(db.pool);
  expect(await undo(hash)).toBe('not_confirmed');
  await confirm(hash);
  await asReplica(db.pool, (client) =>
    client.query(
      `update app.confirmations set asked_at = asked_at - interval '9 days', confirmed_at = confirmed_at - interval '9 days'
       where id = $1`,
      [id],
    ),
  );
  expect(await undo(hash)).toBe('undone');
  expect(await dayOf(contact.provider)).toBeUndefined();
  expect(await undo(hash)).toBe('not_confirmed');
  expect(await confirm(hash)).toBe('confirmed');
  expect((await eventsOf(id)).map(({ kind }) => kind)).toEqual([
    'services_confirmed',
    'confirmation_undone',
    'services_confirmed',
  ]);
});

it('the last of several rounds counts, and when it is taken back the one before it', async () => {
  const first = await newRound(db.pool);
  await confirm(first.confirm);
  await asReplica(db.pool, (client) =>
    client.query(
      `update app.confirmations set asked_at = asked_at - interval '200 days', confirmed_at = confirmed_at - interval '190 days'
       where id = $1`,
      [first.id],
    ),
  );
  const before = await dayOf(first.contact.provider);
  await ask(db.pool, [first.contact]);
  const second = await roundOf(db.pool, first.contact);
  expect(await dayOf(first.contact.provider)).toBe(before);
  await confirm(second.confirm);
  expect(await dayOf(first.contact.provider)).toBe(helsinkiDate(new Date()));
  await undo(second.confirm);
  expect(await dayOf(first.contact.provider)).toBe(before);
});

it('a letter that still waits is dropped once its reader has confirmed', async () => {
  await emptyOutbox(db.pool);
  const { confirm: hash } = await newRound(db.pool);
  await confirm(hash);
  expect(await claim(db.pool)).toEqual([]);
});

it('the list for the build holds no person', async () => {
  const { confirm: hash } = await newRound(db.pool);
  await confirm(hash);
  const days = await call(db.pool, 'confirmation_days', {});
  for (const day of days) expect(Object.keys(day)).toEqual(['provider', 'confirmed_on']);
  expect(JSON.stringify(days)).not.toContain('@');
});
