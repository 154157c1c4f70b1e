// desk-sign-in: a code by letter opens the desk to coordinators; everybody else gets the same pages and no code.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LANGUAGES } from '#domain/routes.ts';
import { codeFor, deskVisitor, forgetCodes, wrongCode } from '../support/desk-visitor.ts';
import { MAIJA, MATTI, type Portal, startPortal } from '../support/portal.ts';
import { faultyFields, langOf, mainOf, textOf, titleOf, valuesOf } from '../support/read-page.ts';
import { letPass } from '../support/sql-time.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(() => forgetCodes(portal));
afterAll(() => portal.close());

const STRANGER = 'vieras@muu.example';
const visitor = () => deskVisitor(portal);
const codes = (email: string) => portal.db.authLetters.filter(({ to }) => to === email).length;

it.each(LANGUAGES)('in %s: an address, a code that is pasted with spaces, and the desk', async (lang) => {
  const maija = visitor();
  const headers = { 'accept-language': lang };
  const asked = await maija.post('/desk/sign-in', { step: 'address', email: ` ${MAIJA.toUpperCase()} ` }, headers);
  await portal.settled();
  const page = await asked.text();
  expect([asked.status, langOf(page), valuesOf(page).email]).toEqual([200, lang, MAIJA]);
  expect(page).toMatch(/<input[^>]*inputmode="numeric"[^>]*autocomplete="one-time-code"/);
  const code = codeFor(portal, MAIJA);
  const told = await maija.tell(MAIJA, ` ${code.slice(0, 3)} ${code.slice(3)}\n`);
  expect([told.status, told.headers.get('location')]).toEqual([303, '/desk']);
  const desk = await maija.get('/desk', headers);
  expect([desk.status, langOf(await desk.text())]).toEqual([200, lang]);
});

describe('the cookie', () => {
  it.each([
    ['', undefined],
    ['yes', '2592000'],
  ])(
    'is for our own site, unseen by scripts, and on an own device (%s) kept for %s seconds',
    async (own_device, seconds) => {
      const answer = await visitor().signIn(MAIJA, { own_device });
      const cookies = answer.headers.getSetCookie();
      expect(cookies).toHaveLength(1);
      const [pair = '', ...attributes] = cookies[0]?.split('; ') ?? [];
      // The site of these tests is behind https: the name that only this host can write.
      expect(pair).toMatch(/^__Host-desk=[\w-]+\.[\w-]+\.[\w-]+~[\w-]+$/);
      expect(attributes).toEqual([
        'Path=/',
        'HttpOnly',
        'SameSite=Lax',
        'Secure',
        ...(seconds ? [`Max-Age=${seconds}`] : []),
      ]);
    },
  );

  it('altered, cut or from elsewhere opens nothing and breaks nothing', async () => {
    const maija = visitor();
    await maija.signIn(MAIJA);
    const good = maija.jar.get('__Host-desk') ?? '';
    const [access = '', refresh = ''] = good.split('~');
    const [head, body = '', sign] = access.split('.');
    const claims = { ...JSON.parse(Buffer.from(body, 'base64url').toString()), email: MATTI };
    const forged = [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), sign].join('.');
    for (const value of [
      '',
      'x',
      '~',
      `${access}`,
      `~${refresh}`,
      `${forged}~x`,
      `${head}.${body}.~x`,
      'a.b.c~d',
      `${good}~x`,
    ]) {
      const answer = await portal.get('/desk', { headers: { cookie: `__Host-desk=${value}` } });
      expect([value.slice(0, 9), answer.status]).toEqual([value.slice(0, 9), 303]);
    }
    // Behind https the plain name is not ours.
    expect((await portal.get('/desk', { headers: { cookie: `desk=${good}` } })).status).toBe(303);
    expect((await maija.get('/desk')).status).toBe(200);
  });
});

describe('an unknown address', () => {
  it.each(LANGUAGES)('in %s gets the same pages as a listed one, and no code', async (lang) => {
    const walk = async (email: string) => {
      const one = visitor();
      const headers = { 'accept-language': lang };
      const asked = await one.post('/desk/sign-in', { step: 'address', email }, headers);
      await portal.settled();
      const code = codeFor(portal, email) || '123456';
      const told = await one.post('/desk/sign-in', { step: 'code', email, code: wrongCode(code) }, headers);
      const pages = [await asked.text(), await told.text()].map((page) => page.replaceAll(email, 'ADDRESS'));
      return [asked.status, told.status, [...asked.headers], [...told.headers], ...pages];
    };
    const before = codes(STRANGER);
    expect(await walk(STRANGER)).toEqual(await walk(MAIJA));
    expect(codes(STRANGER)).toBe(before);
  });

  it('is refused after as many questions as a listed one, with the same words', async () => {
    const refused = async (email: string) => {
      for (let time = 0; time < 3; time += 1) await visitor().ask(email);
      const answer = await visitor().ask(email);
      return [answer.status, (await answer.text()).replaceAll(email, 'ADDRESS')];
    };
    const [stranger, maija] = [await refused(STRANGER), await refused(MAIJA)];
    expect(stranger[0]).toBe(429);
    expect(stranger).toEqual(maija);
  });

  it('gets no session with a code that another door mailed to it', async () => {
    await fetch(`${portal.db.supabaseUrl}/auth/v1/otp`, {
      method: 'POST',
      headers: { apikey: portal.db.publishableKey, 'content-type': 'application/json' },
      body: JSON.stringify({ email: STRANGER, create_user: true }),
    });
    const one = visitor();
    await one.ask(STRANGER);
    const told = await one.tell(STRANGER, codeFor(portal, STRANGER));
    expect([told.status, told.headers.getSetCookie(), faultyFields(await told.text())]).toEqual([
      422,
      [],
      ['field-code'],
    ]);
    expect(await portal.rows('select from app.sessions where email = $1', [STRANGER])).toEqual([]);
  });
});

