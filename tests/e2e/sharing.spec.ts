// Sharing in two browsers: the company lets an adviser in, who reads and comments, and is refused at the next click once it is taken back.
import { CONSENT_PARTS } from '#domain/forms/share.ts';
import { createT } from '#domain/i18n/t.ts';
import { LANGUAGES, routes, WORKSPACE } from '#domain/routes.ts';
import { inspector } from '../support/axe-page.ts';
import { expect, PHONE, test } from '../support/browser-test.ts';
import { PDF } from '../support/made-documents.ts';
import { signIn } from '../support/sign-in.ts';
import { newBusinessId } from '../support/sql-workspace.ts';
import { button, heading } from '../support/tell-need.ts';
import { newAddress } from '../support/visited-portal.ts';

for (const lang of LANGUAGES) {
  test.describe(`in ${lang}`, () => {
    test.use({ viewport: PHONE, locale: lang });
    test.setTimeout(90_000);

    test('a company shares, the adviser reads and comments, the company takes it back, and the next click is refused', async ({
      page,
      portal,
      browser,
    }) => {
      const t = createT(lang);
      const { look, faults } = inspector(page, lang);
      const adviser = newAddress('neea');
      const need = await portal.sendNeed({
        business_id: newBusinessId(),
        company_name: 'Jakava Oy',
        language: lang,
        description: 'Tarvitsemme apua rahoituksen suunnitteluun.',
      });
      await page.goto(WORKSPACE.sharing);
      await signIn(page, portal, need.email, lang);
      // A document of each company, and their page in the one language in which no other test looks at it.
      await page.goto(WORKSPACE.documents);
      await page
        .getByLabel(t('documents.file'))
        .setInputFiles({ name: 'Budjetti.pdf', mimeType: 'application/pdf', buffer: PDF });
      await button(page, t('documents.send')).click();
      await expect(page.getByRole('status')).toHaveText(t('workspace.did.uploaded'));
      if (lang === 'en') await look('a document');
      await page.goto(WORKSPACE.sharing);
      await look('who sees what');
      await page.getByRole('link', { name: t('sharing.share'), exact: true }).click();
      await button(page, t('share.check')).click();
      await look('the form with errors');
      await page.getByLabel(t('share.email'), { exact: true }).fill(adviser);
      await page.getByLabel(t('share.organisation'), { exact: true }).fill('Neuvontatalo');
      await page.getByLabel(t('share.purpose'), { exact: true }).fill('Rahoituksen suunnittelu');
      for (const part of CONSENT_PARTS) await page.getByLabel(t(`share.part.${part}`), { exact: true }).check();
      await page.getByLabel(new RegExp(need.reference)).check();
      await page.getByLabel(t('share.comment.yes'), { exact: true }).check();
      await button(page, t('share.check')).click();
      await expect(heading(page)).toHaveText(t('share-check.title'));
      await expect(page.getByText(adviser)).toBeVisible();
      await expect(page.getByText('rahoituksen suunnitteluun').first()).toBeVisible();
      await expect(page.getByRole('link', { name: 'Budjetti.pdf' })).toBeVisible();
      await look('what the adviser will see');
      await button(page, t('share-check.button')).click();
      await expect(page.getByRole('status')).toHaveText(t('workspace.did.shared'));
      await look('the record');
      const record = new URL(page.url()).pathname;

      const other = await browser.newContext({ locale: lang, viewport: PHONE, baseURL: portal.url });
      const theirs = await other.newPage();
      const theirLook = inspector(theirs, lang);
      await theirs.goto(WORKSPACE.shared);
      await signIn(theirs, portal, adviser, lang);
      await theirLook.look('shared with the adviser');
      await theirs.getByRole('link', { name: 'Jakava Oy' }).click();
      await theirs.getByLabel(t('shared.comment'), { exact: true }).fill('Pyytäkää tarjous kahdesta pankista.');
      await theirs.getByRole('button', { name: t('shared.comment-button') }).click();
      await expect(theirs.getByRole('status')).toHaveText(t('workspace.did.commented'));
      await expect(theirs.getByRole('link', { name: 'Budjetti.pdf' })).toBeVisible();
      await theirLook.look('what is shared');
      if (lang === 'sv') {
        await theirs.goto(WORKSPACE.myData);
        await theirLook.look('the adviser’s own data');
        await theirs.goBack();
      }
      await page.goto(WORKSPACE.sharing);
      await look('who sees what, with a consent');
      await page.goto(routes.workspaceNeed(need.reference));
      await expect(page.getByText('Pyytäkää tarjous')).toBeVisible();

      // By the button of the page, or by that behind the letter's link, which has a page of its own.
      const receipt = (await portal.lettersTo(need.email)).find(({ text }) => text?.includes(record));
      const link = /\/l\/\S+/.exec(receipt?.text ?? '')?.[0] ?? '';
      await page.goto(link);
      await look('before it is taken back from the letter');
      await page.goto(record);
      await button(page, t('consent.withdraw')).click();
      await expect(page.getByRole('status')).toHaveText(t('workspace.did.withdrawn'));
      await look('the record of what was taken back');
      await theirs.getByLabel(t('shared.comment'), { exact: true }).fill('Tämä jäi kesken.');
      await theirs.getByRole('button', { name: t('shared.comment-button') }).click();
      await expect(heading(theirs)).toHaveText(t('shared-over.title'));
      await expect(theirs.getByRole('textbox')).toHaveValue('Tämä jäi kesken.');
      await theirLook.look('no longer shared');
      await other.close();
      expect([...faults, ...theirLook.faults]).toEqual([]);
    });
  });
}
