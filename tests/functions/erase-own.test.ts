// A person has herself erased, as a browser meets it: asked for in two steps, said on each page, undone, done, and shown as nobody after.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LANGUAGES } from '#domain/routes.ts';
import eraseData from '../../functions/erase-data.ts';
import { forgetCodes, workspaceVisitor } from '../support/desk-visitor.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { elements, formsOf, mainOf, textOf } from '../support/read-page.ts';
import { newBusinessId } from '../support/sql-workspace.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(() => forgetCodes(portal));
afterAll(() => portal.close());

const MY_DATA = '/workspace/my-data';
const ERASE_OWN = '/workspace/my-data/erase-own';

async function signedIn(email: string) {
  await forgetCodes(portal);
  const visitor = workspaceVisitor(portal);
  const answer = await visitor.signIn(email);
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`);
  return visitor;
}
type Visitor = Awaited<ReturnType<typeof signedIn>>;
async function newCompany(changes: Record<string, string> = {}) {
  const businessId = newBusinessId();
  const need = await portal.sendNeed({ business_id: businessId, company_name: 'Paja Oy', ...changes } as never);
  const visitor = await signedIn(need.email);
  const [row] = await portal.rows<{ id: string }>('select id from app.companies where business_id = $1', [businessId]);
  return { ...need, businessId, visitor, id: row?.id ?? '' };
}
/** A second owner, who has been one for a shorter time. */
async function withSecondOwner(company: { id: string }) {
  const email = `kollega-${newBusinessId()}@paja.example`;
  await portal.rows(`insert into app.members (company_id, email, role) values ($1, $2, 'owner')`, [company.id, email]);
  return { email, visitor: await signedIn(email) };
}
const read = async (visitor: Visitor, page: string) => mainOf(await (await visitor.get(page)).text());
const ask = (visitor: Visitor) => visitor.post(ERASE_OWN, {});
const weekPasses = () =>
  portal.rows(
    `update app.erasures set asked_at = asked_at - interval '9 days', erase_after = erase_after - interval '9 days'
     where undone_at is null and done_at is null`,
  );

describe('asking', () => {
  it('takes two steps, is said at the top of each page and undone by one button, with a letter for each', async () => {
    const company = await newCompany();
    const { email, visitor } = await withSecondOwner(company);
    expect(elements(await read(visitor, MY_DATA), 'a').map(({ attributes }) => attributes.href)).toContain(ERASE_OWN);
    const second = textOf(await read(visitor, ERASE_OWN));
    expect(second).toContain('Mitä jää ja miksi');
    expect(second).toContain('paikkasi yritysten työtiloissa: Paja Oy');
    expect((await ask(visitor)).headers.get('location')).toBe(`${MY_DATA}?did=erasure_asked`);
    for (const page of ['/workspace', '/workspace/people', MY_DATA])
      expect(textOf(await read(visitor, page))).toContain('Omat tietosi poistetaan');
    expect(textOf(await read(company.visitor, '/workspace'))).not.toContain('poistetaan');
    expect((await visitor.get(ERASE_OWN)).headers.get('location')).toBe(MY_DATA);
    // One's own says nothing of a company: everything else is still offered.
    expect(textOf(await read(visitor, MY_DATA))).toContain('Jatka: poista kaikki');
    await portal.settled();
    expect(portal.letters(email)[0]?.subject).toBe('Tietosi poistetaan viikon kuluttua');
    const form = formsOf(await read(visitor, '/workspace')).find(({ action }) => action === MY_DATA);
    expect(form).toBeDefined();
    const undone = await visitor.post(MY_DATA, { act: 'undo_own_erasure' });
    expect(undone.headers.get('location')).toBe(`${MY_DATA}?did=erasure_undone`);
    expect(textOf(await read(visitor, '/workspace'))).not.toContain('Omat tietosi poistetaan');
    await portal.settled();
    expect(portal.letters(email)[0]?.subject).toBe('Tietojasi ei poisteta');
  });

  it('of the last owner is refused, with the way out for each company and no button', async () => {
    const company = await newCompany();
    const page = await read(company.visitor, ERASE_OWN);
    expect(textOf(page)).toContain('Olet ainoa omistaja.');
    expect(elements(page, 'a').map(({ attributes }) => attributes.href)).toContain(
      `/workspace/people?company=${company.id}`,
    );
    expect(formsOf(page)).toEqual([]);
    expect((await ask(company.visitor)).headers.get('location')).toBe(`${MY_DATA}?did=last_owner`);
  });

  it('a fourth time in a week is answered kindly', async () => {
    const { visitor } = await withSecondOwner(await newCompany());
    for (let time = 0; time < 3; time += 1) {
      await ask(visitor);
      await visitor.post(MY_DATA, { act: 'undo_own_erasure' });
    }
    const answer = await ask(visitor);
    expect(answer.headers.get('location')).toBe(`${MY_DATA}?did=too_many_erasures`);
    expect(textOf(await read(visitor, answer.headers.get('location') ?? ''))).toContain('muutaman päivän päästä');
  });

  it('who is not signed in is led to sign-in and back', async () => {
    expect((await portal.get(ERASE_OWN)).headers.get('location')).toBe(
      `/workspace/sign-in?next=${encodeURIComponent(ERASE_OWN)}`,
    );
  });
});

it.each(LANGUAGES)('in %s the page and the notice have every word', async (language) => {
  const { visitor, id } = await newCompany({ language });
  const gaps = /\{\w+\}|undefined|workspace\.\w/;
  expect(textOf(await read(visitor, ERASE_OWN))).not.toMatch(gaps);
  await withSecondOwner({ id });
  expect(textOf(await read(visitor, ERASE_OWN))).not.toMatch(gaps);
  await ask(visitor);
  expect(textOf(await read(visitor, MY_DATA))).not.toMatch(gaps);
});

it('done, she is signed out, gets one last letter, and stands on the company’s pages as somebody without a name', async () => {
  const company = await newCompany({ contact_name: 'Saara Seppä' });
  const { visitor, email, status_url } = company;
  const second = await withSecondOwner(company);
  await ask(visitor);
  await portal.settled();
  await weekPasses();
  await eraseData();
  expect(portal.letters(email)[0]?.subject).toBe('Tietosi on poistettu');
  await eraseData();
  expect(await portal.rows('select from app.outbox where to_email = $1', [email])).toEqual([]);
  expect((await visitor.get('/workspace')).status).toBe(303);
  const dead = await portal.get(new URL(status_url).pathname);
  expect([dead.status, textOf(mainOf(await dead.text()))]).toEqual([
    410,
    expect.stringContaining('Tiedot on poistettu'),
  ]);
  // The other owner is the contact of its need now, and reads who she was nowhere.
  expect(portal.letters(second.email)[0]?.text).toContain('Tietonsa poistanut henkilö lähti yrityksesi työtilasta');
  for (const page of [
    '/workspace',
    '/workspace/people',
    '/workspace/profile',
    `/workspace/needs/${company.reference}`,
  ]) {
    const shown = await read(second.visitor, page);
    expect(shown).not.toMatch(/erased\.invalid|Saara Seppä/);
    expect(shown).not.toContain(email);
  }
});
