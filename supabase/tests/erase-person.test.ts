// Erasing a person: what is hers goes, what is the company's stays and names her nowhere, and no company loses its last owner.
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { type Claims, call } from '../../tests/support/sql-call.ts';
import { newConsent } from '../../tests/support/sql-consents.ts';
import { claim } from '../../tests/support/sql-letters.ts';
import { linkPool } from '../../tests/support/sql-links.ts';
import { MAIJA, newNeed } from '../../tests/support/sql-needs.ts';
import { newWholeCompany, tablesWith } from '../../tests/support/sql-whole-company.ts';
import {
  enterWorkspace,
  newBusinessId,
  newColleague,
  newCompany,
  peopleOf,
  signInAtWorkspace,
  type TestCompany,
} from '../../tests/support/sql-workspace.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
// What another test asked for is nobody's wish any more.
beforeEach(() =>
  db.pool.query('update app.erasures set undone_at = now() where undone_at is null and done_at is null'),
);

const NOBODY = /^[0-9a-f]{12}@erased\.invalid$/;
const ask = (who: Claims) => call(db.pool, 'workspace_ask_own_erasure', { p_language: 'sv' }, who);
const undo = (who: Claims) => call(db.pool, 'workspace_undo_own_erasure', {}, who);
const page = async (who: Claims) => (await call(db.pool, 'workspace_own_erasure', {}, who))[0];
const run = async (links = 30) => (await call(db.pool, 'erase_due', { p_most: 100, p_links: linkPool(links) }))[0];
const sendAll = () =>
  db.pool.query('update app.outbox set sent_at = now(), dropped_at = null, stuck_at = null where sent_at is null');
async function weekPasses(who: Claims) {
  await sendAll();
  await db.pool.query(
    `update app.erasures set asked_at = asked_at - interval '9 days', erase_after = erase_after - interval '9 days' where person_email = $1`,
    [who.email],
  );
}
/** Asked for, waited for, done, and the last letter gone. */
async function erase(who: Claims) {
  expect(await ask(who)).toBe('asked');
  await weekPasses(who);
  expect(await run()).toMatchObject({ erased: 1, more_links: 0 });
  await sendAll();
  await run();
}
const rowsOf = async <Row extends object>(sql: string, values: unknown[] = []) =>
  (await db.pool.query<Row>(sql, values)).rows;
const lettersTo = async (email: string) =>
  (await rowsOf<{ letter: string }>('select letter from app.outbox where to_email = $1 order by 1', [email])).map(
    ({ letter }) => letter,
  );
const newAddress = (name: string) => `${name}-${randomBytes(6).toString('hex')}@firma.example`;
/** A company with two owners and a member whose need is open. */
async function peopled() {
  const company = await newCompany(db.pool);
  const second = await newColleague(db.pool, company, newAddress('toinen'), 'owner');
  const member = await newColleague(db.pool, company, newAddress('jasen'));
  return { company, second, member };
}
const needBy = (company: TestCompany, email: string) =>
  newNeed(db.pool, { p_business_id: company.businessId, p_contact_email: email, p_contact_name: 'Jaana Jäsen' });

