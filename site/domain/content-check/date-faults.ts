// Days that cannot be right. A day is past when it was past on the day that the file itself names, never by today's:
// a file that was right yesterday must not stop tomorrow's build. What has become old since is a task, not a fault.
import { isWorkingDay } from '../calendar.ts';
import { isoDate } from '../content/iso-date.ts';
import type { Content } from './content.ts';
import { type ContentFile, valueAt } from './content-file.ts';
import type { Fault, Path } from './fault.ts';
import type { Folder } from './folders.ts';
import { fieldFault } from './place.ts';

/** A day that must lie ahead on the day of writing, and the field that tells that day. */
const AHEAD: Partial<Record<Folder, { day: Path; written: Path; sameDay: boolean }>> = {
  services: { day: ['nextCheck'], written: ['checked', 'on'], sameDay: false },
  events: { day: ['starts'], written: ['added'], sameDay: true },
  alerts: { day: ['to'], written: ['added'], sameDay: true },
};

/** Days on which something has been done, so that they lie behind. */
const DONE: Partial<Record<Folder, readonly Path[]>> = {
  services: [['checked', 'on']],
  providers: [['confirmed']],
  events: [['added']],
  alerts: [['added']],
  changes: [['changed']],
  experiences: [['given'], ['consent', 'on']],
};

/** Half a year is asked for; twice that is a slip of the pen. */
const LONGEST_DAYS = 366;

export const dateFaults = ({ files, today }: Pick<Content, 'files' | 'today'>): Fault[] =>
  files
    .filter(({ lang }) => lang === 'fi')
    .flatMap((file) => [...aheadFaults(file), ...doneFaults(file, today), ...meetingFaults(file)]);

/** As the schemas have it: YAML reads a day as a date unless it is quoted. Empty where there is none. */
export function dayAt(file: ContentFile, path: Path): string {
  const value = valueAt(file.fields, path);
  const text = value instanceof Date ? value.toISOString() : typeof value === 'string' ? value : '';
  return /^\d{4}-\d\d-\d\d/.exec(text)?.[0] ?? '';
}

/** A meeting may be on any day, but one on a day off is most often a slip of the pen. */
function meetingFaults(file: ContentFile): Fault[] {
  if (file.folder !== 'governance') return [];
  const days = valueAt(file.fields, ['meetings']);
  return (Array.isArray(days) ? days : []).flatMap((_, place) => {
    const date = dayAt(file, ['meetings', place]);
    return isoDate.safeParse(date).success && !isWorkingDay(date)
      ? [fieldFault(file, ['meetings', place], 'meeting_off', { date })]
      : [];
  });
}

function aheadFaults(file: ContentFile): Fault[] {
  const rule = AHEAD[file.folder];
  if (!rule) return [];
  const [date, day] = [dayAt(file, rule.day), dayAt(file, rule.written)];
  if (!date || !day) return [];
  if (date < day || (date === day && !rule.sameDay))
    return [fieldFault(file, rule.day, 'date_past', { date, day, written: rule.written.join('.') })];
  const isFar = file.folder === 'services' && Date.parse(date) - Date.parse(day) > LONGEST_DAYS * 86_400_000;
  return isFar ? [fieldFault(file, rule.day, 'check_far', { day })] : [];
}

const doneFaults = (file: ContentFile, today: string): Fault[] =>
  (DONE[file.folder] ?? []).flatMap((path) => {
    const date = dayAt(file, path);
    return date > today ? [fieldFault(file, path, 'date_future', { date })] : [];
  });
