// The survey's link: answered by its button, each question optional, changeable for a week, in the company's own language.
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addWorkingDays } from '#domain/calendar.ts';
import { helsinkiDate, helsinkiInstant } from '#domain/helsinki-time.ts';
import { keepCoordinators } from '#lib/desk/keep-coordinators.ts';
import { drainOutbox } from '#lib/drain-outbox.ts';
import { mintLinks } from '#lib/links.ts';
import { releaseAnswers } from '#lib/surveys/release-answers.ts';
import { sendSurveysAt } from '#lib/surveys/send-surveys.ts';
import { askSurvey } from '../support/ask-survey.ts';
import { backDate } from '../support/back-date.ts';
import { builtCatalogue } from '../support/built-catalogue.ts';
import { ACTS } from '../support/coordinator-acts.ts';
import { MAIJA, type Portal, type Purpose, SITE, startPortal } from '../support/portal.ts';
import { elements, faultyFields, formsOf, mainOf, textOf } from '../support/read-page.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
  await keepCoordinators();
});
afterAll(() => portal.close());

/** A need that was answered, or helped and closed, and its contact asked how it went. */
async function asked(event: 'first_response' | 'closing' = 'first_response', changes = {}) {
  const sent = await portal.sendNeed(changes);
  await portal.postForm(await portal.link(sent.reference, 'answer_need', MAIJA), ACTS.answer_need);
  if (event === 'closing')
    await portal.rows(`update app.needs set state = 'closed', outcome = 'helped' where reference = $1`, [
      sent.reference,
    ]);
  await askSurvey(portal.db.pool, sent.reference, mintLinks(3), event);
  await drainOutbox();
  await portal.settled();
  const path = (purpose: Purpose) => portal.link(sent.reference, purpose, sent.email);
  return { ...sent, path, link: await path('answer_survey') };
}
const page = async (path: string) => (await portal.get(path)).text();
const answers = (reference: string) =>
  portal.rows(
    `select a.question, a.choices, a.body from app.named_answers a join app.survey_invitations i on i.id = a.invitation_id
     join app.needs n on n.id = i.need_id where n.reference = $1 order by a.question`,
    [reference],
  );
const fields = (html: string) => formsOf(html)[0]?.fields.filter(([, value]) => value !== '');

