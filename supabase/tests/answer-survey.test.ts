// answer_survey: the last answers count, for seven days, in the version that was asked; a low one opens a task for the owner.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call } from '../../tests/support/sql-call.ts';
import { signIn } from '../../tests/support/sql-desk.ts';
import { eventsOf, handOver, MAIJA, MATTI, newNeed, type TestNeed } from '../../tests/support/sql-needs.ts';
import {
  inviteTo,
  keepVersion,
  QUESTIONS,
  type TestInvitation,
  type TestVersion,
} from '../../tests/support/sql-surveys.ts';
import { letPass } from '../../tests/support/sql-time.ts';

let db: TestDatabase;
let version: TestVersion;
const CHECKS = [{ ...QUESTIONS[0], checks_contact: true }, ...QUESTIONS.slice(1)];
beforeAll(async () => {
  db = await testDatabase();
  await call(db.pool, 'keep_coordinators', {
    p_coordinators: [
      { email: MAIJA, name: 'Maija Malli' },
      { email: MATTI, name: null },
    ],
  });
  version = await keepVersion(db.pool, { event: 'first_response' }, CHECKS);
});
afterAll(() => db.close());

interface Given {
  question: string;
  choices?: string[] | null;
  body?: string | null;
  may_show?: boolean;
}
const DUE = new Date(Date.now() + 172_800_000).toISOString();
const answer = ({ link }: TestInvitation, given: Given[]) =>
  call(db.pool, 'answer_survey', { p_token_hash: link, p_answers: given as never, p_follow_up_due: DUE });
const contacted = (yes: boolean): Given => ({ question: 'contacted', choices: [yes ? 'yes' : 'no'] });
const helped = (score: number): Given => ({ question: 'helped', choices: [`${score}`] });

async function asked(): Promise<TestNeed & { invitation: TestInvitation }> {
  const need = await newNeed(db.pool);
  await call(db.pool, 'answer_need', { p_token_hash: need.maija.answer_need, p_body: 'Soitan sinulle.' });
  return { ...need, invitation: await inviteTo(db.pool, need, version) };
}
const rows = async <Row extends object>(sql: string, ...values: unknown[]): Promise<Row[]> =>
  (await db.pool.query(sql, values)).rows;
const answersOf = ({ invitation }: { invitation: TestInvitation }) =>
  rows(
    'select question, choices, body, may_show from app.named_answers where invitation_id = $1 order by 1',
    invitation.id,
  );
const followUp = async ({ id }: TestNeed) =>
  (await rows<Record<string, unknown>>('select * from app.follow_ups where need_id = $1', id))[0];
const lettersAfter = ({ id }: TestNeed) =>
  rows(
    `select o.letter, coalesce(o.to_email, (select person_email from app.links l where l.set_id = o.link_set limit 1)) as to
     from app.outbox o where o.about in (select f.id from app.follow_ups f where f.need_id = $1) order by 1, 2`,
    id,
  );

