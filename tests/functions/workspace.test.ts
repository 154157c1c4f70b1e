// The workspace as a browser meets it: sign-in by code, the one place, a need in it, another's need, and the pages of its own.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LANGUAGES } from '#domain/routes.ts';
import { codeFor, forgetCodes, workspaceVisitor } from '../support/desk-visitor.ts';
import { MAIJA, MATTI, type Portal, startPortal } from '../support/portal.ts';
import { elements, faultyFields, langOf, mainOf, textOf, valuesOf } from '../support/read-page.ts';
import { newBusinessId } from '../support/sql-workspace.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(() => forgetCodes(portal));
afterAll(() => portal.close());

type Visitor = ReturnType<typeof workspaceVisitor>;
async function signedIn(email: string): Promise<Visitor> {
  await forgetCodes(portal);
  const one = workspaceVisitor(portal);
  const answer = await one.signIn(email);
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}: ${textOf(await answer.text())}`);
  return one;
}
async function company(changes: Record<string, string> = {}) {
  const need = await portal.sendNeed({ business_id: newBusinessId(), ...changes } as never);
  return { ...need, visitor: await signedIn(need.email) };
}
const text = async (answer: Response): Promise<string> => textOf(mainOf(await answer.text()));

describe('signing in', () => {
  it('a known and an unknown address get the same pages, and the unknown one no code', async () => {
    const { email } = await portal.sendNeed({ business_id: newBusinessId() } as never);
    const [known, unknown] = [
      await workspaceVisitor(portal).ask(email),
      await workspaceVisitor(portal).ask('vieras@muu.example'),
    ];
    await portal.settled();
    const page = async (answer: Response, address: string) => (await answer.text()).replaceAll(address, 'X');
    expect(await page(known, email)).toBe(await page(unknown, 'vieras@muu.example'));
    expect([codeFor(portal, email).length, codeFor(portal, 'vieras@muu.example')]).toEqual([6, '']);
  });

  it('a coordinator has no way in by being one, and the session of one door does not open the other', async () => {
    const maija = workspaceVisitor(portal);
    await maija.ask(MAIJA);
    await portal.settled();
    expect(codeFor(portal, MAIJA)).toBe('');
    const { visitor } = await company();
    const token = visitor.jar.get('__Host-workspace') ?? '';
    expect((await portal.get('/desk', { headers: { cookie: `__Host-desk=${token}` } })).status).toBe(303);
    expect((await visitor.get('/workspace')).status).toBe(200);
  });

  it('leads back to the page that was asked for, and signing out ends it', async () => {
    const { reference, email } = await portal.sendNeed({ business_id: newBusinessId() } as never);
    const asked = await workspaceVisitor(portal).get(`/workspace/needs/${reference}`);
    const to = asked.headers.get('location') ?? '';
    expect(to).toBe(`/workspace/sign-in?next=%2Fworkspace%2Fneeds%2F${reference}`);
    const visitor = await signedIn(email);
    expect((await visitor.post('/workspace/sign-out', {})).headers.get('location')).toBe(
      '/workspace/sign-in?why=signed_out',
    );
    expect((await visitor.get('/workspace')).status).toBe(303);
  });
});

describe('needs that came with the visitor’s address', () => {
  /** Signed in, with the question still open. */
  async function askedVisitor(changes: Record<string, string> = {}) {
    const need = await portal.sendNeed({ business_id: newBusinessId(), ...changes } as never);
    const visitor = workspaceVisitor(portal);
    await forgetCodes(portal);
    await visitor.ask(need.email);
    await portal.settled();
    await visitor.tell(need.email, codeFor(portal, need.email));
    return { ...need, visitor };
  }
  const number = async (email: string) =>
    (
      await portal.rows<{ business_id: string }>('select business_id from app.needs where contact_email = $1', [email])
    )[0]?.business_id as string;

  it.each(LANGUAGES)('in %s are asked about first: nothing is made of them before a yes', async (lang) => {
    const { visitor, email, reference } = await askedVisitor({ language: lang, company_name: 'Paja Oy' });
    const page = await (await visitor.get('/workspace', { 'accept-language': lang })).text();
    expect(elements(mainOf(page), 'h2')[0]?.text).toBe(
      { fi: 'Onko tämä sinun?', sv: 'Är det här ditt?', en: 'Is this yours?' }[lang],
    );
    for (const words of ['Paja Oy', reference, email]) expect(textOf(mainOf(page))).toContain(words);
    expect(await portal.rows('select from app.members where email = $1', [email])).toEqual([]);
    expect((await visitor.get(`/workspace/needs/${reference}`)).headers.get('location')).toBe('/workspace');
  });

  it('a yes opens the workspace', async () => {
    const { visitor, email, reference } = await askedVisitor();
    const said = await visitor.post('/workspace', { act: 'own', business_id: await number(email) });
    expect(said.headers.get('location')).toBe('/workspace?did=made');
    expect((await visitor.get(`/workspace/needs/${reference}`)).status).toBe(200);
  });

  it('a no wants a tick, and then tells the coordinators that the address is wrong', async () => {
    const { visitor, email, reference } = await askedVisitor();
    const business_id = await number(email);
    const unsure = await visitor.post('/workspace', { act: 'disown', business_id });
    expect([unsure.status, faultyFields(await unsure.text())]).toEqual([422, [`field-sure-${business_id}`]]);
    const said = await visitor.post('/workspace', { act: 'disown', business_id, sure: 'yes' });
    expect(said.headers.get('location')).toBe('/workspace?did=disowned');
    await portal.settled();
    expect(await text(await visitor.get('/workspace'))).not.toContain(reference);
    const letter = portal
      .letters(MAIJA)
      .find(({ subject }) => subject.includes(reference) && subject.includes('perille'));
    expect(letter?.text).toContain('Osoite on väärä');
  });
});

describe('the one place', () => {
  it.each(LANGUAGES)(
    'in %s, the language that the person reads: the need, its next step, who sees it, nobody has looked',
    async (lang) => {
      const { visitor, reference } = await company({ language: lang, company_name: 'Paja Oy' });
      const answer = await visitor.get('/workspace', { 'accept-language': 'de' });
      const page = await answer.text();
      expect([answer.status, langOf(page), answer.headers.get('cache-control')]).toEqual([200, lang, 'no-store']);
      expect(elements(mainOf(page), 'h1')[0]?.text).toBe('Paja Oy');
      expect(elements(mainOf(page), 'a').map(({ attributes }) => attributes.href)).toContain(
        `/workspace/needs/${reference}`,
      );
      expect(textOf(mainOf(page))).toContain(
        {
          fi: 'Kukaan yrityksesi ulkopuolelta',
          sv: 'Ingen utanför ditt företag',
          en: 'Nobody from outside your company',
        }[lang],
      );
    },
  );

  it('while its owner is away, a need is with who stands in, in the list and on its page', async () => {
    const { visitor, reference } = await company();
    const link = await portal.link(reference, 'take_need', MATTI);
    await portal.postForm(link, {});
    await portal.rows(
      `insert into app.absences (email, first_day, last_day, deputy)
       select $1, app.helsinki_day(now()), app.helsinki_day(now()), $2`,
      [MATTI, MAIJA],
    );
    expect(await text(await visitor.get('/workspace'))).toContain('hoitaa Maija Malli');
    expect(await text(await visitor.get(`/workspace/needs/${reference}`))).toContain(
      'Asiaasi hoitaa nyt Maija Malli, koska koordinaattori on poissa.',
    );
    await portal.rows('delete from app.absences');
    expect(await text(await visitor.get('/workspace'))).not.toContain('Maija Malli');
  });

  it('shows an answer as a message that waits for a reply, and who has looked at what', async () => {
    const { visitor, reference } = await company();
    const link = await portal.link(reference, 'answer_need', MAIJA);
    await portal.get(link);
    await portal.postForm(link, { answer: 'Soitan sinulle huomenna aamulla.' });
    const page = await text(await visitor.get('/workspace'));
    for (const words of ['Odotamme vastaustasi', 'Soitan sinulle huomenna aamulla.', 'Maija Malli', 'viestin linkistä'])
      expect(page).toContain(words);
    expect(page).not.toContain(MAIJA);
    expect(await text(await visitor.get('/workspace/looks'))).toContain(`tarve ${reference}`);
  });

  it('of somebody without a company says what to do', async () => {
    const { email } = await portal.sendNeed({ business_id: newBusinessId() } as never);
    const visitor = await signedIn(email);
    await portal.rows('update app.needs set company_id = null where contact_email = $1', [email]);
    await portal.rows('delete from app.companies where id in (select company_id from app.members where email = $1)', [
      email,
    ]);
    await portal.rows('update app.needs set disowned_at = now() where contact_email = $1', [email]);
    expect(await text(await visitor.get('/workspace'))).toContain('Täällä ei ole vielä mitään');
  });
});

describe('a need', () => {
  it('is read, answered, withdrawn and taken back as behind its link, and the log knows the session', async () => {
    const { visitor, reference } = await company();
    const path = `/workspace/needs/${reference}`;
    expect(await text(await visitor.get(path))).toContain(reference);
    const empty = await visitor.post(`${path}/reply`, { reply: ' ' });
    expect([empty.status, faultyFields(await empty.text())]).toEqual([422, ['field-reply']]);
    const said = await visitor.post(`${path}/reply`, { reply: 'Lisätieto: meitä on kolme.' });
    expect(said.headers.get('location')).toBe(`${path}/reply?did=said`);
    expect(await text(await visitor.get(path))).toContain('meitä on kolme');
    expect((await visitor.post(path, { act: 'withdraw' })).status).toBe(422);
    expect((await visitor.post(path, { act: 'withdraw', sure: 'yes' })).headers.get('location')).toBe(
      `${path}?did=withdrawn`,
    );
    expect((await visitor.post(path, { act: 'restore' })).headers.get('location')).toBe(`${path}?did=restored`);
    const events = await portal.rows<{ kind: string }>(
      `select kind from app.events where session_id is not null and need_id = (select id from app.needs where reference = $1) order by id`,
      [reference],
    );
    expect(events.map(({ kind }) => kind)).toEqual(['replied', 'withdrawn', 'restored']);
  });

  it('of another company is the same page as one that does not exist, and nothing can be done to it', async () => {
    const [mine, other] = [await company(), await company()];
    const answers = await Promise.all(
      [other.reference, 'ABCD-2345', 'x'].map((reference) => mine.visitor.get(`/workspace/needs/${reference}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    const pages = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(pages.map(mainOf)).size).toBe(1);
    const acted = await mine.visitor.post(`/workspace/needs/${other.reference}/reply`, { reply: 'Hei vain' });
    expect(acted.status).toBe(404);
  });
});

