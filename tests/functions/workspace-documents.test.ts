// Documents as a browser meets them: sent by the form or by the script, kept as what they are, given as downloads, to nobody else.
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '#domain/limits.ts';
import { eraseDocuments } from '#lib/documents/erase-documents.ts';
import { forgetCodes, workspaceVisitor } from '../support/desk-visitor.ts';
import { OLD_OFFICE, PDF, PNG, pdfOf } from '../support/made-documents.ts';
import { madeZip, officeParts } from '../support/made-zip.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { elements, faultyFields, formsOf, mainOf, textOf } from '../support/read-page.ts';
import { newConsent, withdraw } from '../support/sql-consents.ts';
import { newAddress } from '../support/sql-needs.ts';
import { newBusinessId, type TestCompany } from '../support/sql-workspace.ts';

const PATH = '/workspace/documents';
let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(() => forgetCodes(portal));
afterAll(() => portal.close());

/** As bytes: a form that is read in part alone has undici throw where nobody catches it. */
async function sendForm(form: FormData, headers: Record<string, string>): Promise<Response> {
  const sent = new Response(form);
  const type = { 'content-type': sent.headers.get('content-type') ?? '' };
  return portal.request(PATH, { method: 'POST', body: await sent.arrayBuffer(), headers: { ...headers, ...type } });
}

