// Documents as rows: room and its limits under a lock, what is kept and by whom, who reads it, and that bytes always follow their row.
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { atOnce } from '../../tests/support/sql-at-once.ts';
import { type Claims, call } from '../../tests/support/sql-call.ts';
import { endDaysAgo, newConsent, withdraw } from '../../tests/support/sql-consents.ts';
import { signIn } from '../../tests/support/sql-desk.ts';
import { begin, keepDocument, MIB, newDocument } from '../../tests/support/sql-documents.ts';
import { MAIJA, newAddress } from '../../tests/support/sql-needs.ts';
import { letPass } from '../../tests/support/sql-time.ts';
import { newColleague, newCompany, type TestCompany } from '../../tests/support/sql-workspace.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const page = async ({ id, owner }: TestCompany, person: Claims = owner) =>
  (await call(db.pool, 'workspace_documents', { p_company: id }, person))[0];
const namesOf = async (company: TestCompany) =>
  ((await page(company))?.documents as unknown as { name: string }[] | undefined)?.map(({ name }) => name);
const open = (p_document: string, person: Claims, p_taken = true) =>
  call(db.pool, 'workspace_document', { p_document, p_taken }, person);
const remove = (p_document: string, person: Claims) =>
  call(db.pool, 'workspace_remove_document', { p_document }, person);
const queued = async (object: string): Promise<number> =>
  (await db.pool.query('select from app.document_erasures where object_id = $1', [object])).rowCount ?? 0;
const due = () => call(db.pool, 'erase_documents', { p_most: 1000 });
const erased = (...p_objects: string[]) => call(db.pool, 'documents_erased', { p_objects });
const eventsOf = async ({ id }: TestCompany) =>
  (
    await db.pool.query<{ line: string }>(
      `select concat_ws(' ', kind, actor_email, about) as line from app.company_events
       where company_id = $1 and kind in ('document_added', 'document_removed') order by id`,
      [id],
    )
  ).rows.map(({ line }) => line);

describe('room', () => {
  it('is taken at the announced size, seen in the sum, and in no list before the file is kept', async () => {
    const company = await newCompany(db.pool);
    const { outcome, object } = await begin(db.pool, company, { size: 3 * MIB });
    expect([outcome, (await page(company))?.used, await namesOf(company)]).toEqual(['begun', 3 * MIB, []]);
    await keepDocument(db.pool, object, 'Tarjous.pdf', 2 * MIB);
    expect([(await page(company))?.used, await namesOf(company)]).toEqual([2 * MIB, ['Tarjous.pdf']]);
  });

  it.each([
    [0, 'empty'],
    [-1, 'empty'],
    [1, 'begun'],
    [10 * MIB, 'begun'],
    [10 * MIB + 1, 'too_large'],
    [2 * 1024 * MIB, 'too_large'],
    [Number.MAX_SAFE_INTEGER, 'too_large'],
  ])('of %i bytes: %s', async (size, outcome) => {
    expect((await begin(db.pool, await newCompany(db.pool), { size })).outcome).toBe(outcome);
  });

  it('ends at 200 MiB a company: what fits to the byte is taken, one byte more is not, and what is removed gives its room back', async () => {
    const company = await newCompany(db.pool);
    const files = [];
    for (let n = 0; n < 20; n++) files.push(await begin(db.pool, company, { size: 10 * MIB }));
    expect(files.map(({ outcome }) => outcome)).toEqual(Array(20).fill('begun'));
    expect((await begin(db.pool, company, { size: 1 })).outcome).toBe('no_room');
    await call(db.pool, 'drop_document', { p_object: files[0]?.object as string });
    expect((await begin(db.pool, company, { size: 10 * MIB })).outcome).toBe('begun');
    // Another company has its own.
    expect((await begin(db.pool, await newCompany(db.pool))).outcome).toBe('begun');
  });

  it('two at once that fit alone and not together: one is told that there is no room', async () => {
    const company = await newCompany(db.pool);
    for (let n = 0; n < 19; n++) await begin(db.pool, company, { size: 10 * MIB });
    const lock = { sql: 'select from app.companies where id = $1 for no key update', values: [company.id] };
    const send = () => begin(db.pool, company, { size: 6 * MIB });
    const outcomes = (await atOnce(db.pool, lock, [send, send, send])).map(({ outcome }) => outcome);
    expect(outcomes.sort()).toEqual(['begun', 'no_room', 'no_room']);
  });

  it('ends at 200 files', async () => {
    const company = await newCompany(db.pool);
    await db.pool.query(
      `insert into app.documents (company_id, name, size, added_by) select $1, 'x', 1, 'a@b.example' from generate_series(1, 200)`,
      [company.id],
    );
    expect((await begin(db.pool, company)).outcome).toBe('too_many');
  });

  it('what broke off gives it back after half an hour, to the next upload and by the clock', async () => {
    const company = await newCompany(db.pool);
    const [first, second] = [await begin(db.pool, company), await begin(db.pool, company)];
    await letPass(db.pool, '31 minutes');
    expect((await page(company))?.used).toBe(0);
    await begin(db.pool, company);
    expect([await queued(first.object), await queued(second.object)]).toEqual([1, 1]);
    const other = await begin(db.pool, await newCompany(db.pool));
    await letPass(db.pool, '31 minutes');
    expect(await due()).toContain(other.object);
    expect(await keepDocument(db.pool, other.object)).toBe('gone');
  });

  it('cannot be passed by an insert that a colleague types', async () => {
    const { id } = await newCompany(db.pool);
    const insert = (size: number, name = 'x', count = 1) =>
      db.pool.query(
        `insert into app.documents (company_id, name, size, added_by) select $1, $2, $3, 'a@b.example' from generate_series(1, $4::integer)`,
        [id, name, size, count],
      );
    await expect(insert(10 * MIB, 'x', 21)).rejects.toMatchObject({ code: 'DROOM' });
    await expect(insert(1, 'x', 201)).rejects.toMatchObject({ code: 'DMANY' });
    await expect(insert(10 * MIB + 1)).rejects.toMatchObject({ code: '23514' });
    await expect(insert(0)).rejects.toMatchObject({ code: '23514' });
  });
});