describe('of a named survey', () => {
  it('the letter’s answers are links to it, each with its answer chosen, and a GET stores nothing', async () => {
    const { reference, email } = await asked();
    const [letter] = portal.letters(email);
    const links = elements(letter?.html ?? '', 'a')
      .map(({ attributes }) => (attributes.href ?? '').replace(SITE, ''))
      .filter((href) => href.includes('?q_'));
    expect(links.map((link) => new URL(link, SITE).search)).toEqual(['?q_contacted=yes', '?q_contacted=no']);
    for (const link of [...links, ...links]) {
      const [name, value] = (link.split('?')[1] as string).split('=');
      expect(fields(await page(link))).toEqual([[name, value]]);
    }
    expect(await answers(reference)).toEqual([]);
  });

  it('is answered by its one button, shows what was answered, and may be changed for a week', async () => {
    const { reference, link } = await asked();
    const post = (given: Record<string, string>) => portal.postForm(link, given);
    const first = await post({ q_contacted: 'yes', q_helped: '4', t_better: '  Kiitos <b>kaikesta</b>!  ' });
    expect([first.status, first.headers.get('location')]).toEqual([303, `${link}?did=answered`]);
    expect(await answers(reference)).toEqual([
      { question: 'better', choices: null, body: 'Kiitos <b>kaikesta</b>!' },
      { question: 'contacted', choices: ['yes'], body: null },
      { question: 'helped', choices: ['4'], body: null },
    ]);
    const shown = await page(link);
    expect(fields(shown)).toEqual([
      ['q_contacted', 'yes'],
      ['q_helped', '4'],
      ['t_better', 'Kiitos <b>kaikesta</b>!'],
    ]);
    expect(shown).not.toContain('<b>kaikesta</b>');
    await post({ q_contacted: 'yes' });
    expect(await answers(reference)).toHaveLength(1);
    await backDate(
      portal.db.pool,
      'survey_invitations',
      'need_id = (select id from app.needs where reference = $1)',
      [reference],
      '8 days',
    );
    const late = await post({ q_contacted: 'no' });
    expect(late.status).toBe(422);
    const closed = mainOf(await late.text());
    expect(formsOf(closed)).toEqual([]);
    // She still reads what she answered.
    expect(textOf(closed)).toContain('Kyllä, minuun otettiin yhteyttä');
    expect(await answers(reference)).toMatchObject([{ choices: ['yes'] }]);
  });

  it.each([
    [{}, 'field-q_contacted'],
    [{ q_contacted: '' }, 'field-q_contacted'],
    [{ q_contacted: 'ehkä' }, 'field-q_contacted'],
    [{ q_contacted: '__proto__' }, 'field-q_contacted'],
    [{ q_helped: '6' }, 'field-q_helped'],
    [{ q_contacted: 'yes', t_better: 'x'.repeat(2001) }, 'field-t_better'],
  ])('%j is no answer: the form again with what was written, and nothing is stored', async (given, field) => {
    const { reference, link } = await asked();
    const response = await portal.postForm(link, given as Record<string, string>);
    const html = await response.text();
    expect([response.status, faultyFields(html)]).toEqual([422, [field]]);
    if ('t_better' in given) expect(html).toContain(given.t_better);
    expect(await answers(reference)).toEqual([]);
  });

  it('two taps on different answers at once: the last one counts, once', async () => {
    const { reference, link } = await asked();
    await Promise.all([portal.postForm(link, { q_contacted: 'yes' }), portal.postForm(link, { q_contacted: 'no' })]);
    expect(await answers(reference)).toHaveLength(1);
  });

  it('a no brings the owner a letter with the answer and the way to answer it, and the person a date', async () => {
    const { reference, link } = await asked();
    const before = portal.letters(MAIJA).length;
    await portal.postForm(link, { q_contacted: 'no', t_better: '=HYPERLINK("https://paha.example")' });
    await portal.settled();
    const [letter] = portal.letters(MAIJA);
    expect(portal.letters(MAIJA)).toHaveLength(before + 1);
    expect(letter?.subject).toContain(reference);
    expect(letter?.text).toContain(`${SITE}/desk/needs/${reference}`);
    expect(letter?.text).toContain('ei ole otettu yhteyttä');
    expect(textOf(mainOf(await page(link)))).toMatch(/Vastaamme sinulle viimeistään [a-z]+na \d/);
  });

  it('a survey that was changed or taken away since is shown and stored as it was asked', async () => {
    const { reference, link } = await asked();
    await portal.rows(`insert into app.survey_versions (survey, version, event, anonymous, questions, texts)
      select survey, 99, event, anonymous, '[{"key": "uusi", "kind": "fact", "text": {"fi": "Uusi?"}, "answers": {}}]', texts
      from app.survey_versions where survey = 'first-response' limit 1`);
    expect(await page(link)).toContain('Otettiinko sinuun yhteyttä?');
    await portal.postForm(link, { q_contacted: 'yes' });
    expect(await answers(reference)).toMatchObject([{ question: 'contacted' }]);
  });

  it('letters of before, whose links end in ?answer=, still choose', async () => {
    const { link } = await asked();
    expect(fields(await page(`${link}?answer=no`))).toEqual([['q_contacted', 'no']]);
  });

  it.each(['first_response', 'closing'] as const)(
    'after the need was erased the link of its %s survey says so, and nothing is stored',
    async (event) => {
      const { link, reference } = await asked(event);
      await portal.rows(
        `update app.needs set state = 'closed', outcome = 'helped' where reference = $1 and closed_at is null`,
        [reference],
      );
      const stored = () => portal.rows('select from app.named_answers union all select from app.sealed_answers');
      const before = (await stored()).length;
      await portal.rows('select app.erase_need(id) from app.needs where reference = $1', [reference]);
      for (const response of [
        await portal.get(link),
        await portal.postForm(link, { q_contacted: 'yes', q_goals: '5', t_better: 'Liian myöhään' }),
      ]) {
        expect(response.status).toBe(410);
        expect(textOf(mainOf(await response.text()))).toContain('Tiedot on poistettu');
      }
      expect(await stored()).toHaveLength(before);
    },
  );
});

