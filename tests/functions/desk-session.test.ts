// The session at the desk: refreshed unseen, refused when it was ended elsewhere, and what was written is never lost by it.
import { decodeJwt, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DeskVisitor, deskVisitor, forgetCodes } from '../support/desk-visitor.ts';
import { MAIJA, MATTI, type Portal, startPortal } from '../support/portal.ts';
import { elements, formsOf, langOf, mainOf, textOf, valuesOf } from '../support/read-page.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(() => forgetCodes(portal));
afterAll(() => portal.close());

const NAME = '__Host-desk';
async function signedIn(email = MAIJA, more: Record<string, string> = {}): Promise<DeskVisitor> {
  const one = deskVisitor(portal);
  const answer = await one.signIn(email, more);
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`);
  return one;
}

/** The same tokens with an end of their own choice: signed with the key that the stand-in uses, as a token of an hour ago. */
async function aged(one: DeskVisitor, secondsLeft: number): Promise<string> {
  const [access = '', refresh = ''] = (one.jar.get(NAME) ?? '').split('~');
  const exp = Math.floor(Date.now() / 1000) + secondsLeft;
  const token = await new SignJWT({ ...(decodeJwt(access) as JWTPayload), exp })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(portal.db.jwtSecret));
  const cookie = `${token}~${refresh}`;
  one.jar.set(NAME, cookie);
  return cookie;
}

describe('a token', () => {
  it.each([
    ['about to expire', 30],
    ['expired an hour ago', -3600],
  ])('%s is made fresh, and so is the cookie', async (_what, secondsLeft) => {
    const maija = await signedIn(MAIJA, { own_device: 'yes' });
    const old = await aged(maija, secondsLeft);
    const answer = await maija.get('/desk');
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(answer.status).toBe(200);
    expect(cookie).toMatch(/^__Host-desk=.+; HttpOnly; SameSite=Lax; Secure; Max-Age=2591\d\d\d|2592000$/);
    expect(maija.jar.get(NAME)).not.toBe(old);
    const next = await maija.get('/desk');
    expect([next.status, next.headers.getSetCookie()]).toEqual([200, []]);
  });

  it('that is good for long is left as it is', async () => {
    const maija = await signedIn();
    expect((await maija.get('/desk')).headers.getSetCookie()).toEqual([]);
  });

  it('that can be made fresh no more leads to sign-in', async () => {
    const maija = await signedIn();
    await portal.rows('delete from auth.refresh_tokens');
    await portal.rows('delete from auth.sessions');
    await aged(maija, -3600);
    const answer = await maija.get('/desk?view=mine');
    expect(answer.headers.get('location')).toBe('/desk/sign-in?why=expired&next=%2Fdesk%3Fview%3Dmine');
    expect(maija.jar.has(NAME)).toBe(false);
  });
});

describe('a session that was ended', () => {
  const ENDS: [string, string, (one: DeskVisitor) => Promise<unknown>][] = [
    [
      'everywhere, in another window',
      'revoked',
      async () => (await signedIn()).post('/desk/sign-out', { everywhere: 'yes' }),
    ],
    [
      'by time',
      'expired',
      () =>
        portal.rows(
          `update app.sessions set created_at = created_at - interval '1 day', expires_at = expires_at - interval '1 day'`,
        ),
    ],
    [
      'because its person is listed no more',
      'not_listed',
      async () => {
        process.env.COORDINATOR_EMAILS = MATTI;
      },
    ],
  ];
  const LIST = `Maija Malli <${MAIJA}>, ${MATTI}`;

  it.each(ENDS)('%s is refused at the next click, with the reason, and leads back', async (_what, why, end) => {
    const maija = await signedIn();
    await end(maija);
    const answer = await maija.get('/desk/needs/ABCD-2345');
    process.env.COORDINATOR_EMAILS = LIST;
    const to = answer.headers.get('location') ?? '';
    expect([answer.status, to]).toEqual([303, `/desk/sign-in?why=${why}&next=%2Fdesk%2Fneeds%2FABCD-2345`]);
    const page = await (await maija.get(to)).text();
    expect(elements(mainOf(page), 'p').some(({ attributes, text }) => attributes.role === 'status' && text)).toBe(true);
    expect(valuesOf(page).next).toBe('/desk/needs/ABCD-2345');
  });

  it('under what somebody wrote: the text comes back, and can be sent after signing in elsewhere', async () => {
    const { reference } = await portal.sendNeed();
    const maija = await signedIn();
    const path = `/desk/needs/${reference}`;
    const form = formsOf(await (await maija.get(path)).text()).find(({ fields }) => Object.fromEntries(fields).seen);
    const fields = { ...Object.fromEntries(form?.fields ?? []), act: 'answer', answer: 'Pitkä ja harkittu vastaus.' };
    await (await signedIn()).post('/desk/sign-out', { everywhere: 'yes' });
    const refused = await maija.post(path, fields);
    const page = await refused.text();
    expect(refused.status).toBe(401);
    expect(valuesOf(page)).toEqual(fields);
    expect(elements(mainOf(page), 'a').map(({ attributes }) => attributes.href)).toContain(
      `/desk/sign-in?why=revoked&next=%2Fdesk%2Fneeds%2F${reference}`,
    );
    await maija.signIn(MAIJA);
    const sent = await maija.post(path, valuesOf(page));
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${path}?did=said`]);
  });
});

