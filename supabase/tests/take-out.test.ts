// Taking data out: everything of a company for its owner, what is hers for anybody, nothing of anybody else, and a receipt.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { type Claims, call } from '../../tests/support/sql-call.ts';
import { token } from '../../tests/support/sql-desk.ts';
import { emptyOutbox } from '../../tests/support/sql-letters.ts';
import { linkPool } from '../../tests/support/sql-links.ts';
import { sendLetterTo } from '../../tests/support/sql-mail.ts';
import { newNeed } from '../../tests/support/sql-needs.ts';
import { newWholeCompany, type WholeCompany } from '../../tests/support/sql-whole-company.ts';
import { enterWorkspace, newBusinessId, newColleague, newCompany } from '../../tests/support/sql-workspace.ts';
import { TABLE_DECISIONS } from '../../tests/support/table-decisions.ts';

let db: TestDatabase;
let company: WholeCompany;
let other: WholeCompany;
beforeAll(async () => {
  db = await testDatabase();
  [company, other] = [await newWholeCompany(db.pool), await newWholeCompany(db.pool)];
});
afterAll(() => db.close());

type Tables = Record<string, Record<string, unknown>[]>;
async function takeOut(who: Claims, p_company: string | null = company.id) {
  const [row] = await call(db.pool, 'workspace_take_out', { p_company }, who);
  return row && { ...row, company_data: row.company_data as Tables | null, person_data: row.person_data as Tables };
}
const receipts = async (email: string) =>
  (await db.pool.query(`select from app.outbox where letter = 'data_taken_out' and to_email = $1`, [email])).rowCount;