describe('the profile', () => {
  it('says where each value came from, and a correction is kept with its history', async () => {
    const { visitor, reference } = await company({ company_name: 'Paja Oy', contact_name: 'Pia Paja' });
    const page = await (await visitor.get('/workspace/profile')).text();
    expect(valuesOf(page)).toMatchObject({ company_name: 'Paja Oy', contact_name: 'Pia Paja' });
    expect(textOf(mainOf(page))).toContain(`Kerroit tarpeessa ${reference}`);
    const fields = { ...valuesOf(page), company_name: 'Paja ja Pojat Oy' };
    const wrong = await visitor.post('/workspace/profile', { ...fields, contact_phone: 'x', contact_email: '' });
    expect([wrong.status, faultyFields(await wrong.text())]).toEqual([
      422,
      ['field-contact_email', 'field-contact_phone'],
    ]);
    expect((await visitor.post('/workspace/profile', fields)).headers.get('location')).toBe(
      '/workspace/profile?did=corrected',
    );
    expect((await visitor.post('/workspace/profile', fields)).headers.get('location')).toBe(
      '/workspace/profile?did=unchanged',
    );
    const after = await (await visitor.get('/workspace/profile')).text();
    expect(textOf(mainOf(after))).toContain('Korjattu työtilassa');
    expect(textOf(mainOf(after))).toContain('Paja Oy');
  });

  it('takes no business ID that is another company’s', async () => {
    const [mine, other] = [await company(), await company()];
    const [{ business_id }] = (await portal.rows<{ business_id: string }>(
      'select business_id from app.needs where reference = $1',
      [other.reference],
    )) as [{ business_id: string }];
    const fields = valuesOf(await (await mine.visitor.get('/workspace/profile')).text());
    const answer = await mine.visitor.post('/workspace/profile', { ...fields, business_id });
    expect([answer.status, faultyFields(await answer.text())]).toEqual([422, ['field-business_id']]);
  });
});
