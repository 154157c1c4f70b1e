// send_surveys, remind_surveys: asked once for an event, reminded once, and never two letters in a week to one person.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call } from '../../tests/support/sql-call.ts';
import { emptyOutbox } from '../../tests/support/sql-letters.ts';
import { linkPool, randomHash } from '../../tests/support/sql-links.ts';
import { MAIJA, newAddress, newNeed, type TestNeed } from '../../tests/support/sql-needs.ts';
import { keepVersion, QUESTIONS, type TestVersion } from '../../tests/support/sql-surveys.ts';
import { letPass } from '../../tests/support/sql-time.ts';
import { newColleague, newCompany, signInAtWorkspace } from '../../tests/support/sql-workspace.ts';

let db: TestDatabase;
let survey: TestVersion;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.pool.query('delete from app.service_events');
  await db.pool.query('delete from app.survey_invitations');
  await db.pool.query(`delete from app.outbox where letter in ('survey', 'survey_reminder')`);
  await emptyOutbox(db.pool);
  survey = await keepVersion(db.pool, { event: 'first_response' });
});

const ALWAYS = '{(,)}';
const soon = () => new Date(Date.now() + 60_000).toISOString();
const send = (versions = [survey], happened_before = soon(), letters = 10) =>
  call(db.pool, 'send_surveys', {
    p_due: versions.map(({ survey, version }) => ({ survey, version, happened_before })),
    p_themes: { hitsauskoulutus: 'osaaminen', trukki: 'osaaminen', vienti: 'kansainvalistyminen' },
    p_providers: { [MAIJA]: 'tuulisalmi' },
    p_mail_hours: ALWAYS,
    p_links: linkPool(letters * 3),
  });
const remind = async (mark: string | null = null) => {
  const rows = await call(db.pool, 'surveys_to_remind', { p_invited_by: soon() });
  const p_marks = rows.map(({ invitation, anonymous }) => ({ invitation, mark: anonymous ? mark : null }));
  return call(db.pool, 'remind_surveys', { p_marks, p_mail_hours: ALWAYS });
};
async function responded(changes = {}): Promise<TestNeed> {
  const need = await newNeed(db.pool, changes);
  await call(db.pool, 'answer_need', { p_token_hash: need.maija.answer_need, p_body: 'Soitan.' });
  return need;
}
const letters = async () =>
  (
    await db.pool.query<{ line: string }>(
      `select o.letter || ' → ' || l.person_email as line from app.outbox o join app.links l on l.set_id = o.link_set and l.purpose = 'answer_survey'
       where o.letter in ('survey', 'survey_reminder') and o.dropped_at is null order by o.created_at, line`,
    )
  ).rows.map(({ line }) => line);
/** What waits goes out. */
const sent = () =>
  db.pool.query(
    `update app.outbox set sent_at = now() where sent_at is null and dropped_at is null and letter in ('survey', 'survey_reminder')`,
  );

