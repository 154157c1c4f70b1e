// seal_answers: an anonymous answer is stored by whoever has the keys, and nothing but the sealed rows is written.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call } from '../../tests/support/sql-call.ts';
import { randomHash } from '../../tests/support/sql-links.ts';
import { newNeed } from '../../tests/support/sql-needs.ts';
import { inviteTo, keepVersion, type TestInvitation, type TestVersion } from '../../tests/support/sql-surveys.ts';
import { wholeDatabase } from '../../tests/support/whole-database.ts';

let db: TestDatabase;
let version: TestVersion;
let invitation: TestInvitation;
beforeAll(async () => {
  db = await testDatabase();
  version = await keepVersion(db.pool, { anonymous: true });
});
afterAll(() => db.close());
beforeEach(async () => {
  invitation = await inviteTo(db.pool, await newNeed(db.pool), version);
});

const envelope = (fill = 'a') => Buffer.alloc(284, fill).toString('base64');
/** A link's holder has one key for each question, and one for the mark. */
const holder = () => {
  const keys = { mark: randomHash(), helped: randomHash(), words: randomHash() };
  const answer = (helped: string | null, words: string | null = null, link = invitation.link) =>
    call(db.pool, 'seal_answers', {
      p_token_hash: link,
      p_mark: keys.mark,
      p_answers: [
        { question: 'helped', key_hash: keys.helped, envelope: helped },
        { question: 'words', key_hash: keys.words, envelope: words },
      ],
    });
  const seen = () => call(db.pool, 'sealed_by_keys', { p_keys: Object.values(keys) });
  return { keys, answer, seen };
};

it('is stored as one envelope a question, and a mark', async () => {
  const { answer, seen } = holder();
  expect(await answer(envelope(), envelope('b'))).toBe('answered');
  expect((await seen()).toSorted((a, b) => String(a.question).localeCompare(String(b.question)))).toMatchObject([
    { question: 'helped', envelope: envelope(), may_change: true },
    { question: null, envelope: null },
    { question: 'words', envelope: envelope('b') },
  ]);
});

it('changes no row of any other table', async () => {
  const before = await wholeDatabase(db.pool);
  await holder().answer(envelope());
  const after = await wholeDatabase(db.pool);
  const changed = Object.keys(after).filter(
    (table) => JSON.stringify(after[table as never]) !== JSON.stringify(before[table as never]),
  );
  expect(changed.map((table) => table.replace('app.', ''))).toEqual(['sealed_answers']);
});

it('the last one counts; what is left empty now is gone, and the mark stays', async () => {
  const { answer, seen } = holder();
  await answer(envelope(), envelope());
  expect(await answer(null, envelope('c'))).toBe('answered');
  expect((await seen()).map(({ question, envelope: sealed }) => [question, sealed])).toEqual(
    expect.arrayContaining([
      [null, null],
      ['words', envelope('c')],
    ]),
  );
  expect(await seen()).toHaveLength(2);
});

it('two taps at once leave one whole answer', async () => {
  const { answer, seen } = holder();
  await Promise.all([answer(envelope('a')), answer(envelope('b'))]);
  expect(await seen()).toHaveLength(2);
});

it('nothing at all is no answer, and leaves no mark', async () => {
  const { answer, seen } = holder();
  expect(await answer(null)).toBe('nothing');
  expect(await seen()).toEqual([]);
});

it('may be changed for seven days, and not again once it has been opened', async () => {
  const { keys, answer, seen } = holder();
  await answer(envelope());
  const age = (days: number) =>
    db.pool.query(
      `update app.sealed_answers set answered_on = app.helsinki_day(now()) - $2::int where key_hash = any (array(select decode(k, 'hex') from unnest($1::text[]) k))`,
      [Object.values(keys), days],
    );
  await age(7);
  expect(await answer(envelope('b'))).toBe('answered');
  await age(8);
  expect(await answer(envelope('c'))).toBe('too_late');
  expect(await seen()).toEqual(expect.arrayContaining([expect.objectContaining({ may_change: false })]));
  await db.pool.query(`delete from app.sealed_answers where question is not null`);
  expect(await answer(envelope('d'))).toBe('too_late');
});

it('takes no answer of a named survey, and a named answer not this one', async () => {
  const named = await inviteTo(db.pool, await newNeed(db.pool), await keepVersion(db.pool));
  expect(await holder().answer(envelope(), null, named.link)).toBe('no_link');
  const args = { p_token_hash: invitation.link, p_answers: [], p_follow_up_due: new Date().toISOString() };
  expect(await call(db.pool, 'answer_survey', args)).toBe('no_link');
});

it('opens no task, whatever is in it', async () => {
  await holder().answer(envelope());
  expect((await db.pool.query('select from app.follow_ups')).rowCount).toBe(0);
});
