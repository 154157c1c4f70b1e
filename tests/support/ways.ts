// In which language, on what and with or without JavaScript a test is done: each pair of them occurs, not every combination.
import type { Language } from '#domain/routes.ts';
import { DESKTOP, PHONE } from './browser-test.ts';

const ON_A_PHONE = { place: 'on a phone', viewport: PHONE, isMobile: true } as const;
const AT_A_DESK = { place: 'at a desk', viewport: DESKTOP, isMobile: false } as const;

/** Any two of language, device and script meet here. */
export const WAYS = [
  { lang: 'fi', ...ON_A_PHONE, js: true },
  { lang: 'fi', ...AT_A_DESK, js: false },
  { lang: 'sv', ...ON_A_PHONE, js: false },
  { lang: 'sv', ...AT_A_DESK, js: true },
  { lang: 'en', ...ON_A_PHONE, js: true },
  { lang: 'en', ...AT_A_DESK, js: false },
] as const;

/** Finnish both with and without a script, the others one way each: what a language changes, it changes in both. */
export const SCRIPT_BY_LANGUAGE = [
  { lang: 'fi', js: true },
  { lang: 'fi', js: false },
  { lang: 'sv', js: false },
  { lang: 'en', js: true },
] as const satisfies { lang: Language; js: boolean }[];
