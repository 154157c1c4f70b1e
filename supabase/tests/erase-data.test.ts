// Erasing a company: asked for with a week to change one's mind, then gone, while every figure stays as it was.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { type Claims, call } from '../../tests/support/sql-call.ts';
import { signIn } from '../../tests/support/sql-desk.ts';
import { claim } from '../../tests/support/sql-letters.ts';
import { linkPool } from '../../tests/support/sql-links.ts';
import { MAIJA, newNeed } from '../../tests/support/sql-needs.ts';
import { asReplica, letPass } from '../../tests/support/sql-time.ts';
import { newWholeCompany, tablesWith } from '../../tests/support/sql-whole-company.ts';
import { newColleague, newCompany, signInAtWorkspace } from '../../tests/support/sql-workspace.ts';
import { TABLE_DECISIONS } from '../../tests/support/table-decisions.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
// What another test asked for is nobody's wish any more.
beforeEach(() =>
  db.pool.query('update app.erasures set undone_at = now() where undone_at is null and done_at is null'),
);

const ask = (company: { id: string; owner: Parameters<typeof call>[3] }, who = company.owner) =>
  call(db.pool, 'workspace_ask_erasure', { p_company: company.id }, who);
const undo = (company: { id: string; owner: Parameters<typeof call>[3] }, who = company.owner) =>
  call(db.pool, 'workspace_undo_erasure', { p_company: company.id }, who);
const run = async () => (await call(db.pool, 'erase_due', { p_most: 100, p_links: linkPool(30) }))[0];
/** The week of this company's erasure is over, and what waited in the outbox has gone. */
async function weekPasses(company: string) {
  await sendAll();
  await db.pool.query(
    `update app.erasures set asked_at = asked_at - interval '9 days', erase_after = erase_after - interval '9 days' where company_id = $1`,
    [company],
  );
}
const isThere = async (company: string) =>
  (await db.pool.query('select from app.companies where id = $1', [company])).rowCount === 1;
const sendAll = () =>
  db.pool.query('update app.outbox set sent_at = now(), dropped_at = null, stuck_at = null where sent_at is null');
const toldOf = async (letter: string) => {
  const { rows } = await db.pool.query<{ to_email: string }>(
    'select to_email from app.outbox where letter = $1::api.letter_kind order by 1',
    [letter],
  );
  return rows.map(({ to_email }) => to_email);
};

it('is asked for by an owner alone, once, and every owner gets a letter', async () => {
  const company = await newCompany(db.pool);
  const second = await newColleague(db.pool, company, `toinen-${randomUUID()}@firma.example`, 'owner');
  const member = await newColleague(db.pool, company, `jasen-${randomUUID()}@firma.example`);
  const stranger = (await newCompany(db.pool)).owner;
  expect(await ask(company, member)).toBe('owners_only');
  expect(await ask(company, stranger)).toBe('gone');
  expect(await ask(company)).toBe('asked');
  expect(await ask(company, second)).toBe('already_asked');
  expect(await toldOf('erasure_asked')).toEqual([company.owner.email, second.email].sort());
  for (const [who, sees] of [
    [company.owner, 1],
    [member, 1],
    [stranger, 0],
  ] as const)
    expect(await call(db.pool, 'workspace_erasures', {}, who)).toHaveLength(sees);
});

it('two who ask at the same moment ask once', async () => {
  const company = await newCompany(db.pool);
  const outcomes = await Promise.all([ask(company), ask(company), ask(company)]);
  expect(outcomes.sort()).toEqual(['already_asked', 'already_asked', 'asked']);
});

it('waits seven whole days, and a change of mind on the last of them ends it', async () => {
  const company = await newCompany(db.pool);
  await ask(company);
  const { rows } = await db.pool.query<{ whole: boolean; days: number }>(
    `select (erase_after at time zone 'Europe/Helsinki')::time = '00:00' as whole,
       (erase_after at time zone 'Europe/Helsinki')::date - (asked_at at time zone 'Europe/Helsinki')::date as days
     from app.erasures where company_id = $1`,
    [company.id],
  );
  expect(rows).toEqual([{ whole: true, days: 8 }]);
  await run();
  expect(await isThere(company.id)).toBe(true);
  expect(await undo(company)).toBe('undone');
  expect(await undo(company)).toBe('not_asked');
  await letPass(db.pool, '10 days');
  await run();
  expect(await isThere(company.id)).toBe(true);
  // And may be asked for again.
  const again = await signInAtWorkspace(db.pool, company.owner.email);
  expect(await ask(company, again)).toBe('asked');
});