describe('signing out', () => {
  it('ends this session and no other, says so, and the old cookie opens nothing', async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    const cookie = here.jar.get(NAME) ?? '';
    const answer = await here.post('/desk/sign-out', {});
    expect([answer.status, answer.headers.get('location'), here.jar.has(NAME)]).toEqual([
      303,
      '/desk/sign-in?why=signed_out',
      false,
    ]);
    expect((await portal.get('/desk', { headers: { cookie: `${NAME}=${cookie}` } })).status).toBe(303);
    expect((await there.get('/desk')).status).toBe(200);
    expect(textOf(mainOf(await (await here.get('/desk/sign-in?why=signed_out')).text()))).toContain(
      'Olet kirjautunut ulos',
    );
  });

  it('is a post from our own pages, and of somebody who is not in it is no fault', async () => {
    const maija = await signedIn();
    expect((await maija.get('/desk/sign-out')).status).toBe(405);
    expect((await maija.post('/desk/sign-out', {}, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await maija.get('/desk')).status).toBe(200);
    expect((await deskVisitor(portal).post('/desk/sign-out', {})).status).toBe(303);
  });
});

describe('the language', () => {
  it('is the browser’s until another is chosen, and then stays', async () => {
    const maija = await signedIn();
    const seen = async () => langOf(await (await maija.get('/desk', { 'accept-language': 'sv-FI,sv;q=0.9' })).text());
    expect(await seen()).toBe('sv');
    const chosen = await maija.post('/desk/language', { language: 'en', next: '/desk?view=mine' });
    expect(chosen.headers.get('location')).toBe('/desk?view=mine');
    expect(await seen()).toBe('en');
    const odd = await maija.post('/desk/language', { language: 'xx', next: '//evil.example' });
    expect([odd.headers.get('location'), odd.headers.getSetCookie()]).toEqual(['/desk', []]);
  });
});

it('who is signed in and opens sign-in is led on', async () => {
  const maija = await signedIn();
  const answer = await maija.get('/desk/sign-in?next=%2Fdesk%3Fview%3Dmine');
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk?view=mine']);
});

it('no page of the desk is kept or found by search engines', async () => {
  const maija = await signedIn();
  for (const path of ['/desk', '/desk/sign-in', '/desk/needs/ABCD-2345']) {
    const { headers } = await maija.get(path);
    expect([headers.get('cache-control'), headers.get('x-robots-tag')]).toEqual(['no-store', 'noindex']);
  }
});