async function signedIn(email: string) {
  await forgetCodes(portal);
  const visitor = workspaceVisitor(portal);
  const answer = await visitor.signIn(email);
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`);
  const cookie = () => ({ cookie: [...visitor.jar].map(([name, value]) => `${name}=${value}`).join('; ') });
  return {
    ...visitor,
    cookie,
    upload(company: string, bytes: Buffer | string, name = 'tarjous.pdf', more: Record<string, string> = {}) {
      const form = new FormData();
      for (const [field, value] of Object.entries({ act: 'upload', company, ...more })) form.set(field, value);
      form.set('file', new File([new Uint8Array(Buffer.from(bytes as string))], name));
      return sendForm(form, cookie());
    },
    script: (fields: object) => portal.postJson(PATH, fields, { headers: cookie() }),
    head: (path: string) => portal.get(path, { method: 'HEAD', headers: cookie() }),
  };
}
type Visitor = Awaited<ReturnType<typeof signedIn>>;

async function newCompany() {
  const { email, reference } = await portal.sendNeed({ business_id: newBusinessId(), company_name: 'Paja Oy' });
  const visitor = await signedIn(email);
  const [row] = await portal.rows<{ id: string; need: string }>(
    'select company_id as id, id as need from app.needs where reference = $1',
    [reference],
  );
  return { id: row?.id as string, need: row?.need as string, email, reference, visitor };
}
const listOf = async (visitor: Visitor) => (await visitor.get(PATH)).text();
const shown = async (visitor: Visitor) => textOf(mainOf(await listOf(visitor)));
const linksIn = (html: string): string[] =>
  elements(mainOf(html), 'a')
    .map(({ attributes }) => attributes.href ?? '')
    .filter((href) => href.startsWith(`${PATH}/`));
/** The address of the only document. */
const only = async (visitor: Visitor) => linksIn(await listOf(visitor))[0] as string;
const words = async (answer: Response) => textOf(mainOf(await answer.text()));
const stored = (): string[] => {
  try {
    return readdirSync(portal.db.storageDir).sort();
  } catch {
    return [];
  }
};

describe('a file sent with the form', () => {
  it('is kept, listed, and given back to the byte, as a download that is never shown', async () => {
    const { id, visitor } = await newCompany();
    const answer = await visitor.upload(id, PDF, '../../Tarjous "ä".pdf');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${PATH}?did=uploaded`]);
    const page = await shown(visitor);
    expect(page).toContain('Tarjous _ä_.pdf');
    const file = await visitor.get(await only(visitor));
    expect(Buffer.from(await file.arrayBuffer()).equals(PDF)).toBe(true);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Tarjous _?_.pdf"; filename*=UTF-8''Tarjous%20_%C3%A4_.pdf`,
      'content-length': String(PDF.length),
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
      'accept-ranges': 'none',
      'x-robots-tag': 'noindex',
    });
  });

  it('lies in storage under a name that is nobody’s', async () => {
    const { id, visitor } = await newCompany();
    const before = stored();
    await visitor.upload(id, pdfOf(500), 'salainen.pdf');
    const [added] = stored().filter((name) => !before.includes(name));
    expect(added).toMatch(/^[0-9a-f-]{36}$/);
    expect((await visitor.get(`${PATH}/${added}`)).status).toBe(404);
  });

  it.each([
    ['no file', 'Valitse tiedosto.', '', ''],
    ['an empty one', 'Tiedosto on tyhjä.', '', 'tyhja.pdf'],
    ['a page that is named .pdf', 'ei ole PDF', '<!doctype html><script>alert(1)</script>', 'lasku.pdf'],
    [
      'a picture with a script in it',
      'ei ole PDF',
      '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
      'logo.svg',
    ],
    ['macros', 'makroja', madeZip(officeParts('docm')), 'taulukko.docx'],
    [
      'a bomb',
      'veisi avattuna',
      madeZip(officeParts('docx', [{ name: 'a', content: 'x', listedSize: 0xfffffff0 }])),
      'a.docx',
    ],
    ['an old office file', 'vanhaa Office-muotoa', OLD_OFFICE, 'vanha.doc'],
    ['a directory that lies', 'vioittunut', madeZip(officeParts('docx'), { entries: 9 }), 'a.docx'],
  ])('%s comes back with the reason at its field, and nothing is kept of it', async (_what, reason, bytes, name) => {
    const { id, visitor } = await newCompany();
    const before = stored();
    const answer = await visitor.upload(id, bytes as Buffer, name);
    const page = await answer.text();
    expect([answer.status, faultyFields(page)]).toEqual([422, ['field-file']]);
    expect(textOf(mainOf(page))).toContain(reason);
    expect(stored()).toEqual(before);
    expect(await portal.rows('select from app.documents where company_id = $1', [id])).toEqual([]);
  });

  it('that is another kind than its name says ends as what it is', async () => {
    const { id, visitor } = await newCompany();
    await visitor.upload(id, PNG, 'lasku\u202efdp.exe');
    expect(await shown(visitor)).toContain('laskufdp.exe.png');
    expect((await visitor.get(await only(visitor))).headers.get('content-type')).toBe('image/png');
  });

  it('is kept once, however often it is sent under its name', async () => {
    const { id, visitor } = await newCompany();
    await visitor.upload(id, PDF, 'eka.pdf');
    expect(await words(await visitor.upload(id, PDF, 'eka.pdf'))).toContain('Sama tiedosto on jo täällä');
    expect(linksIn(await listOf(visitor))).toHaveLength(1);
    expect((await visitor.upload(id, PDF, 'toka.pdf')).status).toBe(303);
    // Another company's same file is its own.
    const other = await newCompany();
    expect((await other.visitor.upload(other.id, PDF, 'eka.pdf')).status).toBe(303);
  });

  it('above what a form carries is refused before it is read to its end, whatever its headers claim', async () => {
    const { id, visitor } = await newCompany();
    const large = await visitor.upload(id, pdfOf(LIMITS.formFile.max + LIMITS.body + 1));
    expect([large.status, faultyFields(await large.text())]).toEqual([413, ['field-file']]);
    const bitLarge = await visitor.upload(id, pdfOf(LIMITS.formFile.max + 1));
    expect(bitLarge.status).toBe(413);
    const headers = { ...visitor.cookie(), 'content-type': 'multipart/form-data; boundary=x' };
    const claimed = await portal.request(PATH, {
      method: 'POST',
      body: 'x',
      headers: { ...headers, 'content-length': '2147483648' },
    });
    expect(claimed.status).toBe(413);
    let read = 0;
    const endless = new ReadableStream({
      pull(controller) {
        read += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const sent = await portal.request(PATH, { method: 'POST', body: endless, headers, duplex: 'half' } as RequestInit);
    expect([sent.status, read < 10]).toEqual([413, true]);
  });

  it.each([
    [
      'that breaks off',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF',
    ],
    ['without a boundary', 'multipart/form-data', 'x'],
    ['of another form', 'multipart/form-data; boundary=y', '--x--'],
  ])('%s is malformed', async (_what, type, body) => {
    const { visitor } = await newCompany();
    const answer = await portal.request(PATH, {
      method: 'POST',
      body,
      headers: { ...visitor.cookie(), 'content-type': type },
    });
    expect(answer.status).toBe(400);
  });

  it('for another company is not found', async () => {
    const [one, other] = [await newCompany(), await newCompany()];
    for (const company of [other.id, randomUUID(), 'x'])
      expect((await one.visitor.upload(company, PDF)).status).toBe(404);
  });

  it('from another site, or without a session, is not taken', async () => {
    const { id, visitor } = await newCompany();
    const form = new FormData();
    form.set('act', 'upload');
    form.set('company', id);
    form.set('file', new File([PDF], 'a.pdf'));
    const send = (headers: Record<string, string>) => sendForm(form, headers);
    expect((await send({ ...visitor.cookie(), origin: 'https://paha.example' })).status).toBe(403);
    expect((await send({})).status).toBe(401);
    expect(await portal.rows('select from app.documents where company_id = $1', [id])).toEqual([]);
  });
});

describe('a file sent by the script', () => {
  const reserve = (visitor: Visitor, company: string, bytes: Buffer, name = 'iso.pdf') =>
    visitor.script({ act: 'begin', company, name, size: bytes.length });
  const put = (address: string, bytes: Buffer) =>
    fetch(address, {
      method: 'PUT',
      body: new Uint8Array(bytes),
      headers: { 'content-type': 'application/octet-stream' },
    });
  async function reserved(visitor: Visitor, company: string, bytes: Buffer) {
    const answer = await reserve(visitor, company, bytes);
    expect(answer.status).toBe(201);
    return (await answer.json()) as { document: string; send_to: string };
  }

  it('goes straight to storage, up to its limit, and is kept once it was looked at', async () => {
    const { id, visitor } = await newCompany();
    const bytes = pdfOf(LIMITS.document.max);
    const { document, send_to } = await reserved(visitor, id, bytes);
    expect(send_to.startsWith(portal.db.supabaseUrl)).toBe(true);
    expect(linksIn(await listOf(visitor))).toEqual([]);
    expect((await visitor.get(`${PATH}/${document}`)).status).toBe(404);
    expect((await put(send_to, bytes)).status).toBe(200);
    const answer = await visitor.script({ act: 'confirm', document });
    expect([answer.status, await answer.json()]).toEqual([200, { next: `${PATH}?did=uploaded` }]);
    const again = await visitor.script({ act: 'confirm', document });
    expect(again.status).toBe(200);
    const file = await visitor.get(`${PATH}/${document}`);
    const given = createHash('sha256')
      .update(Buffer.from(await file.arrayBuffer()))
      .digest('hex');
    expect(given).toBe(createHash('sha256').update(bytes).digest('hex'));
    // The address has done its work: what is kept cannot be written over.
    expect((await put(send_to, PDF)).status).toBe(400);
  });

  it('may go to the one origin that the page names, and the page names no other', async () => {
    const { visitor } = await newCompany();
    const policy = (html: string) => /content-security-policy" content="([^"]*)"/.exec(html)?.[1];
    const origin = new URL(portal.db.supabaseUrl).origin;
    expect(policy(await listOf(visitor))).toContain(`;connect-src 'self' ${origin};`);
    expect(policy(await (await visitor.get('/workspace')).text())).not.toContain('connect-src');
  });

  it.each([
    [0, 'empty'],
    [LIMITS.document.max + 1, 'too_large'],
    [2 * 1024 ** 3, 'too_large'],
    [2 ** 40, 'too_large'],
  ])('of %i bytes gets no address: %s', async (size, code) => {
    const { id, visitor } = await newCompany();
    const answer = await visitor.script({ act: 'begin', company: id, name: 'a.pdf', size });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code, detail: expect.stringContaining('Tiedosto') });
  });

  it.each([1.5, -1, '10', null])('whose size is %j is malformed', async (size) => {
    const { id, visitor } = await newCompany();
    expect((await visitor.script({ act: 'begin', company: id, name: 'a.pdf', size })).status).toBe(422);
  });

  it('that is not what it was to be is taken away, with the reason', async () => {
    const { id, visitor } = await newCompany();
    const html = Buffer.from('<!doctype html>');
    for (const [announced, sent, code] of [
      [html, html, 'unknown'],
      [Buffer.from('%PDF-1'), PDF, 'wrong_size'],
    ] as const) {
      const { document, send_to } = await reserved(visitor, id, announced);
      await put(send_to, sent);
      const answer = await visitor.script({ act: 'confirm', document });
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([422, code]);
      expect((await visitor.script({ act: 'confirm', document })).status).toBe(404);
    }
    expect(await portal.rows('select from app.documents where company_id = $1', [id])).toEqual([]);
  });

  it('that never came can still be sent; given up, its room is free again', async () => {
    const { id, visitor } = await newCompany();
    const { document } = await reserved(visitor, id, PDF);
    const answer = await visitor.script({ act: 'confirm', document });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([422, 'not_sent']);
    expect((await visitor.script({ act: 'cancel', document })).status).toBe(200);
    expect(await portal.rows('select from app.documents where id = $1', [document])).toEqual([]);
  });

  it('is confirmed and given up by whoever reserved it, and what is kept is not given up', async () => {
    const [one, other] = [await newCompany(), await newCompany()];
    const { document, send_to } = await reserved(one.visitor, one.id, PDF);
    await put(send_to, PDF);
    expect((await other.visitor.script({ act: 'confirm', document })).status).toBe(404);
    expect((await other.visitor.script({ act: 'cancel', document })).status).toBe(200);
    expect((await one.visitor.script({ act: 'confirm', document })).status).toBe(200);
    expect((await one.visitor.script({ act: 'cancel', document })).status).toBe(200);
    expect(linksIn(await listOf(one.visitor))).toHaveLength(1);
  });

  it('two at once that together are too much: one has room', async () => {
    const { id, visitor } = await newCompany();
    await portal.rows(
      `insert into app.documents (company_id, name, size, state, format, sha256)
       select $1, n || '.pdf', 10485760, 'kept', 'pdf', sha256(n::text::bytea) from generate_series(1, 19) n`,
      [id],
    );
    const bytes = Buffer.alloc(6 * 1024 * 1024);
    const answers = await Promise.all([reserve(visitor, id, bytes), reserve(visitor, id, bytes)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    const said = await Promise.all(answers.map((answer) => answer.text()));
    expect(said.join()).toContain('yhteensä 200\u00a0Mt');
  });

  it('an act of another way is not found', async () => {
    const { id, visitor } = await newCompany();
    expect((await visitor.script({ act: 'remove', company: id })).status).toBe(404);
    expect((await visitor.script({ act: 'toString' })).status).toBe(404);
    expect((await visitor.post(PATH, { act: 'begin', company: id })).status).toBe(404);
  });
});

describe('a document', () => {
  it('is the company’s own: for everybody else it is as if there were none', async () => {
    const [one, other] = [await newCompany(), await newCompany()];
    await one.visitor.upload(one.id, PDF);
    const path = await only(one.visitor);
    const body = async (answer: Response) => (await answer.text()).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '');
    const theirs = await other.visitor.get(path);
    const none = await other.visitor.get(`${PATH}/${randomUUID()}`);
    expect([theirs.status, none.status]).toEqual([404, 404]);
    expect(await body(theirs)).toBe(await body(none));
    expect((await other.visitor.head(path)).status).toBe(404);
    expect((await other.visitor.get(`${PATH}/x`)).status).toBe(404);
    const stranger = await portal.get(path);
    expect([stranger.status, stranger.headers.get('location')]).toEqual([
      303,
      `/workspace/sign-in?next=${encodeURIComponent(path)}`,
    ]);
    const removed = await other.visitor.post(PATH, {
      act: 'remove',
      company: other.id,
      document: path.slice(PATH.length + 1),
      sure: 'yes',
    });
    expect(removed.headers.get('location')).toBe(`${PATH}?did=document_gone`);
    expect((await one.visitor.get(path)).status).toBe(200);
  });

  it('is given whole to whoever asks for a part; HEAD says what there is', async () => {
    const { id, visitor } = await newCompany();
    await visitor.upload(id, PDF);
    const path = await only(visitor);
    const part = await visitor.get(path, { range: 'bytes=0-3' });
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([200, PDF.length]);
    const head = await visitor.head(path);
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, String(PDF.length), '']);
    expect((await visitor.post(path, {})).status).toBe(405);
  });

  it('goes when its removal is ticked, its bytes with the next run, and with the last address to upload to once more', async () => {
    const { id, visitor } = await newCompany();
    await visitor.upload(id, pdfOf(700));
    const html = await listOf(visitor);
    const form = formsOf(html).find(({ fields }) => Object.fromEntries(fields).document);
    const fields = { ...Object.fromEntries(form?.fields ?? []), act: 'remove' };
    const unsure = await visitor.post(PATH, fields);
    expect([unsure.status, faultyFields(await unsure.text())]).toEqual([
      422,
      [`field-sure-${(fields as Record<string, string>).document}`],
    ]);
    const [row] = await portal.rows<{ object_id: string }>(
      'select object_id from app.documents where company_id = $1',
      [id],
    );
    const object = row?.object_id as string;
    expect((await visitor.post(PATH, { ...fields, sure: 'yes' })).headers.get('location')).toBe(
      `${PATH}?did=document_removed`,
    );
    expect((await visitor.post(PATH, { ...fields, sure: 'yes' })).headers.get('location')).toBe(
      `${PATH}?did=document_gone`,
    );
    expect(stored()).toContain(object);
    await eraseDocuments();
    expect(stored()).not.toContain(object);
    const queued = () => portal.rows('select from app.document_erasures where object_id = $1', [object]);
    expect(await queued()).toHaveLength(1);
    await portal.rows(`update app.document_erasures set due_at = now() where object_id = $1`, [object]);
    await eraseDocuments();
    expect(await queued()).toEqual([]);
  });

  it('whose bytes are not in storage is a fault of ours, and no page of the person’s', async () => {
    const { id, visitor } = await newCompany();
    await visitor.upload(id, pdfOf(800));
    const path = await only(visitor);
    const [row] = await portal.rows<{ object_id: string }>(
      'select object_id from app.documents where company_id = $1',
      [id],
    );
    rmSync(`${portal.db.storageDir}/${row?.object_id}`);
    expect((await visitor.get(path)).status).toBe(500);
  });
});

