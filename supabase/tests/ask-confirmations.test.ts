// ask_confirmations: who is asked and when. Half a year, whoever calls, however often, however late.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { atOnce } from '../../tests/support/sql-at-once.ts';
import { call } from '../../tests/support/sql-call.ts';
import {
  ask,
  type Contact,
  contact,
  daysAgo,
  lettersOfRound,
  linksOfRecord,
  newRound,
  roundOf,
} from '../../tests/support/sql-confirmations.ts';
import { claim, emptyOutbox } from '../../tests/support/sql-letters.ts';
import { linkPool } from '../../tests/support/sql-links.ts';
import { asReplica, letPass } from '../../tests/support/sql-time.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

/** As if the contact had been asked that many days ago. */
const askedDaysAgo = (of: Contact, days: number) =>
  asReplica(db.pool, (client) =>
    client.query(
      `update app.confirmations set asked_at = now() - make_interval(days => $2) where provider = $1 and ended_at is null`,
      [of.provider, days],
    ),
  );
const rounds = async (of: Contact) =>
  (await db.pool.query('select * from app.confirmations where provider = $1 order by asked_at', [of.provider])).rows;

it('a contact that is due gets a round of its own, with a letter that carries its two links, in its language', async () => {
  await emptyOutbox(db.pool);
  const round = await newRound(db.pool, { language: 'sv' });
  expect(await rounds(round.contact)).toMatchObject([
    { provider: round.contact.provider, person_email: round.contact.email, texts: 'a'.repeat(64), confirmed_at: null },
  ]);
  const [letter, ...others] = await claim(db.pool);
  expect(others).toEqual([]);
  expect(letter).toMatchObject({
    letter: 'confirm_services',
    to_email: round.contact.email,
    language: 'sv',
    reference: null,
    confirmation: { provider: round.contact.provider, email: round.contact.email, confirmed_at: null },
    task: null,
  });
  expect(Object.keys(letter?.links as object).sort()).toEqual(['confirm_services', 'report_mistake']);
});

describe('half a year', () => {
  it.each([
    ['half a year and a day', 185, 1],
    ['five months', 150, 0],
    ['yesterday', 1, 0],
    ['today', 0, 0],
  ])('a provider whose content was confirmed %s ago', async (_what, days, asked) => {
    expect(await ask(db.pool, [contact({ confirmed: daysAgo(days) })])).toEqual({ asked, ended: 0 });
  });

  it.each([
    ['185 days', 185, 1],
    ['180 days', 180, 0],
    ['a week', 7, 0],
  ])('a contact that was asked %s ago and never answered', async (_what, days, asked) => {
    const { contact: of } = await newRound(db.pool);
    await askedDaysAgo(of, days);
    expect((await ask(db.pool, [of])).asked).toBe(asked);
    expect(await rounds(of)).toHaveLength(1 + asked);
  });

  it('is counted in days of Helsinki: the letter of the same hour half a year later is due', async () => {
    const { contact: of } = await newRound(db.pool);
    const { rows } = await db.pool.query<{ due: Date }>(
      `select ((app.helsinki_day(now()) - interval '6 months') + interval '23 hours 59 minutes') at time zone 'Europe/Helsinki' as due`,
    );
    await asReplica(db.pool, (client) =>
      client.query('update app.confirmations set asked_at = $2 where provider = $1', [of.provider, rows[0]?.due]),
    );
    expect((await ask(db.pool, [of])).asked).toBe(1);
  });

  it('runs again from the confirmation through the letter', async () => {
    const round = await newRound(db.pool);
    await askedDaysAgo(round.contact, 190);
    await call(db.pool, 'confirm_services', { p_token_hash: round.confirm });
    expect((await ask(db.pool, [round.contact])).asked).toBe(0);
    await asReplica(db.pool, (client) =>
      client.query(
        `update app.confirmations set asked_at = asked_at - interval '190 days', confirmed_at = confirmed_at - interval '185 days'
         where id = $1`,
        [round.id],
      ),
    );
    expect((await ask(db.pool, [round.contact])).asked).toBe(1);
  });

  it('holds for a colleague in psql as well', async () => {
    const { contact: of, id } = await newRound(db.pool);
    const insert = (asked: string) =>
      db.pool.query(
        `insert into app.confirmations (provider, person_email, language, texts, asked_at)
         values ($1, $2, 'fi', repeat('a', 64), ${asked})`,
        [of.provider, of.email],
      );
    await db.pool.query('update app.confirmations set ended_at = now() where id = $1', [id]);
    await expect(insert('now()')).rejects.toMatchObject({ code: 'NHALF' });
    await expect(insert(`now() + interval '150 days'`)).rejects.toMatchObject({ code: 'NHALF' });
    await insert(`now() + interval '185 days'`);
  });
});

