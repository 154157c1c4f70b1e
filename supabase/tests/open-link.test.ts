// open_link: what each person sees behind a link of theirs; looking changes nothing.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call } from '../../tests/support/sql-call.ts';
import { randomHash } from '../../tests/support/sql-links.ts';
import { handOver, MAIJA, newNeed } from '../../tests/support/sql-needs.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const open = (p_token_hash: string) => call(db.pool, 'open_link', { p_token_hash });

it('shows the need, its promise and who is looking', async () => {
  const need = await newNeed(db.pool);
  const [seen] = await open(need.maija.answer_need);
  expect(seen).toMatchObject({
    purpose: 'answer_need',
    person_role: 'coordinator',
    person_email: MAIJA,
    person_name: 'Maija Malli',
    language: 'fi',
    reference: need.reference,
    state: 'received',
    contact_email: need.email,
    promise_days: 2,
    owner_email: null,
    first_response_at: null,
    promise_kept: null,
    messages: [],
    hand_overs: [],
    survey_answer: null,
  });
});

it('carries the ids of the other links of the same set, and of no other', async () => {
  const need = await newNeed(db.pool);
  for (const [hash, email] of [
    [need.company.see_need, need.email],
    [need.maija.take_need, MAIJA],
  ]) {
    const [seen] = await open(hash as string);
    const { rows } = await db.pool.query(
      'select jsonb_object_agg(purpose, id) as links from app.links where need_id = $1 and person_email = $2',
      [need.id, email],
    );
    expect(seen?.links).toEqual(rows[0].links);
  }
});

it('leaves out links that have ended or were revoked', async () => {
  const need = await newNeed(db.pool);
  await db.pool.query(`update app.links set revoked_at = now() where need_id = $1 and purpose = 'reply_to_need'`, [
    need.id,
  ]);
  const [seen] = await open(need.company.see_need);
  expect(Object.keys(seen?.links as object).sort()).toEqual(['answer_survey', 'see_need']);
});

it('shows the company to whom its need was handed over, but not what was written about it', async () => {
  const need = await newNeed(db.pool);
  const expert = await handOver(db.pool, need);
  expect((await open(need.company.see_need))[0]?.hand_overs).toMatchObject([
    { to_name: 'Erkki Esimerkki', state: 'asked', note: null },
  ]);
  expect((await open(expert.take_need))[0]?.hand_overs).toMatchObject([{ note: 'Osaatko auttaa?' }]);
});

it('changes nothing, however often', async () => {
  const need = await newNeed(db.pool);
  const all = () =>
    db.pool.query(
      `select (select jsonb_agg(n) from app.needs n) as needs, (select jsonb_agg(e) from app.events e) as events,
         (select jsonb_agg(l) from app.links l) as links, (select jsonb_agg(o) from app.outbox o) as outbox`,
    );
  const before = (await all()).rows;
  for (const hash of [...Object.values(need.company), ...Object.values(need.maija)]) await open(hash);
  expect((await all()).rows).toEqual(before);
});

it.each([
  ['expired', `expires_at = created_at + interval '1 microsecond'`],
  ['revoked', 'revoked_at = now()'],
])('is empty for a link that is %s', async (_, change) => {
  const need = await newNeed(db.pool);
  await db.pool.query(`update app.links set ${change} where need_id = $1`, [need.id]);
  expect(await open(need.company.see_need)).toEqual([]);
});

it('is empty for a link that nobody has', async () => {
  expect([await open(randomHash()), await open(''), await open(null as unknown as string)]).toEqual([[], [], []]);
});
