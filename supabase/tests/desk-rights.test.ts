// Who reads what: nobody but a coordinator with a living session, and what a coordinator reads is written down table by table.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asRole, type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { type Claims, call } from '../../tests/support/sql-call.ts';
import { signIn, token } from '../../tests/support/sql-desk.ts';
import { mailed, replyLink, sendLetterTo, tell } from '../../tests/support/sql-mail.ts';
import { handOver, MAIJA, MATTI, newNeed, type TestNeed } from '../../tests/support/sql-needs.ts';
import { READ_AT_DESK } from '../../tests/support/sql-rules.ts';
import { inviteTo, keepVersion } from '../../tests/support/sql-surveys.ts';

let db: TestDatabase;
let need: TestNeed;
const people: Record<string, Claims> = {};
beforeAll(async () => {
  db = await testDatabase();
  need = await newNeed(db.pool);
  await handOver(db.pool, need);
  await call(db.pool, 'answer_need', { p_token_hash: need.maija.answer_need, p_body: 'Soitan.' });
  const survey = await inviteTo(db.pool, need, await keepVersion(db.pool, { event: 'first_response' }));
  await call(db.pool, 'answer_survey', {
    p_token_hash: survey.link,
    p_answers: [{ question: 'contacted', choices: ['no'] }] as never,
    p_follow_up_due: '2100-01-01',
  });
  await mailed(db.pool, await replyLink(db.pool, need), 'joku@muualla.example');
  await tell(db.pool, 'bounced', await sendLetterTo(db.pool, need, need.email));
  people.coordinator = await signIn(db.pool, MAIJA);
  const note = { p_reference: need.reference, p_seen: 1000, p_links: [], p_body: 'Muista.' };
  await call(db.pool, 'desk_write_note', note, people.coordinator);
  const days = { p_first_day: '2100-01-04', p_last_day: '2100-01-08', p_deputy: MATTI };
  await call(db.pool, 'desk_add_absence', days, people.coordinator);
  people['a coordinator without a session'] = token(MAIJA);
  people['a coordinator who signed out'] = await signIn(db.pool, MAIJA);
  await call(db.pool, 'desk_sign_out', { p_everywhere: false }, people['a coordinator who signed out']);
  people["somebody with another's session"] = { ...(people.coordinator as Claims), email: need.email };
  people['the company'] = token(need.email);
  people['a coordinator whose session expired'] = await signIn(db.pool, MATTI);
  await db.pool.query(
    `update app.sessions set created_at = now() - interval '2 days', expires_at = now() - interval '1 second' where email = $1`,
    [MATTI],
  );
});
afterAll(() => db.close());

const CLOSED = [
  'app.sealed_answers',
  'app.survey_letters',
  'app.links',
  'app.outbox',
  'app.mail_events',
  'app.code_requests',
  'app.sessions',
  'app.need_moves',
];
const STRANGERS = [
  'a coordinator without a session',
  'a coordinator who signed out',
  'a coordinator whose session expired',
  "somebody with another's session",
  'the company',
];
const count = async (who: string, table: string): Promise<number> =>
  asRole(
    db.pool,
    'authenticated',
    people[who] as Claims,
    async (client) => (await client.query(`select from ${table}`)).rowCount ?? 0,
  );

describe.each(READ_AT_DESK)('%s', (table) => {
  it('is read by a coordinator at the desk', async () => {
    const { rows } = await db.pool.query<{ count: number }>(`select count(*)::integer as count from ${table}`);
    expect(rows[0]?.count).toBeGreaterThan(0);
    expect(await count('coordinator', table)).toBe(rows[0]?.count);
  });

  it.each(STRANGERS)('shows no row to %s', async (who) => {
    expect(await count(who, table)).toBe(0);
  });

  it('is shut to anon', async () => {
    await expect(asRole(db.pool, 'anon', {}, (client) => client.query(`select from ${table}`))).rejects.toMatchObject({
      code: '42501',
    });
  });

  it.each(['delete from', 'update', 'insert into'])('a coordinator cannot %s it', async (verb) => {
    const column = (await db.pool.query(`select * from ${table} limit 0`)).fields[1]?.name;
    const rest = { 'delete from': '', update: `set ${column} = ${column}`, 'insert into': 'default values' }[verb];
    const act = asRole(db.pool, 'authenticated', people.coordinator as Claims, (client) =>
      client.query(`${verb} ${table} ${rest}`),
    );
    // No right to; or a view, into which nobody writes.
    await expect(act).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|55000)$/) });
  });
});

it.each(CLOSED)('%s is shut to a coordinator too', async (table) => {
  await expect(count('coordinator', table)).rejects.toMatchObject({ code: '42501' });
});

describe.each(STRANGERS)('%s', (who) => {
  it('finds an empty list, no need by its reference, and acts on nothing', async () => {
    const person = people[who] as Claims;
    const [list] = await call(db.pool, 'desk_list', { p_view: 'any', p_typed: '', p_after: null }, person);
    expect([list?.needs, list?.counts, list?.has_more]).toEqual([[], null, false]);
    const [found] = await call(db.pool, 'desk_list', { p_view: 'any', p_typed: 'Malli', p_after: null }, person);
    expect(found?.needs).toEqual([]);
    expect(await call(db.pool, 'desk_need', { p_reference: need.reference }, person)).toEqual([]);
    const args = { p_reference: need.reference, p_seen: 1000, p_links: [] };
    expect(await call(db.pool, 'desk_take_need', args, person)).toEqual([{ standing: 'no_need', outcome: null }]);
    expect(await call(db.pool, 'desk_sign_out', { p_everywhere: true }, person)).toBe(0);
  });
});

it('a search tells nothing of what it does not show, not even to who may run it', async () => {
  const found = (claims: Claims) =>
    asRole(
      db.pool,
      'authenticated',
      claims,
      async (client) => (await client.query(`select app.desk_find('any', 'malli', null) as page`)).rows[0].page,
    );
  expect(await found(token(MAIJA))).toBe('({},,f)');
  expect(await found(people.coordinator as Claims)).toContain(need.id);
});

it('a token whose session is no id at all is refused and not a fault of ours', async () => {
  const person = { email: MAIJA, session_id: randomUUID().slice(1) };
  await expect(call(db.pool, 'desk_session', {}, person)).rejects.toMatchObject({ code: '22P02' });
});