it('leaves nothing of the company and its people anywhere, and nothing of another company is touched', async () => {
  const [company, other] = [await newWholeCompany(db.pool), await newWholeCompany(db.pool)];
  const { ended, mark } = company;
  const before = await tablesWith(db.pool, other.mark);
  await ask(company);
  await weekPasses(company.id);
  expect(await run()).toMatchObject({ erased: 1 });
  expect(await run()).toMatchObject({ erased: 0 });
  // Whoever named the same number without belonging to it keeps the need that is hers.
  expect(await tablesWith(db.pool, `omistaja-${mark}`)).toEqual(['app.outbox']);
  const hers = await db.pool.query<{ id: string }>('select id from app.needs where contact_email = $1', [
    `toinen-${mark}@firma.example`,
  ]);
  expect(hers.rowCount).toBe(1);
  for (const word of [
    ...ended.map(({ reference }) => reference),
    ...ended.map(({ id }) => `"need_id": "${id}", "link`),
  ])
    expect([word, await tablesWith(db.pool, word)]).toEqual([word, []]);
  // The last letter goes, and its address with it.
  const letters = await claim(db.pool);
  expect(letters.filter(({ letter }) => letter === 'erasure_done').map(({ to_email }) => to_email)).toEqual([
    company.owner.email,
  ]);
  await sendAll();
  await run();
  for (const word of [
    `omistaja-${mark}`,
    `kollega-${mark}`,
    `kutsuttu-${mark}`,
    `muualta-${mark}`,
    `neuvoja-${mark}`,
    `ville-${mark}`,
    `Yritys ${mark}`,
  ])
    expect([word, await tablesWith(db.pool, word)]).toEqual([word, []]);
  expect(await tablesWith(db.pool, other.mark)).toEqual(before);
});

const THEMES = { hitsauskoulutus: 'osaaminen', vienti: 'kasvu' };
/** Everything that is counted, each row as text, so that nothing depends on an order. */
async function figures() {
  const desk = await signIn(db.pool, MAIJA);
  const p_since = new Date(Date.now() - 365 * 86_400_000).toISOString();
  const all = {
    promise: (await call(db.pool, 'promise_figures', { p_themes: THEMES })).map(({ reckoned_at, ...row }) => row),
    themes: await call(db.pool, 'desk_themes', { p_themes: THEMES, p_since }, desk),
    ages: await call(db.pool, 'desk_ages', { p_since: [p_since] }, desk),
    load: await call(db.pool, 'desk_load', {}, desk),
    surveys: (await db.pool.query('select survey, version, answer, count(*) from app.survey_answers group by 1, 2, 3'))
      .rows,
  };
  return Object.fromEntries(
    Object.entries(all).map(([name, rows]) => [name, rows.map((row) => JSON.stringify(row)).sort()]),
  );
}

it('changes no figure: promise, desk and surveys count the same before and after', async () => {
  const companies = [await newWholeCompany(db.pool), await newWholeCompany(db.pool), await newWholeCompany(db.pool)];
  // Their promises have become due, and some were broken.
  await letPass(db.pool, '20 days');
  const owners = [];
  for (const { owner } of companies) owners.push(await signInAtWorkspace(db.pool, owner.email));
  const before = await figures();
  expect(before.promise?.some((row) => row.includes('"service"'))).toBe(true);
  for (const [place, company] of companies.entries()) {
    await ask(company, owners[place]);
    await weekPasses(company.id);
  }
  expect(await run()).toMatchObject({ erased: 3 });
  expect(await figures()).toEqual(before);
});

