// share: an owner lets somebody in; whoever may not, what is not hers, and what was shared already comes back with its reason.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { atOnce } from '../../tests/support/sql-at-once.ts';
import { call } from '../../tests/support/sql-call.ts';
import { ALL_PARTS, lettersAbout, recordOf, share, shareArgs, withdraw } from '../../tests/support/sql-consents.ts';
import { linkPool } from '../../tests/support/sql-links.ts';
import { newAddress } from '../../tests/support/sql-needs.ts';
import { newColleague, newCompany, signInAtWorkspace, type TestCompany } from '../../tests/support/sql-workspace.ts';

let db: TestDatabase;
let company: TestCompany;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  // Ten a day for a company.
  company = await newCompany(db.pool);
});
afterAll(() => db.close());

const tries = async (args: ReturnType<typeof shareArgs>, who = company.owner) =>
  (await call(db.pool, 'workspace_share', { ...args, p_links: linkPool(1) }, who))[0]?.outcome;
const lockOfCompany = (id: string) => ({ sql: 'select from app.companies where id = $1 for update', values: [id] });

it('is on record with who, what, until when and the text agreed to; both get a letter, the giver with a link', async () => {
  const consent = await share(db.pool, company);
  const { rows } = await db.pool.query(
    `select given_by, given_by_name, may_comment, parts::text[], text_version, text_language, ends_on - app.helsinki_day(now()) as days
     from app.consents where id = $1`,
    [consent.id],
  );
  expect(rows[0]).toEqual({
    given_by: company.owner.email,
    given_by_name: 'Yrjö Yrittäjä',
    may_comment: true,
    parts: ALL_PARTS,
    text_version: '2026-11-28',
    text_language: 'fi',
    days: 90,
  });
  expect(await recordOf(db.pool, consent.id)).toEqual(['given form']);
  expect(await lettersAbout(db.pool, consent.id)).toEqual([
    `adviser_invited ${consent.email}`,
    `consent_given ${company.owner.email}`,
  ]);
});

describe('refuses', () => {
  it('whoever is no owner: a member, an adviser, another company, nobody', async () => {
    const member = await newColleague(db.pool, company, newAddress());
    const { adviser } = await share(db.pool, company);
    const other = await newCompany(db.pool);
    for (const who of [member, adviser, other.owner, { ...company.owner, email: newAddress() }]) {
      expect(await tries(shareArgs(company), who)).toBe('owners_only');
    }
  });

  it("one of the company's own people", async () => {
    expect(await tries(shareArgs(company, { p_email: company.owner.email }))).toBe('own_member');
  });

  it('a need of another company, one that does not exist, and needs without any', async () => {
    const other = await newCompany(db.pool);
    for (const p_references of [[other.need.reference], [company.need.reference, 'ABCD-2345'], []]) {
      expect(await tries(shareArgs(company, { p_references }))).toBe('not_your_need');
    }
    const { rowCount } = await db.pool.query('select from app.consent_needs where need_id = $1', [other.need.id]);
    expect(rowCount).toBe(0);
  });

  it.each([-30, 0, 1, 89, 181, 36500, null])('an end %s days from now', async (p_days) => {
    expect(await tries(shareArgs(company, { p_days }))).toBe('bad_end');
  });

  it('the same once more, however it is written; another scope is another consent, and after the end it is given anew', async () => {
    const args = shareArgs(company, { p_parts: ['needs', 'profile'] });
    expect(await tries(args)).toBe('shared');
    expect(await tries({ ...args, p_parts: ['profile', 'needs', 'needs'], p_purpose: 'Muu syy' })).toBe(
      'already_shared',
    );
    expect(await tries({ ...args, p_may_comment: false })).toBe('shared');
    const { rows } = await db.pool.query<{ id: string }>(
      'select id from app.consents where grantee_email = $1 and may_comment',
      [args.p_email],
    );
    await withdraw(db.pool, rows[0] as { id: string });
    expect(await tries(args)).toBe('shared');
  });

  it('an eleventh on one day', async () => {
    const eager = await newCompany(db.pool);
    for (let count = 0; count < 10; count++) expect(await tries(shareArgs(eager), eager.owner)).toBe('shared');
    expect(await tries(shareArgs(eager), eager.owner)).toBe('too_many');
    // Nor for another company of the same person; another person's goes on.
    const second = await newCompany(db.pool, { p_contact_email: eager.owner.email });
    expect(await tries(shareArgs(second), second.owner)).toBe('too_many');
    const colleague = await newColleague(db.pool, second, newAddress(), 'owner');
    expect(await tries(shareArgs(second), colleague)).toBe('shared');
  });
});