describe('of an anonymous survey', () => {
  const sealed = () =>
    portal.rows<{ question: string | null; envelope: Buffer | null }>('select * from app.sealed_answers');

  it('the answer lies sealed, the link’s holder reads it back and may change it', async () => {
    const { link } = await asked('closing');
    await portal.postForm(link, { q_goals: '2', q_recommend: 'no', t_more: 'Salaisuus 42', show_more: 'yes' });
    const rows = await sealed();
    expect(rows.map(({ question }) => question).toSorted()).toEqual([null, 'goals', 'more', 'recommend'].toSorted());
    for (const { envelope } of rows) expect(String(envelope)).not.toContain('Salaisuus');
    expect(fields(await page(link))).toEqual(
      expect.arrayContaining([
        ['q_goals', '2'],
        ['q_recommend', 'no'],
        ['t_more', 'Salaisuus 42'],
        ['show_more', 'yes'],
      ]),
    );
    await portal.postForm(link, { q_goals: '5' });
    expect(fields(await page(link))).toEqual([['q_goals', '5']]);
  });

  it('low as it is, nobody is told, and the page says why', async () => {
    const { link } = await asked('closing');
    const before = portal.letters().length;
    await portal.postForm(link, { q_goals: '1' });
    await portal.settled();
    expect(portal.letters()).toHaveLength(before);
    expect(textOf(mainOf(await page(link)))).toContain('Vastasit nimettömästi');
  });

  it('its letter invites nobody to reply by mail, and its log has no line of an answer', async () => {
    process.env.REPLY_DOMAIN = 'vastaus.example';
    const { email, reference, link } = await asked('closing');
    delete process.env.REPLY_DOMAIN;
    expect(portal.letters(email)[0]?.text).not.toContain('vastaus.example');
    await portal.postForm(link, { q_goals: '4' });
    const events = await portal.rows(
      `select from app.events e join app.needs n on n.id = e.need_id where reference = $1 and kind = 'survey_answered'`,
      [reference],
    );
    expect(events).toEqual([]);
  });

  it('who has answered is not reminded, though no row says who that is', async () => {
    const [answered, silent] = [await asked('closing'), await asked('closing')];
    await portal.postForm(answered.link, { q_goals: '4' });
    await backDate(portal.db.pool, 'survey_invitations', 'anonymous', [], '7 days 1 hour');
    await portal.rows(`update app.survey_letters set week = 'empty'`);
    const now = new Date();
    const later = new Date(now.getTime() + 3_600_000);
    await sendSurveysAt(now, [{ from: new Date(now.getTime() - 3_600_000), to: later }]);
    await drainOutbox();
    const reminders = (email: string) => portal.letters(email).filter(({ subject }) => subject.startsWith('Muistutus'));
    expect(reminders(answered.email)).toEqual([]);
    expect(reminders(silent.email)).toHaveLength(1);
  });

  it('the reminder comes on the fifth working day after the letter, and not on the fourth', async () => {
    const [fifth, fourth] = [await asked('closing'), await asked('closing')];
    const now = new Date();
    for (const [{ reference }, days] of [
      [fifth, 5],
      [fourth, 4],
    ] as const)
      await portal.rows(
        `update app.survey_invitations i set invited_at = $1 from app.needs n where n.id = i.need_id and n.reference = $2`,
        [helsinkiInstant(addWorkingDays(helsinkiDate(now), -days), '12:00'), reference],
      );
    await portal.rows(`update app.survey_letters set week = 'empty'`);
    await sendSurveysAt(now, [{ from: new Date(now.getTime() - 3_600_000), to: new Date(now.getTime() + 3_600_000) }]);
    const reminded = await portal.rows<{ reference: string }>(
      `select n.reference from app.survey_invitations i join app.needs n on n.id = i.need_id where i.reminded_at is not null`,
    );
    const references = reminded.map(({ reference }) => reference);
    expect(references).toContain(fifth.reference);
    expect(references).not.toContain(fourth.reference);
  });

  it('from five on the month’s answers are opened, with the coarse facts that they took along', async () => {
    await portal.rows('delete from app.sealed_answers');
    for (const score of ['5', '4', '4', '2', '1'])
      await portal.postForm((await asked('closing')).link, { q_goals: score });
    await portal.rows(
      `update app.sealed_answers set answered_on = (date_trunc('month', now()) - interval '2 months')::date + 3`,
    );
    await releaseAnswers();
    const cells = await portal.rows('select question, theme, answers, counts from app.answer_cells');
    expect(cells).toEqual([{ question: 'goals', theme: null, answers: 5, counts: { 1: 1, 2: 1, 4: 2, 5: 1 } }]);
    expect((await sealed()).filter(({ envelope }) => envelope)).toEqual([]);
  });

  it('one that was altered, or sealed under another secret, is left where it is', async () => {
    await portal.rows(
      `insert into app.sealed_answers (key_hash, survey, version, question, envelope, answered_on)
       select decode($1, 'hex'), survey, version, 'goals', decode(repeat('00', 284), 'hex'), '2020-01-01'
       from app.survey_versions where anonymous limit 1`,
      [randomBytes(32).toString('hex')],
    );
    await releaseAnswers();
    expect((await sealed()).filter(({ envelope }) => envelope)).toHaveLength(1);
  });
});

