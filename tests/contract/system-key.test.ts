// The system's key passes row-level security by, so what runs under it is a short list with reasons, and nothing of it is sorted out afterwards.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { FUNCTIONS } from '../support/matrix/functions.ts';

const ROOT = join(import.meta.dirname, '../../functions');

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('_local'))
  .map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }));
const underSystem = files.filter(({ file, text }) => text.includes('asSystem()') && file !== '_lib/db.ts');

const reasonFor = (name: string): string | undefined => {
  const line = FUNCTIONS[name as keyof typeof FUNCTIONS];
  return line && 'system' in line ? line.system : undefined;
};
const calledIn = (text: string): string[] => [...text.matchAll(/\brpc\('(\w+)'/g)].map(([, name]) => name as string);

it('whatever the system calls has its reason in the matrix of rights', () => {
  const without = underSystem.flatMap(({ file, text }) =>
    // A file that acts as a person too names that person's functions: they are not the system's.
    calledIn(text)
      .filter((name) => !/^(desk|workspace)(_|$)/.test(name) && !reasonFor(name))
      .map((name) => `${file} calls ${name}`),
  );
  expect(without).toEqual([]);
});

it('what is for people at the desk or in the workspace never runs under it', () => {
  const names = Object.keys(FUNCTIONS).filter((name) => /^(desk|workspace)(_|$)/.test(name));
  expect(names.filter(reasonFor)).toEqual([]);
  const behindDoors = underSystem.map(({ file }) => file).filter((file) => /^_lib\/(desk|workspace)\//.test(file));
  // Who is a coordinator comes from the settings, before anybody is at the desk.
  expect(behindDoors).toEqual(['_lib/desk/keep-coordinators.ts']);
});

/** The names under which a file holds what the system answered. */
const answersIn = (text: string): string[] =>
  [...text.matchAll(/const (\w+|[[{][^=]*[\]}]) = (?:\()?await asSystem\(\)/g)].flatMap(
    ([, held = '']) => held.match(/\w+/g) ?? [],
  );

it('no answer under it is sorted out in TypeScript: SQL gives what is asked for and no more', () => {
  const sorted = underSystem.filter(({ text }) =>
    answersIn(text).some((name) => new RegExp(`\\b${name}\\s*\\.(filter|find|findLast)\\(`).test(text)),
  );
  // Published counts, of which services that the map no longer holds are left out; a person's own sealed answers, which the
  // database gave by keys that come from the token of the link, matched to their questions.
  expect(sorted.map(({ file }) => file)).toEqual(['_lib/promise-figures.ts', '_lib/surveys/open-survey.ts']);
});

it('behind a letter the link is asked for in SQL, by its hash', async () => {
  const ofLinks = Object.keys(FUNCTIONS).filter((name) => reasonFor(name)?.startsWith('behind a letter'));
  const { rows } = await db.pool.query<{ name: string; asks: boolean }>(
    `select p.proname as name,
       'p_token_hash' = any (p.proargnames) and p.prosrc ~ 'app\\.(living_link|actor_of_link|invitation_behind)\\(p_token_hash|link_of_task\\(p_token_hash' as asks
     from pg_proc p where p.pronamespace = 'api'::regnamespace and p.proname = any ($1)`,
    [ofLinks],
  );
  expect(rows).toHaveLength(ofLinks.length);
  expect(rows.filter(({ asks }) => !asks).map(({ name }) => name)).toEqual([]);
});
