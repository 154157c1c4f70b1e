// The record of a consent keeps its rules whoever writes it: its end, its needs, what was agreed to, and what happened to it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { LINES } from '../../tests/support/lines-that-lead.ts';
import { newConsent, type TestConsent, withdraw } from '../../tests/support/sql-consents.ts';
import { newCompany, type TestCompany } from '../../tests/support/sql-workspace.ts';

let db: TestDatabase;
let company: TestCompany;
let consent: TestConsent;
beforeAll(async () => {
  db = await testDatabase();
  company = await newCompany(db.pool);
  consent = await newConsent(db.pool, company);
});
afterAll(() => db.close());

const set = (change: string, id = consent.id) => db.pool.query(`update app.consents set ${change} where id = $1`, [id]);
const today = 'app.helsinki_day(now())';

it.each([
  [-1, false],
  [0, true],
  [180, true],
  [181, false],
])('an end %i days from now', async (days, good) => {
  const moved = set(`ends_on = ${today} + ${days}`);
  if (good) await moved;
  else await expect(moved).rejects.toMatchObject({ code: 'CLONG' });
});

it('has an end', async () => {
  await expect(set('ends_on = null')).rejects.toThrow();
});

it('names a part at least, messages only with needs, comments only with needs', async () => {
  for (const parts of [[], ['messages'], ['profile', null]] as never[]) {
    await expect(newConsent(db.pool, company, { parts })).rejects.toMatchObject({ code: '23514' });
  }
  const comment = newConsent(db.pool, company, { parts: ['profile'], mayComment: true });
  await expect(comment).rejects.toMatchObject({ constraint: 'a_comment_is_about_a_shared_need' });
});

it.each(['Katso https://huono.example', 'www.huono.example', 'Rivi\nBcc: kaikki@huono.example', 'Nolla\u0001merkki'])(
  'what a stranger reads is not %j',
  async (purpose) => {
    const client = db.pool.query(
      `insert into app.consents (company_id, grantee_email, grantee_organisation, language, purpose, parts, may_comment, text_version, text_language, given_by, ends_on)
       values ($1, 'a@b.example', 'Talo', 'fi', $2, '{profile}', false, '1', 'fi', 'x@y.example', ${today})`,
      [company.id, purpose],
    );
    await expect(client).rejects.toMatchObject({ constraint: 'what_a_stranger_reads_is_one_line_without_an_address' });
  },
);

it("never holds a need of another company, and none of nobody's", async () => {
  const other = await newCompany(db.pool);
  const shares = newConsent(db.pool, company, { needs: [other.need.id] });
  await expect(shares).rejects.toMatchObject({ code: 'CNEED' });
});

it.each([
  'purpose = purpose || 2',
  "parts = '{documents}', may_comment = false",
  "text_version = '9'",
  'given_at = now()',
])('what was agreed to is not rewritten: %s', async (change) => {
  await expect(set(change)).rejects.toMatchObject({ code: 'CKEPT' });
});

it('one that was withdrawn or has expired is never in force again', async () => {
  const gone = await newConsent(db.pool, company);
  await withdraw(db.pool, gone);
  for (const change of ['withdrawn_at = null, withdrawn_by = null', `ends_on = ${today} + 10`]) {
    await expect(set(change, gone.id)).rejects.toMatchObject({ code: 'CDONE' });
  }
  const over = await newConsent(db.pool, company);
  await set('expiry_noted_at = now()', over.id);
  await expect(set(`ends_on = ${today} + 10`, over.id)).rejects.toMatchObject({ code: 'CDONE' });
  await expect(withdraw(db.pool, over)).rejects.toMatchObject({ constraint: 'a_consent_ends_once' });
});

it('its record is only added to, but for who it was', async () => {
  for (const sql of [
    'delete from app.consent_events',
    "update app.consent_events set kind = 'withdrawn'",
    'update app.consent_events set at = now()',
    'truncate app.consent_events',
  ]) {
    await expect(db.pool.query(sql)).rejects.toMatchObject({ code: 'NAPND' });
  }
  await db.pool.query('update app.consent_events set by_email = null where consent_id = $1', [consent.id]);
});

it('goes with its company', async () => {
  const other = await newCompany(db.pool);
  await newConsent(db.pool, other);
  await db.pool.query('update app.needs set company_id = null where company_id = $1', [other.id]);
  await db.pool.query('delete from app.companies where id = $1', [other.id]);
  const { rowCount } = await db.pool.query('select from app.consents where company_id = $1', [other.id]);
  expect(rowCount).toBe(0);
});

it.each(LINES)('in SQL as in the form, %j: %s', async (line, leads) => {
  const { rows } = await db.pool.query('select app.leads_somewhere($1) as leads', [line]);
  expect(rows).toEqual([{ leads }]);
});

it.each(['grantee_name', 'grantee_organisation', 'purpose'])(
  'a bare address in %s is refused to whoever types it',
  async (column) => {
    const values = {
      grantee_name: 'Neea',
      grantee_organisation: 'Talo',
      purpose: 'Hakemus',
      [column]: 'huono.example/x',
    };
    const typed = db.pool.query(
      `insert into app.consents (company_id, grantee_email, grantee_name, grantee_organisation, language, purpose, parts, may_comment,
       text_version, text_language, given_by, ends_on)
     values ($1, 'neuvoja@talo.example', $2, $3, 'fi', $4, '{profile}', false, '1', 'fi', $5, app.helsinki_day(now()) + 90)`,
      [company.id, values.grantee_name, values.grantee_organisation, values.purpose, company.owner.email],
    );
    await expect(typed).rejects.toMatchObject({ code: 'CLEAD' });
  },
);