describe('a name', () => {
  it.each([
    '../../etc/passwd',
    '..\\tarjous.pdf',
    'a/b.pdf',
    'C:tarjous.pdf',
    'tarjous\r\nset-cookie: a=b.pdf',
    'tarjous"; filename="x.exe',
    'gpj.\u202eexe',
    'ta\u200brjous.pdf',
    '\ufefftarjous.pdf',
    '.htaccess',
    ' tarjous.pdf',
    'tarjous.pdf.',
    '',
    'x'.repeat(201),
  ])('%j is refused', async (name) => {
    const company = await newCompany(db.pool);
    await expect(begin(db.pool, company, { name })).rejects.toMatchObject({ code: '23514' });
  });

  it.each(['Tarjous, 2. versio (lopullinen).pdf', 'Työsopimus_ÅÄÖ.pdf', '报价单.pdf', 'x'.repeat(200)])(
    '%j is taken',
    async (name) => {
      expect((await begin(db.pool, await newCompany(db.pool), { name })).outcome).toBe('begun');
    },
  );

  it('of what is kept ends as what it is', async () => {
    const { object } = await begin(db.pool, await newCompany(db.pool));
    const args = { p_object: object, p_format: 'pdf' as const, p_size: 1, p_sha256: randomBytes(32).toString('hex') };
    for (const p_name of ['tarjous.exe', 'tarjous', '.pdf', 'tarjous.pdf.docx'])
      await expect(call(db.pool, 'keep_document', { ...args, p_name })).rejects.toMatchObject({ code: '23514' });
    expect(await call(db.pool, 'keep_document', { ...args, p_name: 'tarjous.exe.PDF' })).toBe('kept');
  });
});

