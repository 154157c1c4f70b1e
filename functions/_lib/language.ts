// The language of a page that knows no person: the address's, else the one chosen behind a door, else the browser's first
// that we have, else Finnish.
import { isLanguage, type Language, pageAt } from '#domain/routes.ts';
import { readCookie } from './cookies.ts';

/** Set by the language switches of the desk and the workspace. It decides nothing but words, so that any host may have written it. */
export const LANGUAGE_COOKIE = 'language';

export function chosenLanguage(request: Request): Language | undefined {
  const chosen = readCookie(request, LANGUAGE_COOKIE);
  return isLanguage(chosen) ? chosen : undefined;
}

export function languageOf(request: Request): Language {
  const path = new URL(request.url).pathname;
  const page = pageAt(path.replace(/(.)\/$/, '$1'));
  if (page) return page.lang;
  const chosen = chosenLanguage(request);
  if (chosen) return chosen;
  const wanted = (request.headers.get('accept-language') ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find(isLanguage) ?? 'fi';
}
