// hand_over_need: somebody of the network is asked to take a need, gets links of their own, and the company hears who.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { type Args, call } from '../../tests/support/sql-call.ts';
import { linkPool, linksOf } from '../../tests/support/sql-links.ts';
import {
  coordinator,
  ERKKI,
  eventsOf,
  expert,
  handOver,
  lettersOf,
  MAIJA,
  MATTI,
  newNeed,
  type TestNeed,
} from '../../tests/support/sql-needs.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const ask = (need: TestNeed, changes: Partial<Args<'hand_over_need'>> = {}) =>
  call(db.pool, 'hand_over_need', {
    p_token_hash: need.maija.hand_over_need,
    p_people: [expert(ERKKI)],
    p_note: 'Osaatko auttaa?',
    p_links: linkPool(30),
    ...changes,
  });
const handOversOf = async (id: string) =>
  (await db.pool.query('select * from app.hand_overs where need_id = $1 order by asked_at', [id])).rows;

it('stores who asked whom, and waits for an answer', async () => {
  const need = await newNeed(db.pool);
  expect(await ask(need)).toBe('handed_over');
  expect(await handOversOf(need.id)).toMatchObject([
    {
      state: 'asked',
      from_email: MAIJA,
      from_name: 'Maija Malli',
      to_role: 'expert',
      to_email: ERKKI,
      to_name: 'Erkki Esimerkki',
      note: 'Osaatko auttaa?',
      decided_at: null,
    },
  ]);
  expect((await eventsOf(db.pool, need.id)).slice(1)).toEqual([`handed_over by ${MAIJA}`]);
});

it('gives an expert the links that an expert has, and no others', async () => {
  const need = await newNeed(db.pool);
  const links = await handOver(db.pool, need);
  expect(Object.keys(links).sort()).toEqual(['answer_need', 'decline_need', 'log_contact', 'report_hand_over', 'take_need']);
  const [seen] = await call(db.pool, 'open_link', { p_token_hash: links.take_need });
  expect(seen).toMatchObject({ person_role: 'expert', person_email: ERKKI, reference: need.reference });
});

it('writes to the one asked and to the company', async () => {
  const need = await newNeed(db.pool);
  await ask(need);
  expect(await lettersOf(db.pool, need.id, 'receipt', 'new_need')).toEqual([
    `handed_over → ${need.email}`,
    `handover_asked → ${ERKKI}`,
  ]);
  const letters = await call(db.pool, 'claim_letters', { p_most: 100, p_lease_seconds: 45 });
  expect(
    letters.find(({ letter, reference }) => letter === 'handed_over' && reference === need.reference),
  ).toMatchObject({
    to_email: need.email,
    expert_name: 'Erkki Esimerkki',
    author_name: 'Maija Malli',
    note: null,
  });
  expect(
    letters.find(({ letter, reference }) => letter === 'handover_asked' && reference === need.reference),
  ).toMatchObject({ to_email: ERKKI, author_name: 'Maija Malli', author_email: MAIJA, note: 'Osaatko auttaa?' });
});

it('to another coordinator uses the links that they have', async () => {
  const need = await newNeed(db.pool);
  expect(await ask(need, { p_people: [coordinator(MATTI)], p_links: [] })).toBe(
    'handed_over',
  );
  expect({ ...(await linksOf(db.pool, need.id, MATTI)) }).toEqual({ ...need.matti });
  await call(db.pool, 'take_need', { p_token_hash: need.maija.take_need });
  expect(await call(db.pool, 'take_need', { p_token_hash: need.matti.take_need })).toBe('taken');
});

it('to a coordinator whose links have ended makes new ones', async () => {
  const need = await newNeed(db.pool);
  await db.pool.query(
    `update app.links set expires_at = created_at + interval '1 microsecond' where person_email = $1`,
    [MATTI],
  );
  await ask(need, { p_people: [coordinator(MATTI)], p_links: linkPool(6) });
  expect(await call(db.pool, 'take_need', { p_token_hash: (await linksOf(db.pool, need.id, MATTI)).take_need })).toBe(
    'taken',
  );
});

it('twice to the same person is once', async () => {
  const need = await newNeed(db.pool);
  await ask(need);
  expect(await ask(need)).toBe('already_handed_over');
  expect(await ask(need, { p_token_hash: need.matti.hand_over_need })).toBe('already_handed_over');
  expect(await handOversOf(need.id)).toHaveLength(1);
  expect(await lettersOf(db.pool, need.id, 'receipt', 'new_need')).toHaveLength(2);
});

it('to several experts is as many hand-overs', async () => {
  const need = await newNeed(db.pool);
  await ask(need);
  expect(await ask(need, { p_people: [expert('nelli@kehitys.example')] })).toBe('handed_over');
  expect(await handOversOf(need.id)).toHaveLength(2);
});

it('to oneself is refused', async () => {
  const need = await newNeed(db.pool);
  expect(await ask(need, { p_people: [coordinator(MAIJA)] })).toBe('to_yourself');
  expect(await handOversOf(need.id)).toEqual([]);
});

it('of a need that is closed is refused', async () => {
  const need = await newNeed(db.pool);
  await call(db.pool, 'withdraw_need', { p_token_hash: need.company.see_need });
  expect(await ask(need)).toBe('closed');
});

it('to the company, or to nobody, is refused whole', async () => {
  const need = await newNeed(db.pool);
  await expect(ask(need, { p_people: [{ ...expert(ERKKI), role: 'company' }] })).rejects.toMatchObject({
    code: '23514',
    constraint: 'a_need_is_handed_to_a_coordinator_or_an_expert',
  });
  await expect(ask(need, { p_people: [{ ...expert(ERKKI), email: null }] })).rejects.toMatchObject({ code: '23502' });
  expect(await handOversOf(need.id)).toEqual([]);
});
