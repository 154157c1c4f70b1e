// The turns that a need may take besides the straight way: each a short story on the pages behind letters' links.
import { createT } from '#domain/i18n/t.ts';
import { expect, PHONE, test } from '../support/browser-test.ts';
import { builtCatalogue } from '../support/built-catalogue.ts';
import { fi, handOver, saysDone, take, write } from '../support/link-pages.ts';
import { MAIJA, MATTI } from '../support/served-portal.ts';
import { button } from '../support/tell-need.ts';

// Coordinators work from a phone, in Finnish.
test.use({ viewport: PHONE, locale: 'fi' });

const QUESTION = 'Montako hitsaajaa tarvitsette, ja mihin menetelmään?';
const REASON = 'Emme järjestä tätä koulutusta. Oppilaitos neuvoo teitä, soittakaa sinne.';

function expertOf() {
  const provider = builtCatalogue().providers.find(({ id }) => id === 'koulutustalo-hillaneva');
  if (!provider) throw new Error('The provider is not in the catalogue');
  return { name: provider.name.fi, nameEn: provider.name.en, email: provider.contactEmail.toLowerCase() };
}

test('a coordinator asks more: the question reaches the company, and its answer reaches the coordinator', async ({
  page,
  portal,
}) => {
  const { reference, email, statusPath } = await portal.sendNeed({ language: 'sv' });
  const { links } = await portal.letter('new_need', MATTI, 'fi', reference);
  await write(page, links.ask_link as string, 'ask-more', QUESTION);
  await saysDone(page, 'said');
  const question = await portal.letter('question', email, 'sv', reference);
  expect(question.text).toContain(QUESTION);
  await write(page, question.links.reply_link as string, 'reply-to-need', 'Två svetsare, TIG.', 'sv');
  expect((await portal.letter('reply_received', MATTI, 'fi', reference)).text).toContain('Två svetsare, TIG.');
  await page.goto(statusPath);
  await expect(page.getByText(createT('sv')('promise.kept'))).toBeVisible();
});

test('a coordinator logs a call: it is on record as the first contact, and the company sees it without getting mail', async ({
  page,
  portal,
}) => {
  const { reference, email, statusPath } = await portal.sendNeed();
  const { links } = await portal.letter('new_need', MAIJA, 'fi', reference);
  await page.goto(links.log_link as string);
  await page.getByLabel(fi('channel.meeting')).check();
  await page.getByLabel(fi('log-contact.note')).fill('Sovimme tapaamisesta tiistaina.');
  await button(page, fi('log-contact.button')).click();
  await saysDone(page, 'logged');
  await page.goto(statusPath);
  await expect(page.getByRole('article')).toContainText(['Sovimme tapaamisesta tiistaina.']);
  await expect(page.getByText(fi('promise.kept'))).toBeVisible();
  await portal.quiet(reference);
  expect((await portal.lettersTo(email)).filter(({ subject }) => subject.includes(reference))).toHaveLength(1);
});

test('a call cannot have been before the need came in: the form says so and keeps what was written', async ({
  page,
  portal,
}) => {
  const { reference } = await portal.sendNeed();
  const { links } = await portal.letter('new_need', MAIJA, 'fi', reference);
  await page.goto(links.log_link as string);
  await page.getByLabel(fi('log-contact.date')).fill('2026-01-02');
  await page.getByLabel(fi('log-contact.note')).fill('Soitin jo tammikuussa.');
  await button(page, fi('log-contact.button')).click();
  await expect(page.locator('#error-summary')).toBeFocused();
  await page.getByRole('link', { name: fi('log-contact.error.time.impossible_time') }).click();
  await expect(page.getByLabel(fi('log-contact.time'))).toBeFocused();
  await expect(page.getByLabel(fi('log-contact.note'))).toHaveValue('Soitin jo tammikuussa.');
});

test('a need handed over is taken and answered by the expert, and the company is told who it is', async ({
  page,
  portal,
}) => {
  const expert = expertOf();
  const { reference, email, statusPath } = await portal.sendNeed({ language: 'en' });
  const { links } = await portal.letter('new_need', MAIJA, 'fi', reference);
  await take(page, links.take_link as string);
  await handOver(page, links.hand_over_link as string, expert.name, 'Tämä lienee teille tuttua.');
  await saysDone(page, 'handed_over');
  expect((await portal.letter('handed_over', email, 'en', reference)).text).toContain(expert.nameEn);

  const asked = await portal.letter('handover_asked', expert.email, 'fi', reference);
  expect(asked.text).toContain('Tämä lienee teille tuttua.');
  await take(page, asked.links.take_link as string);
  await saysDone(page, 'taken');
  await write(page, asked.links.answer_link as string, 'answer-need', 'Koulutus alkaa maaliskuussa.');
  const answer = await portal.letter('answer', email, 'en', reference);
  expect(answer.text).toContain('Koulutus alkaa maaliskuussa.');
  await write(page, answer.links.reply_link as string, 'reply-to-need', 'March is fine.', 'en');
  expect((await portal.letter('reply_received', expert.email, 'fi', reference)).text).toContain('March is fine.');
  await page.goto(statusPath);
  await expect(page.getByText(createT('en')('promise.kept'))).toBeVisible();
  await expect(page.getByText(createT('en')('see-need.owner', { name: expert.nameEn }))).toBeVisible();
});

test('an expert who declines is asked no more, the coordinator hears why, and the company does not', async ({
  page,
  portal,
}) => {
  const expert = expertOf();
  const { reference, statusPath } = await portal.sendNeed();
  const { links } = await portal.letter('new_need', MAIJA, 'fi', reference);
  await take(page, links.take_link as string);
  await handOver(page, links.hand_over_link as string, expert.name);
  const asked = await portal.letter('handover_asked', expert.email, 'fi', reference);
  await write(page, asked.links.decline_link as string, 'decline-need.expert', 'Kouluttajamme ovat varattuja.');
  await saysDone(page, 'said');
  const declined = await portal.letter('handover_declined', MAIJA, 'fi', reference);
  expect(declined.text).toContain('Kouluttajamme ovat varattuja.');
  await page.goto(declined.links.hand_over_link as string);
  await expect(page.getByText(fi('hand-over.declined', { name: expert.name }))).toBeVisible();
  await page.goto(statusPath);
  await expect(page.getByRole('main')).not.toContainText('varattuja');
  await write(page, declined.links.answer_link as string, 'answer-need', 'Palaan asiaan huomenna.');
  await portal.quiet(reference);
  expect((await portal.lettersTo(expert.email)).filter(({ subject }) => subject.includes(reference))).toHaveLength(1);
});

test('a need declined with a reason ends: the company reads why, and no more can be written', async ({
  page,
  portal,
}) => {
  const { reference, email, statusPath } = await portal.sendNeed();
  const { links } = await portal.letter('new_need', MATTI, 'fi', reference);
  await write(page, links.decline_link as string, 'decline-need.coordinator', REASON);
  expect((await portal.letter('declined', email, 'fi', reference)).text).toContain(REASON);
  await page.goto(statusPath);
  await expect(page.getByText(fi('state.declined'))).toBeVisible();
  await expect(page.getByRole('link', { name: fi('see-need.reply') })).toHaveCount(0);
  await page.goto(links.answer_link as string);
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await expect(page.getByText(fi('state.declined'))).toBeVisible();
});
