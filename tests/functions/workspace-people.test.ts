// The people of a company as a browser meets them: invited by letter and code, let in, made owners, sent away; and the desk's word on a claim.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deskVisitor, forgetCodes, workspaceVisitor } from '../support/desk-visitor.ts';
import { MAIJA, type Portal, startPortal } from '../support/portal.ts';
import { faultyFields, formsOf, mainOf, textOf } from '../support/read-page.ts';
import { newBusinessId } from '../support/sql-workspace.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(() => forgetCodes(portal));
afterAll(() => portal.close());

const newEmail = () => `kollega-${randomUUID()}@paja.example`;

async function signedIn(email: string) {
  await forgetCodes(portal);
  const visitor = workspaceVisitor(portal);
  const answer = await visitor.signIn(email);
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`);
  return visitor;
}
async function newCompany(business_id = newBusinessId()) {
  const { email } = await portal.sendNeed({ business_id, company_name: 'Paja Oy', contact_name: 'Pia Paja' });
  const visitor = await signedIn(email);
  const [{ company }] = (await portal.rows<{ company: string }>(
    'select company_id as company from app.members where email = $1 and left_at is null union all select null limit 1',
    [email],
  )) as [{ company: string }];
  return { email, visitor, company, business_id };
}
type Company = Awaited<ReturnType<typeof newCompany>>;
const act = ({ visitor, company }: Company, name: string, fields: Record<string, string>) =>
  visitor.post('/workspace/people', { act: name, company, ...fields });
const did = (answer: Response) => answer.headers.get('location');
const people = async ({ visitor }: Pick<Company, 'visitor'>) =>
  textOf(mainOf(await (await visitor.get('/workspace/people')).text()));
const claimOf = async (email: string) =>
  ((await portal.rows<{ id: string }>('select id from app.claims where email = $1', [email])) as [{ id: string }])[0]
    .id;

async function joined(company: Company, role = 'member') {
  const email = newEmail();
  await act(company, 'invite', { email, role, language: 'fi' });
  const visitor = await signedIn(email);
  const home = await (await visitor.get('/workspace')).text();
  const form = formsOf(home).find(({ fields }) => Object.fromEntries(fields).invitation);
  const answer = await visitor.post('/workspace', { ...Object.fromEntries(form?.fields ?? []), act: 'join' });
  return { email, visitor, answer };
}

describe('an invitation', () => {
  it('goes out in the chosen language without a key or a typed word in it, and lets the invited address in', async () => {
    const company = await newCompany();
    const email = newEmail();
    expect(
      did(await act(company, 'invite', { email: ` ${email.toUpperCase()} `, role: 'member', language: 'sv' })),
    ).toBe('/workspace/people?did=invited');
    await portal.settled();
    const [letter] = portal.letters(email);
    expect(letter?.text).toContain(company.email);
    expect(letter?.text).toContain('https://tarjotin.example/workspace');
    expect(`${letter?.subject}${letter?.text}`).not.toMatch(/Paja|\/l\//);
    const visitor = await signedIn(email);
    const home = await (await visitor.get('/workspace', { 'accept-language': 'fi' })).text();
    expect(textOf(mainOf(home))).toContain(`${company.email} kutsui sinut yrityksen Paja Oy työtilaan`);
    expect(textOf(mainOf(home))).not.toContain('Avoimet tarpeet');
    const form = formsOf(home).find(({ fields }) => Object.fromEntries(fields).invitation);
    const answer = await visitor.post('/workspace', { ...Object.fromEntries(form?.fields ?? []), act: 'join' });
    expect(did(answer)).toBe('/workspace?did=joined');
    expect(textOf(mainOf(await (await visitor.get('/workspace')).text()))).toContain('Avoimet tarpeet');
  });

  it('with a wrong address, for one who is in, or for one who is invited, comes back with the reason', async () => {
    const company = await newCompany();
    const email = newEmail();
    await act(company, 'invite', { email });
    for (const [wrong, words] of [
      ['', 'Kirjoita työkaverisi sähköpostiosoite'],
      ['kollega', 'muodossa nimi@yritys.fi'],
      [email, 'on jo kutsuttu'],
      [company.email, 'on jo mukana'],
    ] as const) {
      const answer = await act(company, 'invite', { email: wrong });
      const page = await answer.text();
      expect([answer.status, faultyFields(page)]).toEqual([422, ['field-email']]);
      expect(textOf(mainOf(page))).toContain(words);
    }
  });

  it('is taken back by an owner, or declined', async () => {
    const company = await newCompany();
    const [one, two] = [newEmail(), newEmail()];
    await act(company, 'invite', { email: one });
    await act(company, 'invite', { email: two });
    const ids = await portal.rows<{ id: string; email: string }>(
      'select id, email from app.member_invitations where company_id = $1',
      [company.company],
    );
    const id = (email: string) => ids.find((row) => row.email === email)?.id ?? '';
    const visitor = await signedIn(two);
    expect(did(await act(company, 'end_invitation', { invitation: id(one) }))).toBe('/workspace/people?did=ended');
    expect(did(await visitor.post('/workspace', { act: 'decline', invitation: id(two) }))).toBe('/workspace?did=ended');
    expect(did(await visitor.post('/workspace', { act: 'join', invitation: id(two) }))).toBe('/workspace?did=gone');
    expect((await visitor.post('/workspace', { act: 'join', invitation: 'x' })).status).toBe(404);
  });
});

describe('roles and leaving', () => {
  it('an owner names another and leaves; a tick comes before what cannot be undone by oneself', async () => {
    const company = await newCompany();
    const member = await joined(company);
    expect(did(member.answer)).toBe('/workspace?did=joined');
    const last = await act(company, 'end_membership', { email: company.email, sure: 'yes' });
    expect(did(last)).toBe('/workspace/people?did=last_owner');
    expect(await people(company)).toContain('Olet ainoa omistaja');
    expect(did(await act(company, 'set_role', { email: member.email, role: 'owner' }))).toBe(
      '/workspace/people?did=changed',
    );
    const unsure = await act(company, 'end_membership', { email: company.email });
    expect([unsure.status, textOf(mainOf(await unsure.text())).includes('Rastita, että olet varma.')]).toEqual([
      422,
      true,
    ]);
    expect(did(await act(company, 'end_membership', { email: company.email, sure: 'yes' }))).toBe(
      '/workspace?did=left',
    );
    expect(textOf(mainOf(await (await company.visitor.get('/workspace')).text()))).toContain(
      'Täällä ei ole vielä mitään',
    );
  });

  it('whoever is sent away sees nothing at the next click, in the window that is open', async () => {
    const company = await newCompany();
    const member = await joined(company);
    expect((await member.visitor.get('/workspace/people')).status).toBe(200);
    expect(did(await act(company, 'end_membership', { email: member.email, sure: 'yes' }))).toBe(
      '/workspace/people?did=removed',
    );
    expect(did(await member.visitor.get('/workspace/people'))).toBe('/workspace');
    expect(
      (
        await member.visitor.post('/workspace/people', { act: 'invite', company: company.company, email: newEmail() })
      ).headers.get('location'),
    ).toBe('/workspace/people?did=owners_only');
  });

  it('whose needs are the company’s: they turn to the owner, whom the page told so, and both get a letter', async () => {
    const company = await newCompany();
    const member = await joined(company);
    const { reference } = await portal.sendNeed({
      business_id: company.business_id,
      contact_email: member.email,
      language: 'sv',
    });
    await signedIn(member.email);
    const old = await portal.link(reference, 'see_need', member.email);
    expect(await people(company)).toContain('Hän on yhden tarpeen yhteyshenkilö. Sinusta tulee');
    expect(did(await act(company, 'end_membership', { email: member.email, sure: 'yes' }))).toBe(
      '/workspace/people?did=removed',
    );
    await portal.settled();
    expect((await portal.get(old)).status).toBe(404);
    const [letter] = portal.letters(member.email);
    expect(letter?.subject).toBe('Du är inte längre med på företagets arbetsyta');
    for (const words of ['Paja Oy', reference]) expect(letter?.text).toContain(words);
    const answer = await portal.link(reference, 'answer_need', MAIJA);
    await portal.postForm(answer, { answer: 'Soitan huomenna aamulla.' });
    await portal.settled();
    expect(portal.letters(company.email)[0]?.text).toContain('Soitan huomenna aamulla.');
    expect(portal.letters(member.email)[0]).toEqual(letter);
  });

  it('a member has no buttons but her own way out', async () => {
    const company = await newCompany();
    const { visitor } = await joined(company);
    const page = await (await visitor.get('/workspace/people')).text();
    const acts = [...page.matchAll(/name="act" value="(\w+)"/g)].map(([, name]) => name);
    expect(acts).toEqual(['end_membership']);
  });

  it('an act that does not exist, or without a company, is not found', async () => {
    const company = await newCompany();
    expect((await act(company, '__proto__', {})).status).toBe(404);
    expect((await company.visitor.post('/workspace/people', { act: 'invite', email: newEmail() })).status).toBe(404);
  });
});

describe('two who claim the same company', () => {
  async function claimed() {
    const company = await newCompany();
    const second = await newCompany(company.business_id);
    await portal.settled();
    return { company, second, claim: await claimOf(second.email) };
  }

  it('the second learns nothing and the first is asked, by letter and in the workspace; a yes lets her in and tells her', async () => {
    const { company, second, claim } = await claimed();
    const home = textOf(mainOf(await (await second.visitor.get('/workspace')).text()));
    expect(home).toContain(`Kerroit Y-tunnuksen ${company.business_id}`);
    expect(home).not.toContain(company.email);
    expect(textOf(mainOf(await (await company.visitor.get('/workspace')).text()))).toContain(
      'Yksi henkilö pyytää pääsyä',
    );
    expect(await people(company)).toContain(second.email);
    expect(did(await act(company, 'let_in_member', { claim }))).toBe('/workspace/people?did=settled');
    await portal.settled();
    expect(portal.letters(company.email).map(({ subject }) => subject)).toContain(
      'Joku pyytää pääsyä yrityksesi työtilaan',
    );
    expect(portal.letters(second.email).find(({ subject }) => subject.includes('pyyntöösi'))?.text).toContain(
      'Sinut on päästetty mukaan',
    );
    expect(textOf(mainOf(await (await second.visitor.get('/workspace')).text()))).toContain('Avoimet tarpeet');
  });

  it('a no is told, and the coordinator is the one to call', async () => {
    const { company, second, claim } = await claimed();
    expect(did(await act(company, 'refuse', { claim }))).toBe('/workspace/people?did=settled');
    expect(did(await act(company, 'let_in_owner', { claim }))).toBe('/workspace/people?did=already_settled');
    expect(textOf(mainOf(await (await second.visitor.get('/workspace')).text()))).toContain('ei hyväksytty');
  });

  it('a coordinator settles it at the desk: the number moves, and each has a workspace', async () => {
    const { company, second, claim } = await claimed();
    const maija = deskVisitor(portal);
    await maija.signIn(MAIJA);
    const page = textOf(mainOf(await (await maija.get('/desk/claims')).text()));
    for (const words of [company.business_id, company.email, second.email, 'Pia Paja']) expect(page).toContain(words);
    expect(did(await maija.post('/desk/claims', { act: 'moved', claim }))).toBe('/desk/claims?did=settled');
    expect(did(await maija.post('/desk/claims', { act: 'let_in', claim }))).toBe('/desk/claims?did=already_settled');
    expect(did(await maija.post('/desk/claims', { act: 'moved', claim: 'x' }))).toBe('/desk/claims?did=gone');
    expect(await people(second)).not.toContain(company.email);
    expect(await people(company)).not.toContain(second.email);
  });

  it('nobody but a coordinator reaches the desk’s page', async () => {
    const { second, claim } = await claimed();
    const token = second.visitor.jar.get('__Host-workspace') ?? '';
    const headers = { cookie: `__Host-desk=${token}` };
    expect((await portal.get('/desk/claims', { headers })).status).toBe(303);
    expect((await portal.postForm('/desk/claims', { act: 'let_in', claim }, { headers })).status).toBe(401);
  });
});
