// The people of a company: invited by an owner, let in by the code sent to the invited address, and never without an owner.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { type Claims, call, type Enums } from '../../tests/support/sql-call.ts';
import { newConsent, recordOf } from '../../tests/support/sql-consents.ts';
import { signIn } from '../../tests/support/sql-desk.ts';
import { linkPool } from '../../tests/support/sql-links.ts';
import { MAIJA, newAddress, newNeed } from '../../tests/support/sql-needs.ts';
import { letPass } from '../../tests/support/sql-time.ts';
import {
  companyOf,
  invite,
  newColleague,
  newCompany,
  peopleOf,
  signInAtWorkspace,
  type TestCompany,
} from '../../tests/support/sql-workspace.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const logOf = async (company: string) =>
  (
    await db.pool.query<{ line: string }>(
      `select concat_ws(' ', kind, 'by', actor_role, about) as line from app.company_events where company_id = $1 order by id`,
      [company],
    )
  ).rows.map(({ line }) => line);
const lettersTo = async (email: string) =>
  (
    await db.pool.query<{ letter: string }>('select letter from app.outbox where to_email = $1 order by created_at', [
      email,
    ])
  ).rows.map(({ letter }) => letter);
const asks = (company: TestCompany, person: Claims, p_email: string) =>
  call(
    db.pool,
    'workspace_invite_colleague',
    { p_company: company.id, p_email, p_role: 'member', p_language: 'sv' },
    person,
  );
const join = (p_invitation: string, person: Claims) =>
  call(db.pool, 'workspace_join_company', { p_invitation }, person);
const end = (company: TestCompany, p_email: string, person: Claims) =>
  call(db.pool, 'workspace_end_membership', { p_company: company.id, p_email, p_links: linkPool(30) }, person);

describe('an invitation', () => {
  it('lets the invited address in, is told by a letter, and stands in the log', async () => {
    const company = await newCompany(db.pool);
    const email = newAddress();
    await newColleague(db.pool, company, email);
    expect(await peopleOf(db.pool, company.id)).toEqual([`owner ${company.need.email}`, `member ${email}`]);
    expect(await lettersTo(email)).toEqual(['colleague_invited']);
    expect(await logOf(company.id)).toEqual([
      `made by company ${company.businessId}`,
      `need_attached by company ${company.need.reference}`,
      `colleague_invited by company ${email}`,
      `member_joined by company ${email}`,
    ]);
  });

  it('opens nothing to whoever got the letter from the invited person', async () => {
    const company = await newCompany(db.pool);
    const invitation = await invite(db.pool, company, newAddress());
    expect(await join(invitation, (await newCompany(db.pool)).owner)).toBe('gone');
  });

  it('is made once, not for who is in already, by owners alone, and not more than ten in a day', async () => {
    const company = await newCompany(db.pool);
    const member = await newColleague(db.pool, company, newAddress());
    expect(await asks(company, member, newAddress())).toBe('owners_only');
    expect(await asks(company, company.owner, member.email)).toBe('already_member');
    const email = newAddress();
    expect(await asks(company, company.owner, email)).toBe('invited');
    expect(await asks(company, company.owner, email)).toBe('already_invited');
    for (let count = 2; count < 10; count += 1)
      expect(await asks(company, company.owner, newAddress())).toBe('invited');
    expect(await asks(company, company.owner, newAddress())).toBe('too_many');
    const second = await newCompany(db.pool, { p_contact_email: company.owner.email });
    expect(await asks(second, second.owner, newAddress())).toBe('too_many');
  });

  it('ends after 30 days, when an owner takes it back, or when the invited person says no', async () => {
    const company = await newCompany(db.pool);
    const [late, back, no] = [newAddress(), newAddress(), newAddress()];
    const invitations = [
      await invite(db.pool, company, late),
      await invite(db.pool, company, back),
      await invite(db.pool, company, no),
    ];
    const persons = await Promise.all([late, back, no].map((email) => signInAtWorkspace(db.pool, email)));
    const finish = (at: number, person: Claims) =>
      call(db.pool, 'workspace_end_invitation', { p_invitation: invitations[at] as string }, person);
    expect(await finish(1, company.owner)).toBe('ended');
    expect(await finish(2, persons[2] as Claims)).toBe('ended');
    expect(await finish(2, company.owner)).toBe('gone');
    await letPass(db.pool, '30 days');
    for (const at of [0, 1, 2]) {
      const person = await signInAgain([late, back, no][at] as string);
      if (person) expect(await join(invitations[at] as string, person)).toBe('gone');
    }
    expect(await peopleOf(db.pool, company.id)).toHaveLength(1);
  });

  /** Who has nothing to see any more is not let in at all. */
  async function signInAgain(email: string): Promise<Claims | undefined> {
    return signInAtWorkspace(db.pool, email).catch(() => undefined);
  }

  it('taken twice is one membership', async () => {
    const company = await newCompany(db.pool);
    const email = newAddress();
    const invitation = await invite(db.pool, company, email);
    const person = await signInAtWorkspace(db.pool, email);
    expect([await join(invitation, person), await join(invitation, person)]).toEqual(['joined', 'already_member']);
  });
});

