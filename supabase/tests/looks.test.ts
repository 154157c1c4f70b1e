// Every look from outside the company: written by the function that shows the thing, once an hour, and never taken back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call } from '../../tests/support/sql-call.ts';
import { signIn } from '../../tests/support/sql-desk.ts';
import { ERKKI, handOver, MAIJA, MATTI, newNeed } from '../../tests/support/sql-needs.ts';
import { letPass } from '../../tests/support/sql-time.ts';
import { newBusinessId, newCompany, signInAtWorkspace, type TestCompany } from '../../tests/support/sql-workspace.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const open = (p_token_hash: string) => call(db.pool, 'open_link', { p_token_hash });
const looksAt = async (needId: string) =>
  (
    await db.pool.query<{ line: string }>(
      `select concat_ws(' ', person_role, person_email, part, way) as line from app.looks where need_id = $1 order by id`,
      [needId],
    )
  ).rows.map(({ line }) => line);
const seenBy = async ({ owner, id }: TestCompany, p_page = 1) =>
  (await call(db.pool, 'workspace_looks', { p_company: id, p_page }, owner))[0]?.looks as { part: string }[];

it('a coordinator behind a link and at the desk, and an expert who was asked; the company itself leaves none', async () => {
  const need = await newNeed(db.pool);
  const expert = await handOver(db.pool, need);
  await open(need.company.see_need);
  await open(need.maija.answer_need);
  await call(db.pool, 'answer_need', { p_token_hash: need.maija.answer_need, p_body: 'Soitan.' });
  await open(expert.take_need);
  const matti = await signIn(db.pool, MATTI);
  await call(db.pool, 'desk_need', { p_reference: need.reference }, matti);
  expect(await looksAt(need.id)).toEqual([
    `coordinator ${MAIJA} need link`,
    `expert ${ERKKI} need link`,
    `expert ${ERKKI} messages link`,
    `coordinator ${MATTI} need desk`,
    `coordinator ${MATTI} messages desk`,
  ]);
});

it('the same person and part once an hour, however often and by whichever way', async () => {
  const need = await newNeed(db.pool);
  const maija = await signIn(db.pool, MAIJA);
  const look = async () => {
    await open(need.maija.take_need);
    await call(db.pool, 'desk_need', { p_reference: need.reference }, maija);
  };
  await look();
  await look();
  expect(await looksAt(need.id)).toHaveLength(1);
  await letPass(db.pool, '1 hour');
  await look();
  expect(await looksAt(need.id)).toHaveLength(2);
});

it('of who sees nothing there is no look: no reference, no session, no living link', async () => {
  const need = await newNeed(db.pool);
  const { owner } = await newCompany(db.pool);
  await call(db.pool, 'desk_need', { p_reference: need.reference }, owner);
  await db.pool.query('update app.links set revoked_at = now() where need_id = $1', [need.id]);
  await open(need.maija.take_need);
  expect(await looksAt(need.id)).toEqual([]);
});

describe('the company', () => {
  it('sees what was looked at before its sender had signed in, and since', async () => {
    const businessId = newBusinessId();
    const need = await newNeed(db.pool, { p_business_id: businessId });
    await open(need.maija.take_need);
    const owner = await signInAtWorkspace(db.pool, need.email);
    const [page] = await call(db.pool, 'workspace', { p_company: null, p_page: 1 }, owner);
    expect(page?.looks).toMatchObject([{ person_email: MAIJA, part: 'need', way: 'link', reference: need.reference }]);
    await open(need.matti.take_need);
    const id = (page?.company as { id: string } | undefined)?.id ?? '';
    expect(await seenBy({ id, businessId, need, owner })).toHaveLength(2);
  });

  it('reads its list by pages, newest first', async () => {
    const company = await newCompany(db.pool);
    await db.pool.query(
      `insert into app.looks (company_id, part, way, person_role, person_email, at)
       select $1, 'profile', 'workspace', 'expert', 'neuvoja-' || n || '@neuvonta.example', now() - n * interval '1 minute'
       from generate_series(1, 120) n`,
      [company.id],
    );
    const pages = await Promise.all([1, 2, 3].map((page) => seenBy(company, page)));
    // One more than a page tells that there is another.
    expect(pages.map((page) => page.length)).toEqual([51, 51, 20]);
    expect(pages[0]?.[0]).toMatchObject({ person_email: 'neuvoja-1@neuvonta.example' });
  });
});

it('the list is only added to, by a colleague in psql too, and goes with its company', async () => {
  const company = await newCompany(db.pool);
  await open(company.need.maija.take_need);
  for (const sql of [
    `update app.looks set at = now() where company_id = $1`,
    'update app.looks set company_id = null where company_id = $1',
    'delete from app.looks where company_id = $1',
  ])
    await expect(db.pool.query(sql, [company.id])).rejects.toMatchObject({ code: 'NAPND' });
  await expect(db.pool.query('truncate app.looks')).rejects.toMatchObject({ code: 'NAPND' });
  await db.pool.query('update app.needs set company_id = null where company_id = $1', [company.id]);
  await db.pool.query('delete from app.companies where id = $1', [company.id]);
  expect(await looksAt(company.need.id)).toEqual([]);
});
