// Lengths and counts stand in the forms' domain and in SQL: tried on both sides with the same values.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announcedName, documentName } from '#domain/documents/document-name.ts';
import { readAnswers } from '#domain/forms/answer-survey.ts';
import { beginDocumentSchema } from '#domain/forms/begin-document.ts';
import { messageSchema } from '#domain/forms/message.ts';
import { referNeedSchema } from '#domain/forms/refer-need.ts';
import { type NeedField, needFaults, needValues } from '#domain/forms/send-need-checks.ts';
import { type ShareField, shareFaults, shareValues } from '#domain/forms/share.ts';
import { countCharacters, LIMITS } from '#domain/limits.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { type Args, call } from '../support/sql-call.ts';
import { shareArgs } from '../support/sql-consents.ts';
import { signIn } from '../support/sql-desk.ts';
import { begin, keepDocument } from '../support/sql-documents.ts';
import { linkPool } from '../support/sql-links.ts';
import { expert, MAIJA, needArgs, newNeed, type TestNeed } from '../support/sql-needs.ts';
import { answered, inviteTo, keepVersion } from '../support/sql-surveys.ts';
import { sqlTakes } from '../support/sql-takes.ts';
import { newCompany } from '../support/sql-workspace.ts';

let db: TestDatabase;
let need: TestNeed;
beforeAll(async () => {
  db = await testDatabase();
  need = await newNeed(db.pool);
});
afterAll(() => db.close());

const sqlTakesNeed = (changes: Partial<Args<'send_need'>>) => sqlTakes(call(db.pool, 'send_need', needArgs(changes)));
const formTakesNeed = (field: NeedField, values: Record<string, unknown>): boolean =>
  Object.keys(needFaults(needValues(values), [field])).length === 0;

// A letter of one byte, one of two, an emoji of two UTF-16 units, and one that a person sees as one and both sides count as two.
const LETTERS = { x: 1, ä: 1, '😀': 1, 'a\u0308': 2 };
/** Texts just within and just beyond both ends, of each kind of letter: [what it is, text, whether it is good]. */
function textsAround({ min = 1, max }: { min?: number; max: number }): [string, string, boolean][] {
  return Object.entries(LETTERS).flatMap(([letter, characters]) =>
    [min - 1, min, max, max + 1].map((count): [string, string, boolean] => {
      const text = letter.repeat(Math.ceil(count / characters));
      const length = countCharacters(text);
      return [`${length} characters of ${letter}`, text, length >= min && length <= max];
    }),
  );
}

describe.each([
  ['description', 'p_description', LIMITS.description],
  ['contact_name', 'p_contact_name', LIMITS.contactName],
  ['notice_version', 'p_notice_version', LIMITS.noticeVersion],
] as const)('%s', (field, argument, limit) => {
  it.each(textsAround(limit))('of %s', async (_, text, good) => {
    expect(formTakesNeed(field, { [field]: text })).toBe(good);
    expect(await sqlTakesNeed({ [argument]: text })).toBe(good);
  });
});

describe('company_name, which may be absent', () => {
  it.each(textsAround(LIMITS.companyName).filter(([, text]) => text))('of %s', async (_, text, good) => {
    expect(formTakesNeed('company_name', { company_name: text })).toBe(good);
    expect(await sqlTakesNeed({ p_company_name: text })).toBe(good);
  });
});

it.each([
  [LIMITS.email.max, true],
  [LIMITS.email.max + 1, false],
])('contact_email of %i characters', async (length, good) => {
  const domain = `@${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.example`;
  const p_contact_email = `${'x'.repeat(length - domain.length)}${domain}`;
  expect(formTakesNeed('contact_email', { contact_email: p_contact_email })).toBe(good);
  expect(await sqlTakesNeed({ p_contact_email })).toBe(good);
});

it.each([
  [LIMITS.phone.min - 1, false],
  [LIMITS.phone.min, true],
  [LIMITS.phone.max, true],
  [LIMITS.phone.max + 1, false],
])('contact_phone of %i digits', async (length, good) => {
  const p_contact_phone = '4'.repeat(length);
  expect(formTakesNeed('contact_phone', { contact_phone: p_contact_phone })).toBe(good);
  expect(await sqlTakesNeed({ p_contact_phone })).toBe(good);
});

it.each([
  [0, true],
  [LIMITS.services.max, true],
  [LIMITS.services.max + 1, false],
])('%i services', async (count, good) => {
  const p_services = Array.from({ length: count }, (_, n) => `palvelu-${n}`);
  expect(formTakesNeed('services', { services: p_services })).toBe(good);
  expect(await sqlTakesNeed({ p_services })).toBe(good);
});

describe('an idempotency key', () => {
  it.each(textsAround(LIMITS.idempotencyKey).filter(([name]) => name.endsWith('x')))('of %s', async (_, key, good) => {
    expect(await sqlTakesNeed({ p_idempotency_key: key })).toBe(good);
  });
});