describe('an invitation', () => {
  it('goes to the contact of the need, once, with a link of its own and the coarse facts of the need', async () => {
    const need = await responded();
    expect(await send()).toBe(1);
    expect(await send()).toBe(0);
    expect(await letters()).toEqual([`survey → ${need.email}`]);
    const { rows } = await db.pool.query(
      'select event, survey, version, anonymous, theme, service, provider from app.survey_invitations',
    );
    expect(rows).toEqual([
      {
        event: 'first_response',
        survey: survey.survey,
        version: 1,
        anonymous: false,
        theme: 'osaaminen',
        service: 'hitsauskoulutus',
        provider: 'tuulisalmi',
      },
    ]);
    const [letter] = (await call(db.pool, 'claim_letters', { p_most: 50, p_lease_seconds: 60 })).filter(
      (one) => one.letter === 'survey',
    );
    expect(letter).toMatchObject({
      to_email: need.email,
      language: 'sv',
      about: { question: QUESTIONS[0], anonymous: false },
    });
  });

  it.each([
    ['two of one theme', ['hitsauskoulutus', 'trukki'], { theme: 'osaaminen', service: null }],
    ['of two themes', ['hitsauskoulutus', 'vienti'], { theme: null, service: null }],
    ['none', [], { theme: null, service: null }],
  ])('knows of services (%s) only what is one', async (_, p_services, facts) => {
    await responded({ p_services });
    await send();
    expect((await db.pool.query('select theme, service from app.survey_invitations')).rows).toEqual([facts]);
  });

  it('waits for the delay, and comes not at all a month later', async () => {
    await responded();
    expect(await send([survey], new Date(Date.now() - 3_600_000).toISOString())).toBe(0);
    await letPass(db.pool, '31 days');
    expect(await send()).toBe(0);
  });

  it('goes to nobody who withdrew, and is dropped where that happens before it leaves', async () => {
    const [gone, later] = [await responded(), await responded()];
    await call(db.pool, 'withdraw_need', { p_token_hash: gone.company.see_need });
    expect(await send()).toBe(1);
    await call(db.pool, 'withdraw_need', { p_token_hash: later.company.see_need });
    const claimed = await call(db.pool, 'claim_letters', { p_most: 50, p_lease_seconds: 60 });
    expect(claimed.filter(({ letter }) => letter === 'survey')).toEqual([]);
    expect(await letters()).toEqual([]);
  });

  it('that waits while its person leaves the company is dropped; nobody else is asked in her place, the next event asks the new contact', async () => {
    const company = await newCompany(db.pool);
    const colleague = await newColleague(db.pool, company, newAddress());
    const need = await responded({ p_business_id: company.businessId, p_contact_email: colleague.email });
    await signInAtWorkspace(db.pool, colleague.email);
    await send();
    expect(await letters()).toEqual([`survey → ${colleague.email}`]);
    const leaves = { p_company: company.id, p_email: colleague.email, p_links: linkPool(60) };
    expect(await call(db.pool, 'workspace_end_membership', leaves, company.owner)).toBe('removed');
    expect(await letters()).toEqual([]);
    expect(await send()).toBe(0);
    await db.pool.query(`insert into app.service_events (need_id, event) values ($1, 'midway')`, [need.id]);
    expect(await send([await keepVersion(db.pool, { event: 'midway' })])).toBe(1);
    expect(await letters()).toEqual([`survey → ${company.owner.email}`]);
  });

  it('that has come due when its person has left the company of an ended need goes to nobody', async () => {
    const company = await newCompany(db.pool);
    const colleague = await newColleague(db.pool, company, newAddress());
    const need = await responded({ p_business_id: company.businessId, p_contact_email: colleague.email });
    await signInAtWorkspace(db.pool, colleague.email);
    await emptyOutbox(db.pool);
    await db.pool.query(`update app.needs set state = 'closed', outcome = 'helped' where id = $1`, [need.id]);
    const leaves = { p_company: company.id, p_email: colleague.email, p_links: linkPool(60) };
    await call(db.pool, 'workspace_end_membership', leaves, company.owner);
    await send([await keepVersion(db.pool)]);
    expect(await letters()).toEqual([]);
  });

  it.each(['survey', 'survey_reminder'])('that waits (%s) while its need is erased goes with it', async (letter) => {
    const need = await responded();
    await send();
    if (letter === 'survey_reminder') {
      await sent();
      await letPass(db.pool, '7 days 1 hour');
      await db.pool.query(`update app.survey_letters set week = 'empty'`);
      expect(await remind()).toBe(1);
    }
    await db.pool.query(`update app.needs set state = 'closed', outcome = 'informed' where id = $1`, [need.id]);
    await db.pool.query('select app.erase_need($1)', [need.id]);
    const waiting = await db.pool.query(
      'select from app.outbox where letter = $1::api.letter_kind and sent_at is null',
      [letter],
    );
    expect(waiting.rowCount).toBe(0);
    expect(await send()).toBe(0);
    expect(await remind()).toBe(0);
  });

  it('comes no faster than there are links, and the rest at the next run', async () => {
    for (const _ of [1, 2, 3]) await responded();
    expect(await send([survey], soon(), 2)).toBe(2);
    expect(await send()).toBe(1);
  });

  it('of two runs at once is one', async () => {
    for (const _ of [1, 2, 3]) await responded();
    const done = await Promise.all([send(), send(), send()]);
    expect(done.reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(await letters()).toHaveLength(3);
  });

  it('leaves the links of the company’s other letters as good as they were', async () => {
    const need = await responded();
    await send();
    await call(db.pool, 'answer_need', { p_token_hash: need.maija.answer_need, p_body: 'Toinen asia.' });
    const claimed = await call(db.pool, 'claim_letters', { p_most: 50, p_lease_seconds: 60 });
    for (const letter of claimed.filter((one) => one.letter === 'answer'))
      expect(letter.links).toMatchObject({ see_need: expect.any(String), reply_to_need: expect.any(String) });
  });
});

describe('in one week', () => {
  it('a person gets one letter over all surveys and needs, also by another address of the same mailbox', async () => {
    const email = newAddress();
    await responded({ p_contact_email: email });
    await responded({ p_contact_email: email.replace('@', '+toinen@') });
    expect(await send([survey, await keepVersion(db.pool, { event: 'first_response' })])).toBe(1);
    await sent();
    await letPass(db.pool, '6 days 23 hours');
    expect(await send()).toBe(0);
    await letPass(db.pool, '2 hours');
    await db.pool.query(
      `update app.survey_letters set week = tstzrange(lower(week) - interval '7 days 1 hour', upper(week) - interval '7 days 1 hour')`,
    );
    expect(await send()).toBe(1);
  });

  it('a second one is refused, whoever queues it', async () => {
    await responded();
    await send();
    const again = `insert into app.outbox (letter, about, link_set) select letter, about, link_set from app.outbox where letter = 'survey'`;
    await expect(db.pool.query(again)).rejects.toMatchObject({
      code: '23P01',
      constraint: 'a_person_gets_one_survey_letter_in_a_week',
    });
    await sent();
    await expect(db.pool.query(again)).rejects.toMatchObject({ code: '23P01' });
  });

  it('one that was dropped leaves room for another', async () => {
    const email = newAddress();
    await responded({ p_contact_email: email });
    await send();
    await db.pool.query(`update app.outbox set dropped_at = now() where letter = 'survey'`);
    await responded({ p_contact_email: email });
    expect(await send()).toBe(1);
  });
});

describe('a reminder', () => {
  const weekLater = async () => {
    await sent();
    await letPass(db.pool, '7 days 1 hour');
    await db.pool.query(
      `update app.survey_letters set week = tstzrange(lower(week) - interval '7 days 1 hour', upper(week) - interval '7 days 1 hour')`,
    );
  };

  it('comes once to who has not answered, and then never again', async () => {
    const need = await responded();
    await send();
    expect(await remind()).toBe(0);
    await weekLater();
    expect(await remind()).toBe(1);
    expect((await letters()).at(-1)).toBe(`survey_reminder → ${need.email}`);
    await weekLater();
    expect(await remind()).toBe(0);
  });

  it('never comes to who has, and is dropped where the answer is quicker', async () => {
    for (const _ of [1, 2]) await responded();
    await send();
    await weekLater();
    const answer = (limit: number) =>
      db.pool.query(
        `update app.survey_invitations set answered_at = now() where id in (select id from app.survey_invitations where answered_at is null limit $1)`,
        [limit],
      );
    await answer(1);
    expect(await remind()).toBe(1);
    await answer(1);
    const claimed = await call(db.pool, 'claim_letters', { p_most: 50, p_lease_seconds: 60 });
    expect(claimed.filter(({ letter }) => letter === 'survey_reminder')).toEqual([]);
  });

  it('of an anonymous survey goes by the mark alone', async () => {
    const anonymous = await keepVersion(db.pool, { event: 'first_response', anonymous: true });
    await responded();
    await send([anonymous]);
    await weekLater();
    const mark = randomHash();
    expect(await remind(null)).toBe(0);
    await db.pool.query(
      `insert into app.sealed_answers (key_hash, survey, version) values (decode($1, 'hex'), $2, 1)`,
      [mark, anonymous.survey],
    );
    expect(await remind(mark)).toBe(0);
    expect(await remind(randomHash())).toBe(1);
  });
});

describe('keep_surveys', () => {
  const keep = (id: string, changes: object = {}) =>
    call(db.pool, 'keep_surveys', {
      p_surveys: [
        { survey: id, event: 'closing', anonymous: false, questions: QUESTIONS, texts: { name: 'a' }, ...changes },
      ] as never,
    });

  it('counts a version for each change, and knows one again', async () => {
    const id = `kysely-${randomHash().slice(0, 8)}`;
    expect(await keep(id)).toEqual([{ survey: id, version: 1, outcome: 'kept' }]);
    expect(await keep(id)).toMatchObject([{ version: 1 }]);
    expect(await keep(id, { texts: { name: 'b' } })).toMatchObject([{ version: 2 }]);
    expect(await keep(id)).toMatchObject([{ version: 1 }]);
  });

  it('refuses one survey whose anonymity is fixed, and keeps the others', async () => {
    const id = `kysely-${randomHash().slice(0, 8)}`;
    await keep(id);
    await responded();
    await db.pool.query(
      `insert into app.survey_invitations (need_id, event, survey, version, anonymous, link_id, answered_at)
       select l.need_id, 'closing', $1, 1, false, l.id, now() from app.links l where l.purpose = 'answer_survey' and l.need_id is not null limit 1`,
      [id],
    );
    expect(await keep(id, { anonymous: true })).toEqual([{ survey: id, version: null, outcome: 'anonymity_is_fixed' }]);
  });

  it('of two at once is one version', async () => {
    const id = `kysely-${randomHash().slice(0, 8)}`;
    const kept = await Promise.all([keep(id), keep(id), keep(id)]);
    expect(kept.flat().map(({ version }) => version)).toEqual([1, 1, 1]);
  });
});
