// take_mail: what becomes of a mail to a reply address, by who sent it, to whose address, and how the need stands.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { atOnce, lockOfNeed } from '../../tests/support/sql-at-once.ts';
import { call } from '../../tests/support/sql-call.ts';
import { signIn } from '../../tests/support/sql-desk.ts';
import { answerLink, mailed, receive, replyLink, take } from '../../tests/support/sql-mail.ts';
import {
  ERKKI,
  eventsOf,
  handOver,
  lettersOf,
  MAIJA,
  MATTI,
  needRow,
  newNeed,
  type TestNeed,
} from '../../tests/support/sql-needs.ts';

const STRANGER = 'joku@muualla.example';

let db: TestDatabase;
let need: TestNeed;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  need = await newNeed(db.pool);
});
afterAll(() => db.close());

const newLetters = () =>
  lettersOf(db.pool, need.id, 'receipt', 'new_need', 'handed_over', 'handover_asked', 'withdrawn');
const newEvents = async () => (await eventsOf(db.pool, need.id)).slice(1);
const threadOf = async () =>
  (
    await db.pool.query('select kind, author_email, body from app.messages where need_id = $1 order by created_at', [
      need.id,
    ])
  ).rows;
const mailOf = async (id: string) =>
  (await db.pool.query('select * from app.received_mails where id = $1', [id])).rows[0];
const release = () => call(db.pool, 'withdraw_need', { p_token_hash: need.company.see_need });

describe("the company's mail", () => {
  it('is a reply in the thread: whoever handles the need is told, and the clock runs on', async () => {
    const id = await receive(db.pool, await replyLink(db.pool, need), need.email);
    expect(await take(db.pool, id)).toBe('said');
    expect(await threadOf()).toEqual([{ kind: 'reply', author_email: need.email, body: 'Kolme hitsaajaa.' }]);
    expect(await newLetters()).toEqual([`reply_received → ${MAIJA}`, `reply_received → ${MATTI}`]);
    expect(await newEvents()).toEqual([`replied by ${need.email}`]);
    expect(await needRow(db.pool, need.id)).toMatchObject({ first_response_at: null, waits_for_company: false });
    expect(await mailOf(id)).toMatchObject({ outcome: 'said', body: null, message_id: expect.any(String) });
  });

  it('from its mailbox with or without a plus part, in capitals, is its own', async () => {
    const [name, domain] = need.email.split('@');
    expect(await mailed(db.pool, await replyLink(db.pool, need), `${name?.toUpperCase()}+työ@${domain}`)).toBe('said');
  });

  it('twice the same words are said once, and nobody is told twice', async () => {
    const link = await replyLink(db.pool, need);
    expect(await mailed(db.pool, link, need.email)).toBe('said');
    expect(await mailed(db.pool, link, need.email)).toBe('already_said');
    expect(await newLetters()).toHaveLength(2);
  });

  it('to a need that has ended is kept, shown to whoever handled it, and the company is told', async () => {
    await call(db.pool, 'take_need', { p_token_hash: need.maija.take_need });
    await release();
    const id = await receive(db.pool, await replyLink(db.pool, need), need.email);
    expect(await take(db.pool, id)).toBe('closed');
    expect(await newLetters()).toEqual([`mail_not_taken → ${need.email}`, `mail_set_aside → ${MAIJA}`]);
    expect(await mailOf(id)).toMatchObject({ body: 'Kolme hitsaajaa.', message_id: null });
  });

  it('to the letter of a need that was joined is a reply in the one where it goes on', async () => {
    const joined = await newNeed(db.pool, { p_contact_email: need.email });
    const maija = await signIn(db.pool, MAIJA);
    const joins = { p_reference: joined.reference, p_seen: 1_000_000, p_links: [], p_with: need.reference };
    expect(await call(db.pool, 'desk_join_need', joins, maija)).toMatchObject([{ outcome: 'joined' }]);
    expect(await mailed(db.pool, await replyLink(db.pool, joined), need.email)).toBe('said');
    expect(await threadOf()).toEqual([{ kind: 'reply', author_email: need.email, body: 'Kolme hitsaajaa.' }]);
    await mailed(db.pool, await replyLink(db.pool, joined), STRANGER);
    const [mail] = await call(db.pool, 'desk_need_mail', { p_reference: need.reference }, maija);
    expect(mail).toMatchObject({ by_mail: [expect.any(String)], set_aside: [{ from_email: STRANGER }] });
  });

  it.each([
    ['expired', `created_at = created_at - interval '2 days', expires_at = created_at - interval '1 day'`],
    ['revoked', 'revoked_at = now()'],
  ])('to an address whose link is %s opens nothing, is kept, and both are told', async (_, change) => {
    const id = await receive(db.pool, await replyLink(db.pool, need), need.email);
    await db.pool.query(`update app.links set ${change} where need_id = $1 and person_email = $2`, [
      need.id,
      need.email,
    ]);
    expect(await take(db.pool, id)).toBe('no_link');
    expect(await threadOf()).toEqual([]);
    expect(await newLetters()).toEqual([
      `mail_not_taken → ${need.email}`,
      `mail_set_aside → ${MAIJA}`,
      `mail_set_aside → ${MATTI}`,
    ]);
  });
});