describe('runs', () => {
  it('again at once ask nobody a second time', async () => {
    const of = contact();
    expect((await ask(db.pool, [of])).asked).toBe(1);
    expect((await ask(db.pool, [of])).asked).toBe(0);
    expect(await rounds(of)).toHaveLength(1);
  });

  it('that happen at once ask each contact once between them', async () => {
    const contacts = [contact(), contact(), contact()];
    const lock = { sql: `select pg_advisory_xact_lock(hashtextextended('ask_confirmations', 2))`, values: [] };
    const done = await atOnce(
      db.pool,
      lock,
      Array.from({ length: 3 }, () => () => ask(db.pool, contacts)),
    );
    expect(done.map(({ asked }) => asked).sort()).toEqual([0, 0, 3]);
    for (const of of contacts) expect(await rounds(of)).toHaveLength(1);
  });

  it('that were missed for a year leave one letter to each, not two', async () => {
    const { contact: of } = await newRound(db.pool);
    await askedDaysAgo(of, 400);
    expect((await ask(db.pool, [of])).asked).toBe(1);
    expect((await ask(db.pool, [of])).asked).toBe(0);
    expect(await rounds(of)).toHaveLength(2);
  });

  it('ask no more than they may, who has waited longest first; the next run asks the rest', async () => {
    const contacts = [200, 900, 300, 600].map((days) => contact({ confirmed: daysAgo(days) }));
    expect((await ask(db.pool, contacts, { most: 3 })).asked).toBe(3);
    const asked = await Promise.all(contacts.map(async (of) => (await rounds(of)).length));
    expect(asked).toEqual([0, 1, 1, 1]);
    expect((await ask(db.pool, contacts, { most: 3 })).asked).toBe(1);
  });

  it('take an address in capitals, or named twice, for one', async () => {
    const of = contact();
    const loud = { ...of, email: of.email.toUpperCase() };
    expect((await ask(db.pool, [of, loud])).asked).toBe(1);
    expect((await ask(db.pool, [loud])).asked).toBe(0);
    expect((await rounds(of))[0]).toMatchObject({ person_email: of.email });
  });

  it('with an empty list are refused, and end nothing', async () => {
    const { contact: of } = await newRound(db.pool);
    for (const p_contacts of [[], null]) {
      const run = call(db.pool, 'ask_confirmations', { p_contacts, p_most: 20, p_links: linkPool(2) });
      await expect(run).rejects.toMatchObject({ code: 'NCONT' });
    }
    expect(await rounds(of)).toMatchObject([{ ended_at: null }]);
  });
});

describe('people who come and go', () => {
  it('who is a contact no more gets no letter, and its links are dead', async () => {
    await emptyOutbox(db.pool);
    const round = await newRound(db.pool);
    const after = { ...round.contact, email: `uusi@${round.contact.provider}.example` };
    expect(await ask(db.pool, [after])).toEqual({ asked: 1, ended: 1 });
    expect(await call(db.pool, 'confirm_services', { p_token_hash: round.confirm })).toBe('no_link');
    expect(await call(db.pool, 'open_link', { p_token_hash: round.report })).toEqual([]);
    expect((await claim(db.pool)).map(({ to_email }) => to_email)).toEqual([after.email]);
  });

  it('a provider that has left the content is asked no more', async () => {
    const round = await newRound(db.pool);
    expect((await ask(db.pool, [contact({ confirmed: daysAgo(1) })], { everybody: true })).ended).toBeGreaterThan(0);
    expect(await call(db.pool, 'confirm_services', { p_token_hash: round.confirm })).toBe('no_link');
  });

  it('a new contact is asked at once when nobody has confirmed for half a year', async () => {
    const old = await newRound(db.pool);
    const after = { ...old.contact, email: `uusi@${old.contact.provider}.example` };
    expect((await ask(db.pool, [after])).asked).toBe(1);
  });

  it('but not when the one before has just confirmed', async () => {
    const old = await newRound(db.pool);
    await call(db.pool, 'confirm_services', { p_token_hash: old.confirm });
    const after = { ...old.contact, email: `uusi@${old.contact.provider}.example` };
    expect(await ask(db.pool, [after])).toEqual({ asked: 0, ended: 1 });
  });

  it('who comes back within half a year is not asked twice', async () => {
    const first = await newRound(db.pool);
    const other = { ...first.contact, email: `toinen@${first.contact.provider}.example` };
    await ask(db.pool, [other]);
    expect((await ask(db.pool, [first.contact])).asked).toBe(0);
  });

  it('who is the contact of two providers has a letter, a round and links for each', async () => {
    const email = `yhteinen-${daysAgo(0)}@kaksi.example`;
    const [one, two] = [contact({ email }), contact({ email })];
    expect((await ask(db.pool, [one, two])).asked).toBe(2);
    const [first, second] = [await roundOf(db.pool, one), await roundOf(db.pool, two)];
    expect(await call(db.pool, 'confirm_services', { p_token_hash: first.confirm })).toBe('confirmed');
    expect(await call(db.pool, 'open_link', { p_token_hash: second.confirm })).toMatchObject([
      { confirmation: { provider: two.provider, confirmed_at: null } },
    ]);
    expect(await lettersOfRound(db.pool, second.id)).toEqual([`confirm_services → ${email}`]);
  });
});

describe('links', () => {
  it('live until the next letter comes, and die with it', async () => {
    const round = await newRound(db.pool);
    await letPass(db.pool, '200 days');
    expect(await call(db.pool, 'open_link', { p_token_hash: round.confirm })).toHaveLength(1);
    await ask(db.pool, [round.contact]);
    expect(await call(db.pool, 'open_link', { p_token_hash: round.confirm })).toEqual([]);
    const next = await roundOf(db.pool, round.contact);
    expect(next.id).not.toBe(round.id);
    expect(await call(db.pool, 'open_link', { p_token_hash: next.confirm })).toHaveLength(1);
  });

  it('are two for a round, and of nobody else', async () => {
    const round = await newRound(db.pool);
    const { rows } = await db.pool.query(
      'select person_email, need_id, task_id from app.links where confirmation_id = $1',
      [round.id],
    );
    expect(rows).toEqual(Array(2).fill({ person_email: round.contact.email, need_id: null, task_id: null }));
    expect(Object.keys(await linksOfRecord(db.pool, 'confirmation_id', round.id, round.contact.email))).toHaveLength(2);
  });
});
