// The states of a need: the moves that are listed work, every other one is refused by the database.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Constants } from '#domain/database.generated.ts';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { needRow, newNeed } from '../../tests/support/sql-needs.ts';
import { asReplica } from '../../tests/support/sql-time.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

/** Joining is a move of two needs: join-need.test.ts tries it. */
const STATES = Constants.api.Enums.need_state.filter((state) => state !== 'joined');
type State = (typeof STATES)[number];
const ENDS: readonly State[] = ['closed', 'referred', 'withdrawn', 'declined'];
const OPEN = STATES.filter((state) => !ENDS.includes(state));

/** What may follow each state: the path, an end from every open state, and the undo of taking and of withdrawing. */
const MOVES: Record<State, State[]> = {
  ...(Object.fromEntries(
    OPEN.map((state, place) => [state, [OPEN[place + 1] ?? 'closed', 'referred', 'withdrawn', 'declined']]),
  ) as Record<State, State[]>),
  claimed: ['shaping', 'closed', 'received', 'referred', 'withdrawn', 'declined'],
  closed: [],
  referred: [],
  withdrawn: ['received', 'claimed'],
  declined: [],
};

/** To the state $2, with what two of the ends say of themselves. */
const MOVE = `state = $2::api.need_state, outcome = case when $2::api.need_state = 'closed' then 'helped' end::api.need_outcome,
  referred_to = case when $2::api.need_state = 'referred' then 'Ville' end,
  referred_contact = case when $2::api.need_state = 'referred' then '09 123' end`;

describe.each(STATES)('from %s', (from) => {
  it.each(STATES.filter((to) => to !== from))('to %s', async (to) => {
    const { id } = await newNeed(db.pool);
    const ended = ENDS.includes(from);
    await asReplica(db.pool, (client) =>
      client.query(`update app.needs set ${MOVE}, closed_at = case when $3 then now() end where id = $1`, [
        id,
        from,
        ended,
      ]),
    );
    const move = db.pool.query(`update app.needs set ${MOVE} where id = $1`, [id, to]);
    if (MOVES[from].includes(to)) {
      await move;
      expect(await needRow(db.pool, id)).toMatchObject({
        state: to,
        closed_at: ENDS.includes(to) ? expect.any(Date) : null,
      });
    } else {
      await expect(move).rejects.toMatchObject({ code: 'NMOVE', message: `a need cannot move from ${from} to ${to}` });
      expect((await needRow(db.pool, id)).state).toBe(from);
    }
  });
});

it('the moves in the database are these and no others', async () => {
  const { rows } = await db.pool.query<{ move: string }>(
    `select from_state || ' ' || to_state as move from app.need_moves`,
  );
  const listed = STATES.flatMap((from) => MOVES[from].map((to) => `${from} ${to}`)).concat(
    OPEN.flatMap((state) => [`${state} joined`, `joined ${state}`]),
  );
  expect(rows.map(({ move }) => move).sort()).toEqual(listed.sort());
});

it('a move to the state that it has is none', async () => {
  const { id } = await newNeed(db.pool);
  await db.pool.query(`update app.needs set state = 'received' where id = $1`, [id]);
  expect(await needRow(db.pool, id)).toMatchObject({ state: 'received', closed_at: null });
});