describe('whoever is out stays out', () => {
  it('an invitation that still waited does not let in again who came in by a claim and was removed', async () => {
    const company = await newCompany(db.pool);
    const { email } = await newNeed(db.pool, { p_business_id: company.businessId });
    const person = await signInAtWorkspace(db.pool, email);
    const invitation = await invite(db.pool, company, email, 'owner');
    const { rows } = await db.pool.query<{ id: string }>('select id from app.claims where email = $1', [email]);
    const letIn = { p_claim: rows[0]?.id as string, p_let_in: true, p_role: 'member' } as const;
    expect(await call(db.pool, 'workspace_settle_claim', letIn, company.owner)).toBe('settled');
    expect(await end(company, email, company.owner)).toBe('removed');
    expect(await join(invitation, person)).toBe('gone');
    expect(await peopleOf(db.pool, company.id)).toEqual([`owner ${company.need.email}`]);
  });

  it('whom a removed owner had invited does not come in after her; whom one who left had invited does', async () => {
    const company = await newCompany(db.pool);
    const [bad, good] = [newAddress(), newAddress()];
    const other = (owner: Claims) => ({ ...company, owner });
    const removed = await newColleague(db.pool, company, bad, 'owner');
    const left = await newColleague(db.pool, company, good, 'owner');
    const [hers, his] = [newAddress(), newAddress()];
    const invitations = [
      await invite(db.pool, other(removed), hers, 'owner'),
      await invite(db.pool, other(left), his),
    ] as const;
    expect(await end(company, bad, company.owner)).toBe('removed');
    expect(await end(company, good, left)).toBe('left');
    expect(await signInAtWorkspace(db.pool, hers).catch(() => 'nothing to see')).toBe('nothing to see');
    expect(await join(invitations[1], await signInAtWorkspace(db.pool, his))).toBe('joined');
  });

  it('an adviser who became one of the company sees nothing by the old consent once she is out', async () => {
    const company = await newCompany(db.pool);
    const consent = await newConsent(db.pool, company);
    await newColleague(db.pool, company, consent.email);
    expect(await end(company, consent.email, company.owner)).toBe('removed');
    const [shown] = await call(db.pool, 'workspace_shared_with_me', { p_consent: consent.id }, consent.adviser);
    expect(shown).toMatchObject({ seen: null, consent: { standing: 'withdrawn' } });
    expect(await recordOf(db.pool, consent.id)).toEqual(['given form', 'withdrawn button']);
  });
});

