// hand_over_need: somebody of the network is asked to take a need, gets links of their own, and the company hears who.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { atOnce, lockOfNeed } from '../../tests/support/sql-at-once.ts';
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
const NELLI = 'nelli@kehitys.example';
const take = (p_token_hash: string) => call(db.pool, 'take_need', { p_token_hash });
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
  expect(Object.keys(links).sort()).toEqual([
    'answer_need',
    'decline_need',
    'log_contact',
    'report_hand_over',
    'take_need',
  ]);
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
  expect(await ask(need, { p_people: [coordinator(MATTI)], p_links: [] })).toBe('handed_over');
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

describe('to several at once', () => {
  it('asks each of them, and the company hears of all in one letter', async () => {
    const need = await newNeed(db.pool);
    expect(await ask(need, { p_people: [expert(ERKKI), expert(NELLI, 'Nelli'), coordinator(MATTI)] })).toBe(
      'handed_over',
    );
    expect(await lettersOf(db.pool, need.id, 'receipt', 'new_need')).toEqual([
      `handed_over → ${need.email}`,
      `handover_asked → ${ERKKI}`,
      `handover_asked → ${MATTI}`,
      `handover_asked → ${NELLI}`,
    ]);
    const { rows } = await db.pool.query(
      `select h.to_email from app.events e join app.hand_overs h on h.id = e.hand_over_id
       where e.need_id = $1 and e.kind = 'handed_over' order by 1`,
      [need.id],
    );
    expect(rows.map(({ to_email }) => to_email)).toEqual([ERKKI, MATTI, NELLI]);
    const letters = await call(db.pool, 'claim_letters', { p_most: 100, p_lease_seconds: 45 });
    const told = letters.find(({ letter, reference }) => letter === 'handed_over' && reference === need.reference);
    expect(told?.expert_name).toBe('Erkki Esimerkki\nMatti\nNelli');
  });

  it('gives each their own links, in their own language', async () => {
    const need = await newNeed(db.pool);
    await ask(need, { p_people: [expert(ERKKI), { ...expert(NELLI), language: 'sv' }] });
    const [erkki, nelli] = [await linksOf(db.pool, need.id, ERKKI), await linksOf(db.pool, need.id, NELLI)];
    const seen = await Promise.all(
      [erkki, nelli].map(async (links) => (await call(db.pool, 'open_link', { p_token_hash: links.take_need }))[0]),
    );
    expect(seen.map((row) => [row?.person_email, row?.language])).toEqual([
      [ERKKI, 'fi'],
      [NELLI, 'sv'],
    ]);
  });

  it('asks those who are not asked yet, and nobody twice', async () => {
    const need = await newNeed(db.pool);
    await ask(need);
    expect(await ask(need, { p_people: [expert(ERKKI), expert(NELLI), expert(NELLI)] })).toBe('handed_over');
    expect(await handOversOf(need.id)).toMatchObject([{ to_email: ERKKI }, { to_email: NELLI }]);
  });

  it('by two coordinators at once asks whom both mean once', async () => {
    const need = await newNeed(db.pool);
    const both = (p_token_hash: string, email: string) => () =>
      ask(need, { p_token_hash, p_people: [expert(ERKKI), expert(email)] });
    const said = await atOnce(db.pool, lockOfNeed(need.id), [
      both(need.maija.hand_over_need, NELLI),
      both(need.matti.hand_over_need, 'olli@yhtio.example'),
    ]);
    expect(said).toEqual(['handed_over', 'handed_over']);
    expect(await handOversOf(need.id)).toHaveLength(3);
    const letters = await lettersOf(db.pool, need.id, 'receipt', 'new_need', 'handed_over');
    expect(letters.filter((line) => line.endsWith(ERKKI))).toHaveLength(1);
  });

  it('asks nobody when there are more than five, or one of them may not be asked', async () => {
    const need = await newNeed(db.pool);
    const six = Array.from({ length: 6 }, (_, n) => expert(`asiantuntija-${n}@opisto.example`));
    expect(await ask(need, { p_people: six })).toBe('too_many');
    expect(await ask(need, { p_people: [expert(ERKKI), coordinator(MAIJA)] })).toBe('to_yourself');
    await ask(need, { p_people: [expert(NELLI)] });
    await db.pool.query('update app.links set revoked_at = now() where person_email = $1', [NELLI]);
    await db.pool.query(`update app.hand_overs set state = 'declined' where need_id = $1`, [need.id]);
    expect(await ask(need, { p_people: [expert(ERKKI), expert(NELLI)] })).toBe('person_gone');
    expect(await handOversOf(need.id)).toHaveLength(1);
  });

  it('the first to take it has it, and the others hear an hour later that they need do nothing', async () => {
    const need = await newNeed(db.pool);
    await ask(need, { p_people: [expert(ERKKI), expert(NELLI)] });
    const [erkki, nelli] = [await linksOf(db.pool, need.id, ERKKI), await linksOf(db.pool, need.id, NELLI)];
    expect(await take(erkki.take_need)).toBe('taken');
    expect(await take(nelli.take_need)).toBe('taken_by_other');
    expect(await lettersOf(db.pool, need.id)).toContain(`handover_settled → ${NELLI}`);
    const [seen] = await call(db.pool, 'open_link', { p_token_hash: nelli.take_need });
    const asked = (seen?.hand_overs ?? []) as { to_email: string }[];
    expect(asked.toSorted((a, b) => a.to_email.localeCompare(b.to_email))).toMatchObject([
      { to_email: ERKKI, state: 'taken' },
      { to_email: NELLI, state: 'asked', settled: true, may_take: false },
    ]);
    const { rows } = await db.pool.query(
      `select extract(epoch from send_after - now()) / 60 as minutes from app.outbox where need_id = $1 and letter = 'handover_settled'`,
      [need.id],
    );
    expect(Number(rows[0].minutes)).toBeGreaterThan(55);
  });

  it('nobody is told so when the first one lets go within the hour', async () => {
    const need = await newNeed(db.pool);
    await ask(need, { p_people: [expert(ERKKI), expert(NELLI)] });
    const [erkki, nelli] = [await linksOf(db.pool, need.id, ERKKI), await linksOf(db.pool, need.id, NELLI)];
    await take(erkki.take_need);
    await call(db.pool, 'release_need', { p_token_hash: erkki.take_need });
    await db.pool.query('update app.outbox set send_after = now() where need_id = $1', [need.id]);
    const letters = await call(db.pool, 'claim_letters', { p_most: 100, p_lease_seconds: 45 });
    expect(letters.map(({ letter }) => letter)).not.toContain('handover_settled');
    expect(await take(nelli.take_need)).toBe('taken');
  });
});

