// My data as a browser meets it: the zip that is taken out, and the erasing of a workspace, asked for in two steps and undone.
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LANGUAGES } from '#domain/routes.ts';
import { storeObject } from '#lib/db.ts';
import { safeName } from '#lib/zip-stream.ts';
import eraseData from '../../functions/erase-data.ts';
import { forgetCodes, workspaceVisitor } from '../support/desk-visitor.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { elements, formsOf, langOf, mainOf, textOf } from '../support/read-page.ts';
import { newBusinessId } from '../support/sql-workspace.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(() => forgetCodes(portal));
afterAll(() => portal.close());

async function signedIn(email: string) {
  await forgetCodes(portal);
  const visitor = workspaceVisitor(portal);
  const answer = await visitor.signIn(email);
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`);
  return visitor;
}
type Visitor = Awaited<ReturnType<typeof signedIn>>;
async function newCompany(changes: Record<string, string> = {}) {
  const need = await portal.sendNeed({ business_id: newBusinessId(), company_name: 'Paja Oy', ...changes } as never);
  return { ...need, visitor: await signedIn(need.email) };
}
/** A colleague who was invited and has joined. */
async function colleagueOf({ visitor }: { visitor: Visitor }, role = 'member') {
  const email = `kollega-${newBusinessId()}@paja.example`;
  const people = formsOf(await (await visitor.get('/workspace/people')).text());
  const company = people.map(({ fields }) => Object.fromEntries(fields).company).find(Boolean) ?? '';
  await visitor.post('/workspace/people', { act: 'invite', company, email, role, language: 'fi' });
  const colleague = await signedIn(email);
  const form = formsOf(await (await colleague.get('/workspace')).text()).find(
    ({ fields }) => Object.fromEntries(fields).invitation,
  );
  await colleague.post('/workspace', { ...Object.fromEntries(form?.fields ?? []), act: 'join' });
  return { email, visitor: colleague };
}
/** Presses the button of a page's form that posts to a path. */
async function press(visitor: Visitor, page: string, action: string, more: Record<string, string> = {}) {
  const form = formsOf(mainOf(await (await visitor.get(page)).text())).find((one) => one.action === action);
  if (!form) throw new Error(`${page} has no form for ${action}`);
  return visitor.post(action, { ...Object.fromEntries(form.fields), ...more });
}
const TAKE_OUT = '/workspace/my-data/take-out';
const ERASE = '/workspace/my-data/erase';
const MY_DATA = '/workspace/my-data';
const lettersTo = async (email: string, kind: string) =>
  (await portal.rows('select from app.outbox where to_email = $1 and letter = $2::api.letter_kind', [email, kind]))
    .length;

async function taken(visitor: Visitor) {
  const answer = await press(visitor, TAKE_OUT, TAKE_OUT);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  return {
    answer,
    files,
    json: JSON.parse(strFromU8(files['data.json'] as Uint8Array)),
    html: strFromU8(files['index.html'] as Uint8Array),
  };
}

describe('taken out', () => {
  it('is a zip to be saved, of JSON and a page, for nobody else to keep', async () => {
    const { visitor, reference, email } = await newCompany({
      description: 'Etsimme hitsaajia <b>heti</b> & maalareita.',
    });
    const { answer, files, json, html } = await taken(visitor);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': expect.stringMatching(/^attachment; filename="tarjotin-\d{4}-\d\d-\d\d\.zip"$/),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(Object.keys(files)).toEqual(['data.json', 'index.html']);
    expect(json).toMatchObject({
      format: 'tarjotin-data',
      version: 1,
      scope: 'company',
      company_data: { needs: [{ reference }] },
    });
    expect(json.person_data.sessions).toHaveLength(1);
    expect(textOf(html)).toContain('Etsimme hitsaajia <b>heti</b> & maalareita.');
    expect(textOf(html)).toContain(email);
    expect(html).not.toContain('<b>heti</b>');
    expect(html).not.toMatch(/<(script|link|img|iframe)\b|https?:\/\/|url\(|@import/);
    await portal.settled();
    expect(await lettersTo(email, 'data_taken_out')).toBe(1);
  });

  it.each(LANGUAGES)(
    'is in %s, the language that the person reads, without a gap or a code in it',
    async (language) => {
      const { visitor } = await newCompany({ language });
      const { html } = await taken(visitor);
      expect(langOf(html)).toBe(language);
      expect(textOf(html)).not.toMatch(
        /\{\w+\}|\b(undefined|null|NaN)\b|Invalid Date|\[object|data\.\w+\.|contact_name|need_attached/,
      );
      expect(elements(html, 'section').length).toBeGreaterThan(5);
    },
  );

  it('holds the documents, two of one name apart, and what is too much for one file in further ones', async () => {
    const { visitor, email } = await newCompany();
    const add = async (name: string, size: number) => {
      const [row] = await portal.rows<{ object_id: string }>(
        `insert into app.documents (company_id, state, name, size, format, sha256, added_by)
         select m.company_id, 'kept', $2, $3, 'pdf', sha256('x'), m.email from app.members m where m.email = $1 returning object_id`,
        [email, name, size],
      );
      await storeObject(row?.object_id ?? '', new TextEncoder().encode(`bytes of ${name}`));
    };
    await add('Sopimus.pdf', 1000);
    await add('Sopimus.pdf', 1000);
    const { files, html } = await taken(visitor);
    const documents = Object.entries(files).filter(([name]) => name.startsWith('documents/'));
    expect(documents.map(([name]) => name.replace(/[0-9a-f]{8}/, 'id'))).toEqual(
      Array(2).fill('documents/id-Sopimus.pdf'),
    );
    expect(documents.map(([, bytes]) => strFromU8(bytes))).toEqual(Array(2).fill('bytes of Sopimus.pdf'));
    expect(html).toContain('Sopimus.pdf');
    for (const name of ['Iso.pdf', 'Isompi.pdf']) await add(name, 10 * 1024 * 1024);
    const page = mainOf(await (await visitor.get(TAKE_OUT)).text());
    expect(textOf(page)).toContain('osa 2/2');
    const second = await press(visitor, TAKE_OUT, TAKE_OUT, { part: '2' });
    const more = unzipSync(new Uint8Array(await second.arrayBuffer()));
    const first = (await taken(visitor)).files;
    expect(Object.keys(first)).toHaveLength(2 + 4 - Object.keys(more).length);
    expect(Object.keys(more).every((name) => name.startsWith('documents/') && !(name in first))).toBe(true);
    expect((await press(visitor, TAKE_OUT, TAKE_OUT, { part: '3' })).status).toBe(404);
  });

  it('by a member is what is hers alone', async () => {
    const company = await newCompany({ description: 'Salainen tarve, josta muut eivät tiedä.' });
    const member = await colleagueOf(company);
    const { json, html } = await taken(member.visitor);
    expect(json).toMatchObject({
      scope: 'person',
      company_data: null,
      person_data: { members: [{ email: member.email }] },
    });
    expect(html).not.toContain('Salainen tarve');
  });
});

describe('erased', () => {
  it('is asked for in two steps, said at the top of each page, and undone by one button', async () => {
    const { visitor, email } = await newCompany();
    const first = mainOf(await (await visitor.get(MY_DATA)).text());
    expect(elements(first, 'a').map(({ attributes }) => attributes.href)).toContain(ERASE);
    const second = textOf(mainOf(await (await visitor.get(ERASE)).text()));
    expect(second).toContain('Yksi tarpeesi on vielä avoin.');
    expect((await press(visitor, ERASE, ERASE)).headers.get('location')).toBe(`${MY_DATA}?did=erasure_asked`);
    for (const page of ['/workspace', '/workspace/people', '/workspace/profile', MY_DATA])
      expect(textOf(mainOf(await (await visitor.get(page)).text()))).toContain('Työtila poistetaan');
    expect((await visitor.get(ERASE)).headers.get('location')).toBe(MY_DATA);
    await portal.settled();
    expect(await lettersTo(email, 'erasure_asked')).toBe(1);
    expect((await press(visitor, '/workspace', MY_DATA, { act: 'undo_erasure' })).headers.get('location')).toBe(
      `${MY_DATA}?did=erasure_undone`,
    );
    expect(textOf(mainOf(await (await visitor.get('/workspace')).text()))).not.toContain('Työtila poistetaan');
    expect(await lettersTo(email, 'erasure_undone')).toBe(1);
  });

  it('a member sees that it waits and cannot ask for it or undo it', async () => {
    const company = await newCompany();
    const member = await colleagueOf(company);
    expect((await member.visitor.get(ERASE)).headers.get('location')).toBe(MY_DATA);
    const id =
      Object.fromEntries(formsOf(mainOf(await (await company.visitor.get(ERASE)).text()))[0]?.fields ?? []).company ??
      '';
    expect((await member.visitor.post(ERASE, { company: id })).headers.get('location')).toBe(
      `${MY_DATA}?did=owners_only`,
    );
    await press(company.visitor, ERASE, ERASE);
    const page = mainOf(await (await member.visitor.get('/workspace')).text());
    expect(textOf(page)).toContain('Omistaja voi perua poiston.');
    expect((await member.visitor.post(MY_DATA, { act: 'undo_erasure', company: id })).headers.get('location')).toBe(
      `${MY_DATA}?did=owners_only`,
    );
  });

  it('another company’s is not there, and neither is none', async () => {
    const { visitor } = await newCompany();
    for (const company of ['', 'x', '00000000-0000-4000-8000-000000000000'])
      expect((await visitor.post(ERASE, { company })).status).toBe(404);
  });

  it('goes when its week is over: the last letter is sent, its address forgotten, and an old link says so', async () => {
    const { visitor, email, status_url } = await newCompany();
    const link = new URL(status_url).pathname;
    await press(visitor, ERASE, ERASE);
    await portal.settled();
    await portal.rows(
      `update app.erasures set asked_at = asked_at - interval '9 days', erase_after = erase_after - interval '9 days'`,
    );
    // Withdrawn and told, then erased and told, then forgotten.
    for (let hour = 0; hour < 3; hour += 1) await eraseData();
    const letters = portal.letters(email);
    expect(letters[0]?.subject).toBe('Tiedot on poistettu');
    expect(await portal.rows('select from app.outbox where to_email = $1', [email])).toEqual([]);
    const dead = await portal.get(link);
    expect([dead.status, textOf(mainOf(await dead.text()))]).toEqual([
      410,
      expect.stringContaining('Tiedot on poistettu'),
    ]);
    expect((await visitor.get('/workspace')).status).toBe(303);
  });
});

it('who is not signed in is led to sign-in and back', async () => {
  for (const page of [MY_DATA, TAKE_OUT, ERASE])
    expect((await portal.get(page)).headers.get('location')).toBe(
      `/workspace/sign-in?next=${encodeURIComponent(page)}`,
    );
});

it.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\x\\sopimus.pdf', 'sopimus.pdf'],
  ['Tarjous: hinta? <b>.pdf', 'Tarjous_ hinta_ _b_.pdf'],
  ['..', '_'],
  ['', '_'],
  ['CON.txt', '_CON.txt'],
  ['a\u0000b\n.docx', 'a_b_.docx'],
  ['Työpäivä å.pdf', 'Työpäivä å.pdf'],
])('a file named %j is %j in the zip', (given, safe) => {
  expect(safeName(given)).toBe(safe);
});
