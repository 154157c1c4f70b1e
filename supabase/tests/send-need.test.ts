// send_need, the first time: everything that a need is made of is stored together, or nothing is.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call } from '../../tests/support/sql-call.ts';
import { linkPool } from '../../tests/support/sql-links.ts';
import { eventsOf, lettersOf, MAIJA, MATTI, needArgs, newNeed } from '../../tests/support/sql-needs.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const count = async (table: string): Promise<number> =>
  (await db.pool.query(`select count(*)::integer as count from app.${table}`)).rows[0].count;

describe('an accepted need', () => {
  it('comes back with its reference, its promise and the id of its status link', async () => {
    const args = needArgs();
    const [sent] = await call(db.pool, 'send_need', args);
    expect(sent).toMatchObject({
      outcome: 'accepted',
      reference: args.p_reference,
      promise_days: 2,
      retry_after_seconds: null,
    });
    expect(new Date(sent?.due_at ?? '').toISOString()).toBe(args.p_due_at);
    expect(Math.abs(Date.parse(sent?.received_at ?? '') - Date.now())).toBeLessThan(5000);
    const { rows } = await db.pool.query('select purpose, person_email from app.links where id = $1', [
      sent?.status_link,
    ]);
    expect(rows).toEqual([{ purpose: 'see_need', person_email: args.p_contact_email }]);
  });

  it('is stored as it was written, received and with its clock running', async () => {
    const args = needArgs({ p_idempotency_key: 'key-of-a-form' });
    await call(db.pool, 'send_need', args);
    const { rows } = await db.pool.query('select * from app.needs where reference = $1', [args.p_reference]);
    expect(rows[0]).toMatchObject({
      state: 'received',
      language: 'sv',
      description: args.p_description,
      services: args.p_services,
      business_id: '0201256-6',
      founder: false,
      company_name: 'Malli Oy',
      contact_name: 'Yrjö Yrittäjä',
      contact_email: args.p_contact_email,
      contact_phone: args.p_contact_phone,
      contact_by: 'email',
      notice_version: '2026-11-22',
      idempotency_key: 'key-of-a-form',
      fingerprint: args.p_fingerprint,
      promise_days: 2,
      due_at: new Date(args.p_due_at ?? ''),
      owner_email: null,
      first_response_at: null,
      promise_kept: null,
      closed_at: null,
    });
  });

  it('has one event, a receipt for the company and a letter for every coordinator', async () => {
    const need = await newNeed(db.pool);
    expect(await eventsOf(db.pool, need.id)).toEqual([`received by ${need.email}`]);
    expect(await lettersOf(db.pool, need.id)).toEqual([
      `new_need → ${MAIJA}`,
      `new_need → ${MATTI}`,
      `receipt → ${need.email}`,
    ]);
  });

  it('has for each person one link for each purpose of theirs, in their language, from the given pairs in order', async () => {
    const links = linkPool(15);
    const need = await newNeed(db.pool, { p_links: links });
    const { rows } = await db.pool.query(
      `select id, encode(token_hash, 'hex') as hash, person_role, person_email, person_name, language, purpose
       from app.links where need_id = $1`,
      [need.id],
    );
    expect(rows.map(({ id, hash }) => ({ id, hash })).sort(byId)).toEqual(links.toSorted(byId));
    const of = (email: string) =>
      links.flatMap(({ id }) => rows.filter((row) => row.id === id && row.person_email === email));
    expect(of(need.email).map(({ purpose, language, person_name }) => [purpose, language, person_name])).toEqual([
      ['see_need', 'sv', 'Yrjö Yrittäjä'],
      ['reply_to_need', 'sv', 'Yrjö Yrittäjä'],
      ['answer_survey', 'sv', 'Yrjö Yrittäjä'],
    ]);
    for (const who of [MAIJA, MATTI]) {
      expect(of(who).map(({ purpose }) => purpose)).toEqual([
        'take_need',
        'answer_need',
        'log_contact',
        'ask_more',
        'hand_over_need',
        'decline_need',
      ]);
      expect(new Set(of(who).map(({ language, person_role }) => `${language} ${person_role}`))).toEqual(
        new Set(['fi coordinator']),
      );
    }
  });
});

it('a founder needs no business ID, nor does anybody a company name, a phone or a service', async () => {
  const args = needArgs({
    p_business_id: null,
    p_founder: true,
    p_company_name: null,
    p_contact_phone: null,
    p_services: [],
  });
  expect((await call(db.pool, 'send_need', args))[0]?.outcome).toBe('accepted');
});

it('with too few links for everybody nothing at all is stored', async () => {
  const before = await Promise.all(['needs', 'events', 'links', 'outbox'].map(count));
  await expect(call(db.pool, 'send_need', needArgs({ p_links: linkPool(14) }))).rejects.toMatchObject({
    code: '23502',
    table: 'links',
  });
  expect(await Promise.all(['needs', 'events', 'links', 'outbox'].map(count))).toEqual(before);
});

it('a link that somebody has is never made twice', async () => {
  const links = linkPool(15);
  await newNeed(db.pool, { p_links: links });
  await expect(newNeed(db.pool, { p_links: links })).rejects.toMatchObject({ code: '23505', table: 'links' });
});

it('what people write is never read as SQL', async () => {
  const p_description = `Robert'); drop table app.needs;-- $$ \\ ' " 😀`;
  const need = await newNeed(db.pool, { p_description });
  const { rows } = await db.pool.query('select description from app.needs where id = $1', [need.id]);
  expect(rows).toEqual([{ description: p_description }]);
});

const byId = (one: { id: string }, other: { id: string }): number => one.id.localeCompare(other.id);
