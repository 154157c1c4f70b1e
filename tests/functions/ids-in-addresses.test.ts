// An address with another's id in it is answered as one with an id that nobody has: to the byte, whatever is asked of it.
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENDPOINTS } from '../support/call-function.ts';
import { workspaceVisitor } from '../support/desk-visitor.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { call } from '../support/sql-call.ts';
import { newConsent } from '../support/sql-consents.ts';
import { keepDocument } from '../support/sql-documents.ts';
import { newBusinessId, type TestCompany } from '../support/sql-workspace.ts';

let portal: Portal;
/** Of a company; everything that is another's, by the case that asks for it. */
let visitor: ReturnType<typeof workspaceVisitor>;
let theirs: { reference: string; deadToken: string; receipt: string; document: string; consent: string };
beforeAll(async () => {
  portal = await startPortal();
  const other = await portal.sendNeed({ business_id: newBusinessId() } as never);
  await workspaceVisitor(portal).signIn(other.email);
  const status = other.status_url.split('/').at(-1) as string;
  const link = await portal.link(other.reference, 'reply_to_need', other.email);
  await portal.rows(`update app.links set revoked_at = now() where purpose = 'reply_to_need'`);
  theirs = {
    reference: other.reference,
    deadToken: link.split('/').at(-1) as string,
    receipt: status,
    document: await documentOf(other.email),
    consent: await consentOf(other.email),
  };
  const own = await portal.sendNeed({ business_id: newBusinessId() } as never);
  visitor = workspaceVisitor(portal);
  await visitor.signIn(own.email);
});
afterAll(() => portal.close());

/** A document of the company of whoever has this address and is signed in. */
async function documentOf(email: string): Promise<string> {
  const [row] = await portal.rows<{ company: string; session: string }>(
    `select m.company_id as company, s.id as session from app.members m join app.sessions s on s.email = m.email where m.email = $1`,
    [email],
  );
  const person = { email, session_id: row?.session as string };
  const args = { p_company: row?.company as string, p_name: 'Tarjous.pdf', p_size: 1000 };
  const [begun] = await call(portal.db.pool, 'workspace_begin_document', args, person);
  await keepDocument(portal.db.pool, begun?.object_id as string);
  return begun?.document as string;
}

/** What that company shares with somebody else. */
async function consentOf(email: string): Promise<string> {
  const [row] = await portal.rows<{ company: string; need: string }>(
    'select n.company_id as company, n.id as need from app.needs n where n.contact_email = $1',
    [email],
  );
  const company = { id: row?.company, need: { id: row?.need }, owner: { email } } as TestCompany;
  return (await newConsent(portal.db.pool, company)).id;
}

interface Case {
  another: () => string;
  none: () => string;
  /** What its buttons send. */
  posts?: Record<string, string>[];
}
const need: Case = { another: () => theirs.reference, none: () => 'ZZZZ-2345' };
const consent: Case = { another: () => theirs.consent, none: randomUUID };
const token = () => randomBytes(32).toString('base64url');

/** Each address with something in it that is somebody's; what stands in its place is another's, and then nobody's. */
const CASES: Record<string, Case> = {
  '/desk/needs/:reference': { ...need, posts: [{ act: 'take', seen: '1' }] },
  // At the desk every coordinator reads every pack; whoever has no session there is sent to its door.
  '/desk/packs/:id': { another: randomUUID, none: randomUUID },
  '/l/:token': { another: () => theirs.deadToken, none: token, posts: [{ reply: 'Hei' }] },
  // A receipt is sealed: the token of another's link is none.
  '/r/:receipt': { another: () => theirs.receipt, none: token },
  '/workspace/documents/:document': { another: () => theirs.document, none: randomUUID },
  '/workspace/shared/:consent': { ...consent, posts: [{ reference: 'ZZZZ-2345', comment: 'Hei' }] },
  '/workspace/sharing/:consent': {
    ...consent,
    posts: [
      { act: 'withdraw', sure: 'yes' },
      { act: 'extend', days: '180' },
    ],
  },
  '/workspace/sharing/:consent/receipt.json': consent,
  '/workspace/needs/:reference': { ...need, posts: [{ act: 'withdraw', sure: 'yes' }, { act: 'restore' }] },
  '/workspace/needs/:reference/reply': { ...need, posts: [{ reply: 'Hei, kuka siellä?' }] },
};
/** What stands in these addresses is the name of a table, the same for everybody. */
const NAMES = ['/desk/figures/:file', '/desk/reports/:file'];

const paths = Object.values(ENDPOINTS)
  .flatMap(({ config }) => ('path' in config ? [config.path ?? []].flat() : []))
  .filter((path) => path.includes(':'));

it('every address with an id has its case here', () => {
  const without = paths.filter((path) => !(path in CASES) && !NAMES.includes(path));
  expect(without.map((path) => `Say in ids-in-addresses.test.ts what another's id is in ${path}`)).toEqual([]);
});

const KEPT = new Set(['date', 'set-cookie']);
async function said(answer: Response, id: string) {
  const headers = [...answer.headers].filter(([name]) => !KEPT.has(name)).sort();
  return JSON.stringify([answer.status, headers, await answer.text()]).replaceAll(id, 'ID');
}

describe.each(Object.entries(CASES))('%s', (path, { another, none, posts = [] }) => {
  const at = (id: string) => path.replace(/:\w+/, id);

  it("says the same of another's as of nobody's, and does nothing", async () => {
    const [one, two] = [another(), none()];
    const answer = await visitor.get(at(one));
    // At the desk she has no session, and is sent to its door.
    expect([path, [303, 404].includes(answer.status)]).toEqual([path, true]);
    expect(await said(answer, one)).toBe(await said(await visitor.get(at(two)), two));
    for (const fields of posts) {
      const posted = await visitor.post(at(one), fields);
      expect([path, posted.status >= 400]).toEqual([path, true]);
      expect(await said(posted, one)).toBe(await said(await visitor.post(at(two), fields), two));
    }
    const { state } = (
      await portal.rows<{ state: string }>('select state from app.needs where reference = $1', [theirs.reference])
    )[0] as { state: string };
    expect(state).toBe('received');
  });
});

it('and behind the ids lie at least 40 random bits, or 128 where the id alone opens something', async () => {
  const { rows } = await portal.db.pool.query<{ ids: string[] }>('select array_agg(reference) as ids from app.needs');
  // Eight letters of 32: they are told on the phone, and open nothing without a session.
  for (const id of rows[0]?.ids ?? []) expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(Buffer.from(theirs.deadToken, 'base64url')).toHaveLength(32);
});
