// Shapes of what the need form takes stand in its checks and in SQL: tried on both sides with the same values.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { normaliseBusinessId } from '#domain/business-id.ts';
import { type NeedField, needFaults, needValues } from '#domain/forms/send-need-checks.ts';
import { normaliseReference } from '#domain/reference.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { type Args, call } from '../support/sql-call.ts';
import { needArgs } from '../support/sql-needs.ts';
import { sqlTakes } from '../support/sql-takes.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const sqlTakesNeed = (changes: Partial<Args<'send_need'>>) => sqlTakes(call(db.pool, 'send_need', needArgs(changes)));
const formTakesNeed = (field: NeedField, values: Record<string, unknown>): boolean =>
  Object.keys(needFaults(needValues(values), [field])).length === 0;

it('contact_email in capitals is put into small letters, which is how SQL wants it', async () => {
  const { contact_email } = needValues({ contact_email: ' Yritys@Firma.Example ' });
  expect(await sqlTakesNeed({ p_contact_email: contact_email })).toBe(true);
  expect(await sqlTakesNeed({ p_contact_email: 'Yritys@Firma.Example' })).toBe(false);
});

it.each(['phone', 'email', 'meeting'] as const)('no phone and contact by %s', async (p_contact_by) => {
  const good = p_contact_by !== 'phone';
  expect(formTakesNeed('contact_phone', { contact_by: p_contact_by })).toBe(good);
  expect(await sqlTakesNeed({ p_contact_by, p_contact_phone: null })).toBe(good);
});

it.each(['0201256-6', '02012566', 'FI02012566', '201256-6', ' 0201256 – 6 '])(
  'a business ID written as "%s" is stored as SQL wants it',
  async (written) => {
    expect(formTakesNeed('business_id', { business_id: written })).toBe(true);
    expect(await sqlTakesNeed({ p_business_id: normaliseBusinessId(written) })).toBe(true);
  },
);

it.each([
  ['neither business ID nor founder', '', false],
  ['a founder', 'yes', true],
])('%s', async (_, no_business_id, good) => {
  expect(formTakesNeed('business_id', { business_id: '', no_business_id })).toBe(good);
  expect(await sqlTakesNeed({ p_business_id: null, p_founder: no_business_id === 'yes' })).toBe(good);
});

it('a reference holds the same letters on both sides', async () => {
  for (const letter of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZÅ') {
    const reference = `${letter.repeat(4)}-${letter.repeat(4)}`;
    expect([letter, await sqlTakesNeed({ p_reference: reference })]).toEqual([
      letter,
      normaliseReference(reference) === reference,
    ]);
  }
});
