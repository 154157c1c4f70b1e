// An id of another company's in any act or query is answered as one that nobody has, and nothing is done, read or written.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENDPOINTS } from '../support/call-function.ts';
import { PDF } from '../support/made-documents.ts';
import { type Mark, marksIn } from '../support/matrix/marks.ts';
import { keepTheWorld } from '../support/matrix/try-cell.ts';
import { makeWorld, type World } from '../support/matrix/world.ts';
import { ACTS, type Act, QUERIES, REGISTRIES, SLOTS, type Slot, slotsOf, WITHOUT_IDS } from '../support/others-ids.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { LIST } from '../support/sql-desk.ts';

/** To whom none of the company's things may be shown, whatever she asks for; and the mark that is her own. */
const ATTACKERS = {
  other_company: undefined,
  former_member: undefined,
  adviser_profile: 'name',
  claimant: 'claim',
} as const satisfies Partial<Record<keyof World['tokens'], Mark>>;
/** At the desk every coordinator reads every need: there it is about whoever is none, and what one has told of herself. */
const AT_DESK = { other_company: undefined, coordinator: undefined } as const;
type Attacker = keyof typeof ATTACKERS | keyof typeof AT_DESK;

let portal: Portal;
let world: World;
/** Of the attackers who have a company: a need of it. */
const ownNeeds = new Map<string, string>();
beforeAll(async () => {
  portal = await startPortal();
  world = await makeWorld(portal.db);
  const needs = await portal.rows<{ id: string; reference: string }>(
    'select company_id as id, reference from app.needs where company_id is not null',
  );
  for (const { id, reference } of needs) ownNeeds.set(id, reference);
  await portal.rows('delete from app.outbox');
  // The desk notes who its coordinators are.
  process.env.COORDINATOR_EMAILS = LIST.map(({ email }) => email).join(', ');
  await portal.get('/desk', { headers: { cookie: cookieOf('coordinator', '/desk') } });
  const tables = await portal.rows<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')`,
  );
  // Whoever writes anything from here on is answered with a fault, which no answer to an id that nobody has is.
  await keepTheWorld(
    portal.db,
    tables.map(({ name }) => name),
  );
});
afterAll(() => portal.close());

const patternOf = (path: string) => path.replaceAll(/:\w+/g, ':id').replace(/\/$/, '');
const pathsOf = (endpoint: object): string[] =>
  'path' in endpoint ? [(endpoint as { path: string | string[] }).path].flat() : [];
const behindDoors = Object.values(ENDPOINTS)
  .flatMap(({ config }) => pathsOf(config))
  .filter((path) => /^\/(workspace|desk)/.test(path));

describe('what the code has and the data has not', () => {
  it('no address behind a door that takes a post is without an act', async () => {
    const without: string[] = [];
    const known = Object.values(ACTS).map(({ path }) => patternOf(path));
    for (const path of behindDoors) {
      const answer = await portal.request(path.replaceAll(/:\w+/g, 'x'), { method: 'PUT' });
      const takes = answer.headers.get('allow')?.includes('POST');
      if (takes && !known.includes(patternOf(path)) && !WITHOUT_IDS.some((end) => path.endsWith(end)))
        without.push(`Say in tests/support/others-ids.ts which ids a post to ${path} takes`);
    }
    // At a list of what is shared nothing is posted; the address of one of it is another.
    expect(without).toEqual(['Say in tests/support/others-ids.ts which ids a post to /workspace/shared takes']);
  });

  it('no registered act is without its line', () => {
    const due = Object.entries(REGISTRIES).flatMap(([path, acts]) => acts.map((act) => `${path} ${act}`));
    expect(due.filter((name) => !(name in ACTS))).toEqual([]);
  });
});

type Ids = Partial<Record<Slot, string>>;
const fill = (text: string, ids: Ids): string => text.replaceAll(/:(\w+)/g, (all, slot) => ids[slot as Slot] ?? all);

function cookieOf(attacker: Attacker, path: string, company?: string): string {
  const door = path.startsWith('/desk') ? 'desk' : 'workspace';
  const session = `__Host-${door}=${world.tokens[attacker]}~none`;
  return company ? `${session}; __Host-workspace-company=${company}` : session;
}

function send(attacker: Attacker, { path, fields, as }: Act, ids: Ids): Promise<Response> {
  const url = fill(path, ids);
  const filled = Object.entries(fields).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'string' ? fill(value, ids) : value,
  ]);
  const headers = { cookie: cookieOf(attacker, url, ids.company) };
  if (as === 'json') return portal.postJson(url, Object.fromEntries(filled), { headers });
  if (as !== 'file') return portal.postForm(url, filled as [string, string][], { headers });
  const form = new FormData();
  for (const [name, value] of filled) form.set(name, String(value));
  form.set('file', new File([new Uint8Array(PDF)], 'Tarjous.pdf'));
  return portal.request(url, { method: 'POST', body: form, headers });
}

