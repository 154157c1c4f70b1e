// Documents in a browser: on a phone by the form alone; with the script straight to Storage, past what a form can carry.
import { readFile } from 'node:fs/promises';
import { createT } from '#domain/i18n/t.ts';
import { WORKSPACE } from '#domain/routes.ts';
import { inspector } from '../support/axe-page.ts';
import { expect, PHONE, test } from '../support/browser-test.ts';
import { PDF, pdfOf } from '../support/made-documents.ts';
import { signIn } from '../support/sign-in.ts';
import { newBusinessId } from '../support/sql-workspace.ts';
import { button } from '../support/tell-need.ts';

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

test.describe('on a phone, without JavaScript', () => {
  test.use({ viewport: PHONE, locale: 'fi', javaScriptEnabled: false });

  test('a file is added by the form, saved, and removed in two steps', async ({ page, portal }) => {
    const t = createT('fi');
    const need = await portal.sendNeed({ business_id: newBusinessId() });
    await page.goto(WORKSPACE.documents);
    await signIn(page, portal, need.email);
    await page.goto(WORKSPACE.documents);
    await page.getByLabel(t('documents.file')).setInputFiles(file('Tarjous.pdf', PDF));
    await button(page, t('documents.send')).click();
    await expect(page.getByRole('status')).toHaveText(t('workspace.did.uploaded'));
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Tarjous.pdf' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('Tarjous.pdf');
    expect((await readFile(await saved.path())).equals(PDF)).toBe(true);
    await page.getByText(t('documents.remove'), { exact: false }).locator('visible=true').first().click();
    await page.getByLabel(t('documents.remove.sure')).check();
    await button(page, t('documents.remove.button')).click();
    await expect(page.getByRole('status')).toHaveText(t('workspace.did.document_removed'));
    await expect(page.getByText(t('documents.none'))).toBeVisible();
  });
});

test.describe('with the script', () => {
  test.use({ locale: 'sv' });

  test('a file larger than a form carries goes to Storage; one that is not what it seems comes back with the reason', async ({
    page,
    portal,
  }) => {
    const t = createT('sv');
    const { look, faults } = inspector(page, 'sv');
    const need = await portal.sendNeed({ business_id: newBusinessId(), language: 'sv' });
    await page.goto(WORKSPACE.documents);
    await signIn(page, portal, need.email, 'sv');
    await page.goto(WORKSPACE.documents);
    await look('no documents');
    const field = page.getByLabel(t('documents.file'));
    await field.setInputFiles(file('Offert.pdf', pdfOf(6 * 1024 * 1024)));
    await button(page, t('documents.send')).click();
    await expect(page.getByRole('status')).toHaveText(t('workspace.did.uploaded'));
    await expect(page.getByRole('link', { name: 'Offert.pdf' })).toBeVisible();
    await field.setInputFiles(file('Faktura.pdf', Buffer.from('<!doctype html><script>alert(1)</script>')));
    await button(page, t('documents.send')).click();
    await expect(page.getByText(t('documents.error.unknown'))).toBeVisible();
    await expect(field).toBeFocused();
    // What was said of the file before it is gone.
    await expect(page.getByRole('status')).toHaveCount(0);
    await look('a wrong file');
    await page.locator('details').last().locator('summary').click();
    await look('a document about to be removed');
    expect(faults).toEqual([]);
  });
});