describe('a message', () => {
  it.each(textsAround(LIMITS.message))('of %s', async (_, text, good) => {
    expect(messageSchema('reply').safeParse({ reply: text }).success).toBe(good);
    const sent = call(db.pool, 'answer_need', { p_token_hash: need.maija.answer_need, p_body: text });
    expect(await sqlTakes(sent)).toBe(good);
  });
});

describe('a document', () => {
  const { document, documentName: name } = LIMITS;

  it.each([document.min - 1, document.min, document.max, document.max + 1])('of %i bytes', async (size) => {
    const good = size >= document.min && size <= document.max;
    const company = await newCompany(db.pool);
    const form = beginDocumentSchema.safeParse({ company: company.id, name: 'a.pdf', size });
    expect([form.success, (await begin(db.pool, company, { size })).outcome === 'begun']).toEqual([good, good]);
  });

  it('the longest name that the form makes is one that SQL takes', async () => {
    const company = await newCompany(db.pool);
    const announced = announcedName('😀'.repeat(name.max + 1), 'x');
    const { outcome, object } = await begin(db.pool, company, { name: announced });
    const longest = documentName('😀'.repeat(name.max + 1), 'pdf', 'x');
    expect([outcome, countCharacters(longest)]).toEqual(['begun', name.max]);
    expect(await keepDocument(db.pool, object, longest)).toBe('kept');
    expect(await sqlTakes(begin(db.pool, company, { name: 'x'.repeat(name.max + 1) }))).toBe(false);
  });
});

describe.each([
  ['purpose', 'p_purpose', LIMITS.purpose],
  ['organisation', 'p_organisation', LIMITS.organisation],
  ['name', 'p_name', LIMITS.granteeName],
] as const)('the %s of a consent', (field: ShareField, argument, limit) => {
  // A name may be absent, and then comes to SQL as none.
  const texts = textsAround(limit).filter(([, text]) => field !== 'name' || text);

  it.each(texts)('of %s', async (_, text, good) => {
    expect(field in shareFaults(shareValues({ [field]: text }))).toBe(!good);
    // One of its own: a company shares ten times in a day.
    const company = await newCompany(db.pool);
    const shared = call(db.pool, 'workspace_share', shareArgs(company, { [argument]: text }), company.owner);
    expect(await sqlTakes(shared)).toBe(good);
  });
});

describe('an internal note', () => {
  it.each(textsAround(LIMITS.message))('of %s', async (_, text, good) => {
    expect(messageSchema('internal_note').safeParse({ internal_note: text }).success).toBe(good);
    const maija = await signIn(db.pool, MAIJA);
    const args = { p_reference: need.reference, p_seen: 1_000_000, p_links: linkPool(6), p_body: text };
    expect(await sqlTakes(call(db.pool, 'desk_write_note', args, maija))).toBe(good);
  });
});

describe('the note of a hand-over, which may be absent', () => {
  it.each(textsAround(LIMITS.handOverNote).filter(([, text]) => text))('of %s', async (_, p_note, good) => {
    const asked = call(db.pool, 'hand_over_need', {
      p_token_hash: need.maija.hand_over_need,
      p_people: [expert(`${linkPool(1)[0]?.id}@opisto.example`)],
      p_note,
      p_links: linkPool(5),
    });
    expect(await sqlTakes(asked)).toBe(good);
  });
});

describe('a referral', () => {
  const referred = async (p_to: string, p_contact: string, p_body: string) => {
    const { reference } = await newNeed(db.pool);
    const args = { p_reference: reference, p_seen: 1_000_000, p_links: linkPool(6), p_to, p_contact, p_body };
    return sqlTakes(call(db.pool, 'desk_refer_need', args, await signIn(db.pool, MAIJA)));
  };
  const formTakes = (refer_to: string, refer_contact: string, referral: string) =>
    referNeedSchema.safeParse({ refer_to, refer_contact, referral }).success;
  const { referredTo, referral } = LIMITS;

  it.each(textsAround(referredTo))('to somebody whose name has %s', async (_, text, good) => {
    expect([formTakes(text, '09 123', 'Hei'), await referred(text, '09 123', 'Hei')]).toEqual([good, good]);
  });

  it.each(textsAround(referredTo))('whose contact has %s', async (_, text, good) => {
    expect([formTakes('Ville', text, 'Hei'), await referred('Ville', text, 'Hei')]).toEqual([good, good]);
  });

  it('the longest that the form takes is a message that SQL takes', async () => {
    const longest = [referredTo, referredTo, referral].map(({ max }) => '😀'.repeat(max)) as [string, string, string];
    expect([formTakes(...longest), await referred(...longest)]).toEqual([true, true]);
    expect(formTakes('Ville', '09 123', 'x'.repeat(referral.max + 1))).toBe(false);
  });
});

it.each(textsAround(LIMITS.surveyText))('a written answer to a survey of %s', async (_, text, good) => {
  const invitation = await inviteTo(db.pool, await newNeed(db.pool), await keepVersion(db.pool));
  const read = readAnswers([{ key: 'words', kind: 'text' } as never], { t_words: text });
  expect('answers' in read && read.answers.length === 1).toBe(good);
  expect(await sqlTakes(answered(db.pool, invitation, '2026-03-02', [{ question: 'words', body: text }]))).toBe(good);
});
