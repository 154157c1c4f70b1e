// The matrix of rights: every kind of person × every table and every function, each cell run under that person's real token.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { FUNCTIONS, type FunctionLine } from '../../tests/support/matrix/functions.ts';
import { ALL_KINDS, GROUPS, KINDS, type Kind, ofKind, type Who } from '../../tests/support/matrix/kinds.ts';
import { TABLES } from '../../tests/support/matrix/tables.ts';
import { keepTheWorld, tokenOf, tryAndTakeBack, tryFunction, tryTable } from '../../tests/support/matrix/try-cell.ts';
import { as, makeWorld, type World } from '../../tests/support/matrix/world.ts';

let db: TestDatabase;
let world: World;
let tables: { name: string; column: string }[];
let functions: string[];
let cells = 0;
beforeAll(async () => {
  db = await testDatabase();
  ({ rows: tables } = await db.pool.query(
    `select c.oid::regclass::text as name,
       (select quote_ident(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and a.attidentity = '' and a.attgenerated = '' order by a.attnum limit 1) as column
     from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p', 'm') order by 1`,
  ));
  functions = (
    await db.pool.query<{ name: string }>(
      `select distinct p.proname as name from pg_proc p where p.pronamespace = 'api'::regnamespace order by 1`,
    )
  ).rows.map(({ name }) => name);
  world = await makeWorld(db);
  await keepTheWorld(
    db,
    tables.map(({ name }) => name),
  );
});
afterAll(async () => {
  process.stdout.write(
    `\nThe matrix of rights: ${cells} cells, ${ALL_KINDS.length} kinds of person × ${tables.length} tables (read, insert, update, delete) and ${functions.length} functions\n`,
  );
  await db.close();
});

const missing = (names: string[], lines: object): string[] => names.filter((name) => !(name in lines));

describe('what the catalogue has and the matrix has not', () => {
  it('no table is without a line, and no line without its table', () => {
    const names = tables.map(({ name }) => name);
    expect(
      missing(names, TABLES).map(
        (name) => `Say who reads ${name}, and which rows: a line in tests/support/matrix/tables.ts, a row in world.ts`,
      ),
    ).toEqual([]);
    expect(Object.keys(TABLES).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('a view has no rights of its own: whoever reads it reads the tables below', async () => {
    const { rows } = await db.pool.query(
      `select c.oid::regclass::text as name from pg_class c
       where c.relnamespace = 'app'::regnamespace and c.relkind = 'v'
         and not coalesce('security_invoker=true' = any (c.reloptions), false)`,
    );
    expect(rows).toEqual([]);
  });

  it('no function is without a line, and no line without its function', () => {
    expect(
      missing(functions, FUNCTIONS).map(
        (name) => `Say who may call api.${name}, and what for: a line in tests/support/matrix/functions.ts`,
      ),
    ).toEqual([]);
    expect(Object.keys(FUNCTIONS).filter((name) => !functions.includes(name))).toEqual([]);
  });
});

async function rowsOf(table: string, condition: string, kind: Kind): Promise<string[]> {
  const company = world.companies[kind] ?? world.company;
  const me = tokenOf(world, kind) ? as(world, kind as keyof World['tokens']).email : '';
  const where = condition.replaceAll(':company', `'${company}'`).replaceAll(':me', `'${me}'`);
  const { rows } = await db.pool.query<{ place: string }>(`select ctid::text as place from ${table} where ${where}`);
  return rows.map(({ place }) => place).sort();
}

describe.each(Object.keys(TABLES))('%s', (table) => {
  const line = TABLES[table] ?? {};
  const isGranted = Object.keys(line).length > 0;

  it(isGranted ? 'shows each person their rows and no other, and takes nothing' : 'is shut to everybody', async () => {
    const column = tables.find(({ name }) => name === table)?.column;
    if (!column) return; // told above
    const wrong: string[] = [];
    for (const kind of ALL_KINDS) {
      const condition = ofKind(line, kind);
      const isReader = isGranted && kind !== 'anon' && kind !== 'system';
      const due = isReader ? await rowsOf(table, condition ?? 'false', kind) : undefined;
      if (condition && due?.length === 0) {
        wrong.push(`there is no row for ${KINDS[kind]} to read: add one in tests/support/matrix/world.ts`);
      }
      const { rows, written } = await tryTable(world, kind, table, column);
      cells += 4;
      const words = (places: string[] | undefined) => (places ? `${places.length} rows` : 'a refusal');
      if (JSON.stringify(rows?.sort()) !== JSON.stringify(due)) {
        wrong.push(`${KINDS[kind]} reads ${words(rows)}, and should ${words(due)} (${condition ?? 'none'})`);
      }
      for (const verb of written) wrong.push(`${KINDS[kind]} may ${verb} it`);
    }
    expect(wrong).toEqual([]);
  });
});

const isIn = (who: readonly Who[], kind: Kind): boolean =>
  who.some(
    (name) => name === kind || (GROUPS[name as keyof typeof GROUPS] as readonly Kind[] | undefined)?.includes(kind),
  );

/** What is wrong with what a function says to a person; nothing if it is as its line has it. */
async function wrongAt(name: string, line: FunctionLine, kind: Kind): Promise<string | undefined> {
  cells += 1;
  const isSystems = 'system' in line;
  if (isSystems) {
    const { rows } = await db.pool.query<{ names: string[] | null }>(
      `select p.proargnames[1:p.pronargs] as names from pg_proc p where p.pronamespace = 'api'::regnamespace and p.proname = $1`,
      [name],
    );
    const nothing = Object.fromEntries((rows[0]?.names ?? []).map((argument) => [argument, null]));
    const said = await tryFunction(world, kind, name, nothing);
    // What it makes of nothing is its own matter.
    if ((said.is === 'refused') === (kind === 'system')) return said.is === 'refused' ? 'is refused' : `may call it`;
    return undefined;
  }
  const ask = 'gives' in line ? tryAndTakeBack : tryFunction;
  const said = await ask(world, kind, name, line.args(world));
  if (said.is === 'fault') return said.why;
  if (kind === 'anon' || kind === 'system') return said.is === 'refused' ? undefined : 'may call it';
  if (said.is === 'refused') return 'is refused, and should be answered';
  if ('writes' in line) {
    if (isIn(line.writes, kind)) return said.is === 'writes' ? undefined : 'changes nothing, and should';
    if (said.is === 'writes') return 'changes something';
    return said.marks.length > 0 ? `is shown ${said.marks}` : undefined;
  }
  if (said.is === 'writes') return 'changes something by reading';
  if ('tells' in line) return undefined;
  const named = ofKind<readonly string[]>('gives' in line ? line.gives : line.shows, kind);
  const due = named ?? [];
  const [is, should] = [said.marks.toSorted().join(), due.toSorted().join()];
  if (is !== should) return `is shown ${is || 'nothing'}, and should be ${should || 'nothing'}`;
  if (named || !name.startsWith('desk_')) return undefined;
  const nobody = await tryFunction(world, 'nobody', name, line.args(world));
  return nobody.is === 'says' && nobody.text === said.text ? undefined : `is told more than nobody: ${said.text}`;
}

describe.each(Object.entries(FUNCTIONS))('api.%s', (name, line) => {
  it('does for each person what its line says', async () => {
    if (!functions.includes(name)) return; // told above
    const wrong: string[] = [];
    for (const kind of ALL_KINDS) {
      const why = await wrongAt(name, line as FunctionLine, kind);
      if (why) wrong.push(`${KINDS[kind]} ${why}`);
    }
    expect(wrong).toEqual([]);
  });
});
