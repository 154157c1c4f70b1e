// Letters as a mail app shows them: readable in light and dark, on a phone and at a desk, and without pictures.
import { LANGUAGES } from '#domain/routes.ts';
import { letterFaults } from '../support/axe-page.ts';
import { expect, test } from '../support/browser-test.ts';
import { MAIJA } from '../support/served-portal.ts';

for (const lang of LANGUAGES)
  test(`letters have nothing that axe finds wrong, and fit a phone, in ${lang}`, async ({ page, portal }) => {
    const { reference, email } = await portal.sendNeed({ language: lang });
    const toCoordinator = await portal.letter('new_need', MAIJA, 'fi', reference);
    await portal.act(toCoordinator.links.answer_link ?? '', { answer: 'Koulutus alkaa maaliskuussa.' });
    await portal.sendSurvey(reference);
    const faults: string[] = [];
    for (const kind of ['receipt', 'answer', 'survey'] as const) {
      const letter = await portal.letter(kind, email, lang, reference);
      faults.push(...(await letterFaults(page, letter, lang)));
      for (const width of [320, 700]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth), letter.subject).toBe(width);
      }
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await expect(page.locator('img, script, link')).toHaveCount(0);
      expect(letter.text).toContain(reference);
    }
    faults.push(...(await letterFaults(page, toCoordinator, lang)));
    expect(faults).toEqual([]);
  });

test('the two answers of the survey look alike in the letter', async ({ page, portal }) => {
  const { reference, email } = await portal.sendNeed({ language: 'fi' });
  const { links } = await portal.letter('new_need', MAIJA, 'fi', reference);
  await portal.act(links.ask_link ?? '', { question: 'Montako?' });
  await portal.sendSurvey(reference);
  await page.setContent((await portal.letter('survey', email, 'fi', reference)).html);
  const styles = await page.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('style')));
  expect(styles).toHaveLength(2);
  expect(styles[0]).toBe(styles[1]);
});
