// The headers of every answer of every function, and what the body of an error may say.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECURITY_HEADERS } from '#lib/respond.ts';
import { type AskedContact, askContact, LUOTSI } from '../support/asked-contacts.ts';
import { goodNeed, needForm } from '../support/good-need.ts';
import { MAIJA, type Portal, startPortal } from '../support/portal.ts';
import { elements } from '../support/read-page.ts';

let portal: Portal;
let see: string;
let take: string;
let contact: AskedContact;
beforeAll(async () => {
  portal = await startPortal();
  const { reference, email } = await portal.sendNeed();
  see = await portal.link(reference, 'see_need', email);
  take = await portal.link(reference, 'take_need', MAIJA);
  contact = await askContact(portal, LUOTSI);
});
afterAll(() => portal.close());

async function broken<T>(run: () => Promise<T>): Promise<T> {
  const key = process.env.SUPABASE_SECRET_KEY;
  process.env.SUPABASE_SECRET_KEY = 'sb_secret_wrong';
  const answer = await run();
  process.env.SUPABASE_SECRET_KEY = key;
  return answer;
}

const ANSWERS: [string, number, () => Promise<Response>][] = [
  ['the form', 200, () => portal.get('/tarve')],
  ['a narrowed map', 200, () => portal.get('/palvelut/rajaa?aihe=rahoitus')],
  ['a question put otherwise', 303, () => portal.get('/palvelut/rajaa?aihe=rahoitus&koko=')],
  ['a step of the form', 200, () => portal.postForm('/tarve', [...needForm(), ['step', 'need']])],
  ['a wrong form', 422, () => portal.postForm('/api/needs', {})],
  ['a wrong body of JSON', 422, () => portal.postJson('/api/needs', {})],
  ['a sent form', 303, () => portal.postForm('/api/needs', needForm())],
  ['a sent need of JSON', 201, () => portal.postJson('/api/needs', goodNeed())],
  [
    'a receipt',
    200,
    async () => portal.get((await portal.postForm('/api/needs', needForm())).headers.get('location') ?? ''),
  ],
  ['an altered receipt', 404, () => portal.get('/r/x')],
  ['a status page', 200, () => portal.get(see)],
  ["a coordinator's page", 200, () => portal.get(take)],
  ['a wrong form of a link', 422, () => portal.postForm(see, {})],
  ['a deed', 303, () => portal.postForm(take, { act: 'take' })],
  ["the page of a provider's contact", 200, () => portal.get(contact.confirm)],
  ['a wrong report of a mistake', 422, () => portal.postForm(contact.report, {})],
  ['who confirmed when', 200, () => portal.get('/data/confirmations.json')],
  ['a dead link', 404, () => portal.get('/l/x')],
  ['a request for a link', 200, () => portal.postForm('/api/links', { email: 'x@muu.example' })],
  ['the same of JSON', 202, () => portal.postJson('/api/links', { email: 'x@muu.example' })],
  ['sign-in to the desk', 200, () => portal.get('/desk/sign-in')],
  [
    'a code that is asked for',
    200,
    () => portal.postForm('/desk/sign-in', { step: 'address', email: 'x@muu.example' }),
  ],
  [
    'a code that is wrong',
    422,
    () => portal.postForm('/desk/sign-in', { step: 'code', email: 'x@muu.example', code: '1' }),
  ],
  ['health', 200, () => portal.get('/api/health')],
  ['a foreign origin', 403, () => portal.postForm('/api/needs', {}, { headers: { origin: 'null' } })],
  ['a wrong method', 405, () => portal.request('/api/needs', { method: 'PUT' })],
  ['a wrong type', 415, () => portal.request('/api/needs', { method: 'POST', body: 'x' })],
  ['malformed JSON', 400, () => portal.postJson('/api/needs', '{')],
  ['a body that is too large', 413, () => portal.postJson('/api/needs', `"${'x'.repeat(70_000)}"`)],
  ['a fault of ours', 500, () => broken(() => portal.postForm('/api/needs', needForm()))],
  ['a fault of ours in JSON', 500, () => broken(() => portal.postJson('/api/needs', goodNeed()))],
  ['a fault of ours behind a link', 500, () => broken(() => portal.get(see))],
  ['a fault of ours in health', 500, () => broken(() => portal.get('/api/health'))],
];

/** The same for everybody, so that Netlify's cache may give them again. */
const KEPT_BY_THE_NETWORK = ['the form', 'a narrowed map', 'who confirmed when'];

describe.each(ANSWERS)('%s (%i)', (what, status, make) => {
  it('has every security header, and is kept nowhere unless it is the same for everybody', async () => {
    const response = await make();
    await portal.settled();
    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toMatchObject(SECURITY_HEADERS);
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('set-cookie')).toBeNull();
    if (!KEPT_BY_THE_NETWORK.includes(what)) {
      // The need form's own answers stay in the browser, so that its back button shows the step and no error.
      const isForm = (await response.text()).includes('data-step=');
      expect(response.headers.get('cache-control')).toBe(isForm ? 'private, no-cache' : 'no-store');
      expect(response.headers.get('x-robots-tag')).toBe('noindex');
    }
  });

  it('if it is a page, carries a policy of its own without unsafe-inline, and no inline style or handler', async () => {
    const html = await (await make()).text();
    await portal.settled();
    if (!html.startsWith('<!')) return;
    const policy =
      elements(html, 'meta').find(({ attributes }) => attributes['http-equiv'] === 'content-security-policy')
        ?.attributes.content ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/unsafe-(inline|eval)|\*/);
    expect(html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')).not.toMatch(/\sstyle="|\son\w+="/);
  });

  it('says nothing of what is inside', async () => {
    const body = await (await make()).text();
    await portal.settled();
    const shown = body.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '');
    expect(shown).not.toMatch(
      /\bat .*\.tsx?:\d|node_modules|functions\/_lib|Error:.*\n|postgres|PGRST|supabase|resend/i,
    );
  });
});