describe('asking', () => {
  it('is anybody’s who has signed in, once, and tells her alone in the language that she reads', async () => {
    const { company, second, member } = await peopled();
    expect(await ask(member)).toBe('asked');
    expect(await ask(member)).toBe('already_asked');
    expect(await lettersTo(member.email)).toEqual(expect.arrayContaining(['own_erasure_asked']));
    expect(
      await rowsOf('select language from app.outbox where letter = $1 and to_email = $2', [
        'own_erasure_asked',
        member.email,
      ]),
    ).toEqual([{ language: 'sv' }]);
    for (const { email } of [company.owner, second]) expect(await lettersTo(email)).not.toContain('own_erasure_asked');
    // Nobody else sees that she did.
    for (const [who, sees] of [
      [member, 1],
      [company.owner, 0],
      [second, 0],
    ] as const)
      expect(await call(db.pool, 'workspace_erasures', {}, who)).toHaveLength(sees);
  });

  it('is refused to the last owner, who names another one first or has the company erased', async () => {
    const { company, second } = await peopled();
    const other = await newCompany(db.pool);
    await newColleague(db.pool, other, second.email);
    expect(await ask(other.owner)).toBe('last_owner');
    expect(await page(other.owner)).toMatchObject({ owned_alone: [{ id: other.id }] });
    // A member there, an owner beside another one here.
    expect(await page(second)).toMatchObject({ owned_alone: [], companies: [{ id: company.id }, { id: other.id }] });
    expect(await ask(second)).toBe('asked');
    const role = { p_company: other.id, p_email: second.email, p_role: 'owner' as const };
    expect(await call(db.pool, 'workspace_set_role', role, other.owner)).toBe('changed');
    expect(await ask(other.owner)).toBe('asked');
  });

  it('two who press at the same moment ask once', async () => {
    const { member } = await peopled();
    expect((await Promise.all([ask(member), ask(member), ask(member)])).sort()).toEqual([
      'already_asked',
      'already_asked',
      'asked',
    ]);
  });

  it('is said no to after three times in a week, and undoing always goes', async () => {
    const { member } = await peopled();
    for (let time = 0; time < 3; time += 1) {
      expect(await ask(member)).toBe('asked');
      expect(await undo(member)).toBe('undone');
    }
    expect(await ask(member)).toBe('too_many');
    expect(await undo(member)).toBe('not_asked');
    expect((await lettersTo(member.email)).filter((letter) => letter.startsWith('own_erasure'))).toHaveLength(6);
    await db.pool.query(
      `update app.erasures set asked_at = asked_at - interval '8 days', erase_after = erase_after - interval '8 days' where person_email = $1`,
      [member.email],
    );
    expect(await ask(member)).toBe('asked');
  });

  it('nobody who is not signed in asks, or sees a page', async () => {
    const stranger = { email: newAddress('vieras'), session_id: randomUUID() };
    expect(await ask(stranger)).toBe('gone');
    expect(await undo(stranger)).toBe('not_asked');
    expect(await page(stranger)).toBeUndefined();
  });
});

it('waits seven whole days, in which she goes on as before and may change her mind', async () => {
  const { company, member } = await peopled();
  await ask(member);
  expect(await run()).toMatchObject({ erased: 0, put_off: 0 });
  expect(await peopleOf(db.pool, company.id)).toContain(`member ${member.email}`);
  expect(await undo(member)).toBe('undone');
  await weekPasses(member);
  expect(await run()).toMatchObject({ erased: 0 });
  expect(await peopleOf(db.pool, company.id)).toContain(`member ${member.email}`);
});

