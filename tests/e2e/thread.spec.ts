// The whole thread as a story, in each language, on a phone and at a desk, with and without JavaScript, each two of them paired.
import { promiseDueAt } from '#domain/calendar.ts';
import { helsinkiDate } from '#domain/helsinki-time.ts';
import { formatDate, formatDateBy } from '#domain/i18n/dates.ts';
import { createT } from '#domain/i18n/t.ts';
import { type Language, routes } from '#domain/routes.ts';
import { expect, test } from '../support/browser-test.ts';
import { builtCatalogue } from '../support/built-catalogue.ts';
import { saysDone, take, write } from '../support/link-pages.ts';
import { MAIJA, MATTI } from '../support/served-portal.ts';
import { button, heading, needForm, newTeller, shownReference, takenOver } from '../support/tell-need.ts';
import { WAYS } from '../support/ways.ts';

const ANSWER = 'Hei! Maaliskuussa alkaa hitsauskoulutus.\n\nSoitan huomenna ja kerron lisää.';
const REPLY = 'Kiitos, maaliskuu sopii meille hyvin.';

for (const { lang, place, js, viewport, isMobile } of WAYS)
  test.describe(() => {
    test.use({ viewport, isMobile, javaScriptEnabled: js, locale: lang });
    test(`a company tells its need and gets an answer, in ${lang}, ${place}, ${js ? 'with' : 'without'} JavaScript`, async ({
      page,
      portal,
    }) => story(lang, js, { page, portal }));
  });

type Stage = Pick<Parameters<Parameters<typeof test>[2]>[0], 'page' | 'portal'>;

async function story(lang: Language, js: boolean, { page, portal }: Stage): Promise<void> {
  const t = createT(lang);
  const { services, promise, surveys } = builtCatalogue();
  const survey = surveys.find(({ after }) => after === 'first_response');
  const service = services.find(({ id }) => id === 'hitsauskoulutus') ?? services[0];
  if (!service) throw new Error('There is no service');
  const who = newTeller();

  await test.step('finds a service and opens the form with it chosen', async () => {
    await page.goto(routes.path('home', lang));
    await page
      .getByRole('navigation', { name: t('site.menu') })
      .getByRole('link', { name: t('nav.services') })
      .click();
    await page.getByRole('main').getByRole('link', { name: service.name[lang] }).click();
    await expect(heading(page)).toHaveText(service.name[lang]);
    await page
      .getByRole('main')
      .getByRole('link', { name: t('service.tell') })
      .first()
      .click();
    await expect(page.getByLabel(service.name[lang])).toBeChecked();
    if (js) await takenOver(page, lang);
  });

  await test.step('tells the need, step by step, checks it and sends it', async () => {
    const form = needForm(page, lang);
    await form.tellNeed(who);
    await form.tellCompany(who);
    await form.tellContact(who);
    for (const text of [who.description, service.name[lang], who.companyName, who.businessId, who.name, who.email])
      await expect(page.getByRole('main')).toContainText(text);
    await form.send.click();
    await expect(heading(page)).toHaveText(t('receipt.title'));
  });

  const reference = await shownReference(page);
  const [need] = await portal.rows<{ at: Date }>('select received_at as at from app.needs where reference = $1', [
    reference,
  ]);
  const due = promiseDueAt(need?.at ?? new Date(), promise.days);
  await test.step('gets a receipt with a date', async () => {
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    const date = page.getByRole('time');
    await expect(date).toHaveText(formatDateBy(due, lang));
    await expect(date).toHaveAttribute('datetime', helsinkiDate(due));
  });

  const receipt = await portal.letter('receipt', who.email, lang, reference);
  await test.step('gets a letter that says the same and repeats nothing', async () => {
    expect(receipt.text).toContain(formatDate(due, lang, 'long'));
    expect(receipt.text).not.toContain(who.description);
    expect(receipt.html).not.toContain(who.description);
    await page.getByRole('link', { name: t('receipt.follow') }).click();
    expect(new URL(page.url()).pathname).toBe(receipt.links.status_link);
    await expect(heading(page)).toHaveText(t('see-need.title', { reference }));
    await expect(page.getByText(t('see-need.no-owner'))).toBeVisible();
  });

  await test.step('a coordinator takes it and answers, from the letter', async () => {
    const toMaija = await portal.letter('new_need', MAIJA, 'fi', reference);
    await portal.letter('new_need', MATTI, 'fi', reference);
    expect(toMaija.text).toContain(who.description);
    await take(page, toMaija.links.take_link as string);
    await saysDone(page, 'taken');
    await write(page, toMaija.links.answer_link as string, 'answer-need', ANSWER);
    await saysDone(page, 'said');
  });

  const answer = await portal.letter('answer', who.email, lang, reference);
  await test.step('the company reads the answer and replies', async () => {
    for (const line of ANSWER.split('\n\n')) expect(answer.text).toContain(line);
    await write(page, answer.links.reply_link as string, 'reply-to-need', REPLY, lang);
    await saysDone(page, 'said', lang);
    const reply = await portal.letter('reply_received', MAIJA, 'fi', reference);
    expect(reply.text).toContain(REPLY);
    await portal.quiet(reference);
    expect((await portal.lettersTo(MATTI)).filter(({ subject }) => subject.includes(reference))).toHaveLength(1);
  });

  await test.step('the status page says who, what was said, and that the promise was kept', async () => {
    await page.goto(receipt.links.status_link as string);
    const answered = t('see-need.answered', { duration: '1 min' });
    await expect(page.getByText(answered)).toBeVisible();
    await expect(page.getByText(t('promise.kept'))).toBeVisible();
    await expect(page.getByText(t('see-need.owner', { name: 'Maija Malli' }))).toBeVisible();
    await expect(page.getByRole('article')).toContainText([ANSWER.split('\n\n')[0] as string, REPLY]);
    await expect(page.getByRole('main')).not.toContainText(MAIJA);
  });

  await test.step('the survey comes hours later; one tap and one button answer it', async () => {
    await portal.sendSurvey(reference);
    const { links } = await portal.letter('survey', who.email, lang, reference);
    await page.goto(links.yes_link as string);
    await expect(page.getByRole('radio', { name: survey?.questions[0]?.answers.yes?.[lang] })).toBeChecked();
    const stored =
      'select a.answer from app.survey_answers a join app.needs n on n.id = a.need_id where n.reference = $1';
    expect(await portal.rows(stored, [reference])).toEqual([]);
    await button(page, t('answer-survey.button')).click();
    await expect(page.getByRole('status')).toContainText(survey?.texts.thanks[lang] ?? '');
    expect(await portal.rows(stored, [reference])).toEqual([{ answer: 'yes' }]);
  });
}