describe('a text', () => {
  it.each([
    ['named', 'first_response', { q_contacted: 'yes' }, 't_better'],
    ['anonymous', 'closing', { q_goals: '4' }, 't_more'],
  ] as const)(
    'of 100,000 characters in a %s survey is given back whole, and what was stored stays',
    async (_, event, chosen, text) => {
      const { link } = await asked(event);
      await portal.postForm(link, { ...chosen, [text]: 'Tallessa.' });
      const stored = fields(await page(link));
      const written = '😀'.repeat(100_000);
      const response = await portal.postForm(link, { ...chosen, [text]: written });
      const html = await response.text();
      expect([response.status, faultyFields(html)]).toEqual([422, [`field-${text}`]]);
      expect(textOf(mainOf(html))).toContain('Teksti on liian pitkä: enintään 2 000 merkkiä.');
      expect(fields(html)).toEqual([...Object.entries(chosen), [text, written]]);
      expect(fields(await page(link))).toEqual(stored);
    },
  );

  it('that is longer still is not read, and the page says how it is not lost', async () => {
    const { link } = await asked();
    const response = await portal.postForm(link, { q_contacted: 'yes', t_better: 'ä'.repeat(300_000) });
    expect(response.status).toBe(413);
    expect(textOf(mainOf(await response.text()))).toContain('kirjoittamasi on yleensä siellä tallessa');
  });
});

it.each(['fi', 'sv', 'en'])(
  'every page of a company that wrote in %s is in that language, whatever its browser asks for',
  async (language) => {
    const { path } = await asked('first_response', { language });
    for (const purpose of ['see_need', 'reply_to_need', 'answer_survey'] as const) {
      const html = await (await portal.get(await path(purpose), { headers: { 'accept-language': 'de,sv' } })).text();
      expect(html).toContain(`<html lang="${language}"`);
      expect(textOf(html)).not.toMatch(/\{\w+\}/);
    }
  },
);

it('three surveys come with it, one after each event, of five questions at most; the closing one alone is anonymous', () => {
  const surveys = builtCatalogue().surveys.map(({ after, anonymous, questions }) => [
    after,
    anonymous,
    questions.map(({ kind }) => kind),
  ]);
  expect(Object.fromEntries(surveys.map(([after, ...rest]) => [after, rest]))).toEqual({
    first_response: [false, ['fact', 'scale', 'text']],
    midway: [false, expect.any(Array)],
    closing: [true, expect.any(Array)],
  });
  for (const [, , kinds] of surveys) expect((kinds as string[]).length).toBeLessThanOrEqual(5);
});
