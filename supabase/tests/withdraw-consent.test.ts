// withdraw-consent, extend-consent: taken back at once by whoever may, from the workspace and from a letter; gone on with until its end.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { atOnce } from '../../tests/support/sql-at-once.ts';
import { call } from '../../tests/support/sql-call.ts';
import { endDaysAgo, lettersAbout, recordOf, share, withdraw } from '../../tests/support/sql-consents.ts';
import { linkPool } from '../../tests/support/sql-links.ts';
import { newAddress } from '../../tests/support/sql-needs.ts';
import { letPass } from '../../tests/support/sql-time.ts';
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

const takeBack = (p_consent: string, who = company.owner) =>
  call(db.pool, 'workspace_withdraw_consent', { p_consent }, who);
const byLink = (p_token_hash: string) => call(db.pool, 'withdraw_consent', { p_token_hash });
const behind = (p_token_hash: string) => call(db.pool, 'consent_behind_link', { p_token_hash });
const seen = async ({ id, adviser }: Awaited<ReturnType<typeof share>>) =>
  (await call(db.pool, 'workspace_shared_with_me', { p_consent: id }, adviser))[0]?.seen ?? null;
/** A consent with the hash of the giver's link. */
async function shared() {
  const pool = linkPool(1);
  const consent = await share(db.pool, company, { p_links: pool });
  return { ...consent, link: (pool as { hash: string }[])[0]?.hash as string };
}

describe('taking back', () => {
  it('acts at the next question of an open session, once, and both sides hear of it', async () => {
    const consent = await shared();
    expect(await seen(consent)).not.toBeNull();
    expect(await takeBack(consent.id)).toBe('withdrawn');
    expect(await seen(consent)).toBeNull();
    expect(await takeBack(consent.id)).toBe('already_withdrawn');
    expect(await recordOf(db.pool, consent.id)).toEqual(['given form', 'withdrawn button']);
    expect(await lettersAbout(db.pool, consent.id)).toEqual(
      expect.arrayContaining([`adviser_ended ${consent.email}`, `consent_over ${company.owner.email}`]),
    );
  });

  it('behind the link of a letter: looking changes nothing, pressing does, twice does no harm', async () => {
    const consent = await shared();
    expect(await behind(consent.link)).toHaveLength(1);
    expect(await recordOf(db.pool, consent.id)).toEqual(['given form']);
    expect(await byLink(consent.link)).toBe('withdrawn');
    expect(await byLink(consent.link)).toBe('already_withdrawn');
    expect(await recordOf(db.pool, consent.id)).toEqual(['given form', 'withdrawn letter']);
  });

  it('the link is dead for whoever has left the company, and opens nothing but its own consent', async () => {
    const consent = await shared();
    const other = await shared();
    const heir = newAddress();
    await newColleague(db.pool, company, heir, 'owner');
    const { email } = company.owner;
    await call(
      db.pool,
      'workspace_end_membership',
      { p_company: company.id, p_email: email, p_links: linkPool(20) },
      company.owner,
    );
    expect(await behind(consent.link)).toEqual([]);
    expect(await byLink(consent.link)).toBe('no_link');
    expect(await recordOf(db.pool, other.id)).toEqual(['given form']);
    expect(await byLink(company.need.company.see_need)).toBe('no_link');
  });

  it('by any owner, and by whoever gave it; not by a member, the grantee or another company', async () => {
    const consent = await shared();
    const member = await newColleague(db.pool, company, newAddress());
    const other = await newCompany(db.pool);
    for (const who of [member, consent.adviser, other.owner]) expect(await takeBack(consent.id, who)).toBe('no_link');
    const owner = await newColleague(db.pool, company, newAddress(), 'owner');
    await call(
      db.pool,
      'workspace_set_role',
      { p_company: company.id, p_email: company.owner.email, p_role: 'member' },
      owner,
    );
    expect(await takeBack(consent.id)).toBe('withdrawn');
    const second = await share(db.pool, { ...company, owner });
    expect(await takeBack(second.id)).toBe('no_link');
    expect(await takeBack(second.id, owner)).toBe('withdrawn');
  });

  it('while the adviser comments: one of the two comes first, and a comment after it is not there', async () => {
    const consent = await shared();
    const lock = { sql: 'select from app.consents where id = $1 for update', values: [consent.id] };
    const args = { p_consent: consent.id, p_reference: company.need.reference, p_body: 'Kommentti' };
    const [first, second] = await atOnce<string>(db.pool, lock, [
      () => call(db.pool, 'workspace_comment', args, consent.adviser),
      () => takeBack(consent.id),
    ]);
    expect(second).toBe('withdrawn');
    const { rowCount } = await db.pool.query(`select from app.messages where kind = 'comment' and need_id = $1`, [
      company.need.id,
    ]);
    expect([first, rowCount]).toEqual(first === 'said' ? ['said', 1] : ['withdrawn', 0]);
  });

  it('while an owner corrects the address: one of the two comes first, and neither is ended for the other', async () => {
    const consent = await shared();
    const lock = { sql: 'select from app.consents where id = $1 for update', values: [consent.id] };
    const args = { p_consent: consent.id, p_email: newAddress(), p_links: linkPool(1) };
    const [withdrawn, corrected] = await atOnce<string | undefined>(db.pool, lock, [
      () => takeBack(consent.id),
      async () => (await call(db.pool, 'workspace_correct_grantee', args, company.owner))[0]?.outcome,
    ]);
    expect([
      ['corrected', 'already_withdrawn'],
      ['over', 'withdrawn'],
    ]).toContainEqual([corrected, withdrawn]);
  });
});

