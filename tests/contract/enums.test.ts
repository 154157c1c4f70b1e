// Closed sets that stand in SQL and in the domain or the server hold the same.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LETTERS } from '#domain/content/letter.ts';
import { promiseFacts } from '#domain/content/promise.ts';
import { SURVEY_EVENTS } from '#domain/content/survey.ts';
import { DOCUMENT_FORMATS } from '#domain/documents/formats.ts';
import { FOLLOW_UP_WAYS } from '#domain/forms/answer-follow-up.ts';
import { OUTCOMES } from '#domain/forms/close-need.ts';
import { CHANNELS } from '#domain/forms/log-contact.ts';
import { CONTACT_WAYS } from '#domain/forms/send-need-checks.ts';
import { LANGUAGES } from '#domain/routes.ts';
import { LINKS_FOR } from '#lib/links.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { call } from '../support/sql-call.ts';
import { needArgs } from '../support/sql-needs.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

it.each([
  ['language', LANGUAGES],
  ['contact_way', CONTACT_WAYS],
  ['contact_channel', CHANNELS],
  ['need_outcome', OUTCOMES],
  ['letter_kind', Object.keys(LETTERS)],
  ['survey_event', SURVEY_EVENTS],
  ['follow_up_way', FOLLOW_UP_WAYS],
  ['document_format', Object.keys(DOCUMENT_FORMATS)],
])('api.%s', async (name, values) => {
  const { rows } = await db.pool.query(`select enum_range(null::api.${name})::text[] as values`);
  expect(rows[0].values.toSorted()).toEqual([...values].sort());
});

it('the server makes as many links for each person as SQL takes', async () => {
  const { rows } = await db.pool.query(
    `select role, cardinality(app.purposes_of(role)) as count from unnest(enum_range(null::api.person_role)) role`,
  );
  const counts = Object.fromEntries(rows.map(({ role, count }) => [role, count]));
  expect(counts).toEqual({ ...LINKS_FOR, system: 0, adviser: 0, steering: 0 });
});

it('whoever gets a letter has links for all that it offers', async () => {
  const OFFERS = {
    status_link: 'see_need',
    reply_link: 'reply_to_need',
    take_link: 'take_need',
    answer_link: 'answer_need',
    log_link: 'log_contact',
    ask_link: 'ask_more',
    hand_over_link: 'hand_over_need',
    ended_link: 'report_hand_over',
    decline_link: 'decline_need',
  };
  const { rows } = await db.pool.query(
    'select role, app.purposes_of(role)::text[] as purposes from unnest(enum_range(null::api.person_role)) role',
  );
  const purposes: Record<string, string[]> = Object.fromEntries(rows.map((row) => [row.role, row.purposes]));
  const missing = Object.entries(LETTERS).flatMap(([kind, { to, must }]) =>
    Object.entries(OFFERS)
      .filter(([link, purpose]) => (must as readonly string[]).includes(link) && !purposes[to]?.includes(purpose))
      .map(([link]) => `${kind} → ${to}: ${link}`),
  );
  expect(missing).toEqual([]);
});

it.each([0, 1, 30, 31])('a promise of %i days', async (days) => {
  const inContent = promiseFacts.shape.days.safeParse(days).success;
  const stored = await call(db.pool, 'send_need', needArgs({ p_promise_days: days })).catch((error) => error.code);
  expect(inContent).toBe(Array.isArray(stored));
});
