// The workspace as a company's person meets it: on a phone without JavaScript from the letter to a corrected profile, a colleague
// and a filled form; with JavaScript the form that opens filled; what axe finds.
import { createT } from '#domain/i18n/t.ts';
import { LANGUAGES, routes, WORKSPACE } from '#domain/routes.ts';
import { inspector } from '../support/axe-page.ts';
import { expect, PHONE, test } from '../support/browser-test.ts';
import { MAIJA } from '../support/served-portal.ts';
import { signIn } from '../support/sign-in.ts';
import { newBusinessId } from '../support/sql-workspace.ts';
import { button, heading, takenOver } from '../support/tell-need.ts';

test.describe('on a phone, without JavaScript', () => {
  test.use({ viewport: PHONE, locale: 'fi', javaScriptEnabled: false });

  test('from the status page into the one place; corrects, replies, invites, and tells the next need filled', async ({
    page,
    portal,
    browser,
  }) => {
    const t = createT('fi');
    const need = await portal.sendNeed({ business_id: newBusinessId(), company_name: 'Työtila Testaa Oy' });
    await page.goto(need.statusPath);
    await page.getByRole('link', { name: t('workspace.quiet-link') }).click();
    await expect(heading(page)).toHaveText(t('sign-in.workspace.title'));
    await signIn(page, portal, need.email);
    await expect(heading(page)).toHaveText('Työtila Testaa Oy');

    await page
      .locator(`a[href="${routes.workspaceNeed(need.reference)}"]`)
      .first()
      .click();
    await page.getByRole('link', { name: t('see-need.reply') }).click();
    await page.getByLabel(t('reply-to-need.label'), { exact: true }).fill('Lisätieto työtilasta.');
    await button(page, t('reply-to-need.button')).click();
    await expect(page.getByRole('status')).toHaveText(t('did.said'));

    await page.getByRole('link', { name: t('workspace.nav.profile'), exact: true }).click();
    await expect(page.getByText(`Kerroit tarpeessa ${need.reference}`).first()).toBeVisible();
    await page.getByLabel(t('send-need.company_name.label'), { exact: true }).fill('Työtila Korjaa Oy');
    await button(page, t('workspace.profile.save')).click();
    await expect(page.getByRole('status')).toHaveText(t('workspace.did.corrected'));

    await page.getByRole('link', { name: t('workspace.nav.people') }).click();
    const colleague = `kollega-${need.reference.toLowerCase()}@firma.example`;
    await page.getByLabel(t('workspace.people.email'), { exact: true }).fill(colleague);
    await button(page, t('workspace.people.send')).click();
    await expect(page.getByRole('status')).toHaveText(t('workspace.did.invited'));

    await page.goto(routes.path('needForm', 'fi'));
    await page.getByLabel(t('send-need.description.label'), { exact: true }).fill('Tarvitsemme apua kirjanpitoon.');
    await button(page, t('form.next')).click();
    await expect(page.getByLabel(t('send-need.company_name.label'), { exact: true })).toHaveValue('Työtila Korjaa Oy');
    await button(page, t('send-need.told.other')).click();
    await expect(page.getByLabel(t('send-need.company_name.label'), { exact: true })).toHaveValue('');

    const other = await browser.newContext({ locale: 'fi', viewport: PHONE, baseURL: portal.url });
    const theirs = await other.newPage();
    await theirs.goto(WORKSPACE.home);
    await signIn(theirs, portal, colleague);
    await button(theirs, t('workspace.invitation.join')).click();
    await expect(theirs.getByRole('status')).toHaveText(t('workspace.did.joined'));
    await expect(heading(theirs)).toHaveText('Työtila Korjaa Oy');
    await other.close();
  });
});

test.describe('with JavaScript', () => {
  test.use({ locale: 'fi' });

  test('the form opens filled too, and keeps no draft of what it was filled with', async ({ page, portal }) => {
    const t = createT('fi');
    const need = await portal.sendNeed({ business_id: newBusinessId(), company_name: 'Täytetty Oy' });
    await page.goto(WORKSPACE.signIn);
    await signIn(page, portal, need.email);
    await expect(heading(page)).toHaveText('Täytetty Oy');
    await page.goto(routes.path('needForm', 'fi'));
    await takenOver(page, 'fi');
    await page.getByLabel(t('send-need.description.label'), { exact: true }).fill('Tarvitsemme apua vientiin.');
    await button(page, t('form.next')).click();
    await expect(page.getByLabel(t('send-need.company_name.label'), { exact: true })).toHaveValue('Täytetty Oy');
    const draft = () => page.evaluate(() => localStorage.getItem('tarjotin:need-draft'));
    await expect.poll(draft).toContain('vientiin');
    expect(await draft()).not.toMatch(/Täytetty|@/);
  });
});

test.describe('axe', () => {
  test.setTimeout(90_000); // many pages each

  for (const lang of LANGUAGES) {
    test.describe(`in ${lang}`, () => {
      test.use({ viewport: PHONE, locale: lang });

      test('finds nothing wrong with any page of the workspace', async ({ page, portal }) => {
        const t = createT(lang);
        const { look, faults } = inspector(page, lang);
        const business_id = newBusinessId();
        const need = await portal.sendNeed({ business_id, language: lang });
        await page.goto(WORKSPACE.signIn);
        await look('sign-in');
        await signIn(page, portal, need.email, lang, () => look('is this yours?'));
        const second = await portal.sendNeed({ business_id, language: lang });
        const claimant = await page.context().browser()?.newContext({ locale: lang, baseURL: portal.url });
        const theirs = await claimant?.newPage();
        await theirs?.goto(WORKSPACE.signIn);
        if (theirs) await signIn(theirs, portal, second.email, lang);
        await claimant?.close();
        await portal.act((await portal.letter('new_need', MAIJA, 'fi', need.reference)).links.answer_link ?? '', {
          answer: 'Hei!',
        });
        for (const path of [
          WORKSPACE.home,
          WORKSPACE.profile,
          WORKSPACE.looks,
          routes.workspaceNeed(need.reference),
          routes.workspaceReply(need.reference),
          routes.workspaceNeed('ABCD-2345'),
          WORKSPACE.people,
        ]) {
          await page.goto(path);
          await look(path.replace(need.reference, 'need'));
        }
        await button(page, t('workspace.people.send')).click();
        await look('an invitation without an address');
        expect(faults).toEqual([]);
      });
    });
  }
});