describe('when it is done', () => {
  it('an owner of a company with a row of every kind is named nowhere, and the company has all it had', async () => {
    const company = await newWholeCompany(db.pool);
    const { mark, colleague } = company;
    const other = await newWholeCompany(db.pool);
    const role = { p_company: company.id, p_email: colleague.email, p_role: 'owner' as const };
    await call(db.pool, 'workspace_set_role', role, company.owner);
    const before = await tablesWith(db.pool, other.mark);
    const counts = () =>
      Promise.all(
        ['needs', 'consents', 'documents', 'hand_overs'].map(
          async (table) =>
            (await rowsOf(`select from app.${table} t where to_jsonb(t)::text like $1`, [`%${company.id}%`])).length,
        ),
      );
    const had = await counts();
    const said =
      'select m.body from app.messages m join app.needs n on n.id = m.need_id where n.company_id = $1 order by m.created_at, m.id';
    const bodies = await rowsOf(said, [company.id]);
    await erase(company.owner);
    expect(await tablesWith(db.pool, `omistaja-${mark}`)).toEqual([]);
    expect(await tablesWith(db.pool, `Yrjö ${mark}`)).toEqual([]);
    expect(await counts()).toEqual(had);
    expect(await rowsOf(said, [company.id])).toEqual(bodies);
    expect(await peopleOf(db.pool, company.id)).toEqual([`owner ${colleague.email}`]);
    const needs = await rowsOf<{ contact_email: string; contact_name: string; description: string }>(
      'select contact_email, contact_name, description from app.needs where company_id = $1',
      [company.id],
    );
    expect(needs.length).toBeGreaterThan(1);
    for (const need of needs) {
      expect(need.contact_email).toMatch(NOBODY);
      expect(need.contact_name).toBe(need.contact_email);
      expect(need.description).toContain(mark);
    }
    expect(await tablesWith(db.pool, other.mark)).toEqual(before);
    // The colleague reads it all as before.
    const [shown] = await call(db.pool, 'workspace_need', { p_reference: company.need.reference }, colleague);
    expect(JSON.stringify(shown)).toContain(`tarvitsemme apua, ${mark}`.slice(13));
  });

  it('an adviser’s comments and looks stay with the company, without a name, and her access ends', async () => {
    const company = await newCompany(db.pool);
    const consent = await newConsent(db.pool, company);
    const email = consent.email;
    await call(db.pool, 'workspace_shared_with_me', { p_consent: consent.id }, consent.adviser);
    const words = {
      p_consent: consent.id,
      p_reference: company.need.reference,
      p_body: `Terveisin Neea Neuvoja, ${email}`,
    };
    expect(await call(db.pool, 'workspace_comment', words, consent.adviser)).toBe('said');
    await erase(consent.adviser);
    expect(await tablesWith(db.pool, email)).toEqual([]);
    const [comment] = await rowsOf<{ body: string; author_email: string }>(
      `select body, author_email, author_name from app.messages where need_id = $1 and kind = 'comment'`,
      [company.need.id],
    );
    expect(comment).toMatchObject({ body: 'Terveisin […], […]', author_name: null });
    expect(comment?.author_email).toMatch(NOBODY);
    const [row] = await rowsOf<{ withdrawn_by: string }>('select * from app.consents where id = $1', [consent.id]);
    expect(row).toMatchObject({
      grantee_organisation: 'Neuvontatalo',
      grantee_name: null,
      withdrawn_at: expect.any(Date),
    });
    const looks = await rowsOf<{ person_email: string }>(
      'select person_email from app.looks where company_id = $1 and way = $2',
      [company.id, 'workspace'],
    );
    expect(looks.length).toBeGreaterThan(0);
    for (const { person_email } of looks) expect(person_email).toMatch(NOBODY);
    expect(await lettersTo(company.owner.email)).toContain('consent_over');
  });

  it('a member’s open need stays the company’s: its longest owner becomes the contact and is told', async () => {
    const { company, member } = await peopled();
    const need = await needBy(company, member.email);
    await signInAtWorkspace(db.pool, member.email);
    expect(await page(member)).toMatchObject({ passed_on: 1, own_needs: 0 });
    await ask(member);
    await weekPasses(member);
    // Too few links say how many it takes, and nothing is done by half.
    expect(await run(2)).toMatchObject({ erased: 0, put_off: 1, more_links: 3 });
    expect(await run(3)).toMatchObject({ erased: 1, more_links: 0 });
    expect(await rowsOf('select contact_email, state from app.needs where id = $1', [need.id])).toEqual([
      { contact_email: company.owner.email, state: 'received' },
    ]);
    const passed = (await claim(db.pool)).filter(({ letter }) => letter === 'contact_passed');
    expect(passed.map(({ to_email }) => to_email)).toEqual([company.owner.email]);
    expect(passed.map(({ about }) => (about as { email: string }).email)).toEqual([expect.stringMatching(NOBODY)]);
    const links = await rowsOf(
      'select from app.links where need_id = $1 and person_email = $2 and revoked_at is null',
      [need.id, company.owner.email],
    );
    expect(links).toHaveLength(3);
    await sendAll();
    await run();
    expect(await tablesWith(db.pool, member.email)).toEqual([]);
    expect(await tablesWith(db.pool, 'Jaana Jäsen')).toEqual([]);
  });

  it('needs that are hers alone are withdrawn, told of and erased like a company’s', async () => {
    const email = newAddress('yksin');
    const need = await newNeed(db.pool, { p_business_id: newBusinessId(), p_contact_email: email });
    await call(db.pool, 'take_need', { p_token_hash: need.maija.take_need });
    const her = await enterWorkspace(db.pool, email);
    expect(await page(her)).toMatchObject({ own_needs: 1, own_open: 1, companies: [] });
    await ask(her);
    await weekPasses(her);
    expect(await run()).toMatchObject({ withdrawing: 1, erased: 0 });
    expect((await claim(db.pool)).filter(({ letter }) => letter === 'withdrawn')).toMatchObject([
      { to_email: MAIJA, reference: need.reference },
    ]);
    await sendAll();
    expect(await run()).toMatchObject({ withdrawing: 0, erased: 1 });
    await sendAll();
    await run();
    for (const word of [email, need.reference]) expect([word, await tablesWith(db.pool, word)]).toEqual([word, []]);
  });

  it.each(['calling', 'agreed', 'closing'])('is put off while a need that is hers alone is %s', async (state) => {
    const email = newAddress('yksin');
    const need = await newNeed(db.pool, { p_business_id: newBusinessId(), p_contact_email: email });
    const her = await enterWorkspace(db.pool, email);
    await ask(her);
    await weekPasses(her);
    const client = await db.pool.connect();
    try {
      await client.query(`begin; set local session_replication_role = replica`);
      await client.query('update app.needs set state = $2::api.need_state where id = $1', [need.id, state]);
      await client.query('commit');
    } finally {
      client.release();
    }
    expect(await run()).toMatchObject({ put_off: 1, erased: 0 });
    expect(await call(db.pool, 'workspace_erasures', {}, her)).toMatchObject([
      { company: null, put_off_by: [need.reference], may_undo: true },
    ]);
    expect(await page(her)).toMatchObject({ put_off_by: [need.reference], is_waiting: true });
  });

  it('is put off for whoever has become the last owner meanwhile, and says of which company', async () => {
    const { company, second } = await peopled();
    await ask(second);
    await weekPasses(second);
    const out = { p_company: company.id, p_email: company.owner.email, p_links: linkPool(30) };
    expect(await call(db.pool, 'workspace_end_membership', out, company.owner)).toBe('left');
    expect(await run()).toMatchObject({ put_off: 1, erased: 0 });
    expect(await call(db.pool, 'workspace_erasures', {}, second)).toMatchObject([
      { owned_alone: [{ id: company.id }] },
    ]);
  });

  it('goes out of each of several companies, and of one whose other owner leaves at the same moment neither is lost', async () => {
    const [one, other] = [await peopled(), await peopled()];
    await newColleague(db.pool, other.company, one.member.email, 'owner');
    await erase(one.member);
    for (const { id } of [one.company, other.company])
      expect((await peopleOf(db.pool, id)).join()).not.toContain(one.member.email);
    expect(await tablesWith(db.pool, one.member.email)).toEqual([]);
  });

  it('a need that came with her address by mistake stays its sender’s, without the address', async () => {
    const email = newAddress('erehdys');
    const need = await newNeed(db.pool, {
      p_business_id: newBusinessId(),
      p_contact_email: email,
      p_contact_name: 'Joku Muu',
    });
    const her = await enterWorkspace(db.pool, email);
    for (const { business_id } of await call(db.pool, 'workspace_to_own', {}, her))
      await call(db.pool, 'workspace_disown_needs', { p_business_id: business_id }, her);
    await erase(her);
    expect(await tablesWith(db.pool, email)).toEqual([]);
    const [row] = await rowsOf<{ contact_email: string }>(
      'select contact_email, contact_name, state from app.needs where id = $1',
      [need.id],
    );
    expect(row).toMatchObject({ contact_name: 'Joku Muu', state: 'received' });
    expect(row?.contact_email).toMatch(NOBODY);
  });

  it('what a coordinator does as one stays hers', async () => {
    const { company, second } = await peopled();
    const need = await newNeed(db.pool, { p_business_id: newBusinessId() });
    await call(db.pool, 'take_need', { p_token_hash: need.maija.take_need });
    const maija = await newColleague(db.pool, company, MAIJA);
    expect(second.email).not.toBe(MAIJA);
    await erase(maija);
    expect(await rowsOf('select owner_email from app.needs where id = $1', [need.id])).toEqual([
      { owner_email: MAIJA },
    ]);
    expect((await peopleOf(db.pool, company.id)).join()).not.toContain(MAIJA);
    expect(await rowsOf('select from app.coordinators where email = $1', [MAIJA])).toHaveLength(1);
  });

  it('what was being written at that moment is found when the last letter has gone', async () => {
    const { company, member } = await peopled();
    await ask(member);
    await weekPasses(member);
    expect(await run()).toMatchObject({ erased: 1 });
    // A reply that had begun before came after.
    await db.pool.query(
      `insert into app.messages (need_id, kind, author_role, author_email, author_name, body) values ($1, 'reply', 'company', $2, 'Jaana', 'Hei')`,
      [company.need.id, member.email],
    );
    await sendAll();
    await run();
    expect(await tablesWith(db.pool, member.email)).toEqual([]);
  });

  it('whoever comes back meanwhile is somebody new, whom the last sweep leaves alone', async () => {
    const { member } = await peopled();
    await ask(member);
    await weekPasses(member);
    await run();
    const again = await newNeed(db.pool, { p_business_id: newBusinessId(), p_contact_email: member.email });
    await sendAll();
    await run();
    expect(await rowsOf('select contact_email from app.needs where id = $1', [again.id])).toEqual([
      { contact_email: member.email },
    ]);
  });
});

