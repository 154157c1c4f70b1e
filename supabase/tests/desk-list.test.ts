// desk_list: views, their order, the search and its pages, each through its index.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedNeeds } from '../../tests/bench/seed-needs.ts';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { type Args, type Claims, call, type Enums } from '../../tests/support/sql-call.ts';
import { signIn } from '../../tests/support/sql-desk.ts';
import { MAIJA, MATTI, newNeed, type TestNeed } from '../../tests/support/sql-needs.ts';
import { asReplica } from '../../tests/support/sql-time.ts';

let db: TestDatabase;
let maija: Claims;
beforeAll(async () => {
  db = await testDatabase();
  maija = await signIn(db.pool, MAIJA);
});
afterAll(() => db.close());

type View = Enums['desk_view'];
interface Row {
  reference: string;
  company_name: string;
  waits_for_company: boolean;
}
const page = async (view: View, typed = '', after: string | null = null) => {
  const [row] = await call(db.pool, 'desk_list', { p_view: view, p_typed: typed, p_after: after }, maija);
  if (!row) throw new Error('desk_list gave no row');
  return { ...row, needs: row.needs as unknown as Row[], counts: row.counts as Record<View, number> | null };
};
const names = async (view: View, typed = '') => (await page(view, typed)).needs.map(({ company_name }) => company_name);

/** A need that is due so many hours from now. */
async function need(name: string, dueInHours: number, changes: Partial<Args<'send_need'>> = {}): Promise<TestNeed> {
  const made = await newNeed(db.pool, { p_company_name: name, ...changes });
  await asReplica(db.pool, (client) =>
    client.query(
      `update app.needs set due_at = now() + make_interval(hours => $2), received_at = now() + make_interval(hours => $2) - interval '3 days'
       where id = $1`,
      [made.id, dueInHours],
    ),
  );
  return made;
}
const answer = (p_token_hash: string) => call(db.pool, 'answer_need', { p_token_hash, p_body: 'Soitan huomenna.' });

describe('with a few needs', () => {
  const made: Record<string, TestNeed> = {};
  beforeAll(async () => {
    made.late = await need('Myöhä', -30);
    made.soon = await need('Pian', 2);
    made.later = await need('Sitten', 40);
    made.mine = await need('Oma', 20);
    await call(db.pool, 'take_need', { p_token_hash: made.mine.maija.take_need });
    made.waiting = await need('Odottaa', 10);
    await answer(made.waiting.matti.answer_need);
    made.replied = await need('Vastasi', 11);
    await answer(made.replied.maija.answer_need);
    await call(db.pool, 'reply_to_need', {
      p_token_hash: made.replied.company.reply_to_need,
      p_body: 'Kiitos, sopii.',
    });
    made.closed = await need('Ohi', 12);
    await call(db.pool, 'decline_need', { p_token_hash: made.closed.matti.decline_need, p_reason: 'Ei meiltä.' });
  });

  it.each([
    ['open', ['Myöhä', 'Pian', 'Oma', 'Sitten', 'Odottaa', 'Vastasi']],
    ['mine', ['Oma', 'Vastasi']],
    ['unassigned', ['Myöhä', 'Pian', 'Sitten']],
    ['waiting', ['Odottaa']],
    ['closed', ['Ohi']],
    ['any', ['Sitten', 'Oma', 'Ohi', 'Vastasi', 'Odottaa', 'Pian', 'Myöhä']],
  ] as const)('%s: what waits for its first answer by its date, then the rest', async (view, wanted) => {
    expect(await names(view)).toEqual(wanted);
  });

  it('counts each view', async () => {
    expect((await page('open')).counts).toEqual({ open: 6, mine: 2, unassigned: 3, waiting: 1, closed: 1 });
  });

  it('a call that is logged is our word too; a declined hand-over is nobody’s', async () => {
    const { rows } = await db.pool.query<{ now: string }>('select now()::text as now');
    const logged = await need('Puhelu', 60);
    await call(db.pool, 'log_contact', {
      p_token_hash: logged.maija.log_contact,
      p_channel: 'phone',
      p_happened_at: rows[0]?.now ?? '',
      p_note: 'Sovittiin tapaaminen.',
    });
    expect(await names('waiting')).toEqual(['Odottaa', 'Puhelu']);
  });

  it.each([
    ['the reference', () => made.late?.reference ?? ''],
    [
      'the reference in small letters and without its dash',
      () => (made.late?.reference ?? '').toLowerCase().replace('-', ''),
    ],
    ['the beginning of the name', () => 'myöh'],
    ['the address of the contact', () => made.late?.email ?? ''],
    ['a part of the address', () => made.late?.email.split('@')[0] ?? ''],
  ])('finds by %s', async (_what, typed) => {
    expect(await names('any', typed())).toEqual(['Myöhä']);
  });

  it.each(['0201256-6', '02012566', 'hitsareita', 'HITSAR piirust', '040 000 0001', '+358400000001', 'malli yrjö'])(
    'finds all of a kind by %s',
    async (typed) => {
      const found = await page('any', typed === 'malli yrjö' ? 'yrjö yrit' : typed);
      expect(found.needs).toHaveLength(8);
      expect(found.counts).toMatchObject({ any: 8, open: 7, closed: 1, mine: 3 });
    },
  );

  it('a view narrows a search, and the counts say where else there is something', async () => {
    const found = await page('mine', 'ohi');
    expect([found.needs, found.counts]).toMatchObject([[], { any: 1, closed: 1, mine: 0 }]);
  });

  it.each(['olematonsana', 'hitsareita olematonsana', 'x', '%', "'; drop table app.needs; --", '!&|:*()', 'a & b'])(
    'finds nothing, and breaks nothing, by %s',
    async (typed) => {
      expect((await page('any', typed)).needs).toEqual([]);
    },
  );
});