describe("a coordinator's or an expert's mail", () => {
  it('answers the company, stops the clock and makes its writer the owner of a free need', async () => {
    expect(await mailed(db.pool, await answerLink(db.pool, need, MATTI), MATTI)).toBe('said');
    expect(await threadOf()).toEqual([{ kind: 'answer', author_email: MATTI, body: 'Kolme hitsaajaa.' }]);
    expect(await newLetters()).toEqual([`answer → ${need.email}`]);
    expect(await needRow(db.pool, need.id)).toMatchObject({
      owner_email: MATTI,
      promise_kept: true,
      waits_for_company: true,
    });
    expect(await newEvents()).toEqual([`taken by ${MATTI} received → claimed`, `answered by ${MATTI}`]);
  });

  it('of an expert who was asked, too', async () => {
    await handOver(db.pool, need);
    expect(await mailed(db.pool, await answerLink(db.pool, need, ERKKI), ERKKI)).toBe('said');
    expect(await needRow(db.pool, need.id)).toMatchObject({ owner_email: ERKKI, promise_kept: true });
  });

  it('of an expert who declined goes to nobody, and the expert hears it', async () => {
    const expert = await handOver(db.pool, need);
    await call(db.pool, 'decline_need', { p_token_hash: expert.decline_need, p_reason: 'Ei ehdi.' });
    expect(await mailed(db.pool, await answerLink(db.pool, need, ERKKI), ERKKI)).toBe('closed');
    expect((await newLetters()).filter((line) => line.includes('mail_'))).toEqual([`mail_not_taken → ${ERKKI}`]);
    expect(await needRow(db.pool, need.id)).toMatchObject({ first_response_at: null });
  });
});

describe('a mail from another address with the right token', () => {
  it.each(['company', 'coordinator'] as const)(
    'of the %s is nobody’s word: kept, shown, told, and the clock runs on',
    async (role) => {
      const link = role === 'company' ? await replyLink(db.pool, need) : await answerLink(db.pool, need, MAIJA);
      const id = await receive(db.pool, link, STRANGER);
      expect(await take(db.pool, id)).toBe('other_address');
      expect(await threadOf()).toEqual([]);
      expect(await needRow(db.pool, need.id)).toMatchObject({
        first_response_at: null,
        owner_email: null,
        waits_for_company: false,
      });
      expect(await mailOf(id)).toMatchObject({ body: 'Kolme hitsaajaa.', from_email: STRANGER });
      expect(await newEvents()).toEqual([`mail_set_aside by ${STRANGER}`]);
      // The person whose address it was hears of it there, and the stranger nothing.
      const person = role === 'company' ? need.email : MAIJA;
      expect(await newLetters()).toEqual(
        [
          `mail_not_taken → ${person}`,
          ...[MAIJA, MATTI].filter((who) => who !== person).map((who) => `mail_set_aside → ${who}`),
        ].sort(),
      );
    },
  );

  it('that the mail server found forged is not the person’s either', async () => {
    expect(await mailed(db.pool, await answerLink(db.pool, need, MAIJA), MAIJA, { p_is_proven: false })).toBe(
      'unproven',
    );
    expect(await needRow(db.pool, need.id)).toMatchObject({ first_response_at: null, owner_email: null });
    expect(await newLetters()).toEqual([`mail_not_taken → ${MAIJA}`, `mail_set_aside → ${MATTI}`]);
  });
});

