// Reading by consent is one question a policy: it names the part, and behind it stand consent, grantee, end and withdrawal in one place each.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

/** What an adviser reads of a table, and by which part of a consent; the policies that ask for no part, with the reason. */
const PART_OF: Record<string, string> = {
  'app.messages': 'messages',
  'app.needs': 'needs',
  'app.profile_facts': 'profile',
  'app.documents': 'documents',
};
const WITHOUT_A_PART: Record<string, string> = {
  'app.companies.advisers_read': "whatever is shared, the company's name comes with it",
  'app.profile_facts.advisers_read_name': "whatever is shared, the company's name comes with it",
  'app.consents.advisers_read': 'the grantee is told of the consent itself, also when it has ended',
  'app.consent_needs.advisers_read': 'which needs a consent in force is about',
};

const policies = async () =>
  (
    await db.pool.query<{ name: string; table: string; asks: string }>(
      `select schemaname || '.' || tablename || '.' || policyname as name, schemaname || '.' || tablename as table, qual as asks
       from pg_policies where schemaname = 'app' and (policyname ~ '^advisers' or qual ~ 'consent|shared_with_me') order by 1`,
    )
  ).rows;
const sourceOf = async (name: string): Promise<string> =>
  (await db.pool.query<{ source: string }>(`select prosrc as source from pg_proc where oid = $1::regproc`, [name]))
    .rows[0]?.source ?? '';

it('every policy by consent asks for the part that its table is', async () => {
  const wrong = (await policies())
    .filter(({ name }) => !(name in WITHOUT_A_PART) && !/\.members_read$/.test(name))
    .filter(({ table, asks }) => {
      const part = PART_OF[table];
      const parts = [...asks.matchAll(/shared_with_me\('(\w+)'::api\.consent_part\)/g)].map(([, found]) => found);
      // One's own comments stand on the need, whose part is asked for.
      const due = /author_email/.test(asks) ? 'needs' : part;
      return parts.length !== 1 || parts[0] !== due;
    });
  expect(wrong.map(({ name, asks }) => `${name}: ${asks}`)).toEqual([]);
});

it('and those that ask for none are these', async () => {
  const names = (await policies()).map(({ name }) => name);
  expect(Object.keys(WITHOUT_A_PART).filter((name) => !names.includes(name))).toEqual([]);
});

describe.each(['app.companies_shared_with_me', 'app.needs_shared_with_me', 'app.consents_to_me'])('%s', (name) => {
  it('asks for the consents in force of whoever has the living session', async () => {
    const source = await sourceOf(name);
    expect(source).toContain('from app.consents c');
    expect(source).toContain('c.grantee_email = app.workspace_person()');
    expect(source).toContain('app.is_in_force(c)');
    if (name !== 'app.consents_to_me') expect(source).toContain('p_part = any (c.parts)');
  });
});

it('in force means: given, before its end, and not withdrawn; one function says so', async () => {
  const source = await sourceOf('app.is_in_force');
  for (const word of ['given_at', 'ends_at', 'withdrawn_at is null']) expect(source).toContain(word);
});