it('no letter and no link ever goes to nobody’s address', async () => {
  const nobody = '0123456789ab@erased.invalid';
  const need = await newNeed(db.pool, { p_business_id: newBusinessId() });
  await db.pool.query(
    `insert into app.outbox (letter, about, to_email, language) values ('own_erasure_undone', gen_random_uuid(), $1, 'fi')`,
    [nobody],
  );
  expect(await rowsOf('select dropped_at from app.outbox where to_email = $1', [nobody])).toEqual([
    { dropped_at: expect.any(Date) },
  ]);
  await db.pool.query(`select app.mint_links($1, 'company', $2, null, 'fi', $3)`, [
    need.id,
    nobody,
    JSON.stringify(linkPool(3)),
  ]);
  expect(await rowsOf('select from app.links where person_email = $1 and revoked_at is null', [nobody])).toEqual([]);
});

it('a log loses nobody’s name but that of who is being erased', async () => {
  const { company, member } = await peopled();
  const rename = (table: string, column: string, more = '') =>
    db.pool.query(`update app.${table} set ${column} = '0123456789ab@erased.invalid'${more} where ${column} = $1`, [
      member.email,
    ]);
  await db.pool.query(
    `insert into app.events (need_id, kind, actor_role, actor_email) values ($1, 'replied', 'company', $2)`,
    [company.need.id, member.email],
  );
  await expect(rename('events', 'actor_email')).rejects.toMatchObject({ code: 'NAPND' });
  await expect(rename('company_events', 'actor_email')).rejects.toMatchObject({ code: 'NAPND' });
  await ask(member);
  await expect(rename('events', 'actor_email')).rejects.toMatchObject({ code: 'NAPND' });
  await weekPasses(member);
  await expect(rename('events', 'actor_email', ', at = now()')).rejects.toMatchObject({ code: 'NAPND' });
  await rename('events', 'actor_email');
});

