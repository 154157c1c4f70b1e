// What can be undone or lost, and found again: a withdrawal, a need taken by two or by mistake, a link.
import { createT } from '#domain/i18n/t.ts';
import { expect, PHONE, test, watchFaults } from '../support/browser-test.ts';
import { fi, saysDone, take, write } from '../support/link-pages.ts';
import { MAIJA, MATTI } from '../support/served-portal.ts';
import { button, heading } from '../support/tell-need.ts';

// Coordinators work from a phone, in Finnish.
test.use({ viewport: PHONE, locale: 'fi' });

test('a withdrawal asks for a tick, tells the coordinators, and can be undone', async ({ page, portal }) => {
  const { reference, statusPath } = await portal.sendNeed({ language: 'en' });
  const t = createT('en');
  await page.goto(statusPath);
  await page.locator('summary').click();
  await button(page, t('see-need.withdraw-button')).click();
  await expect(page.locator('#error-summary')).toBeFocused();
  await page.getByLabel(t('see-need.withdraw-sure')).check();
  await button(page, t('see-need.withdraw-button')).click();
  await saysDone(page, 'withdrawn', 'en');
  for (const coordinator of [MAIJA, MATTI]) await portal.letter('withdrawn', coordinator, 'fi', reference);
  await button(page, t('see-need.restore')).click();
  await saysDone(page, 'restored', 'en');
  // Who was told that the matter is over is told that it is not.
  for (const coordinator of [MAIJA, MATTI])
    await expect
      .poll(
        async () =>
          (await portal.lettersTo(coordinator)).filter(({ subject }) => subject.startsWith(`Uusi tarve ${reference}`))
            .length,
      )
      .toBe(2);
  const { links } = await portal.letter('new_need', MAIJA, 'fi', reference);
  await write(page, links.answer_link as string, 'answer-need', 'Hyvä, että palasitte. Jatketaan.');
  await saysDone(page, 'said');
});

test('two coordinators take the same need at once: one has it, the other is told who', async ({ browser, portal }) => {
  const { reference } = await portal.sendNeed();
  const people = await Promise.all(
    [MAIJA, MATTI].map(async (email) => {
      const context = await browser.newContext({ viewport: PHONE });
      const faults = watchFaults(context);
      const page = await context.newPage();
      const { links } = await portal.letter('new_need', email, 'fi', reference);
      await page.goto(portal.url + links.take_link);
      return { email, context, page, faults };
    }),
  );
  await Promise.all(people.map(({ page }) => button(page, fi('take-need.button')).click()));
  const said = await Promise.all(people.map(({ page }) => page.getByRole('status').textContent()));
  expect(said.toSorted()).toEqual([fi('did.taken'), fi('did.taken_by_other')].toSorted());
  const winner = said.indexOf(fi('did.taken'));
  const name = winner === 0 ? 'Maija Malli' : MATTI;
  const [loser] = people.filter((_, at) => at !== winner);
  if (loser) await expect(loser.page.getByText(fi('owner.other', { name }))).toBeVisible();
  const owner = await portal.rows('select owner_email from app.needs where reference = $1', [reference]);
  expect(owner).toEqual([{ owner_email: people[winner]?.email }]);
  expect(people.flatMap(({ faults }) => faults)).toEqual([]);
  await Promise.all(people.map(({ context }) => context.close()));
});

test('who takes a need by mistake lets go of it, and somebody else takes it', async ({ page, portal }) => {
  const { reference } = await portal.sendNeed();
  const [maija, matti] = await Promise.all(
    [MAIJA, MATTI].map((email) => portal.letter('new_need', email, 'fi', reference)),
  );
  await take(page, maija?.links.take_link as string);
  await button(page, fi('take-need.release')).click();
  await saysDone(page, 'released');
  await take(page, matti?.links.take_link as string);
  await saysDone(page, 'taken');
});

test('a lost link is asked for anew: the dead link leads to the form, and a letter brings one that works', async ({
  page,
  portal,
}) => {
  const { reference, email } = await portal.sendNeed();
  await portal.letter('receipt', email, 'fi', reference);
  await page.goto(`/l/${'x'.repeat(43)}`);
  await expect(heading(page)).toHaveText(fi('dead-link.title'));
  await page
    .getByRole('main')
    .getByRole('link', { name: fi('dead-link.button') })
    .click();
  await page.getByLabel(fi('request-link.email'), { exact: true }).fill(` ${email.toUpperCase()} `);
  await button(page, fi('request-link.button')).click();
  await expect(heading(page)).toHaveText(fi('request-link.done.title'));
  const { links } = await portal.letter('new_link', email, 'fi', reference);
  await page.goto(links.status_link as string);
  await expect(heading(page)).toHaveText(fi('see-need.title', { reference }));
});
