// The receipt: why its date is what it is, that it cannot be forged, and that it can be printed and looked at again.
import { createHmac } from 'node:crypto';
import { createT } from '#domain/i18n/t.ts';
import { LANGUAGES, type Language } from '#domain/routes.ts';
import { expect, test } from '../support/browser-test.ts';
import { heading } from '../support/tell-need.ts';

/** As the portal signs it. Wednesday 23.12.2026; Christmas and a weekend lie between. */
function sealed(secret: string, lang: Language): string {
  const facts = {
    reference: 'ABCD-2345',
    receivedAt: '2026-12-23T10:00:00.000Z',
    dueAt: '2026-12-29T21:59:59.999Z',
    statusPath: `/l/${'x'.repeat(43)}`,
    lang,
  };
  const payload = Buffer.from(JSON.stringify(facts)).toString('base64url');
  return `${payload}.${createHmac('sha256', secret).update(`receipt:${payload}`).digest('base64url')}`;
}

const WORDS = {
  fi: ['tiistaina 29.12.2026', 'to 24.12. (jouluaatto)', 'la 26.12. (tapaninpäivä)', 'su 27.12.'],
  sv: ['tisdag 29 december 2026', 'tors 24.12 (julafton)', 'lör 26.12 (annandag jul)', 'sön 27.12.'],
  en: ['Tuesday 29 December 2026', 'Thu 24 Dec (Christmas Eve)', 'Sat 26 Dec (Boxing Day)', 'Sun 27 Dec'],
} as const satisfies Record<Language, readonly string[]>;

for (const lang of LANGUAGES)
  test(`the receipt says why its date is what it is when days off lie between, in ${lang}`, async ({
    page,
    portal,
  }) => {
    const path = `/r/${sealed(portal.linkSecret(), lang)}`;
    await page.goto(path);
    for (const words of WORDS[lang]) await expect(page.locator('.promise-date')).toContainText(words);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText('ABCD-2345').first()).toBeVisible();
    await expect(page.getByText(WORDS[lang][0])).toBeVisible();
    await expect(page.getByRole('navigation').first()).toBeHidden();
  });

test('a receipt that was altered is answered as an address that is none', async ({ page, portal }) => {
  const [payload, seal] = sealed(portal.linkSecret(), 'fi').split('.');
  const facts = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()) as object;
  const altered = Buffer.from(JSON.stringify({ ...facts, dueAt: '2027-12-29T21:59:59.999Z' })).toString('base64url');
  const answer = await page.goto(`/r/${altered}.${seal}`);
  expect(answer?.status()).toBe(404);
  await expect(heading(page)).toHaveText(createT('en')('dead-link.title'));
});