describe('answers', () => {
  it('are stored, each of them optional, and logged', async () => {
    const need = await asked();
    expect(
      await answer(need.invitation, [contacted(true), { question: 'words', body: 'Kiitos!', may_show: true }]),
    ).toBe('answered');
    expect(await answersOf(need)).toEqual([
      { question: 'contacted', choices: ['yes'], body: null, may_show: false },
      { question: 'words', choices: null, body: 'Kiitos!', may_show: true },
    ]);
    expect((await eventsOf(db.pool, need.id)).at(-1)).toBe(`survey_answered by ${need.email}`);
  });

  it('twice the same are once, and logged once', async () => {
    const need = await asked();
    for (const _ of [1, 2]) expect(await answer(need.invitation, [helped(4)])).toBe('answered');
    expect((await eventsOf(db.pool, need.id)).filter((line) => line.startsWith('survey_answered'))).toHaveLength(1);
  });

  it('of two taps at once one set is left, whole', async () => {
    const need = await asked();
    const one = [contacted(true), helped(5)];
    const other = [contacted(false), { question: 'words', body: 'Ei.' }];
    await Promise.all([answer(need.invitation, one), answer(need.invitation, other)]);
    const left = (await answersOf(need)).map((row) => (row as { question: string }).question);
    expect([one, other].map((set) => set.map(({ question }) => question))).toContainEqual(left);
  });

  it('the last ones count: what is left empty now is gone', async () => {
    const need = await asked();
    await answer(need.invitation, [contacted(true), helped(5)]);
    await answer(need.invitation, [helped(3)]);
    expect(await answersOf(need)).toMatchObject([{ question: 'helped', choices: ['3'] }]);
  });

  it('nothing at all is no answer', async () => {
    const need = await asked();
    expect(await answer(need.invitation, [])).toBe('nothing');
    expect(
      await rows('select from app.survey_invitations where id = $1 and answered_at is null', need.invitation.id),
    ).toHaveLength(1);
  });

  it('may be changed for seven days after the first one', async () => {
    const need = await asked();
    await answer(need.invitation, [helped(5)]);
    await letPass(db.pool, '6 days 23 hours');
    expect(await answer(need.invitation, [helped(4)])).toBe('answered');
    await letPass(db.pool, '2 hours');
    expect(await answer(need.invitation, [helped(3)])).toBe('too_late');
    expect(await answersOf(need)).toMatchObject([{ choices: ['4'] }]);
    const [seen] = await call(db.pool, 'open_survey', { p_token_hash: need.invitation.link });
    expect(seen).toMatchObject({ may_change: false, answers: [{ choices: ['4'] }] });
  });

  it('go to the version that was asked, though there is another by now', async () => {
    const need = await asked();
    await keepVersion(db.pool, { ...version, version: 2 }, [{ ...QUESTIONS[3], key: 'contacted' }]);
    expect(await answer(need.invitation, [contacted(true)])).toBe('answered');
    const [seen] = await call(db.pool, 'open_survey', { p_token_hash: need.invitation.link });
    expect(seen).toMatchObject({ version: 1, questions: CHECKS });
  });

  it('are refused where the version has no such answer', async () => {
    const need = await asked();
    await expect(answer(need.invitation, [{ question: 'helped', choices: ['6'] }])).rejects.toMatchObject({
      code: 'NANSW',
    });
  });

  it('find no link once the need is erased, or the link is dead, or for another purpose', async () => {
    const need = await asked();
    expect(await answer({ ...need.invitation, link: need.company.see_need }, [helped(4)])).toBe('no_link');
    await db.pool.query('delete from app.links where id = (select link_id from app.survey_invitations where id = $1)', [
      need.invitation.id,
    ]);
    expect(await answer(need.invitation, [helped(4)])).toBe('no_link');
    expect(await rows('select from app.survey_invitations where id = $1', need.invitation.id)).toEqual([]);
  });
});

