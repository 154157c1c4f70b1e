// The promise's time limit in words: “2 työpäivän kuluessa”, “within 1 working day”.
import type { T } from '#domain/i18n/t.ts';

export const within = (t: T, days: number): string => t(days === 1 ? 'site.days.one' : 'site.days.other', { days });