it('what stays of a need is its day and how long the answer took, to the minute', async () => {
  const company = await newWholeCompany(db.pool);
  const { id } = company.need;
  await asReplica(db.pool, (client) =>
    client.query(
      `update app.needs set received_at = '2026-10-05T09:13:27.5Z', due_at = '2026-10-07T20:59:59.999Z',
         first_response_at = '2026-10-06T07:01:02Z', closed_at = '2026-10-06T07:01:03Z' where id = $1`,
      [id],
    ),
  );
  await ask(company);
  await weekPasses(company.id);
  await run();
  const { rows } = await db.pool.query(
    'select received_at, first_response_at - received_at as took, due_at, closed_at, state, outcome, services, promise_kept from app.needs where id = $1',
    [id],
  );
  expect(rows).toMatchObject([
    {
      received_at: new Date('2026-10-04T21:00:00Z'),
      took: { hours: 21, minutes: 48 },
      due_at: new Date('2026-10-07T20:59:59.999Z'),
      closed_at: new Date('2026-10-05T21:00:00Z'),
      state: 'closed',
      outcome: 'helped',
      services: ['hitsauskoulutus'],
      promise_kept: true,
    },
  ]);
  const erased = db.pool.query(`update app.needs set services = '{}' where id = $1`, [id]);
  await expect(erased).rejects.toMatchObject({ code: 'NERAS' });
});

it('an open need is withdrawn first, and whoever handles it hears of it before there is nothing left to tell', async () => {
  const company = await newCompany(db.pool);
  await call(db.pool, 'take_need', { p_token_hash: company.need.maija.take_need });
  await sendAll();
  await ask(company);
  await weekPasses(company.id);
  expect(await run()).toMatchObject({ withdrawing: 1, erased: 0 });
  expect((await claim(db.pool)).filter(({ letter }) => letter === 'withdrawn')).toMatchObject([
    { to_email: MAIJA, reference: company.need.reference },
  ]);
  expect(await isThere(company.id)).toBe(true);
  await sendAll();
  expect(await run()).toMatchObject({ withdrawing: 0, erased: 1 });
  expect(await isThere(company.id)).toBe(false);
});

it.each(['calling', 'offered', 'agreed', 'preparing', 'delivering', 'closing'])(
  'is put off while a need is at %s, and goes on when it has closed',
  async (state) => {
    const company = await newCompany(db.pool);
    await asReplica(db.pool, (client) =>
      client.query('update app.needs set state = $2::api.need_state where id = $1', [company.need.id, state]),
    );
    await ask(company);
    await weekPasses(company.id);
    expect(await run()).toMatchObject({ put_off: 1, erased: 0 });
    expect(await call(db.pool, 'workspace_erasures', {}, company.owner)).toMatchObject([
      { put_off_by: [company.need.reference] },
    ]);
    await asReplica(db.pool, (client) =>
      client.query(
        `update app.needs set state = 'closed', outcome = 'helped', closed_at = now(), first_response_at = received_at, promise_kept = true where id = $1`,
        [company.need.id],
      ),
    );
    expect(await run()).toMatchObject({ put_off: 0, erased: 1 });
  },
);

it('a need that was sent and has not come to the company yet goes with it', async () => {
  const company = await newCompany(db.pool);
  const late = await newNeed(db.pool, { p_contact_email: company.owner.email, p_business_id: company.businessId });
  await ask(company);
  await weekPasses(company.id);
  await run();
  await sendAll();
  await run();
  const { rows } = await db.pool.query(
    'select erased_at is not null as erased, description from app.needs where id = $1',
    [late.id],
  );
  expect(rows).toEqual([{ erased: true, description: null }]);
});

it('who is signed in is out, and the address may come again as if never seen', async () => {
  const company = await newWholeCompany(db.pool);
  await ask(company);
  await weekPasses(company.id);
  await run();
  expect(await call(db.pool, 'workspace', { p_company: null, p_page: 1 }, company.owner)).toMatchObject([
    { company: null, companies: [] },
  ]);
  expect(await call(db.pool, 'workspace_erasures', {}, company.owner)).toEqual([]);
  const again = await newNeed(db.pool, { p_contact_email: company.owner.email, p_business_id: company.businessId });
  await signInAtWorkspace(db.pool, again.email);
  const { rows } = await db.pool.query('select count(*)::int as count from app.companies where business_id = $1', [
    company.businessId,
  ]);
  expect(rows).toEqual([{ count: 1 }]);
});

