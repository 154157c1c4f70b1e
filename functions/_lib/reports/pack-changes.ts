// What was changed because of feedback in a pack's months, without the provider that it concerns: a pack names no company.
import type { Catalogue } from '#domain/content/catalogue.ts';
import { formatDate, formatMonths } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import type { Period } from '#domain/reports/period.ts';
import type { Language } from '#domain/routes.ts';
import type { PackChange } from '#forms/steering-pack.tsx';

/** By the day of the change, the earliest first. */
export const packChanges = (all: Catalogue['changes'], { from, to }: Period, t: T, lang: Language): PackChange[] =>
  all
    .filter(({ changed }) => changed.slice(0, 7) >= from && changed.slice(0, 7) <= to)
    .toSorted((a, b) => a.changed.localeCompare(b.changed) || a.id.localeCompare(b.id))
    .map(({ survey, heard, changed, sample, title, said, did }) => ({
      title: title[lang],
      said: said[lang],
      did: did[lang],
      sample,
      when: t('changed.when', {
        survey: survey[lang],
        months: formatMonths(heard, lang),
        date: formatDate(changed, lang, 'short'),
      }),
    }));
