// add-absence: a coordinator says from which day to which day they are away, and who deputises.
import * as z from 'zod';
import { dateOf, dayNumber } from '../holidays.ts';
import { cleanEmail, cleanLine } from './text.ts';

/** The day as the browser sends it, or as people write it (5.7.2027); undefined for what is no day. */
function dayOf(written: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(written) ?? [];
  const date = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : written;
  try {
    return dateOf(dayNumber(date));
  } catch {
    return undefined;
  }
}

/** Fields `first_day`, `last_day`, `deputy` ('' for nobody); codes `missing`, `bad_day`, `ends_before_start`. */
export const addAbsenceSchema = z
  .record(z.string(), z.unknown())
  .transform((raw) => ({
    first_day: cleanLine(raw.first_day),
    last_day: cleanLine(raw.last_day),
    deputy: cleanEmail(raw.deputy),
    // Nobody is an answer, no answer is none.
    isChosen: typeof raw.deputy === 'string',
  }))
  .superRefine((values, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    for (const field of ['first_day', 'last_day'] as const) {
      if (!values[field]) fault(field, 'missing');
      else if (!dayOf(values[field])) fault(field, 'bad_day');
    }
    const [first, last] = [dayOf(values.first_day), dayOf(values.last_day)];
    if (first && last && last < first) fault('last_day', 'ends_before_start');
    if (!values.isChosen) fault('deputy', 'missing');
  })
  .transform(({ first_day, last_day, deputy }) => ({
    first_day: dayOf(first_day) as string,
    last_day: dayOf(last_day) as string,
    deputy: deputy || null,
  }));
