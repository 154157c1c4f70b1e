// The language of a page that knows no person: the address's, else the one chosen at the desk, else the browser's first
// that we have, else Finnish.
import { isLanguage, type Language, pageAt } from '#domain/routes.ts';
import { readCookie } from './cookies.ts';

/** Set by the desk's language switch. It decides nothing but words, so that any host may have written it. */
export const LANGUAGE_COOKIE = 'desk-language';

export function languageOf(request: Request): Language {
  const path = new URL(request.url).pathname;
  const page = pageAt(path.replace(/(.)\/$/, '$1'));
  if (page) return page.lang;
  const chosen = readCookie(request, LANGUAGE_COOKIE);
  if (isLanguage(chosen)) return chosen;
  const wanted = (request.headers.get('accept-language') ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find(isLanguage) ?? 'fi';
}