describe('a low answer', () => {
  it.each([
    ['no', [contacted(false)], true],
    ['1 of 5', [contacted(true), helped(1)], false],
    ['2 of 5', [helped(2)], false],
  ])('(%s) opens a task with its due time, and the owner hears of it', async (_, given, not_contacted) => {
    const need = await asked();
    await answer(need.invitation, given);
    expect(await followUp(need)).toMatchObject({ not_contacted, due_at: new Date(DUE), answered_at: null });
    expect(await lettersAfter(need)).toEqual([{ letter: 'low_answer', to: MAIJA }]);
    expect((await eventsOf(db.pool, need.id)).at(-1)).toBe('follow_up_opened by');
  });

  it.each([[[contacted(true), helped(3)]], [[helped(5)]], [[{ question: 'words', body: 'Huonosti.' }]]])(
    'is none of %j',
    async (given) => {
      const need = await asked();
      await answer(need.invitation, given);
      expect(await followUp(need)).toBeUndefined();
    },
  );

  it('of who says not to have been contacted goes to the lead as well', async () => {
    const need = await newNeed(db.pool);
    await call(db.pool, 'answer_need', { p_token_hash: need.matti.answer_need, p_body: 'Soitan.' });
    const invitation = await inviteTo(db.pool, need, version);
    await answer(invitation, [contacted(false)]);
    expect(await lettersAfter(need)).toEqual([
      { letter: 'low_answer', to: MAIJA },
      { letter: 'low_answer', to: MATTI },
    ]);
  });

  it('is stored where nobody can be told: no coordinator is kept and the owner has no links of an expert', async () => {
    const empty = await testDatabase();
    const need = await newNeed(empty.pool);
    await call(empty.pool, 'answer_need', { p_token_hash: need.maija.answer_need, p_body: 'Soitan.' });
    const invitation = await inviteTo(
      empty.pool,
      need,
      await keepVersion(empty.pool, { event: 'first_response' }, CHECKS),
    );
    const given = { p_token_hash: invitation.link, p_answers: [contacted(false)] as never, p_follow_up_due: DUE };
    expect(await call(empty.pool, 'answer_survey', given)).toBe('answered');
    const opened = await empty.pool.query('select answered_at from app.follow_ups where need_id = $1', [need.id]);
    expect(opened.rows).toEqual([{ answered_at: null }]);
    await empty.close();
  });

  it('of an expert’s need goes to the expert, with a link of their own', async () => {
    const need = await newNeed(db.pool);
    const expert = await handOver(db.pool, need);
    await call(db.pool, 'answer_need', { p_token_hash: expert.answer_need, p_body: 'Autan.' });
    const invitation = await inviteTo(db.pool, need, version);
    await answer(invitation, [helped(1)]);
    expect(await lettersAfter(need)).toEqual([{ letter: 'low_answer_expert', to: 'erkki@opisto.example' }]);
    const claimed = await call(db.pool, 'claim_letters', { p_most: 100, p_lease_seconds: 60 });
    const letter = claimed.find((one) => one.letter === 'low_answer_expert');
    const [own] = await rows<{ id: string }>(
      `select id from app.links where token_hash = decode($1, 'hex')`,
      expert.answer_need,
    );
    expect(letter?.about).toMatchObject({ link: own?.id, not_contacted: false });
  });

  it('that the person takes back before anybody answered ends the task, and opens it again when it comes back', async () => {
    const need = await asked();
    await answer(need.invitation, [helped(1)]);
    await answer(need.invitation, [helped(4)]);
    expect(await followUp(need)).toMatchObject({ withdrawn_at: expect.any(Date) });
    await answer(need.invitation, [helped(2)]);
    expect(await followUp(need)).toMatchObject({ withdrawn_at: null });
  });

  it.each([
    [
      'an answer',
      (need: TestNeed) => call(db.pool, 'answer_need', { p_token_hash: need.maija.answer_need, p_body: 'Anteeksi!' }),
    ],
    [
      'a call that was logged',
      (need: TestNeed) =>
        call(db.pool, 'log_contact', {
          p_token_hash: need.maija.log_contact,
          p_channel: 'phone',
          p_happened_at: new Date(Date.now()).toISOString(),
          p_note: 'Sovittiin uusi aika.',
        }),
    ],
  ])('is answered by %s, which is on record', async (_, act) => {
    const need = await asked();
    await answer(need.invitation, [helped(1)]);
    // The server's clock and the database's may differ by a blink.
    await db.pool.query(`update app.follow_ups set opened_at = opened_at - interval '1 second' where need_id = $1`, [
      need.id,
    ]);
    await act(need);
    expect(await followUp(need)).toMatchObject({
      answered_by: MAIJA,
      answered_at: expect.any(Date),
      message_id: expect.any(String),
    });
    expect(await eventsOf(db.pool, need.id)).toContain(`follow_up_answered by ${MAIJA}`);
    // Nobody is told any more of what is done.
    const claimed = await call(db.pool, 'claim_letters', { p_most: 100, p_lease_seconds: 60 });
    expect(
      claimed.filter(
        ({ letter, about }) => letter === 'low_answer' && (about as { reference: string }).reference === need.reference,
      ),
    ).toEqual([]);
  });

  it('that goes low and good by turns is one letter in a day to each, and one that a dropped letter did not tell is told', async () => {
    const need = await asked();
    for (let turn = 0; turn < 5; turn += 1) {
      await answer(need.invitation, [helped(1)]);
      await answer(need.invitation, [helped(5)]);
    }
    await answer(need.invitation, [helped(1)]);
    const first = await lettersAfter(need);
    expect(first).toHaveLength(1);
    // The lead is told of what is new to the lead.
    await answer(need.invitation, [helped(5)]);
    await answer(need.invitation, [contacted(false)]);
    expect(new Set((await lettersAfter(need)).map((letter) => JSON.stringify(letter))).size).toBe(
      (await lettersAfter(need)).length,
    );
    await db.pool.query(
      'update app.outbox set dropped_at = now() where about in (select id from app.follow_ups where need_id = $1)',
      [need.id],
    );
    const before = (await lettersAfter(need)).length;
    await answer(need.invitation, [contacted(true), helped(5)]);
    await answer(need.invitation, [helped(1)]);
    expect((await lettersAfter(need)).length).toBe(before + 1);
  });

  it('is not answered by a call from before it, nor by what the company itself writes', async () => {
    const need = await asked();
    await answer(need.invitation, [helped(1)]);
    await call(db.pool, 'reply_to_need', { p_token_hash: need.company.reply_to_need, p_body: 'Hei?' });
    await call(db.pool, 'log_contact', {
      p_token_hash: need.maija.log_contact,
      p_channel: 'phone',
      p_happened_at: new Date(Date.now() - 60_000).toISOString(),
      p_note: 'Soitin ennen kyselyä.',
    });
    expect(await followUp(need)).toMatchObject({ answered_at: null });
  });

  it.each(['letter', 'phone'] as const)('is answered from the desk after the need has ended, by %s', async (p_way) => {
    const need = await asked();
    const maija = await signIn(db.pool, MAIJA);
    const place = { p_reference: need.reference, p_seen: 100_000, p_links: [] };
    await call(db.pool, 'desk_close_need', { ...place, p_outcome: 'not_needed', p_body: 'Selvä.' }, maija);
    await answer(need.invitation, [contacted(false)]);
    const [before] = await rows('select state, closed_at from app.needs where id = $1', need.id);
    const done = () =>
      call(db.pool, 'desk_answer_follow_up', { ...place, p_way, p_body: 'Anteeksi, kirje eksyi.' }, maija);
    expect(await done()).toEqual([{ standing: 'current', outcome: 'answered' }]);
    expect(await done()).toEqual([{ standing: 'current', outcome: 'nothing_to_answer' }]);
    expect(await followUp(need)).toMatchObject({ answered_by: MAIJA });
    expect(await rows('select state, closed_at from app.needs where id = $1', need.id)).toEqual([before]);
    const letters = await rows(
      `select letter from app.outbox where need_id = $1 and letter = 'follow_up_answer'`,
      need.id,
    );
    expect(letters).toHaveLength(p_way === 'letter' ? 1 : 0);
  });

  it('is shown at the desk beside what the record says', async () => {
    const need = await asked();
    await answer(need.invitation, [contacted(false), { question: 'words', body: 'Kukaan ei soittanut.' }]);
    const maija = await signIn(db.pool, MAIJA);
    const shown = await call(db.pool, 'desk_follow_ups', {}, maija);
    expect(shown.find(({ reference }) => reference === need.reference)).toMatchObject({
      not_contacted: true,
      acting_email: MAIJA,
      record: [{ kind: 'answer', by: 'Maija Malli', bounced: false }],
      answers: [
        { choices: ['no'], low: true },
        { body: 'Kukaan ei soittanut.', low: false },
      ],
    });
    const [survey] = await call(db.pool, 'desk_need_surveys', { p_reference: need.reference }, maija);
    expect(survey).toMatchObject({ anonymous: false, follow_up: { record: [{ kind: 'answer' }] } });
  });
});