describe('what is kept', () => {
  it('is on the log of the company, by whom and when, and is not rewritten', async () => {
    const company = await newCompany(db.pool);
    const { id, object } = await newDocument(db.pool, company);
    expect(await eventsOf(company)).toEqual([`document_added ${company.owner.email} Tarjous.pdf`]);
    expect(await keepDocument(db.pool, object)).toBe('gone');
    for (const change of [
      "name = 'Muu.pdf'",
      'size = 5',
      'object_id = gen_random_uuid()',
      "state = 'pending', format = null, sha256 = null",
    ])
      await expect(db.pool.query(`update app.documents set ${change} where id = $1`, [id])).rejects.toMatchObject({
        code: 'DKEPT',
      });
  });

  it('the same file under the same name, sent twice, is one; under another name it is another', async () => {
    const company = await newCompany(db.pool);
    const sha256 = randomBytes(32);
    const send = async (name: string) =>
      keepDocument(db.pool, (await begin(db.pool, company)).object, name, 10, sha256);
    expect([await send('A.pdf'), await send('A.pdf'), await send('B.pdf')]).toEqual(['kept', 'already_there', 'kept']);
    expect((await namesOf(company))?.sort()).toEqual(['A.pdf', 'B.pdf']);
    const [one, two] = [await begin(db.pool, company), await begin(db.pool, company)];
    const lock = { sql: 'select from app.companies where id = $1 for no key update', values: [company.id] };
    const keep = (object: string) => () => keepDocument(db.pool, object, 'C.pdf', 10, sha256);
    expect((await atOnce(db.pool, lock, [keep(one.object), keep(two.object)])).sort()).toEqual([
      'already_there',
      'kept',
    ]);
  });

  it('comes from who belongs to the company still, and a file on its way is seen by who sends it alone', async () => {
    const company = await newCompany(db.pool);
    const colleague = await newColleague(db.pool, company, newAddress());
    const { id, object } = await begin(db.pool, company, { by: colleague });
    const pending = (person: Claims) => call(db.pool, 'workspace_pending_document', { p_document: id }, person);
    expect(await pending(colleague)).toMatchObject([{ object_id: object }]);
    expect(await pending(company.owner)).toEqual([]);
    expect(await open(id, colleague)).toEqual([]);
    const ended = { p_company: company.id, p_email: colleague.email, p_links: [] };
    await call(db.pool, 'workspace_end_membership', ended, company.owner);
    expect(await pending(colleague)).toEqual([]);
    expect(await keepDocument(db.pool, object)).toBe('gone');
    expect((await begin(db.pool, company, { by: colleague })).outcome).toBe('gone');
  });
});

describe('who reads it', () => {
  it('the company, and an adviser as long as a consent names documents: nobody else, whatever the id', async () => {
    const company = await newCompany(db.pool);
    const { id, object } = await newDocument(db.pool, company);
    const shared = await newConsent(db.pool, company, { parts: ['documents'] });
    const others = [
      (await newCompany(db.pool)).owner,
      (await newConsent(db.pool, company, { parts: ['profile', 'needs', 'messages'] })).adviser,
      await signIn(db.pool, MAIJA),
    ];
    expect(await open(id, company.owner)).toMatchObject([{ object_id: object, name: 'Tarjous.pdf', format: 'pdf' }]);
    expect(await open(id, shared.adviser)).toMatchObject([{ object_id: object }]);
    for (const person of others) expect(await open(id, person)).toEqual(await open(randomUUID(), person));
    await withdraw(db.pool, shared);
    expect(await open(id, shared.adviser)).toEqual([]);
  });

  it('an adviser gets the list by the consent that names documents, until its end', async () => {
    const company = await newCompany(db.pool);
    await newDocument(db.pool, company);
    await begin(db.pool, company);
    const shared = await newConsent(db.pool, company, { parts: ['documents'] });
    const without = await newConsent(db.pool, company, { parts: ['profile'] });
    const list = async ({ id, adviser }: typeof shared) => {
      const [row] = await call(db.pool, 'workspace_shared_with_me', { p_consent: id }, adviser);
      return (row?.seen as { documents: Record<string, unknown>[] | null } | null | undefined)?.documents;
    };
    const [document, ...others] = (await list(shared)) ?? [];
    expect([document?.name, others, 'added_by' in (document ?? {})]).toEqual(['Tarjous.pdf', [], false]);
    const preview = { p_company: company.id, p_email: newAddress(), p_parts: ['documents' as const], p_references: [] };
    const [seen] = await call(db.pool, 'workspace_preview_share', preview, company.owner);
    expect(seen?.seen).toMatchObject({ documents: [document] });
    expect(await list(without)).toBeNull();
    expect(await list({ ...shared, adviser: without.adviser })).toBeUndefined();
    const { rows } = await db.pool.query(`select from app.looks where company_id = $1 and part = 'document'`, [
      company.id,
    ]);
    expect(rows).toHaveLength(1);
    await endDaysAgo(db.pool, shared, 1);
    expect(await list(shared)).toBeUndefined();
  });

  it('a look of the adviser is on the company’s list, once an hour; of the company itself there is none', async () => {
    const company = await newCompany(db.pool);
    const { id } = await newDocument(db.pool, company);
    const { adviser, id: consent } = await newConsent(db.pool, company, { parts: ['documents'] });
    const looks = async () =>
      (await call(db.pool, 'workspace_looks', { p_company: company.id, p_page: 1 }, company.owner))[0]?.looks;
    await open(id, company.owner);
    await open(id, adviser, false);
    expect(await looks()).toEqual([]);
    await open(id, adviser);
    await open(id, adviser);
    const look = {
      part: 'document',
      way: 'workspace',
      person_email: adviser.email,
      organisation: 'Neuvontatalo',
      document: 'Tarjous.pdf',
      of_document: true,
    };
    expect(await looks()).toMatchObject([look]);
    // Another one is another look; the list of them is one without a name; a removed one has no name any more.
    const other = await begin(db.pool, company, { name: 'Sopimus.pdf' });
    await keepDocument(db.pool, other.object, 'Sopimus.pdf');
    await open(other.id, adviser);
    await call(db.pool, 'workspace_shared_with_me', { p_consent: consent }, adviser);
    expect(await looks()).toMatchObject([
      { part: 'document', document: null, of_document: false },
      { ...look, document: 'Sopimus.pdf' },
      look,
    ]);
    await remove(id, company.owner);
    expect(await looks()).toMatchObject([{}, {}, { part: 'document', document: null, of_document: true }]);
    const [seen] = await call(db.pool, 'workspace_consent', { p_consent: consent }, company.owner);
    expect(seen?.looks).toEqual(await looks());
    const used = 'select from app.consents where grantee_email = $1 and first_used_at is not null';
    expect((await db.pool.query(used, [adviser.email])).rowCount).toBe(1);
  });
});