describe('roles and leaving', () => {
  it('the last owner stays an owner and cannot leave before naming another', async () => {
    const company = await newCompany(db.pool);
    const member = await newColleague(db.pool, company, newAddress());
    const { email } = company.owner;
    const role = (p_email: string, p_role: Enums['member_role'], person = company.owner) =>
      call(db.pool, 'workspace_set_role', { p_company: company.id, p_email, p_role }, person);
    expect(await role(email, 'member')).toBe('last_owner');
    expect(await end(company, email, company.owner)).toBe('last_owner');
    expect(await role(member.email, 'owner', member)).toBe('owners_only');
    expect(await role(newAddress(), 'owner')).toBe('gone');
    expect(await role(member.email, 'owner')).toBe('changed');
    expect(await role(member.email, 'owner')).toBe('unchanged');
    expect(await end(company, email, company.owner)).toBe('left');
    expect(await peopleOf(db.pool, company.id)).toEqual([`owner ${member.email}`]);
    expect((await logOf(company.id)).slice(-2)).toEqual([
      `role_changed by company ${member.email} owner`,
      `member_left by company ${email}`,
    ]);
  });

  it('also by a colleague in psql: update, delete, and a first person who is no owner are refused', async () => {
    const company = await newCompany(db.pool);
    for (const sql of [
      `update app.members set role = 'member' where company_id = $1`,
      'update app.members set left_at = now() where company_id = $1',
      'delete from app.members where company_id = $1',
    ])
      await expect(db.pool.query(sql, [company.id])).rejects.toMatchObject({ code: 'MOWNR' });
    const first = db.pool.query(
      `with made as (insert into app.companies default values returning id)
       insert into app.members (company_id, email, role) select id, 'a@firma.example', 'member' from made`,
    );
    await expect(first).rejects.toMatchObject({ code: 'MOWNR' });
    await db.pool.query('update app.needs set company_id = null where company_id = $1', [company.id]);
    await db.pool.query('delete from app.companies where id = $1', [company.id]);
    expect(await peopleOf(db.pool, company.id)).toEqual([]);
  });

  it('an owner ends the membership of another, whose open session shows nothing at the next click; a member ends but her own', async () => {
    const company = await newCompany(db.pool);
    const [one, two] = [
      await newColleague(db.pool, company, newAddress()),
      await newColleague(db.pool, company, newAddress()),
    ];
    expect(await end(company, two.email, one)).toBe('owners_only');
    expect(await end(company, two.email, company.owner)).toBe('removed');
    expect(await end(company, two.email, company.owner)).toBe('gone');
    expect(await call(db.pool, 'workspace_need', { p_reference: company.need.reference }, two)).toEqual([]);
    expect(await end(company, one.email, one)).toBe('left');
  });
});

