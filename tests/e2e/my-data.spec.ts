// My data as a company's person meets it, without JavaScript: taken out as a zip, erased in two steps, undone; and what axe finds.
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { createT } from '#domain/i18n/t.ts';
import { routes, WORKSPACE } from '#domain/routes.ts';
import { axeFaults, inspector } from '../support/axe-page.ts';
import { expect, PHONE, test } from '../support/browser-test.ts';
import { signIn } from '../support/sign-in.ts';
import { newBusinessId } from '../support/sql-workspace.ts';
import { button, heading } from '../support/tell-need.ts';

test.describe('without JavaScript', () => {
  test.use({ viewport: PHONE, locale: 'fi', javaScriptEnabled: false });

  test('takes the data out, has it erased, and changes her mind', async ({ page, portal }) => {
    const t = createT('fi');
    const need = await portal.sendNeed({ business_id: newBusinessId(), company_name: 'Omat Tiedot Oy' });
    // The first page asks whose the need is.
    await page.goto(WORKSPACE.home);
    await signIn(page, portal, need.email);
    await page.getByRole('link', { name: t('workspace.nav.myData') }).click();
    await expect(heading(page)).toHaveText(t('workspace.my-data.title'));

    await page.getByRole('link', { name: t('workspace.my-data.take-out.link') }).click();
    const coming = page.waitForEvent('download');
    await button(page, t('workspace.take-out.button')).click();
    const files = unzipSync(readFileSync(await (await coming).path()));
    expect(Object.keys(files)).toEqual(['data.json', 'index.html']);

    await page.goto(WORKSPACE.myData);
    await page.getByRole('link', { name: t('workspace.my-data.erase.link') }).click();
    await page.getByRole('button', { name: /^Poista kaikki/ }).click();
    await expect(page.getByRole('status')).toHaveText(t('workspace.did.erasure_asked'));
    await page.goto(WORKSPACE.home);
    await button(page, t('workspace.erasing.undo')).click();
    await expect(page.getByRole('status')).toHaveText(t('workspace.did.erasure_undone'));
  });
});

test.describe('axe', () => {
  test.use({ viewport: PHONE, locale: 'fi' });
  test.setTimeout(90_000); // several pages

  test('finds nothing on the pages, with an erasure waiting, and on the notice with its table', async ({
    page,
    portal,
  }) => {
    const t = createT('fi');
    const { look, faults } = inspector(page, 'fi');
    const need = await portal.sendNeed({ business_id: newBusinessId() });
    await page.goto(WORKSPACE.home);
    await signIn(page, portal, need.email);
    // Of the only owner, who is told what comes first.
    for (const path of [WORKSPACE.eraseOwn, WORKSPACE.myData, WORKSPACE.takeOut, WORKSPACE.erase]) {
      await page.goto(path);
      await look(path);
    }
    await page.getByRole('button', { name: /^Poista kaikki/ }).click();
    await expect(page.getByRole('status')).toHaveText(t('workspace.did.erasure_asked'));
    await look('an erasure waits');
    await page.goto(WORKSPACE.takeOut);
    const coming = page.waitForEvent('download');
    await button(page, t('workspace.take-out.button')).click();
    const { 'index.html': readable } = unzipSync(readFileSync(await (await coming).path()));
    await page.goto(routes.path('privacy', 'fi'));
    await look('the notice with its table');
    // A file of the person's own: nothing of the portal's stands around it, its policy for content neither.
    await page.goto('about:blank');
    await page.setContent(strFromU8(readable ?? new Uint8Array()));
    faults.push(...(await axeFaults(page, 'the data taken out, as a page', 'fi')));
    expect(faults).toEqual([]);
  });

  test('finds nothing where one of two owners has herself erased, and changes her mind', async ({ page, portal }) => {
    const t = createT('fi');
    const { look, faults } = inspector(page, 'fi');
    const { email } = await portal.sendNeed({ business_id: newBusinessId() });
    await page.goto(WORKSPACE.home);
    await signIn(page, portal, email);
    await portal.rows(
      `insert into app.members (company_id, email, role)
       select company_id, 'toinen-' || email, 'owner' from app.members where email = $1`,
      [email],
    );
    await page.goto(WORKSPACE.eraseOwn);
    await look('before it is asked for');
    await page.getByRole('button', { name: /^Poista tietoni/ }).click();
    await expect(page.getByRole('status')).toHaveText(t('workspace.did.erasure_asked'));
    await look('her own erasure waits');
    await button(page, t('workspace.erasing.undo')).click();
    await expect(page.getByRole('status')).toHaveText(t('workspace.did.erasure_undone'));
    expect(faults).toEqual([]);
  });
});
