// The texts that the need form's island needs in the browser: its own, in one language, and no others.
import type { StringKey } from '#domain/i18n/strings.ts';
import { dictionaries } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';

const PREFIXES = ['send-need.', 'form.', 'contact-by.', 'need.', 'next.', 'site.days.'];

export const needFormTexts = (lang: Language): Partial<Record<StringKey, string>> =>
  Object.fromEntries(
    Object.entries(dictionaries[lang]).filter(([key]) => PREFIXES.some((prefix) => key.startsWith(prefix))),
  );