/** Status, headers and body, the ids themselves apart. */
async function said(answer: Response, ids: Ids): Promise<string> {
  const headers = [...answer.headers].filter(([name]) => name !== 'date').sort();
  let text = JSON.stringify([answer.status, headers, await answer.text()]);
  for (const id of Object.values(ids)) text = text.replaceAll(id, 'ID').replaceAll(encodeURIComponent(id), 'ID');
  return text;
}

const looks = async () => (await portal.rows<{ count: string }>('select count(*) from app.looks'))[0]?.count;

/** The ids that are tried: all of the company's at once, and each alone among the attacker's own. */
function* tries(slots: readonly Slot[], attacker: Attacker): Generator<{ what: string; theirs: Ids; nobodys: Ids }> {
  const from = (side: 'theirs' | 'nobodys', names: readonly Slot[]): Ids =>
    Object.fromEntries(names.map((slot) => [slot, SLOTS[slot][side](world)]));
  yield { what: 'all', theirs: from('theirs', slots), nobodys: from('nobodys', slots) };
  const company = world.companies[attacker];
  const own: Ids = company ? { company, need: ownNeeds.get(company) as string } : {};
  for (const slot of slots) {
    const others = slots.filter((one) => one !== slot);
    if (others.length === 0 || others.some((one) => !own[one])) continue;
    const rest = Object.fromEntries(others.map((one) => [one, own[one] as string]));
    yield {
      what: slot,
      theirs: { ...rest, ...from('theirs', [slot]) },
      nobodys: { ...rest, ...from('nobodys', [slot]) },
    };
  }
}

/** What an attacker is told of the company's ids and not of nobody's. */
async function wrongAt(attacker: Attacker, act: Act, own?: Mark): Promise<string[]> {
  const wrong: string[] = [];
  for (const { what, theirs, nobodys } of tries(slotsOf(act), attacker)) {
    const before = await looks();
    const [one, other] = [
      await said(await send(attacker, act, theirs), theirs),
      await said(await send(attacker, act, nobodys), nobodys),
    ];
    if (one !== other) wrong.push(`${attacker} (${what}): ${one.slice(0, 300)} … and not ${other.slice(0, 300)}`);
    // Which of the company's addresses was asked for she wrote herself.
    const shown = marksIn(world.marks, one).filter((mark) => mark !== 'people' && mark !== own);
    if (shown.length > 0) wrong.push(`${attacker} (${what}) is shown ${shown}`);
    if ((await looks()) !== before) wrong.push(`${attacker} (${what}) leaves a look`);
  }
  return wrong;
}

describe.each(Object.entries(ACTS).filter(([, act]) => slotsOf(act).length > 0))('%s', (_name, act) => {
  it("says the same of another company's ids as of nobody's", async () => {
    const wrong: string[] = [];
    const isOfDesk = act.path.startsWith('/desk');
    for (const [attacker, own] of Object.entries(isOfDesk ? AT_DESK : ATTACKERS)) {
      if (attacker === 'coordinator' && !act.path.startsWith('/desk/absences')) continue;
      wrong.push(...(await wrongAt(attacker as Attacker, act, own)));
    }
    expect(wrong).toEqual([]);
  });
});

it('a company that somebody else’s browser has chosen, or an id in a query, opens none of its pages', async () => {
  const wrong: string[] = [];
  const pages = behindDoors.filter((path) => path.startsWith('/workspace') && !path.includes(':'));
  for (const path of [...pages, ...QUERIES]) {
    for (const attacker of Object.keys(ATTACKERS) as Attacker[]) {
      const slots: Slot[] = ['company', ...slotsOf({ path, fields: {} })];
      const [theirs, nobodys] = (['theirs', 'nobodys'] as const).map((side) =>
        Object.fromEntries([...new Set(slots)].map((slot) => [slot, SLOTS[slot][side](world)])),
      ) as [Ids, Ids];
      const get = (ids: Ids) =>
        portal.get(fill(path, ids), { headers: { cookie: cookieOf(attacker, path, ids.company) } });
      const answer = await get(theirs);
      if (answer.status === 405) continue;
      const [one, other] = [await said(answer, theirs), await said(await get(nobodys), nobodys)];
      if (one !== other) wrong.push(`${path} ${attacker}: ${one.slice(0, 300)} … and not ${other.slice(0, 300)}`);
    }
  }
  expect(wrong).toEqual([]);
});

it('a session of one door opens nothing at the other', async () => {
  const path = `/desk/needs/${world.free.reference}`;
  const opened = await portal.get(path, { headers: { cookie: cookieOf('other_company', path) } });
  expect([opened.status, opened.headers.get('location')]).toEqual([
    303,
    `/desk/sign-in?next=${encodeURIComponent(path)}`,
  ]);
  const atDesk = await portal.get(path, { headers: { cookie: cookieOf('coordinator', path) } });
  expect(atDesk.status).toBe(200);
  const home = await portal.get('/workspace', { headers: { cookie: cookieOf('coordinator', '/workspace') } });
  expect([home.status, home.headers.get('location')]).toEqual([303, '/workspace/sign-in']);
});