describe('by consent', () => {
  async function shared(parts: ('documents' | 'profile')[]) {
    const company = await newCompany();
    await company.visitor.upload(company.id, pdfOf(900), 'rahoitus.pdf');
    const path = await only(company.visitor);
    const test = {
      id: company.id,
      need: { id: company.need },
      owner: { email: company.email },
    } as unknown as TestCompany;
    const consent = await newConsent(portal.db.pool, test, { parts, email: newAddress() });
    return { company, path, consent, adviser: await signedIn(consent.email) };
  }

  it('to documents, an adviser gets them, and the company sees who looked at which; taken back, at the next click no more', async () => {
    const { company, path, consent, adviser } = await shared(['documents']);
    await adviser.head(path);
    expect(await portal.rows('select from app.looks where company_id = $1', [company.id])).toEqual([]);
    expect((await adviser.get(path)).status).toBe(200);
    expect((await adviser.get(path)).status).toBe(200);
    const looks = textOf(mainOf(await (await company.visitor.get('/workspace/looks')).text()));
    expect(looks).toContain('Neea Neuvoja, Neuvontatalo asiakirja');
    expect(await portal.rows('select from app.looks where company_id = $1', [company.id])).toHaveLength(1);
    const remove = { act: 'remove', company: company.id, document: path.slice(PATH.length + 1), sure: 'yes' };
    expect((await adviser.post(PATH, remove)).headers.get('location')).toBe(`${PATH}?did=document_gone`);
    expect((await adviser.upload(company.id, PDF)).status).toBe(404);
    await withdraw(portal.db.pool, consent);
    expect((await adviser.get(path)).status).toBe(404);
  });

  it('to something else, there are none', async () => {
    const { path, adviser } = await shared(['profile']);
    expect((await adviser.get(path)).status).toBe(404);
  });
});
