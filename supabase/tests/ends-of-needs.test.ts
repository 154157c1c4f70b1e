// desk_close_need and desk_refer_need: a need ends with a word to the company, by whoever handles it, once; and who reads how.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Constants } from '#domain/database.generated.ts';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { type Claims, call, type Enums } from '../../tests/support/sql-call.ts';
import { signIn } from '../../tests/support/sql-desk.ts';
import { hoursOfLinks, linkPool } from '../../tests/support/sql-links.ts';
import { eventsOf, lettersOf, MAIJA, MATTI, needRow, newNeed, type TestNeed } from '../../tests/support/sql-needs.ts';
import { asReplica, letPass } from '../../tests/support/sql-time.ts';

let db: TestDatabase;
let maija: Claims;
let matti: Claims;
let need: TestNeed;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  maija = await signIn(db.pool, MAIJA);
  matti = await signIn(db.pool, MATTI);
  need = await newNeed(db.pool);
});
afterAll(() => db.close());

const place = async (p_seen?: number) => ({
  p_reference: need.reference,
  p_seen: p_seen ?? 1_000_000,
  p_links: linkPool(6),
});
const close = async (who: Claims, p_outcome: Enums['need_outcome'] = 'helped', p_body = 'Kurssi on varattu.') =>
  (await call(db.pool, 'desk_close_need', { ...(await place()), p_outcome, p_body }, who))[0];
const refer = async (who: Claims, p_body = 'Heillä on tähän osaajat.') => {
  const to = { p_to: 'Ville Viisas, Uusi Yhdistys', p_contact: 'ville@yhdistys.example' };
  return (await call(db.pool, 'desk_refer_need', { ...(await place()), ...to, p_body }, who))[0];
};
const take = async (who: Claims) => call(db.pool, 'desk_take_need', await place(), who);
const end = async (who: Claims) =>
  (await call(db.pool, 'desk_need_end', { p_reference: need.reference }, who)) as unknown[];
const done = (outcome: string) => ({ standing: 'current', outcome });
const ENDS = { close, refer } as const;
const END = { close: done('ended'), refer: done('referred') } as const;
const AGAIN = { close: done('already_ended'), refer: done('already_referred') } as const;
const STATE = { close: 'closed', refer: 'referred' } as const;

describe.each(['close', 'refer'] as const)('%s', (way) => {
  it('ends the need, stops the clock in time, and tells the company once', async () => {
    expect([await ENDS[way](maija), await ENDS[way](maija)]).toEqual([END[way], AGAIN[way]]);
    const row = await needRow(db.pool, need.id);
    expect(row).toMatchObject({ state: STATE[way], owner_email: MAIJA, promise_kept: true });
    expect(row.closed_at).toEqual(row.first_response_at);
    expect(await lettersOf(db.pool, need.id, 'receipt', 'new_need')).toEqual([`${STATE[way]} → ${need.email}`]);
    expect((await eventsOf(db.pool, need.id)).at(-1)).toMatch(
      new RegExp(`^${STATE[way]} by ${MAIJA} .* → ${STATE[way]}$`),
    );
  });

  it('after the due time, of a need that nobody answered, leaves the promise broken', async () => {
    await letPass(db.pool, '30 days');
    await ENDS[way](await signIn(db.pool, MAIJA));
    expect((await needRow(db.pool, need.id)).promise_kept).toBe(false);
  });

  it('leaves a first response that was before it as it was', async () => {
    await call(db.pool, 'answer_need', { p_token_hash: need.maija.answer_need, p_body: 'Selvitän.' });
    const { first_response_at } = await needRow(db.pool, need.id);
    await ENDS[way](maija);
    expect((await needRow(db.pool, need.id)).first_response_at).toEqual(first_response_at);
  });

  it('is for its owner, and for anybody while it has none', async () => {
    await take(matti);
    expect(await ENDS[way](maija)).toEqual(done('taken_by_other'));
    expect(await ENDS[way](matti)).toEqual(END[way]);
  });

  it('of a need that ended another way changes nothing', async () => {
    await call(db.pool, 'withdraw_need', { p_token_hash: need.company.see_need });
    expect(await ENDS[way](maija)).toEqual(done('closed'));
    expect((await needRow(db.pool, need.id)).state).toBe('withdrawn');
  });

  it('not over a change that nobody has seen', async () => {
    const seen = (await place(1)).p_seen;
    await call(db.pool, 'reply_to_need', { p_token_hash: need.company.reply_to_need, p_body: 'Vielä yksi asia!' });
    const args = { ...(await place(seen)), p_body: 'Hei', p_to: 'Ville', p_contact: '09 123' };
    const [row] =
      way === 'refer'
        ? await call(db.pool, 'desk_refer_need', args, maija)
        : await call(db.pool, 'desk_close_need', { ...(await place(seen)), p_outcome: 'helped', p_body: 'Hei' }, maija);
    expect(row).toEqual({ standing: 'changed', outcome: null });
    expect((await needRow(db.pool, need.id)).state).toBe('received');
  });

  it('ends the links of those who handle it in a day and of the company in a month', async () => {
    await ENDS[way](maija);
    expect(await hoursOfLinks(db.pool, need.id)).toEqual({ [MAIJA]: [24], [MATTI]: [24], [need.email]: [30 * 24] });
  });
});

it('the company reads the closing message on its page', async () => {
  await close(maija, 'informed', 'Saitte ohjeen.');
  const [seen] = await call(db.pool, 'open_link', { p_token_hash: need.company.see_need });
  expect(seen?.messages).toMatchObject([{ kind: 'closing', author_email: MAIJA, body: 'Saitte ohjeen.' }]);
});

it('who goes on with a referred need, and their contact, stand in the message itself', async () => {
  await refer(maija, 'Heillä on tähän osaajat.');
  const [seen] = await call(db.pool, 'open_link', { p_token_hash: need.company.see_need });
  expect(seen?.messages).toMatchObject([
    {
      kind: 'referral',
      body: 'Heillä on tähän osaajat.\n\nVille Viisas, Uusi Yhdistys\nville@yhdistys.example',
    },
  ]);
});

it.each(Constants.api.Enums.need_outcome)('the outcome %s is on record', async (outcome) => {
  await close(maija, outcome);
  expect(await end(matti)).toEqual([{ outcome, referred_to: null, referred_contact: null }]);
});

it('how a need ended is for the desk alone, and there is nothing to say of an open one', async () => {
  expect(await end(maija)).toEqual([]);
  await refer(maija);
  expect(await end(maija)).toMatchObject([{ outcome: null, referred_contact: 'ville@yhdistys.example' }]);
  expect(await end({ email: MAIJA, session_id: crypto.randomUUID() })).toEqual([]);
});

it.each(['shaping', 'calling', 'offered', 'agreed', 'preparing', 'delivering'] as const)(
  'at %s it does not close: it ends by its own steps',
  async (state) => {
    await take(maija);
    await asReplica(db.pool, (client) =>
      client.query('update app.needs set state = $2 where id = $1', [need.id, state]),
    );
    expect(await close(maija)).toEqual(done('under_way'));
    expect((await needRow(db.pool, need.id)).state).toBe(state);
  },
);

it('at closing it closes', async () => {
  await take(maija);
  await asReplica(db.pool, (client) => client.query(`update app.needs set state = 'closing' where id = $1`, [need.id]));
  expect(await close(maija)).toEqual(done('ended'));
});
