// Who leaves a company loses its matters at once, and the company loses none: another becomes the contact, and whoever did not do it is told.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { type Claims, call } from '../../tests/support/sql-call.ts';
import { claim } from '../../tests/support/sql-letters.ts';
import { linkPool, linksOf } from '../../tests/support/sql-links.ts';
import { mailed, replyLink } from '../../tests/support/sql-mail.ts';
import { eventsOf, MAIJA, newAddress, newNeed, type TestNeed } from '../../tests/support/sql-needs.ts';
import { newColleague, newCompany, signInAtWorkspace, type TestCompany } from '../../tests/support/sql-workspace.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const end = (company: TestCompany, p_email: string, person: Claims, links = 60) =>
  call(db.pool, 'workspace_end_membership', { p_company: company.id, p_email, p_links: linkPool(links) }, person);
/** A company with a colleague who sent a need of her own in it. */
async function withColleague(): Promise<[TestCompany, Claims, TestNeed]> {
  const company = await newCompany(db.pool);
  const colleague = await newColleague(db.pool, company, newAddress());
  const need = await newNeed(db.pool, { p_business_id: company.businessId, p_contact_email: colleague.email });
  await signInAtWorkspace(db.pool, colleague.email);
  return [company, colleague, need];
}
const contactOf = async (need: TestNeed): Promise<string> =>
  (await db.pool.query('select contact_email from app.needs where id = $1', [need.id])).rows[0]?.contact_email;
const opens = async (p_token_hash: string): Promise<boolean> =>
  (await call(db.pool, 'open_link', { p_token_hash })).length > 0;
const lettersTo = async (email: string) =>
  (
    await db.pool.query<{ letter: string; told: { references: string[] } }>(
      `select letter, app.letter_tells(letter, about) as told from app.outbox where to_email = $1 and about is not null`,
      [email],
    )
  ).rows;

describe('who is removed', () => {
  it('loses the links of her needs, and can ask for no new ones; the owner who removed her is their contact', async () => {
    const [company, colleague, need] = await withColleague();
    expect(await end(company, colleague.email, company.owner)).toBe('removed');
    expect(await opens(need.company.see_need)).toBe(false);
    const asked = {
      p_email: colleague.email,
      p_reference: need.reference,
      p_coordinators: [MAIJA],
      p_links: linkPool(18),
    };
    await call(db.pool, 'request_link', asked);
    expect(await opens((await linksOf(db.pool, need.id, colleague.email)).see_need)).toBe(false);
    expect(await contactOf(need)).toBe(company.owner.email);
    const links = await linksOf(db.pool, need.id, company.owner.email);
    expect([await opens(links.see_need), await opens(links.reply_to_need)]).toEqual([true, true]);
    expect((await eventsOf(db.pool, need.id)).at(-1)).toBe(`contact_changed by ${company.owner.email}`);
  });

  it('gets no letter of the company any more, not even one that waited: it goes to the new contact', async () => {
    const [company, colleague, need] = await withColleague();
    await call(db.pool, 'answer_need', { p_token_hash: need.maija.answer_need, p_body: 'Soitan.' });
    await end(company, colleague.email, company.owner);
    await call(db.pool, 'ask_more', { p_token_hash: need.maija.ask_more, p_body: 'Montako teitä on?' });
    const letters = await claim(db.pool, 200);
    const ofNeed = letters.filter(({ reference }) => reference === need.reference);
    expect(ofNeed.filter(({ to_email }) => to_email === colleague.email)).toEqual([]);
    expect(ofNeed.filter(({ to_email }) => to_email === company.owner.email).map(({ letter }) => letter)).toEqual(
      expect.arrayContaining(['answer', 'question']),
    );
  });

  it('has no word in the matter by mail either', async () => {
    const [company, colleague, need] = await withColleague();
    const link = await replyLink(db.pool, need);
    await end(company, colleague.email, company.owner);
    expect(await mailed(db.pool, link, colleague.email)).toBe('no_link');
  });

  it('is told, with what becomes of her needs', async () => {
    const [company, colleague, need] = await withColleague();
    await end(company, colleague.email, company.owner);
    expect(await lettersTo(colleague.email)).toEqual([
      { letter: 'membership_ended', told: expect.objectContaining({ references: [need.reference] }) },
    ]);
    await newColleague(db.pool, company, colleague.email);
    expect(await lettersTo(colleague.email)).toMatchObject([{ letter: 'membership_ended', told: null }]);
  });

  it('keeps what is hers: needs that belong to no company, or to another of hers', async () => {
    const [company, colleague] = await withColleague();
    const own = await newCompany(db.pool, { p_contact_email: colleague.email });
    await end(company, colleague.email, company.owner);
    expect(await opens(own.need.company.see_need)).toBe(true);
    expect(await contactOf(own.need)).toBe(colleague.email);
  });
});

describe('who leaves', () => {
  it('passes her needs to the longest-standing owner, who is told; she herself did it and gets no letter', async () => {
    const [company, colleague, need] = await withColleague();
    await newColleague(db.pool, company, newAddress(), 'owner');
    expect(await end(company, colleague.email, colleague)).toBe('left');
    expect(await contactOf(need)).toBe(company.owner.email);
    expect(await opens(need.company.see_need)).toBe(false);
    expect(await lettersTo(colleague.email)).toEqual([]);
    expect(await lettersTo(company.owner.email)).toEqual([
      {
        letter: 'contact_passed',
        told: expect.objectContaining({ email: colleague.email, references: [need.reference] }),
      },
    ]);
  });

  it('as the last owner stays, with all that is hers', async () => {
    const company = await newCompany(db.pool);
    expect(await end(company, company.owner.email, company.owner)).toBe('last_owner');
    expect(await opens(company.need.company.see_need)).toBe(true);
  });
});

it('with links for fewer needs than there are, nothing is done', async () => {
  const [company, colleague, need] = await withColleague();
  expect(await call(db.pool, 'workspace_contacts', { p_company: company.id }, company.owner)).toEqual(
    expect.arrayContaining([{ email: colleague.email, needs: 1 }]),
  );
  expect(await end(company, colleague.email, company.owner, 2)).toBe('needs_changed');
  expect([await contactOf(need), await opens(need.company.see_need)]).toEqual([colleague.email, true]);
});

it('whoever mints a link for one who has left makes a dead one; who comes back gets a living one', async () => {
  const [company, colleague, need] = await withColleague();
  await end(company, colleague.email, company.owner);
  const mint = async () => {
    await db.pool.query(`select app.mint_links($1, 'company', $2, null, 'fi', $3)`, [
      need.id,
      colleague.email,
      JSON.stringify(linkPool(3)),
    ]);
    return opens((await linksOf(db.pool, need.id, colleague.email)).see_need);
  };
  expect(await mint()).toBe(false);
  await newColleague(db.pool, company, colleague.email);
  expect(await mint()).toBe(true);
});

it('a colleague in psql ends no membership whose needs would turn to nobody, and kills the links of what has ended', async () => {
  const [, colleague, need] = await withColleague();
  const leaves = () => db.pool.query('update app.members set left_at = now() where email = $1', [colleague.email]);
  await expect(leaves()).rejects.toMatchObject({ code: 'MNEED' });
  await call(db.pool, 'withdraw_need', { p_token_hash: need.company.see_need });
  await leaves();
  expect(await opens(need.company.see_need)).toBe(false);
});