describe('to somebody who declined', () => {
  it('is a new ask, with a reason, and the old one stays on record', async () => {
    const need = await newNeed(db.pool);
    const before = await handOver(db.pool, need);
    await call(db.pool, 'decline_need', { p_token_hash: before.decline_need, p_reason: 'En ehdi.' });
    expect(await ask(need, { p_note: null })).toBe('say_why');
    expect(await ask(need, { p_note: 'Aikaa onkin ensi kuussa.' })).toBe('handed_over');
    expect((await handOversOf(need.id)).map(({ state }) => state)).toEqual(['declined', 'asked']);
    const links = await linksOf(db.pool, need.id, ERKKI);
    expect(links.take_need).not.toBe(before.take_need);
    expect(await take(links.take_need)).toBe('taken');
    expect(await call(db.pool, 'answer_need', { p_token_hash: links.answer_need, p_body: 'Hei!' })).toBe('said');
  });
});

it('to a coordinator who has left is refused', async () => {
  const need = await newNeed(db.pool);
  const listed = [{ email: MAIJA, name: 'Maija Malli' }];
  await call(db.pool, 'keep_coordinators', { p_coordinators: [...listed, { email: MATTI, name: null }] });
  await call(db.pool, 'keep_coordinators', { p_coordinators: listed });
  expect(await ask(need, { p_people: [coordinator(MATTI)], p_links: linkPool(6) })).toBe('person_gone');
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
  await expect(ask(need, { p_people: [{ ...expert(ERKKI), email: null }] })).rejects.toMatchObject({ code: '23514' });
  expect(await handOversOf(need.id)).toEqual([]);
});
