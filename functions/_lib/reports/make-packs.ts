// make-reports, as of the steering group: a pack for each meeting whose day has come, made once, its link mailed to the members.

import { helsinkiDate } from '#domain/helsinki-time.ts';
import { isMailTime, mailHoursFrom } from '#domain/ladder.ts';
import { meetingsDue, packPeriod } from '#domain/reports/meetings.ts';
import type { Period } from '#domain/reports/period.ts';
import { LANGUAGES } from '#domain/routes.ts';
import { catalogue } from '../catalogue.ts';
import { asSystem, type Enums } from '../db.ts';
import { mintLinks } from '../links.ts';
import { asMultirange } from '../multirange.ts';
import { steeringGroup } from '../people.ts';
import { packPage, packTables } from './pack-page.tsx';
import { publishedFigures } from './published.ts';

/** So many working days a letter is tried for, before an operator has it. */
const DAYS_TRIED = 5;

interface Correction {
  version: number;
  corrected: string;
  /** The coordinator who had it made. */
  madeBy: string;
}

/** Of the same data it is the same, byte for byte: no clock is asked. */
export async function makePack(
  meeting: string,
  period: Period,
  now: Date,
  correction?: Correction,
): Promise<Enums['make_pack_outcome']> {
  const published = await publishedFigures(period, 'steering');
  const parts = {
    meeting,
    period,
    version: correction?.version ?? 1,
    corrected: correction?.corrected ?? null,
    published,
  };
  const readers = steeringGroup().map(({ email }) => ({ email, language: 'fi' }));
  return asSystem().rpc('make_pack', {
    p_meeting: meeting,
    p_first_month: `${period.from}-01`,
    p_last_month: `${period.to}-01`,
    p_figures: {
      ...published,
      tables: Object.fromEntries(LANGUAGES.map((lang) => [lang, packTables(parts, lang)])),
    } as never,
    p_pages: Object.fromEntries(LANGUAGES.map((lang) => [lang, packPage(parts, lang)])),
    p_readers: readers,
    p_links: mintLinks(readers.length),
    p_mail_hours: asMultirange(mailHoursFrom(now, DAYS_TRIED)),
    p_corrected: correction?.corrected ?? null,
    p_made_by: correction?.madeBy ?? null,
  });
}

/** The meetings whose packs were made now; undefined outside the hours in which letters that nobody waits for may go. */
export async function makePacks(now: Date): Promise<string[] | undefined> {
  if (!isMailTime(now)) return undefined;
  const due = meetingsDue(helsinkiDate(now), catalogue.meetings);
  if (due.length === 0) return [];
  const made = new Set((await asSystem().rpc('pack_meetings', {})).map(({ meeting }) => meeting));
  const now_made: string[] = [];
  for (const meeting of due.filter((day) => !made.has(day))) {
    const outcome = await makePack(meeting, packPeriod(meeting, catalogue.meetings), now);
    if (outcome === 'made') now_made.push(meeting);
  }
  return now_made;
}