describe('removing', () => {
  it('is for whoever added it and for owners; once, on the log, and for another company’s the same as for none', async () => {
    const company = await newCompany(db.pool);
    const [one, two] = [
      await newColleague(db.pool, company, newAddress()),
      await newColleague(db.pool, company, newAddress()),
    ];
    const [first, second] = [await newDocument(db.pool, company, one), await newDocument(db.pool, company, one)];
    const stranger = (await newCompany(db.pool)).owner;
    expect(await remove(first.id, stranger)).toBe(await remove(randomUUID(), stranger));
    expect(await remove(first.id, two)).toBe('not_yours');
    expect(await remove(first.id, one)).toBe('removed');
    expect(await remove(second.id, company.owner)).toBe('removed');
    expect(await remove(second.id, company.owner)).toBe('gone');
    expect(await namesOf(company)).toEqual([]);
    expect((await eventsOf(company)).slice(2)).toEqual([
      `document_removed ${one.email} Tarjous.pdf`,
      `document_removed ${company.owner.email} Tarjous.pdf`,
    ]);
    expect([await queued(first.object), await queued(second.object)]).toEqual([1, 1]);
  });
});

describe('bytes follow their row', () => {
  it('when a colleague deletes it, and when the company is erased; never without', async () => {
    const company = await newCompany(db.pool);
    const [first, second] = [await newDocument(db.pool, company), await newDocument(db.pool, company)];
    const pending = await begin(db.pool, company);
    await db.pool.query('delete from app.documents where id = $1', [first.id]);
    await call(db.pool, 'withdraw_need', { p_token_hash: company.need.company.see_need });
    await db.pool.query('select app.erase_company($1)', [company.id]);
    const objects = await due();
    expect(objects).toEqual(expect.arrayContaining([first.object, second.object, pending.object]));
    await expect(db.pool.query('truncate app.documents')).rejects.toMatchObject({ code: 'DTRNC' });
  });

  it('are asked for until they are erased, and once more when no address for sending is alive any longer', async () => {
    const { object } = await newDocument(db.pool, await newCompany(db.pool));
    await db.pool.query('delete from app.documents where object_id = $1', [object]);
    expect(await due()).toContain(object);
    expect(await due()).toContain(object);
    await erased(object);
    await erased(object);
    expect(await due()).not.toContain(object);
    await letPass(db.pool, '3 hours');
    expect(await due()).toContain(object);
    await erased(object);
    expect(await queued(object)).toBe(0);
  });

  it('of an old document are erased once', async () => {
    const { object } = await newDocument(db.pool, await newCompany(db.pool));
    await letPass(db.pool, '1 day');
    await db.pool.query('delete from app.documents where object_id = $1', [object]);
    await erased(object);
    expect(await queued(object)).toBe(0);
  });
});
