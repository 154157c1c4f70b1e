// An anonymous answer cannot be tied to an invitation by whoever has the whole database: by key, time, order or subtraction.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call } from '../../tests/support/sql-call.ts';
import { newNeed } from '../../tests/support/sql-needs.ts';
import { inviteTo, keepVersion, type Opened, sealed, type TestVersion } from '../../tests/support/sql-surveys.ts';

let db: TestDatabase;
let survey: TestVersion;
const THEMES = ['a', 'b', 'c'];
// A year: each month some are asked, each in a transaction of its own, and answer one after the other, as it comes.
beforeAll(async () => {
  db = await testDatabase();
  survey = await keepVersion(db.pool, { anonymous: true });
  let opened: Opened[] = [];
  let person = 0;
  for (let month = 1; month <= 12; month += 1) {
    const first = `2025-${String(month).padStart(2, '0')}-01`;
    for (let count = 0; count < 3 + (month % 5) * 3; count += 1) {
      person += 1;
      const facts = { theme: THEMES[person % 3] ?? null, provider: null, service: `s${person % 7}` };
      await inviteTo(db.pool, await newNeed(db.pool), survey, facts);
      const day = `${first.slice(0, 8)}${String(2 + count).padStart(2, '0')}`;
      const given = { question: 'words', body: `Vastaaja ${person}`, ...facts };
      opened.push(
        await sealed(db.pool, survey, day, { question: 'helped', choices: [`${1 + (person % 5)}`], ...facts }),
      );
      if (person % 2) opened.push(await sealed(db.pool, survey, day, given));
    }
    await call(db.pool, 'release_answers', { p_month: first, p_opened: opened as never });
    const { rows } = await db.pool.query<{ key: string }>(
      `select encode(key_hash, 'hex') as key from app.sealed_answers`,
    );
    const left = new Set(rows.map(({ key }) => key));
    opened = opened.filter(({ key_hash }) => left.has(key_hash));
  }
}, 60_000);
afterAll(() => db.close());

const ANSWER_TABLES = ['sealed_answers', 'answer_cells', 'opened_texts'];
const query = async <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  (await db.pool.query<Row>(sql, values)).rows;

describe.each(ANSWER_TABLES)('app.%s', (table) => {
  it('has no reference but to the survey, no moment, no language and no number that counts up', async () => {
    const columns = await query<{ name: string; type: string }>(
      `select column_name as name, data_type as type from information_schema.columns
       where table_schema = 'app' and table_name = $1 and (data_type ~ 'time|serial' or is_identity = 'YES'
         or column_default ~ 'nextval|now\\(\\)$' or column_name ~ 'need|link|invitation|email|language|company|person')`,
      [table],
    );
    expect(columns).toEqual([]);
    const keys = await query<{ to: string }>(
      `select distinct confrelid::regclass::text as to from pg_constraint where contype = 'f' and conrelid = ('app.' || $1)::regclass`,
      [table],
    );
    expect(keys).toEqual([{ to: 'app.survey_versions' }]);
  });

  it('shares no value with invitations, links or needs that would be a key', async () => {
    const rows = await query<{ row: string }>(`select t::text as row from app.${table} t`);
    const keys = await query<{ key: string }>(
      `select i.id::text as key from app.survey_invitations i union all select i.link_id::text from app.survey_invitations i
       union all select encode(l.token_hash, 'hex') from app.links l union all select n.id::text from app.needs n
       union all select n.reference from app.needs n union all select n.contact_email from app.needs n`,
    );
    const told = rows.map(({ row }) => row).join('\n');
    expect(keys.filter(({ key }) => told.includes(key))).toEqual([]);
  });

  it('was written in no transaction that wrote an invitation, a link or an event', async () => {
    const shared = await query(
      `select t.xmin from app.${table} t where t.xmin::text in (
         select xmin::text from app.survey_invitations union select xmin::text from app.links union select xmin::text from app.events
         union select xmin::text from app.outbox)`,
    );
    expect(shared).toEqual([]);
  });
});

it('an invitation to it is not touched by an answer', async () => {
  expect(await query('select from app.survey_invitations where answered_at is not null')).toEqual([]);
  await expect(db.pool.query('update app.survey_invitations set answered_at = now()')).rejects.toMatchObject({
    constraint: 'nobody_knows_who_answered_anonymously',
  });
});

it('what a single transaction opened is five answers or more, in no order', async () => {
  const texts = await query<{ xmin: string; bodies: string[] }>(
    'select xmin::text, array_agg(body order by ctid) as bodies from app.opened_texts group by xmin::text',
  );
  expect(texts.length).toBeGreaterThan(1);
  for (const { bodies } of texts) expect(bodies.length).toBeGreaterThanOrEqual(5);
  const inOrder = texts.filter(({ bodies }) => {
    const numbers = bodies.map((body) => Number(body.split(' ')[1]));
    return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] as number));
  });
  expect(inOrder).toEqual([]);
});

it('is waiting as an envelope alone: no score and no word of it stands in the database', async () => {
  const left = await query<Record<string, unknown>>('select * from app.sealed_answers where envelope is not null');
  for (const row of left) {
    expect(Object.keys(row).sort()).toEqual([
      'anonymous',
      'answered_on',
      'envelope',
      'key_hash',
      'question',
      'survey',
      'version',
    ]);
  }
});

it('no difference of two figures is of one to four answers, whatever is filtered', async () => {
  const months = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}-01`);
  const figures: Set<string>[] = [];
  const cells = await query<Record<string, unknown> & { answers: number }>('select * from app.answer_cells');
  const key = (cell: Record<string, unknown>) =>
    [cell.question, String(cell.month), cell.theme, cell.provider, cell.service].join();
  const size = new Map(cells.map((cell) => [key(cell), cell.answers]));
  for (const from of months)
    for (const to of months.filter((month) => month >= from))
      for (const theme of [null, ...THEMES])
        for (const service of [null, 's0', 's1', 's6']) {
          const rows = await query('select * from app.survey_figures($1, $2, $3, $4, null, $5) where question = $6', [
            survey.survey,
            from,
            to,
            theme,
            service,
            'helped',
          ]);
          figures.push(new Set(rows.map(key)));
        }
  const distinct = [...new Map(figures.map((one) => [[...one].sort().join('|'), one])).values()];
  expect(distinct.length).toBeGreaterThan(20);
  for (const whole of distinct)
    for (const part of distinct) {
      const difference = [...whole.difference(part)].reduce((sum, cell) => sum + (size.get(cell) as number), 0);
      expect(difference === 0 || difference >= 5).toBe(true);
    }
});

it('texts of fewer than five are refused, also from whoever types the insert', async () => {
  const insert = (count: number) =>
    db.pool.query(
      `insert into app.opened_texts (survey, version, question, month, body, may_show)
       select $1, 1, 'words', '2024-01-01', 'x', false from generate_series(1, $2)`,
      [survey.survey, count],
    );
  await expect(insert(4)).rejects.toMatchObject({ code: 'NFIVE' });
  await insert(5);
});