describe('a claim', () => {
  async function claimed() {
    const company = await newCompany(db.pool);
    const need = await newNeed(db.pool, { p_business_id: company.businessId });
    const claimant = await signInAtWorkspace(db.pool, need.email);
    const { rows } = await db.pool.query<{ id: string }>('select id from app.claims where need_id = $1', [need.id]);
    return { company, need, claimant, p_claim: rows[0]?.id as string };
  }
  const answer = (p_claim: string, p_let_in: boolean, person: Claims) =>
    call(db.pool, 'workspace_settle_claim', { p_claim, p_let_in, p_role: 'member' }, person);

  it('that an owner says yes to lets the claimant in, with the needs that waited', async () => {
    const { company, need, claimant, p_claim } = await claimed();
    expect(await answer(p_claim, true, company.owner)).toBe('settled');
    expect(await answer(p_claim, false, company.owner)).toBe('already_settled');
    expect(await peopleOf(db.pool, company.id)).toContain(`member ${claimant.email}`);
    expect(await companyOf(db.pool, need.id)).toBe(company.id);
    expect(await lettersTo(claimant.email)).toEqual(['claim_settled']);
    expect(await logOf(company.id)).toContain(`claim_let_in by company ${claimant.email}`);
  });

  it('that an owner says no to stays a no, also when another need comes', async () => {
    const { company, need, claimant, p_claim } = await claimed();
    expect(await answer(p_claim, false, company.owner)).toBe('settled');
    await newNeed(db.pool, { p_business_id: company.businessId, p_contact_email: claimant.email });
    await signInAtWorkspace(db.pool, claimant.email);
    const { rows } = await db.pool.query('select state from app.claims where email = $1', [claimant.email]);
    expect(rows).toEqual([{ state: 'refused' }]);
    expect(await companyOf(db.pool, need.id)).toBeNull();
  });

  it('is not for a member to answer, nor for the claimant', async () => {
    const { company, claimant, p_claim } = await claimed();
    expect(await answer(p_claim, true, await newColleague(db.pool, company, newAddress()))).toBe('gone');
    expect(await answer(p_claim, true, claimant)).toBe('gone');
  });

  it('that a coordinator lets in makes an owner', async () => {
    const { company, claimant, p_claim } = await claimed();
    const desk = await signIn(db.pool, MAIJA);
    expect(await call(db.pool, 'desk_settle_claim', { p_claim, p_state: 'let_in' }, desk)).toBe('settled');
    expect(await peopleOf(db.pool, company.id)).toContain(`owner ${claimant.email}`);
    expect(await logOf(company.id)).toContain(`claim_let_in by coordinator ${claimant.email}`);
  });

  it('by which a coordinator moves the number gives each a workspace, and nothing of one is in the other', async () => {
    const { company, need, claimant, p_claim } = await claimed();
    const desk = await signIn(db.pool, MAIJA);
    expect(await call(db.pool, 'desk_settle_claim', { p_claim, p_state: 'moved' }, desk)).toBe('settled');
    const moved = (await companyOf(db.pool, need.id)) as string;
    expect(moved).not.toBe(company.id);
    expect(await peopleOf(db.pool, moved)).toEqual([`owner ${claimant.email}`]);
    const { rows } = await db.pool.query('select id, business_id from app.companies where id = any ($1)', [
      [moved, company.id],
    ]);
    expect(rows).toEqual(
      expect.arrayContaining([
        { id: moved, business_id: company.businessId },
        { id: company.id, business_id: null },
      ]),
    );
    expect(await companyOf(db.pool, company.need.id)).toBe(company.id);
  });

  it('that an owner refused is a coordinator’s to settle once more: a first comer keeps nobody out for good', async () => {
    const { company, claimant, p_claim } = await claimed();
    const desk = await signIn(db.pool, MAIJA);
    const onList = async () => {
      const [row] = (await call(db.pool, 'desk_claims', {}, desk)) as unknown as {
        claims: Record<string, unknown>[];
      }[];
      return row?.claims.find(({ claim }) => claim === p_claim);
    };
    expect(await onList()).toMatchObject({ refused_at: null });
    expect(await answer(p_claim, false, company.owner)).toBe('settled');
    expect(await onList()).toMatchObject({
      refused_at: expect.any(String),
      held_by: [expect.objectContaining({ email: company.owner.email })],
    });
    expect(await answer(p_claim, true, company.owner)).toBe('already_settled');
    expect(await call(db.pool, 'desk_settle_claim', { p_claim, p_state: 'moved' }, desk)).toBe('settled');
    expect(await peopleOf(db.pool, company.id)).not.toContain(`owner ${claimant.email}`);
    expect(await call(db.pool, 'desk_settle_claim', { p_claim, p_state: 'let_in' }, desk)).toBe('already_settled');
    expect(await onList()).toBeUndefined();
  });

  it('that a coordinator refused stays refused', async () => {
    const { p_claim } = await claimed();
    const desk = await signIn(db.pool, MAIJA);
    expect(await call(db.pool, 'desk_settle_claim', { p_claim, p_state: 'refused' }, desk)).toBe('settled');
    expect(await call(db.pool, 'desk_settle_claim', { p_claim, p_state: 'let_in' }, desk)).toBe('already_settled');
  });

  it('ends by itself when an owner invites the claimant', async () => {
    const { company, claimant } = await claimed();
    expect(await join(await invite(db.pool, company, claimant.email), claimant)).toBe('joined');
    const { rows } = await db.pool.query('select state from app.claims where email = $1', [claimant.email]);
    expect(rows).toEqual([{ state: 'let_in' }]);
  });
});