it('two at the same moment are one consent and one invitation', async () => {
  const args = shareArgs(company);
  const outcomes = await atOnce(db.pool, lockOfCompany(company.id), [() => tries(args), () => tries(args)]);
  expect(outcomes.sort()).toEqual(['already_shared', 'shared']);
});

describe('the address', () => {
  const correct = async (id: string, p_email: string, who = company.owner) =>
    (await call(db.pool, 'workspace_correct_grantee', { p_consent: id, p_email, p_links: linkPool(1) }, who))[0];

  it('is put right until it was used: the wrong one opens nothing and is told nothing, the right one is invited', async () => {
    const wrong = await share(db.pool, company);
    const right = newAddress();
    const corrected = await correct(wrong.id, right);
    expect(corrected?.outcome).toBe('corrected');
    const id = corrected?.consent as string;
    expect(await recordOf(db.pool, wrong.id)).toEqual(['given form', 'withdrawn correction']);
    expect(await recordOf(db.pool, id)).toEqual(['given correction']);
    expect(await lettersAbout(db.pool, wrong.id)).not.toContain(`adviser_ended ${wrong.email}`);
    expect(await lettersAbout(db.pool, id)).toContain(`adviser_invited ${right}`);
    const same = `select parts, may_comment, purpose, ends_on, text_version, array(select need_id from app.consent_needs where consent_id = id) as needs
                  from app.consents where id = $1`;
    expect((await db.pool.query(same, [id])).rows).toEqual((await db.pool.query(same, [wrong.id])).rows);
    const [seen] = await call(db.pool, 'workspace_shared_with_me', { p_consent: wrong.id }, wrong.adviser);
    expect(seen?.seen).toBeNull();
  });

  it('stays once something was seen by it', async () => {
    const consent = await share(db.pool, company);
    await call(db.pool, 'workspace_shared_with_me', { p_consent: consent.id }, consent.adviser);
    expect((await correct(consent.id, newAddress()))?.outcome).toBe('already_used');
  });

  it("is not put right to the same, to one of the company's own, by a member, or after the end", async () => {
    const consent = await share(db.pool, company);
    expect((await correct(consent.id, consent.email))?.outcome).toBe('unchanged');
    expect((await correct(consent.id, company.owner.email))?.outcome).toBe('own_member');
    expect((await correct(consent.id, newAddress(), consent.adviser))?.outcome).toBe('owners_only');
    await withdraw(db.pool, consent);
    expect((await correct(consent.id, newAddress()))?.outcome).toBe('over');
  });
});

it('an address that many companies invite gets twenty letters in a day, and finds all of it when it signs in', async () => {
  const p_email = newAddress();
  const consents: string[] = [];
  for (let count = 0; count < 11; count += 1) {
    const company = await newCompany(db.pool);
    const first = await share(db.pool, company, { p_email });
    const second = await share(db.pool, company, {
      p_email,
      p_parts: ['profile'],
      p_references: [],
      p_may_comment: false,
    });
    consents.push(first.id, second.id);
  }
  const { rows } = await db.pool.query(
    `select count(*) filter (where dropped_at is null)::integer as sent from app.outbox where letter = 'adviser_invited' and to_email = $1`,
    [p_email],
  );
  expect(rows).toEqual([{ sent: 20 }]);
  const adviser = await signInAtWorkspace(db.pool, p_email);
  const [page] = (await call(db.pool, 'workspace_shared', {}, adviser)) as unknown as { consents: unknown[] }[];
  expect(page?.consents).toHaveLength(consents.length);
});
