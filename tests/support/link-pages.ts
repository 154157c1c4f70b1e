// What a person does on the pages behind a letter's links: opens one, writes, presses its button, reads what was done.
import { expect, type Page } from '@playwright/test';
import type { StringKey } from '#domain/i18n/strings.ts';
import { createT } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import { button } from './tell-need.ts';

/** Coordinators read Finnish. */
export const fi = createT('fi');

/** What the page says was just done. */
export const saysDone = (page: Page, did: string, lang: Language = 'fi') =>
  expect(page.getByRole('status')).toHaveText(createT(lang)(`did.${did}` as StringKey));

export async function take(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await button(page, fi('take-need.button')).click();
}

type Message = 'answer-need' | 'ask-more' | 'reply-to-need' | 'decline-need.coordinator' | 'decline-need.expert';

/** A page with one text and one button. */
export async function write(page: Page, path: string, what: Message, text: string, lang: Language = 'fi') {
  const t = createT(lang);
  const [act, who] = what.split('.') as [string, string | undefined];
  const key = (part: string) => [act, part, who].filter(Boolean).join('.') as StringKey;
  await page.goto(path);
  await page.getByLabel(t(key('label')), { exact: true }).fill(text);
  await button(page, t(key('button'))).click();
}

export async function handOver(page: Page, path: string, to: string, note = ''): Promise<void> {
  await page.goto(path);
  await page.getByLabel(to, { exact: true }).check();
  await page.getByLabel(fi('hand-over-need.note'), { exact: true }).fill(note);
  await button(page, fi('hand-over-need.button')).click();
}
