// Who has had herself erased: the address that stands in SQL where hers stood, and what a page or a letter says in its place.
import { createT } from './i18n/t.ts';
import type { Language } from './routes.ts';

/** As SQL's app.nobodys_address makes it. */
const NOBODYS = /[0-9a-f]{12}@erased\.invalid/g;

export const isNobodys = (address: string): boolean => address.search(NOBODYS) === 0;

/** In one place for all that is shown, so that no page can forget it. */
export const withoutNobodys = (shown: string, lang: Language): string =>
  shown.includes('@erased.invalid') ? shown.replace(NOBODYS, createT(lang)('person.erased')) : shown;
