// Walks through the need form as a person does: by labels and buttons, in the page's own language.
import { expect, type Page } from '@playwright/test';
import { createT } from '#domain/i18n/t.ts';
import { type Language, routes } from '#domain/routes.ts';
import { newAddress } from './visited-portal.ts';

export const DESCRIPTION = 'Tarvitsemme kevääksi kaksi hitsaajaa, mutta valmiita tekijöitä ei löydy.';

export interface Teller {
  description: string;
  businessId: string;
  companyName: string;
  name: string;
  email: string;
  phone: string;
}
export const newTeller = (changes: Partial<Teller> = {}): Teller => ({
  description: DESCRIPTION,
  businessId: '0201256-6',
  companyName: 'Testipaja Oy',
  name: 'Sanna Testaaja',
  email: newAddress(),
  phone: '040 123 4567',
  ...changes,
});

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** Presses a button that posts, and waits for the page that answers, which may stand at the same address. */
export async function press(page: Page, name: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), button(page, name).click()]);
}
export const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** axe is a script itself, so the browser runs them: the form's own comes empty. */
export const withoutItsScript = (page: Page) =>
  page.route('**/_astro/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));

/** Where there is JavaScript, the form is waited for until the island has taken it over. */
export async function openForm(page: Page, lang: Language, options: { service?: string; js?: boolean } = {}) {
  await page.goto(routes.needForm(lang, options.service));
  if (options.js ?? true) await takenOver(page, lang);
}

export const takenOver = (page: Page, lang: Language) =>
  expect(page.getByText(createT(lang)('send-need.draft-kept'))).toBeVisible();

export function needForm(page: Page, lang: Language) {
  const t = createT(lang);
  const field = (key: 'description' | 'business_id' | 'company_name' | 'contact_name' | 'contact_email') =>
    page.getByLabel(t(`send-need.${key}.label`), { exact: true });
  const form = {
    description: field('description'),
    businessId: field('business_id'),
    companyName: field('company_name'),
    founder: page.getByLabel(t('send-need.no_business_id.label')),
    name: field('contact_name'),
    email: field('contact_email'),
    phone: page.getByLabel(t('send-need.contact_phone.label'), { exact: true }),
    by: (way: 'email' | 'phone' | 'meeting') => page.getByLabel(t(`contact-by.${way}`), { exact: true }),
    next: button(page, t('form.next')),
    back: button(page, t('form.back')),
    send: button(page, t('send-need.send')),
    at: (step: 'need' | 'company' | 'contact' | 'check') =>
      expect(heading(page)).toHaveText(t(`send-need.title.${step}`)),
    async tellNeed(who: Teller): Promise<void> {
      await form.at('need');
      await form.description.fill(who.description);
      await form.next.click();
      await form.at('company');
    },
    async tellCompany(who: Teller): Promise<void> {
      await form.businessId.fill(who.businessId);
      await form.companyName.fill(who.companyName);
      await form.next.click();
      await form.at('contact');
    },
    async tellContact(who: Teller): Promise<void> {
      await form.name.fill(who.name);
      await form.email.fill(who.email);
      await form.by('phone').check();
      await form.phone.fill(who.phone);
      await form.next.click();
      await form.at('check');
    },
    /** From the first step to the receipt. */
    async tellAll(who: Teller): Promise<void> {
      await form.tellNeed(who);
      await form.tellCompany(who);
      await form.tellContact(who);
      await form.send.click();
      await expect(heading(page)).toHaveText(t('receipt.title'));
    },
  };
  return form;
}

/** The reference that the page shows. */
export async function shownReference(page: Page): Promise<string> {
  return (await page.getByText(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/).textContent()) ?? '';
}
