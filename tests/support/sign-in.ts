// Signing in at a door in a browser: the address, the code from the letter, and on to where one wanted to go.
import type { Page } from '@playwright/test';
import { createT } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import { expect } from './browser-test.ts';
import { button } from './tell-need.ts';
import type { VisitedPortal } from './visited-portal.ts';

const SUBJECT = 'Kirjautumiskoodi · Inloggningskod · Sign-in code';

export const codesSent = async (portal: VisitedPortal, email: string): Promise<number> =>
  (await portal.lettersTo(email)).filter(({ subject }) => subject === SUBJECT).length;

/** The code of the newest letter; waits until one comes that was not there before. */
export async function newCode(portal: VisitedPortal, email: string, before: number): Promise<string> {
  let code = '';
  await expect
    .poll(async () => {
      const letters = (await portal.lettersTo(email)).filter(({ subject }) => subject === SUBJECT);
      code = /\b(\d{6})\b/.exec(letters[0]?.html ?? '')?.[1] ?? '';
      return letters.length;
    })
    .toBe(before + 1);
  return code;
}

/** On a sign-in page, until the code is told. */
export async function signIn(
  page: Page,
  portal: VisitedPortal,
  email: string,
  lang: Language = 'fi',
  lookAtQuestion?: () => Promise<void>,
): Promise<void> {
  const t = createT(lang);
  await portal.rows('delete from app.code_requests'); // other tests asked too
  const before = await codesSent(portal, email);
  await page.getByLabel(t('sign-in.email'), { exact: true }).fill(email);
  await button(page, t('sign-in.button')).click();
  await page.getByLabel(t('sign-in.code.label'), { exact: true }).fill(await newCode(portal, email, before));
  await button(page, t('sign-in.code.button')).click();
  await expect(page).not.toHaveURL(/\/sign-in(\?|$)/, { timeout: 10_000 });
  await expect(page.locator('h1')).toBeVisible();
  // Needs that came with the address are hers.
  const own = page.getByRole('button', { name: t('workspace.own.yes') });
  await lookAtQuestion?.();
  for (let left = await own.count(); left > 0; left -= 1) {
    await own.first().click();
    await expect(own).toHaveCount(left - 1);
  }
}