describe('a code', () => {
  const asked = async () => {
    const maija = visitor();
    await maija.ask(MAIJA);
    await portal.settled();
    return { maija, code: codeFor(portal, MAIJA) };
  };
  const isRefused = async (answer: Response, words: string) => {
    const page = await answer.text();
    expect([answer.status, faultyFields(page), answer.headers.getSetCookie()]).toEqual([422, ['field-code'], []]);
    expect(titleOf(page)).toMatch(/^Virhe: /);
    expect(textOf(mainOf(page))).toContain(words);
    expect(valuesOf(page).email).toBe(MAIJA);
  };

  it('that is wrong is told so, and the right one still works', async () => {
    const { maija, code } = await asked();
    await isRefused(await maija.tell(MAIJA, wrongCode(code)), 'Koodi ei ole oikea');
    expect((await maija.tell(MAIJA, code)).status).toBe(303);
  });

  it('works once', async () => {
    const { maija, code } = await asked();
    expect((await maija.tell(MAIJA, code)).status).toBe(303);
    await isRefused(await visitor().tell(MAIJA, code), 'Koodi ei ole enää voimassa');
  });

  it('is dead after ten minutes', async () => {
    const { maija, code } = await asked();
    await letPass(portal.db.pool, '10 minutes');
    await isRefused(await maija.tell(MAIJA, code), 'Koodi ei ole enää voimassa');
  });

  it('is dead after five wrong tries, the right one included, and a new one works', async () => {
    const { maija, code } = await asked();
    for (let time = 0; time < 5; time += 1) await maija.tell(MAIJA, wrongCode(code));
    await isRefused(await maija.tell(MAIJA, code), 'viisi kertaa');
    expect((await maija.signIn(MAIJA)).status).toBe(303);
  });

  it('of another address lets nobody in', async () => {
    const { code } = await asked();
    const matti = visitor();
    await matti.ask(MATTI);
    await portal.settled();
    if (codeFor(portal, MATTI) === code) return;
    expect((await matti.tell(MATTI, code)).status).toBe(422);
  });

  it('is killed by a new one', async () => {
    const { maija, code } = await asked();
    await maija.ask(MAIJA);
    await portal.settled();
    const newer = codeFor(portal, MAIJA);
    if (newer !== code) await isRefused(await maija.tell(MAIJA, code), 'Koodi ei ole oikea');
    expect((await maija.tell(MAIJA, newer)).status).toBe(303);
  });

  it.each([
    ['', 'Kirjoita kuuden numeron koodi'],
    ['12345', 'Koodissa on kuusi numeroa'],
    ['1234567', 'Koodissa on kuusi numeroa'],
    ['abcdef', 'Koodissa on kuusi numeroa'],
  ])('written as "%s" is told so and costs no try', async (written, words) => {
    const { maija, code } = await asked();
    for (let time = 0; time < 6; time += 1) await isRefused(await maija.tell(MAIJA, written), words);
    expect((await maija.tell(MAIJA, `${code.slice(0, 3)}-${code.slice(3)}`)).status).toBe(303);
  });

  it('comes in a letter of three languages without a link, which a scanner might open', async () => {
    await asked();
    const letter = portal.db.authLetters.findLast(({ to }) => to === MAIJA);
    expect(letter?.subject).toBe('Kirjautumiskoodi · Inloggningskod · Sign-in code');
    expect(letter?.html).toContain('Kukaan'.toLowerCase());
    expect(letter?.html).toContain('lang="sv"');
    expect(letter?.html).not.toMatch(/href|https?:/);
  });
});

describe('limits', () => {
  it('too many questions are told with the time to wait, and the address is kept', async () => {
    for (let time = 0; time < 3; time += 1) await visitor().ask(MAIJA);
    const answer = await visitor().ask(MAIJA);
    const page = await answer.text();
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(800);
    expect(textOf(mainOf(page))).toContain('kun on kulunut 15 min');
    expect(valuesOf(page).email).toBe(MAIJA);
  });

  it('ten addresses from one network are enough, and what names another network in a header is not believed', async () => {
    const spray = (n: number) =>
      deskVisitor(portal, '198.51.100.7').post(
        '/desk/sign-in',
        { step: 'address', email: `joku${n}@muu.example` },
        { 'x-forwarded-for': `203.0.113.${n}` },
      );
    const statuses = [];
    for (let n = 0; n < 11; n += 1) statuses.push((await spray(n)).status);
    expect(statuses).toEqual([...Array(10).fill(200), 429]);
    expect((await visitor().ask('joku@muu.example')).status).toBe(200);
    const rows = await portal.rows('select c::text as row from app.code_requests c');
    expect(JSON.stringify(rows)).not.toMatch(/198\.51|muu\.example/);
  });
});
