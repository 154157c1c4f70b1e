// comment: an adviser's word in the thread, told to the company and to whoever handles the need; it stops no clock and takes no turn.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call } from '../../tests/support/sql-call.ts';
import { endDaysAgo, share, withdraw } from '../../tests/support/sql-consents.ts';
import { MAIJA, MATTI, newNeed } from '../../tests/support/sql-needs.ts';
import { newCompany, signInAtWorkspace, type TestCompany } from '../../tests/support/sql-workspace.ts';

let db: TestDatabase;
let company: TestCompany;
let consent: Awaited<ReturnType<typeof share>>;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  company = await newCompany(db.pool);
  consent = await share(db.pool, company);
});
afterAll(() => db.close());

const comment = (p_body = 'Hyvä suunta.', { id, adviser } = consent, p_reference = company.need.reference) =>
  call(db.pool, 'workspace_comment', { p_consent: id, p_reference, p_body }, adviser);
const comments = async () =>
  (
    await db.pool.query(`select author_role, author_email, author_name, body from app.messages where need_id = $1`, [
      company.need.id,
    ])
  ).rows;
const letters = async () =>
  (
    await db.pool.query<{ line: string }>(
      `select distinct o.letter || ' ' || l.person_email as line from app.outbox o join app.links l on l.set_id = o.link_set
       where o.need_id = $1 and o.letter in ('comment', 'comment_received') order by 1`,
      [company.need.id],
    )
  ).rows.map(({ line }) => line);

it('stands in the thread with its author, is told to the company and whoever handles the need, and stops no clock', async () => {
  expect(await comment()).toBe('said');
  expect(await comments()).toEqual([
    {
      author_role: 'adviser',
      author_email: consent.email,
      author_name: 'Neea Neuvoja, Neuvontatalo',
      body: 'Hyvä suunta.',
    },
  ]);
  expect(await letters()).toEqual([
    `comment ${company.need.email}`,
    `comment_received ${MAIJA}`,
    `comment_received ${MATTI}`,
  ]);
  const { rows } = await db.pool.query(
    'select first_response_at, waits_for_company, state from app.needs where id = $1',
    [company.need.id],
  );
  expect(rows[0]).toEqual({ first_response_at: null, waits_for_company: false, state: 'received' });
  const [need] = await call(db.pool, 'workspace_need', { p_reference: company.need.reference }, company.owner);
  expect(need?.messages).toEqual([expect.objectContaining({ kind: 'comment', body: 'Hyvä suunta.' })]);
});

it('is told to the owner of the need alone, once there is one, and leaves the turn as it was', async () => {
  await call(db.pool, 'answer_need', { p_token_hash: company.need.maija.answer_need, p_body: 'Soitan.' });
  await comment();
  expect(await letters()).toEqual([`comment ${company.need.email}`, `comment_received ${MAIJA}`]);
  const { rows } = await db.pool.query('select waits_for_company from app.needs where id = $1', [company.need.id]);
  expect(rows[0]).toEqual({ waits_for_company: true });
});

it('twice the same is one comment', async () => {
  await comment();
  expect(await comment()).toBe('already_said');
  expect(await comments()).toHaveLength(1);
});

it('stays with its author after the taking back', async () => {
  await comment();
  await withdraw(db.pool, consent);
  expect(await comments()).toHaveLength(1);
});

it('is refused after the taking back, after the end, for who may only read, and on a need that has ended', async () => {
  const reader = await share(db.pool, company, { p_may_comment: false });
  expect(await comment('Hei', reader)).toBe('read_only');
  const over = await share(db.pool, company);
  await endDaysAgo(db.pool, over, 1);
  expect(await comment('Hei', over)).toBe('expired');
  const gone = await share(db.pool, company);
  await withdraw(db.pool, gone);
  expect(await comment('Hei', gone)).toBe('withdrawn');
  await call(db.pool, 'workspace_withdraw', { p_reference: company.need.reference }, company.owner);
  expect(await comment()).toBe('closed');
  expect(await comments()).toEqual([]);
});

it('is for the needs of the consent alone, and for its grantee', async () => {
  const other = await newNeed(db.pool, { p_business_id: company.businessId, p_contact_email: company.need.email });
  await signInAtWorkspace(db.pool, company.need.email);
  expect(await comment('Hei', consent, other.reference)).toBe('not_shared');
  const stranger = await share(db.pool, await newCompany(db.pool));
  expect(await comment('Hei', { ...consent, adviser: stranger.adviser })).toBe('not_shared');
  expect(await comment('Hei', { ...consent, adviser: company.owner })).toBe('not_shared');
});

it('thirty in a day are a conversation, more are mischief', async () => {
  for (let count = 0; count < 30; count++) expect(await comment(`Kommentti ${count}`)).toBe('said');
  expect(await comment('Vielä yksi')).toBe('too_many');
});