it('each table of the database is in it, or has a reason not to be', async () => {
  const { rows } = await db.pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'app' order by 1`,
  );
  expect(Object.keys(TABLE_DECISIONS).sort()).toEqual(rows.map(({ name }) => name));
});

describe('an owner', () => {
  it.each(Object.entries(TABLE_DECISIONS).filter(([, { takeOut }]) => takeOut === 'in'))(
    'gets rows of %s',
    async (table) => {
      await call(db.pool, 'workspace_ask_erasure', { p_company: company.id }, company.owner);
      const taken = await takeOut(company.owner);
      expect(taken?.scope).toBe('company');
      expect([...(taken?.company_data?.[table] ?? []), ...(taken?.person_data[table] ?? [])]).not.toEqual([]);
    },
  );

  it('gets no table that is not decided to be in it', async () => {
    const taken = await takeOut(company.owner);
    const tables = [...Object.keys(taken?.company_data ?? {}), ...Object.keys(taken?.person_data ?? {})];
    expect(tables.filter((table) => TABLE_DECISIONS[table]?.takeOut !== 'in')).toEqual([]);
  });

  it('gets every text and address of the company, and none of another company', async () => {
    const taken = JSON.stringify(await takeOut(company.owner));
    for (const word of [
      `Tarvitsemme apua, ${company.mark}`,
      `Hei ${company.mark}`,
      `Kiitos ${company.mark}`,
      `Valmis ${company.mark}`,
      `kollega-${company.mark}`,
      `Uusi ${company.mark}`,
    ])
      expect(taken).toContain(word);
    expect(taken).not.toContain(other.mark);
  });

  it('gets no address of those who handle its needs, no note of theirs, no key and no hash', async () => {
    const taken = JSON.stringify(await takeOut(company.owner));
    expect(taken).not.toMatch(/@city\.example|@opisto\.example/);
    expect(taken).not.toContain(`Muista ${company.mark}`);
    expect(taken).not.toMatch(/token_hash|fingerprint|idempotency_key|"words":"|link_id|session_id/);
  });
});

it('what came with her address and is not hers, as she said, does not leave with it', async () => {
  const need = await newNeed(db.pool, { p_business_id: newBusinessId() });
  const person = await enterWorkspace(db.pool, need.email);
  const [asked] = await call(db.pool, 'workspace_to_own', {}, person);
  expect((await takeOut(person, null))?.person_data.needs).toHaveLength(1);
  await call(db.pool, 'workspace_disown_needs', { p_business_id: asked?.business_id ?? null }, person);
  expect((await takeOut(person, null))?.person_data.needs).toEqual([]);
});

it('events, letters and mails about a need that she disowned do not leave with it either', async () => {
  const need = await newNeed(db.pool, { p_business_id: newBusinessId() });
  await sendLetterTo(db.pool, need, need.email, 'receipt');
  const person = await enterWorkspace(db.pool, need.email);
  const before = (await takeOut(person, null))?.person_data;
  expect(before?.outbox?.some(({ need_id }) => need_id === need.id)).toBe(true);
  const [asked] = await call(db.pool, 'workspace_to_own', {}, person);
  await call(db.pool, 'workspace_disown_needs', { p_business_id: asked?.business_id ?? null }, person);
  expect(JSON.stringify(await takeOut(person, null))).not.toContain(need.id);
});

it('a person gets her own named answers, and what she did about consents', async () => {
  const person = (await takeOut(company.owner))?.person_data;
  expect(JSON.stringify(person?.named_answers)).toContain(`Palaute ${company.mark}`);
  expect(person?.survey_invitations).not.toEqual([]);
  expect(person?.consent_events).toMatchObject([{ kind: 'given', by_email: company.owner.email }]);
  expect((await takeOut(company.colleague))?.person_data).toMatchObject({ named_answers: [], consent_events: [] });
});

it('whoever has left a company gets that she sent and wrote, and her own details, without what the company has to say', async () => {
  const small = await newWholeCompany(db.pool);
  const { mark, owner, colleague } = small;
  const role = { p_company: small.id, p_email: colleague.email, p_role: 'owner' as const };
  await call(db.pool, 'workspace_set_role', role, owner);
  // Needs of which letters still wait would be passed on with them.
  await emptyOutbox(db.pool);
  const removed = { p_company: small.id, p_email: owner.email, p_links: linkPool(30) };
  expect(await call(db.pool, 'workspace_end_membership', removed, colleague)).toBe('removed');
  const taken = await takeOut(owner, small.id);
  expect(taken).toMatchObject({ scope: 'person', company_data: null });
  const person = taken?.person_data ?? {};
  expect(person.needs?.map(({ reference }) => reference).sort()).toEqual(
    small.ended.map(({ reference }) => reference).sort(),
  );
  expect(person.needs?.[0]).toMatchObject({ contact_email: owner.email, contact_name: `Yrjö ${mark}` });
  expect(person.messages?.length).toBeGreaterThan(0);
  // Nothing that the company is about: its texts, its name, whom it invited and let in.
  const words = JSON.stringify(taken);
  for (const word of [
    `Tarvitsemme apua`,
    `Kiitos ${mark}`,
    `Palaute ${mark}`,
    `Yritys ${mark}`,
    `kollega-${mark}`,
    `kutsuttu-${mark}`,
    `neuvoja-${mark}`,
  ])
    expect(words).not.toContain(word);
});

it('a member gets what is hers and nothing more of the company', async () => {
  const taken = await takeOut(company.colleague);
  expect(taken).toMatchObject({ scope: 'person', company_data: null });
  expect(taken?.person_data.members).toMatchObject([{ email: company.colleague.email }]);
  expect(taken?.person_data.sessions).toHaveLength(1);
  expect(JSON.stringify(taken)).not.toContain(`Tarvitsemme apua`);
});

it('who names another company gets what is hers alone, and who has no session nothing', async () => {
  expect(await takeOut(other.owner)).toMatchObject({ scope: 'person', company: null, company_data: null });
  expect(await takeOut(token(company.owner.email))).toBeUndefined();
});

it('leaves a receipt for every owner and a line in the log, once for a double click', async () => {
  const small = await newCompany(db.pool);
  const second = await newColleague(db.pool, small, `toinen-${randomUUID()}@firma.example`, 'owner');
  const member = await newColleague(db.pool, small, `jasen-${randomUUID()}@firma.example`);
  await Promise.all([takeOut(small.owner, small.id), takeOut(small.owner, small.id)]);
  expect([await receipts(small.owner.email), await receipts(second.email), await receipts(member.email)]).toEqual([
    1, 1, 0,
  ]);
  await takeOut(member, small.id);
  expect([await receipts(small.owner.email), await receipts(member.email)]).toEqual([1, 1]);
  const { rows } = await db.pool.query<{ line: string }>(
    `select concat_ws(' ', kind, about, 'by', actor_email) as line from app.company_events where company_id = $1 and kind = 'data_taken_out' order by id`,
    [small.id],
  );
  expect(rows.map(({ line }) => line)).toEqual([
    `data_taken_out company by ${small.owner.email}`,
    `data_taken_out person by ${member.email}`,
  ]);
});
