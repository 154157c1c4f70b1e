// The pages behind letters' links, in every state that a need can be in here, looked at by axe.
import { createT } from '#domain/i18n/t.ts';
import { LANGUAGES, type Language } from '#domain/routes.ts';
import { inspector } from '../support/axe-page.ts';
import { expect, test } from '../support/browser-test.ts';
import { builtCatalogue } from '../support/built-catalogue.ts';
import { MAIJA } from '../support/served-portal.ts';
import { press } from '../support/tell-need.ts';
import type { VisitedPortal } from '../support/visited-portal.ts';

test.setTimeout(90_000); // many pages each

/** A need whose letters' links, the coordinators' too, lead to pages in a language. */
async function needIn(portal: VisitedPortal, lang: Language) {
  const need = await portal.sendNeed({ language: lang });
  const { links } = await portal.letter('new_need', MAIJA, 'fi', need.reference);
  const speak = () =>
    portal.rows(
      'update app.links l set language = $1::api.language from app.needs n where n.id = l.need_id and n.reference = $2',
      [lang, need.reference],
    );
  await speak();
  const at = (name: string): string => links[name] ?? '';
  return { ...need, at, speak };
}

for (const lang of LANGUAGES) {
  const t = createT(lang);

  test(`no page of a company's matter has anything that axe finds wrong, in ${lang}`, async ({ page, portal }) => {
    const { look, faults } = inspector(page, lang);
    const need = await needIn(portal, lang);
    const lookAt = async (path: string, what: string) => {
      await page.goto(path);
      await look(what);
    };
    await lookAt(need.statusPath, 'received');
    await page.locator('summary').click();
    await press(page, t('see-need.withdraw-button'));
    await look('withdrawal without a tick');
    await portal.act(need.at('take_link'), { act: 'take' });
    await lookAt(need.statusPath, 'claimed');
    await portal.act(need.at('answer_link'), { answer: 'Hei!\n\nKoulutus alkaa maaliskuussa.' });
    const { links } = await portal.letter('answer', need.email, lang, need.reference);
    await lookAt(links.reply_link ?? '', 'reply');
    await press(page, t('reply-to-need.button'));
    await look('an empty reply');
    await portal.act(links.reply_link ?? '', { reply: 'Kiitos!' });
    await lookAt(need.statusPath, 'answered');

    await portal.sendSurvey(need.reference);
    const survey = await portal.letter('survey', need.email, lang, need.reference);
    const [path = ''] = (survey.links.yes_link ?? '').split('?');
    await lookAt(path, 'survey');
    await press(page, t('answer-survey.button'));
    await look('survey without a choice');
    await lookAt(survey.links.no_link ?? '', 'survey with a choice');
    await press(page, t('answer-survey.button'));
    await look('survey answered');

    await portal.act(need.statusPath, { act: 'withdraw', sure: 'yes' });
    await lookAt(need.statusPath, 'withdrawn');
    await lookAt(links.reply_link ?? '', 'reply to a closed matter');

    const late = await needIn(portal, lang);
    await portal.backDate('needs', 'reference = $1', [late.reference], '10 days');
    await lookAt(late.statusPath, 'late');
    await portal.act(late.at('decline_link'), { reason: 'Emme järjestä tätä.' });
    await lookAt(late.statusPath, 'declined, late');
    expect(faults).toEqual([]);
  });

  test(`no page of a coordinator or an expert has anything that axe finds wrong, in ${lang}`, async ({
    page,
    portal,
  }) => {
    const { look, faults } = inspector(page, lang);
    const need = await needIn(portal, lang);
    const lookAt = async (path: string, what: string) => {
      await page.goto(path);
      await look(what);
    };
    const withError = async (what: string) => {
      await page.getByRole('main').getByRole('button').first().click();
      await expect(page.getByRole('alert')).toBeVisible();
      await look(`${what}, with an error`);
    };
    await lookAt(need.at('take_link'), 'take');
    for (const act of ['answer', 'log', 'ask', 'hand_over', 'decline']) {
      await lookAt(need.at(`${act}_link`), act);
      await withError(act);
    }
    await page.goto(need.at('take_link'));
    await press(page, t('take-need.button'));
    await look('taken');
    await portal.act(need.at('hand_over_link'), { to: 'provider:koulutustalo-hillaneva', note: 'Teille tuttua?' });
    const expert = builtCatalogue().providers.find(({ id }) => id === 'koulutustalo-hillaneva')?.contactEmail ?? '';
    const asked = await portal.letter('handover_asked', expert, 'fi', need.reference);
    await need.speak();
    for (const [act, path] of Object.entries(asked.links)) await lookAt(path, `expert: ${act}`);
    await portal.act(asked.links.log_link ?? '', { channel: 'phone', ...justNow(), note: 'Soitin.' });
    await lookAt(need.at('answer_link'), 'answer, with a call on record and somebody else in charge');
    await lookAt(asked.links.ended_link ?? '', 'expert: how it went');
    await withError('how it went');
    await portal.act(asked.links.ended_link ?? '', { ended: 'not_reachable', note: 'Ei vastaa.' });
    await lookAt(asked.links.ended_link ?? '', 'expert: how it went, to be corrected');
    await portal.act(need.at('hand_over_link'), { to: 'provider:koulutustalo-hillaneva', note: 'Ehditkö nyt?' });
    await portal.act(asked.links.decline_link ?? '', { reason: 'Emme ehdi.' });
    await lookAt(asked.links.decline_link ?? '', 'expert: declined');
    await lookAt(need.at('take_link'), 'take, after an expert declined');
    await portal.act(need.statusPath, { act: 'withdraw', sure: 'yes' });
    await lookAt(need.at('answer_link'), 'answer, after a withdrawal');
    expect(faults).toEqual([]);
  });
}

/** Day and time as the form's fields have them. */
function justNow(): { date: string; time: string } {
  const [date = '', time = ''] = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Helsinki',
    dateStyle: 'short',
    timeStyle: 'short',
  })
    .format(new Date())
    .split(' ');
  return { date, time };
}
