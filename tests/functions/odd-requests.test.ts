// Whatever stands in a query or a field, an answer is one that was meant: never a fault of ours.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ENDPOINTS } from '../support/call-function.ts';
import { makeWorld, type World } from '../support/matrix/world.ts';
import { ACTS, SLOTS, type Slot } from '../support/others-ids.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { LIST } from '../support/sql-desk.ts';

let portal: Portal;
let world: World;
beforeAll(async () => {
  portal = await startPortal();
  world = await makeWorld(portal.db);
  process.env.COORDINATOR_EMAILS = LIST.map(({ email }) => email).join(', ');
});
afterAll(() => portal.close());

const cookie = () => `__Host-workspace=${world.tokens.owner}~none; __Host-desk=${world.tokens.handling}~none`;

/** What Postgres refuses, what is a name of every object and no date, and what is far too long. */
const ODD = ['a\u0000\ud800', '__proto__', 'a'.repeat(3000)];

/** An address of the function with something real in each place. */
function addressOf(path: string): string {
  const ids: Record<string, string> = {
    reference: world.need.reference,
    consent: world.consent,
    document: world.document,
    file: path.includes('reports') ? 'months.csv' : 'load.csv',
  };
  return path.replaceAll(/:(\w+)/g, (_, name) => ids[name] ?? 'x');
}

/** The names that a page asks its query for, written down as it asks. */
async function askedBy(path: string): Promise<string[]> {
  const asked = new Set<string>();
  const { get, getAll } = URLSearchParams.prototype;
  Object.assign(URLSearchParams.prototype, {
    get(this: URLSearchParams, name: string) {
      asked.add(name);
      return get.call(this, name);
    },
    getAll(this: URLSearchParams, name: string) {
      asked.add(name);
      return getAll.call(this, name);
    },
  });
  try {
    await portal.get(path, { headers: { cookie: cookie() } });
  } finally {
    Object.assign(URLSearchParams.prototype, { get, getAll });
  }
  return [...asked];
}

const PATHS = Object.values(ENDPOINTS)
  .map(({ config }) => ('path' in config ? ([config.path ?? []].flat()[0] ?? '') : ''))
  // A document's bytes lie in Storage, and it asks for nothing.
  .filter((path) => path && !path.includes(':document'));

it.each(PATHS)('in the query of %s, in each name that it asks for', async (path) => {
  const address = addressOf(path);
  const names = await askedBy(address);
  const queries = ODD.map((odd) => names.map((name): [string, string] => [name, odd]));
  const months = [
    ['2027-01', '2026-01'],
    ['0001-01', '9999-12'],
  ] as const;
  if (names.includes('from'))
    queries.push(
      ...months.map(([from, to]): [string, string][] => [
        ['from', from],
        ['to', to],
      ]),
    );
  for (const query of names.length > 0 ? queries : []) {
    const answer = await portal.get(`${address}?${new URLSearchParams(query)}`, { headers: { cookie: cookie() } });
    expect([query, answer.status < 500]).toEqual([query, true]);
    // A query sends nobody anywhere else.
    expect(answer.headers.get('location') ?? '/').toMatch(/^\/(?![/\\])/);
  }
});

const fill = (text: string) => text.replaceAll(/:(\w+)/g, (_, slot) => SLOTS[slot as Slot]?.theirs(world) ?? '');

it.each(Object.entries(ACTS))('in each field of %s', async (_name, { path, fields, as }) => {
  const filled = Object.entries(fields).map(([name, value]): [string, string] => [name, fill(String(value))]);
  for (const [odd] of filled.filter(([name]) => name !== 'act')) {
    for (const value of ODD) {
      const pairs = filled.map(([name, one]): [string, string] => [name, name === odd ? value : one]);
      const headers = { cookie: cookie() };
      const answer =
        as === 'json'
          ? await portal.postJson(fill(path), Object.fromEntries(pairs), { headers })
          : await portal.postForm(fill(path), pairs, { headers });
      expect([odd, value.slice(0, 10), answer.status < 500]).toEqual([odd, value.slice(0, 10), true]);
    }
  }
});