describe('a machine’s mail', () => {
  it.each(['company', 'coordinator'] as const)(
    'to the %s’s address is a line in the log and no answer; no letter goes anywhere',
    async (role) => {
      const link = role === 'company' ? await replyLink(db.pool, need) : await answerLink(db.pool, need, MAIJA);
      const from = role === 'company' ? need.email : MAIJA;
      expect(await mailed(db.pool, link, from, { p_is_automatic: true, p_attachments: 2, p_was_cut: true })).toBe(
        'automatic',
      );
      expect(await newLetters()).toEqual([]);
      expect(await newEvents()).toEqual([`automatic_reply by ${from}`]);
      expect(await needRow(db.pool, need.id)).toMatchObject({ first_response_at: null, waits_for_company: false });
    },
  );

  it('that looks like a person’s ends by itself: three letters in a day are the most that anybody gets back', async () => {
    await release();
    const link = await replyLink(db.pool, need);
    for (let n = 0; n < 5; n += 1)
      expect(await mailed(db.pool, link, need.email, { p_body: `Olen lomalla ${n}.` })).toBe('closed');
    expect((await newLetters()).filter((line) => line.startsWith('mail_not_taken'))).toHaveLength(3);
  });

  it('that comes without end is kept and told to nobody after the twentieth in an hour', async () => {
    const link = await replyLink(db.pool, need);
    for (let n = 0; n < 20; n += 1) await mailed(db.pool, link, need.email, { p_body: `Viesti ${n}` });
    const letters = await newLetters();
    const id = await receive(db.pool, link, need.email);
    expect(await take(db.pool, id)).toBe('too_many');
    expect(await newLetters()).toEqual(letters);
    expect(await mailOf(id)).toMatchObject({ body: 'Kolme hitsaajaa.' });
  });
});

describe('mails of strangers to an address that they know', () => {
  const flood = async (link: string, count: number, changes: Parameters<typeof mailed>[3] = {}, from = STRANGER) => {
    const outcomes = [];
    for (let n = 0; n < count; n += 1)
      outcomes.push(await mailed(db.pool, link, from, { p_body: `Roskaa ${n}`, ...changes }));
    return outcomes;
  };

  it('do not keep the person’s own mail out, and from the twenty-first in an hour on are told to nobody', async () => {
    const link = await replyLink(db.pool, need);
    const outcomes = await flood(link, 22);
    expect(outcomes.slice(0, 20).every((outcome) => outcome === 'other_address')).toBe(true);
    expect(outcomes.slice(20)).toEqual(['too_many', 'too_many']);
    expect(await mailed(db.pool, link, need.email)).toBe('said');
  });

  it('nor do those that only bear her name', async () => {
    const link = await replyLink(db.pool, need);
    await flood(link, 25, { p_is_proven: false }, need.email);
    expect(await mailed(db.pool, link, need.email)).toBe('said');
  });

  it('bring the owner five letters a day and one that there are more; all are kept', async () => {
    await call(db.pool, 'take_need', { p_token_hash: need.maija.take_need });
    const link = await replyLink(db.pool, need);
    await flood(link, 12);
    const told = (await newLetters()).filter((line) => line.startsWith('mail'));
    expect(told.filter((line) => line === `mail_set_aside → ${MAIJA}`)).toHaveLength(5);
    expect(told.filter((line) => line === `mails_set_aside → ${MAIJA}`)).toHaveLength(1);
    const { rows } = await db.pool.query('select body from app.received_mails where need_id = $1', [need.id]);
    expect(new Set(rows.map(({ body }) => body)).size).toBe(12);
  });

  it('and so are those whose text cannot be had', async () => {
    await call(db.pool, 'take_need', { p_token_hash: need.maija.take_need });
    const link = await replyLink(db.pool, need);
    for (let n = 0; n < 8; n += 1)
      await call(db.pool, 'mail_failed', {
        p_id: await receive(db.pool, link, STRANGER),
        p_error: 'poissa',
        p_for_good: true,
      });
    const told = (await newLetters()).filter((line) => line.startsWith('mail') && line.endsWith(MAIJA));
    expect(told.sort()).toEqual([...Array(5).fill(`mail_set_aside → ${MAIJA}`), `mails_set_aside → ${MAIJA}`]);
  });

  it('and the company’s own words are told whatever strangers send', async () => {
    await call(db.pool, 'take_need', { p_token_hash: need.maija.take_need });
    const link = await replyLink(db.pool, need);
    await flood(link, 12);
    await mailed(db.pool, link, need.email);
    expect(await newLetters()).toContain(`reply_received → ${MAIJA}`);
  });
});