describe('going on', () => {
  const extend = (p_consent: string, p_days: number, who = company.owner) =>
    call(db.pool, 'workspace_extend_consent', { p_consent, p_days, p_links: linkPool(1) }, who);
  const daysLeft = async (id: string) =>
    (await db.pool.query('select ends_on - app.helsinki_day(now()) as days from app.consents where id = $1', [id]))
      .rows[0]?.days;

  it('30, 90 or 180 days from today, as often as wanted, on record each time, and told to both', async () => {
    const consent = await shared();
    expect(await extend(consent.id, 180)).toBe('extended');
    expect(await daysLeft(consent.id)).toBe(180);
    expect(await extend(consent.id, 180)).toBe('unchanged');
    expect(await extend(consent.id, 30)).toBe('extended');
    expect(await recordOf(db.pool, consent.id)).toEqual(['given form', 'renewed button', 'renewed button']);
    expect(await lettersAbout(db.pool, consent.id)).toContain(`adviser_extended ${consent.email}`);
  });

  it('by turns with 30 and 90 days is no stream of letters to somebody outside: ten in a day, whichever consent', async () => {
    const [one, other] = [await shared(), await shared()];
    for (let turn = 0; turn < 7; turn += 1)
      for (const { id } of [one, other]) expect(await extend(id, turn % 2 ? 30 : 180)).toBe('extended');
    const { rows } = await db.pool.query(
      `select count(*)::integer as letters from app.outbox where letter = 'adviser_extended' and company_id = $1`,
      [company.id],
    );
    expect(rows).toEqual([{ letters: 10 }]);
  });

  it('not for other times, by nobody but an owner, and not after the end or the taking back', async () => {
    const consent = await shared();
    for (const days of [0, -1, 31, 365]) expect(await extend(consent.id, days)).toBe('bad_end');
    expect(await extend(consent.id, 90, consent.adviser)).toBe('owners_only');
    await endDaysAgo(db.pool, consent, 1);
    expect(await extend(consent.id, 90)).toBe('over');
    const gone = await shared();
    await withdraw(db.pool, gone);
    expect(await extend(gone.id, 90)).toBe('over');
  });

  it('not once the end is noted, though the button was pressed a moment before it; nor is it taken back or commented on then', async () => {
    const consent = await shared();
    await db.pool.query('update app.consents set expiry_noted_at = now() where id = $1', [consent.id]);
    expect(await extend(consent.id, 90)).toBe('over');
    expect(await call(db.pool, 'workspace_withdraw_consent', { p_consent: consent.id }, company.owner)).toBe('expired');
    const comment = { p_consent: consent.id, p_reference: company.need.reference, p_body: 'Hei' };
    expect(await call(db.pool, 'workspace_comment', comment, consent.adviser)).toBe('expired');
  });

  it("keeps the giver's link alive as long as what it takes back", async () => {
    const consent = await shared();
    await letPass(db.pool, '80 days');
    const owner = await signInAtWorkspace(db.pool, company.owner.email);
    expect(await extend(consent.id, 180, owner)).toBe('extended');
    await letPass(db.pool, '100 days');
    expect(await byLink(consent.link)).toBe('withdrawn');
  });
});
