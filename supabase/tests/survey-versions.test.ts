// Versions of surveys, events of needs and invitations: what was asked stays, once for an event, and so does whether it was anonymous.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call } from '../../tests/support/sql-call.ts';
import { signIn } from '../../tests/support/sql-desk.ts';
import { MAIJA, newNeed, type TestNeed } from '../../tests/support/sql-needs.ts';
import { answered, inviteTo, keepVersion, QUESTIONS, sealed } from '../../tests/support/sql-surveys.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const ANSWER = { question: 'helped', choices: ['4'] };

describe('a version', () => {
  it('is neither changed nor deleted', async () => {
    const { survey } = await keepVersion(db.pool);
    for (const sql of ['update app.survey_versions set questions = questions', 'delete from app.survey_versions'])
      await expect(db.pool.query(`${sql} where survey = $1`, [survey])).rejects.toMatchObject({ code: 'NSVER' });
  });

  it.each([
    ['none', []],
    ['six', Array.from({ length: 6 }, (_, index) => ({ ...QUESTIONS[0], key: `k${index}` }))],
    ['two of one key', [QUESTIONS[0], QUESTIONS[0]]],
    ['one without a key', [{ kind: 'fact' }]],
    ['one of an unknown kind', [{ key: 'a', kind: 'slider' }]],
    ['a choice among one', [{ key: 'a', kind: 'one_of', options: ['b'] }]],
    ['a choice among none', [{ key: 'a', kind: 'some_of' }]],
    ['what is no list', {}],
  ])('is refused with %s for questions', async (_, questions) => {
    await expect(keepVersion(db.pool, {}, questions)).rejects.toMatchObject({
      constraint: 'a_survey_has_1_to_5_questions',
    });
  });
});

describe('anonymity', () => {
  it('may change before the first answer, also after the first letter', async () => {
    const named = await keepVersion(db.pool);
    await inviteTo(db.pool, await newNeed(db.pool), named);
    await keepVersion(db.pool, { survey: named.survey, version: 2, anonymous: true });
  });

  it('of a named survey stays once somebody has answered', async () => {
    const named = await keepVersion(db.pool);
    await answered(db.pool, await inviteTo(db.pool, await newNeed(db.pool), named), '2026-03-02', [ANSWER]);
    const anonymous = keepVersion(db.pool, { survey: named.survey, version: 2, anonymous: true });
    await expect(anonymous).rejects.toMatchObject({ code: 'NANON' });
    await keepVersion(db.pool, { survey: named.survey, version: 2 });
  });

  it('of an anonymous survey stays once somebody has answered, also when all was opened', async () => {
    const survey = await keepVersion(db.pool, { anonymous: true });
    const named = () => keepVersion(db.pool, { survey: survey.survey, version: 2 });
    const opened = await Promise.all([1, 2, 3, 4, 5].map(() => sealed(db.pool, survey, '2026-02-10', ANSWER)));
    await expect(named()).rejects.toMatchObject({ code: 'NANON' });
    await call(db.pool, 'release_answers', { p_month: '2026-02-01', p_opened: opened as never });
    await expect(named()).rejects.toMatchObject({ code: 'NANON' });
  });

  it('keeps named answers from an invitation to an anonymous survey', async () => {
    const invitation = await inviteTo(db.pool, await newNeed(db.pool), await keepVersion(db.pool, { anonymous: true }));
    const insert = (anonymous: boolean) =>
      db.pool.query(
        `insert into app.named_answers (invitation_id, anonymous, question, choices) values ($1, $2, 'helped', '{4}')`,
        [invitation.id, anonymous],
      );
    await expect(insert(true)).rejects.toMatchObject({ constraint: 'an_anonymous_answer_is_not_named' });
    await expect(insert(false)).rejects.toMatchObject({ code: '23503' });
  });
});

it.each([
  ['an answer that the question does not have', { question: 'contacted', choices: ['perhaps'] }],
  ['two answers where one is asked for', { question: 'helped', choices: ['1', '2'] }],
  ['one answer twice', { question: 'missed', choices: ['speed', 'speed'] }],
  ['words where a choice is asked for', { question: 'helped', body: 'Hyvin.' }],
  ['a choice where words are asked for', { question: 'words', choices: ['yes'] }],
  ['a question that the version does not have', { question: 'weather', choices: ['yes'] }],
])('%s is refused', async (_, given) => {
  const invitation = await inviteTo(db.pool, await newNeed(db.pool), await keepVersion(db.pool));
  await expect(answered(db.pool, invitation, '2026-03-02', [given])).rejects.toMatchObject({ code: 'NANSW' });
});

it('a need is asked once about an event', async () => {
  const [need, version] = [await newNeed(db.pool), await keepVersion(db.pool)];
  await inviteTo(db.pool, need, version);
  await expect(inviteTo(db.pool, need, version)).rejects.toMatchObject({ constraint: 'asked_once_about_an_event' });
});

describe('an event of a need', () => {
  const events = async ({ id }: TestNeed) =>
    (await db.pool.query('select event from app.service_events where need_id = $1 order by event', [id])).rows.map(
      ({ event }) => event,
    );
  const closed = async (p_outcome: 'helped' | 'not_reached') => {
    const need = await newNeed(db.pool);
    const maija = await signIn(db.pool, MAIJA);
    const args = { p_reference: need.reference, p_seen: 1000, p_links: [], p_body: 'Valmista tuli.', p_outcome };
    await call(db.pool, 'desk_close_need', args, maija);
    return events(need);
  };

  it('is the first response, once', async () => {
    const need = await newNeed(db.pool);
    expect(await events(need)).toEqual([]);
    for (const p_body of ['Soitan.', 'Soitan pian.'])
      await call(db.pool, 'answer_need', { p_token_hash: need.maija.answer_need, p_body });
    expect(await events(need)).toEqual(['first_response']);
  });

  it('is the end of one that was served, and of no other', async () => {
    expect(await closed('helped')).toEqual(['first_response', 'closing']);
    expect(await closed('not_reached')).toEqual(['first_response']);
  });

  it('is the delivery under way', async () => {
    const need = await newNeed(db.pool);
    for (const state of ['claimed', 'shaping', 'calling', 'offered', 'agreed', 'preparing', 'delivering'])
      await db.pool.query('update app.needs set state = $2 where id = $1', [need.id, state]);
    expect(await events(need)).toEqual(['midway']);
  });
});