it.each([
  ['Soita 040 123 4567.', 'Soita […].'],
  ['Soita +358401234567 tai 0401234567', 'Soita […] tai […]'],
  ['Maija Mäki, MAIJA  MÄKI ja maija@firma.example', '[…], […] ja […]'],
  // A first name alone is many people's, and a longer word is another one.
  ['Maija kävi, Maija Mäkinen soitti, xmaija@firma.example', 'Maija kävi, Maija Mäkinen soitti, xmaija@firma.example'],
  ['Tilaus 10401234567 ja 2026', 'Tilaus 10401234567 ja 2026'],
])('%s is without her %s', async (text, without) => {
  const [row] = await rowsOf<{ text: string }>(
    `select app.without_person($1, array[app.as_pattern('maija@firma.example'), app.as_pattern('Maija Mäki'),
       '(\\+|00)?(358|0)?[ -]?' || array_to_string(string_to_array('401234567', null), '[ -]?')]) as text`,
    [text],
  );
  expect(row?.text).toBe(without);
});

it('a letter that comes back after the erasing leaves no address behind', async () => {
  const { member } = await peopled();
  await ask(member);
  await db.pool.query(`update app.outbox set sent_at = now(), provider_id = 'late-' || id where to_email = $1`, [
    member.email,
  ]);
  const [letter] = await rowsOf<{ provider_id: string }>(
    `select provider_id from app.outbox where to_email = $1 and letter = 'own_erasure_asked'`,
    [member.email],
  );
  await weekPasses(member);
  await run();
  await sendAll();
  await run();
  const event = {
    p_event_id: `late-${randomUUID()}`,
    p_provider_id: letter?.provider_id ?? '',
    p_kind: 'bounced' as const,
    p_happened_at: new Date().toISOString(),
    p_reason: `550 <${member.email}> unknown`,
  };
  expect(await call(db.pool, 'note_mail_event', event)).toBe('unknown_letter');
  expect(await tablesWith(db.pool, member.email)).toEqual([]);
});