it('a dead link of an erased need says so, and another dead one does not', async () => {
  const company = await newWholeCompany(db.pool);
  const was = (p_token_hash: string) => call(db.pool, 'link_was_erased', { p_token_hash });
  const link = company.ended[1]?.company.see_need as string;
  expect(await was(link)).toBe(false);
  await ask(company);
  await weekPasses(company.id);
  await run();
  expect(await call(db.pool, 'open_link', { p_token_hash: link })).toEqual([]);
  expect(await was(link)).toBe(true);
  expect(await was('00'.repeat(32))).toBe(false);
});

it('whoever writes while it is erased gets an answer and leaves nothing', async () => {
  const company = await newCompany(db.pool);
  await call(db.pool, 'withdraw_need', { p_token_hash: company.need.company.see_need });
  await sendAll();
  await ask(company);
  await weekPasses(company.id);
  const { reference } = company.need;
  const writing = () =>
    call(db.pool, 'workspace_reply', { p_reference: reference, p_body: 'Vielä yksi asia.' }, company.owner);
  const correcting = () =>
    call(
      db.pool,
      'workspace_correct_profile',
      { p_company: company.id, p_values: { company_name: 'Toinen nimi' } },
      company.owner,
    ).catch(({ code }) => code);
  const answers = await Promise.all([writing(), run(), correcting(), run(), writing(), correcting()]);
  expect((answers[1]?.erased ?? 0) + (answers[3]?.erased ?? 0)).toBe(1);
  expect(await isThere(company.id)).toBe(false);
  expect(await tablesWith(db.pool, 'Vielä yksi asia')).toEqual([]);
});

it('two runs at once erase once, and send one last letter', async () => {
  const company = await newWholeCompany(db.pool);
  await ask(company);
  await weekPasses(company.id);
  const runs = await Promise.all([run(), run(), run()]);
  expect(runs.reduce((sum, { erased } = { erased: 0 } as never) => sum + erased, 0)).toBe(1);
  expect((await toldOf('erasure_done')).filter((email) => email === company.owner.email)).toHaveLength(1);
});

it('a company that has needs is not deleted by hand', async () => {
  const company = await newCompany(db.pool);
  const deleted = db.pool.query('delete from app.companies where id = $1', [company.id]);
  await expect(deleted).rejects.toMatchObject({ code: '23503' });
});

it('the desk lists no erased need', async () => {
  const company = await newWholeCompany(db.pool);
  const desk = await signIn(db.pool, MAIJA);
  const list = async (p_view: 'closed' | 'any') =>
    JSON.stringify(await call(db.pool, 'desk_list', { p_view, p_typed: null, p_after: null }, desk));
  const p_since = new Date(Date.now() - 86_400_000).toISOString();
  const unmatched = () => call(db.pool, 'desk_unmatched', { p_since }, desk);
  const count = (await unmatched()).length;
  await ask(company);
  await weekPasses(company.id);
  await run();
  expect(await list('closed')).not.toContain('"description":null');
  expect(await list('any')).not.toContain('"description":null');
  expect(await unmatched()).toHaveLength(count - 1);
});

describe('each table is gone through', () => {
  const idsOf = async (company: { id: string; ended: { id: string }[] }) => [
    company.id,
    ...company.ended.map(({ id }) => id),
    ...(
      await db.pool.query<{ id: string }>('select id from app.consents where company_id = $1', [company.id])
    ).rows.map(({ id }) => id),
  ];
  it.each(Object.entries(TABLE_DECISIONS).filter(([, { erasure }]) => erasure === 'gone'))('%s', async (table) => {
    const company = await newWholeCompany(db.pool);
    await call(db.pool, 'workspace_ask_erasure', { p_company: company.id }, company.owner);
    const words = [company.mark, ...(await idsOf(company))];
    const rows = async () => {
      const found = await Promise.all(
        words.map((word) =>
          db.pool.query(`select from app.${table} t where to_jsonb(t)::text ilike $1`, [`%${word}%`]),
        ),
      );
      return found.reduce((sum, { rowCount }) => sum + (rowCount ?? 0), 0);
    };
    // A test that looks at nothing would see nothing.
    expect(await rows()).toBeGreaterThan(0);
    await weekPasses(company.id);
    await run();
    await sendAll();
    await run();
    const { rows: hers } = await db.pool.query<{ id: string }>('select id from app.needs where contact_email = $1', [
      `toinen-${company.mark}@firma.example`,
    ]);
    // Of whoever named the number without belonging to it, everything stays.
    const left = await db.pool.query(
      `select from app.${table} t where to_jsonb(t)::text ilike $1 and to_jsonb(t)::text not ilike $2 and to_jsonb(t)::text not like $3`,
      [`%${company.mark}%`, `%toinen-${company.mark}%`, `%${hers[0]?.id}%`],
    );
    expect(left.rowCount).toBe(0);
    for (const id of await idsOf(company))
      expect(
        (await db.pool.query(`select from app.${table} t where to_jsonb(t)::text like $1`, [`%${id}%`])).rowCount,
      ).toBe(0);
  });

  it('every table that points at a need or a company is among the decisions', async () => {
    const { rows } = await db.pool.query<{ name: string }>(
      `select distinct replace(conrelid::regclass::text, 'app.', '') as name from pg_constraint
       where contype = 'f' and confrelid in ('app.needs'::regclass, 'app.companies'::regclass)`,
    );
    expect(rows.map(({ name }) => name).filter((name) => typeof TABLE_DECISIONS[name]?.erasure !== 'string')).toEqual(
      [],
    );
  });
});