describe('what cannot be taken', () => {
  it.each([
    ['attachments', { p_attachments: 2 }],
    ['the end of a very long text', { p_was_cut: true }],
  ])('%s: the text is in the thread, and the sender is told once', async (_, changes) => {
    const id = await receive(db.pool, await replyLink(db.pool, need), need.email);
    expect(await take(db.pool, id, changes)).toBe('said');
    expect(await take(db.pool, id, changes)).toBe('said');
    expect((await newLetters()).filter((line) => line.startsWith('mail_'))).toEqual([
      `mail_taken_in_part → ${need.email}`,
    ]);
  });

  it('a mail without a text of its own: the sender is told, and nobody else is', async () => {
    expect(await mailed(db.pool, await replyLink(db.pool, need), need.email, { p_body: null, p_attachments: 1 })).toBe(
      'empty',
    );
    expect(await newLetters()).toEqual([`mail_not_taken → ${need.email}`]);
    expect(await newEvents()).toEqual([]);
  });
});

describe('nothing is lost or doubled', () => {
  it('a mail that is told again is the same mail', async () => {
    const id = randomUUID();
    const link = await replyLink(db.pool, need);
    const note = (p_from = need.email) => call(db.pool, 'receive_mail', { p_provider_id: id, p_links: [link], p_from });
    expect([await note(), await note(), await note(STRANGER)]).toEqual([
      'received',
      'already_received',
      'already_received',
    ]);
    const one = await receive(db.pool, link, need.email, id);
    expect([await take(db.pool, one), await take(db.pool, one, { p_body: 'Muuta.' })]).toEqual(['said', 'said']);
    expect(await threadOf()).toHaveLength(1);
  });

  it('two takers of one mail at once say it once', async () => {
    const id = await receive(db.pool, await replyLink(db.pool, need), need.email);
    const taker = () => take(db.pool, id);
    expect(await atOnce(db.pool, lockOfNeed(need.id), [taker, taker])).toEqual(['said', 'said']);
    expect(await threadOf()).toHaveLength(1);
    expect(await newLetters()).toHaveLength(2);
  });

  it('a mail is leased to one taker, and to the next when the lease has ended', async () => {
    await db.pool.query('update app.received_mails set taken_at = now(), outcome = $1 where taken_at is null', [
      'empty',
    ]);
    const id = await receive(db.pool, await replyLink(db.pool, need), need.email);
    const claim = () => call(db.pool, 'claim_mails', { p_most: 5, p_lease_seconds: 60 });
    expect((await claim()).map((mail) => mail.id)).toEqual([id]);
    expect(await claim()).toEqual([]);
    await db.pool.query(`update app.received_mails set leased_until = now() - interval '1 second' where id = $1`, [id]);
    expect(await claim()).toMatchObject([{ id, attempts: 2 }]);
  });

  it('a mail whose text cannot be had is tried again later, and after the last try both sides hear of it', async () => {
    const id = await receive(db.pool, await replyLink(db.pool, need), need.email);
    const fail = (p_for_good = false) => call(db.pool, 'mail_failed', { p_id: id, p_error: 'no answer', p_for_good });
    await fail();
    expect(await mailOf(id)).toMatchObject({ taken_at: null, last_error: 'no answer' });
    expect(await newLetters()).toEqual([]);
    await db.pool.query('update app.received_mails set attempts = 80 where id = $1', [id]);
    await fail();
    await fail(true);
    expect(await mailOf(id)).toMatchObject({ outcome: 'unreadable' });
    expect(await newLetters()).toEqual([
      `mail_not_taken → ${need.email}`,
      `mail_set_aside → ${MAIJA}`,
      `mail_set_aside → ${MATTI}`,
    ]);
  });

  it('a mail to several addresses goes by the sender’s own, and one to none is no need’s', async () => {
    const other = await newNeed(db.pool);
    const p_links = [
      await answerLink(db.pool, need, MAIJA),
      await replyLink(db.pool, other),
      await replyLink(db.pool, need),
    ];
    const note = (links: string[]) =>
      call(db.pool, 'receive_mail', { p_provider_id: randomUUID(), p_links: links, p_from: need.email });
    await db.pool.query(`update app.received_mails set taken_at = now(), outcome = 'empty' where taken_at is null`);
    expect(await note(p_links)).toBe('received');
    const { rows } = await db.pool.query('select link_id from app.received_mails where taken_at is null');
    expect(rows).toEqual([{ link_id: p_links[2] }]);
    expect(await note([])).toBe('no_address');
    expect(await note([randomUUID()])).toBe('no_address');
  });
});
