// Where something is given, in words: the municipalities by name, or the whole country.
import { codeText } from '#domain/codes/code-lists.ts';
import { createT } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';

export const areaText = (municipalities: string[], lang: Language): string =>
  municipalities.length
    ? municipalities.map((code) => codeText('municipalities', code, lang)).join(', ')
    : createT(lang)('area.country');