it('asked for and undone all day long it is a letter to the other owner six times at the most', async () => {
  const company = await newCompany(db.pool);
  const second = await newColleague(db.pool, company, `toinen-${randomUUID()}@firma.example`, 'owner');
  const outcomes = [];
  for (let time = 0; time < 30; time += 1) {
    outcomes.push(await ask(company));
    await undo(company, second);
  }
  expect(outcomes).toEqual([...Array(3).fill('asked'), ...Array(27).fill('too_many')]);
  const { rows } = await db.pool.query('select letter from app.outbox where to_email = $1 and letter::text like $2', [
    second.email,
    'erasure_%',
  ]);
  expect(rows).toHaveLength(6);
  const typed = db.pool.query(
    'insert into app.erasures (company_id, asked_by, erase_after) values ($1, $2, app.end_of_week())',
    [company.id, second.email],
  );
  await expect(typed).rejects.toMatchObject({ code: 'EFEWS' });
  // A week later it may be asked for again; what the keeping times ask for is none of these.
  await db.pool.query(
    `update app.erasures set asked_at = asked_at - interval '8 days', erase_after = erase_after - interval '8 days' where company_id = $1`,
    [company.id],
  );
  expect(await ask(company)).toBe('asked');
});

describe('in the instant of erasing', () => {
  /** Asked while the erasing has the company's row and has not ended; answered after it. */
  async function meanwhile<T>(company: { id: string }, act: () => Promise<T>): Promise<T> {
    const client = await db.pool.connect();
    try {
      await client.query('begin');
      await client.query(`update app.needs set company_id = null where company_id = $1`, [company.id]);
      await client.query('select app.erase_company($1)', [company.id]);
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      const answer = act();
      // Until it waits for us: no clock, the database says so.
      for (;;) {
        const { rowCount } = await db.pool.query(
          'select where exists (select from pg_stat_activity where $1 = any (pg_blocking_pids(pid)))',
          [rows[0]?.pid],
        );
        if (rowCount) break;
      }
      await client.query('commit');
      return await answer;
    } finally {
      client.release();
    }
  }

  it.each([
    [
      'a correction of the profile',
      'no_company',
      (id: string, who: Claims) =>
        call(db.pool, 'workspace_correct_profile', { p_company: id, p_values: { company_name: 'Uusi' } }, who),
    ],
    [
      'an invitation',
      'owners_only',
      (id: string, who: Claims) =>
        call(
          db.pool,
          'workspace_invite_colleague',
          { p_company: id, p_email: 'uusi@firma.example', p_role: 'member', p_language: 'fi' },
          who,
        ),
    ],
    [
      'leaving',
      'gone',
      (id: string, who: Claims) =>
        call(db.pool, 'workspace_end_membership', { p_company: id, p_email: who.email, p_links: [] }, who),
    ],
  ])('%s is told that the company is gone', async (_what, outcome, act) => {
    const company = await newCompany(db.pool);
    expect(await meanwhile(company, () => act(company.id, company.owner))).toBe(outcome);
    expect(await isThere(company.id)).toBe(false);
  });
});