describe('with many needs', () => {
  const COUNT = 130;
  beforeAll(async () => {
    await asReplica(db.pool, (client) => client.query('delete from app.needs'));
    // Every third is due at the same moment as another: the order must hold all the same.
    for (let n = 0; n < COUNT; n += 1) await need(`Pulju ${n}`, 10 + Math.floor(n / 3));
  });

  it.each([
    ['open', ''],
    ['any', ''],
    ['any', 'pulju'],
    ['open', 'hitsareita'],
  ] as const)(
    '%s (%s): pages of 25 give every need once, and the last one says that it is the last',
    async (view, typed) => {
      const seen: string[] = [];
      for (let after: string | null = null; ; ) {
        const part = await page(view, typed, after);
        seen.push(...part.needs.map(({ reference }) => reference));
        after = seen.at(-1) ?? null;
        if (!part.has_more) break;
        expect(part.needs).toHaveLength(25);
      }
      expect([seen.length, new Set(seen).size]).toEqual([COUNT, COUNT]);
    },
  );

  it('a page after a reference that there is not is the first one', async () => {
    expect((await page('open', '', 'ZZZZ-ZZZZ')).needs).toEqual((await page('open')).needs);
  });
});

describe('with so many needs that a search cannot sort what it finds', () => {
  const MINE = 3;
  const someOfMine = () =>
    db.pool.query<{ reference: string }>('select reference from app.needs where owner_email = $1', [MAIJA]);
  beforeAll(async () => {
    const client = await db.pool.connect();
    await asReplica(db.pool, (replica) => replica.query('delete from app.needs'));
    await seedNeeds(client, 3000);
    await client.query('set session_replication_role = replica');
    await client.query(
      `update app.needs set owner_email = $1 where id in (select id from app.needs where closed_at is null order by due_at desc limit $2)`,
      [MAIJA, MINE],
    );
    await client.query('set session_replication_role = origin');
    client.release();
  });

  it('a word of nearly every need is looked for in the view alone, and the page asks for another word', async () => {
    const { needs, counts, too_many } = await page('mine', 'tarvitsemme');
    expect([needs.length, counts, too_many]).toEqual([MINE, null, true]);
  });

  it('so is the common beginning of words that are rare one by one, as of a number to call', async () => {
    const { needs, counts, too_many } = await page('mine', '0400');
    expect([needs.length, counts, too_many]).toEqual([MINE, null, true]);
  });

  it('"mine" holds in one order what is mine and what has come from a colleague who is away', async () => {
    await db.pool.query(
      `insert into app.absences (email, first_day, last_day, deputy)
       select $1, app.helsinki_day(now()), app.helsinki_day(now()), $2`,
      [MATTI, MAIJA],
    );
    await asReplica(db.pool, (client) =>
      client.query(
        `update app.needs set owner_email = $1 where id in (select id from app.needs where closed_at is null and owner_email is null order by due_at limit 40)`,
        [MATTI],
      ),
    );
    const { needs, counts } = await page('mine');
    const { rows } = await db.pool.query<{ reference: string }>(
      `select reference from app.needs where closed_at is null and owner_email in ($1, $2) order by answered, due_at, id limit 25`,
      [MAIJA, MATTI],
    );
    expect(needs.map(({ reference }) => reference)).toEqual(rows.map(({ reference }) => reference));
    expect(counts?.mine).toBe(MINE + 40);
    await db.pool.query('delete from app.absences');
  });

  it('a rare word is found wherever it stands, and counted', async () => {
    const { rows } = await someOfMine();
    const { needs, counts, too_many } = await page('closed', rows[0]?.reference);
    expect([needs, counts, too_many]).toMatchObject([[], { any: 1, mine: 1, closed: 0 }, false]);
  });

  it('a word that nobody wrote is looked for in the index, and not found', async () => {
    expect(await page('any', 'olematonsana')).toMatchObject({ needs: [], counts: { any: 0 }, too_many: false });
  });
});
