// make-reports, as of providers: once a month, when the answers of the month before are figures, each gets a link to its own.
import { helsinkiDate } from '#domain/helsinki-time.ts';
import { isMailTime, mailHoursFrom } from '#domain/ladder.ts';
import { daysOf, monthAfter } from '#domain/reports/period.ts';
import { catalogue } from '../catalogue.ts';
import { asSystem } from '../db.ts';
import { mintLinks } from '../links.ts';
import { asMultirange } from '../multirange.ts';
import { idsOf, servicesOf } from './chosen-services.ts';

/** The day of the month from which the answers of the month before are figures; one more, for a run that failed. */
const FROM_DAY = 11;
/** Figures of a year: in a month alone few providers have five answers. */
const MONTHS = 12;
/** Letters in a run, so that a run ends within its half minute; the next one goes on. */
const MOST = 40;
const DAYS_TRIED = 5;

/** How many letters were queued; undefined outside the hours and the days for them. */
export async function sendProviderFigures(now: Date): Promise<number | undefined> {
  const today = helsinkiDate(now);
  if (!isMailTime(now) || Number(today.slice(8)) < FROM_DAY) return undefined;
  const to = monthAfter(today.slice(0, 7), -1);
  return asSystem().rpc('send_provider_figures', {
    ...daysOf({ from: monthAfter(to, 1 - MONTHS), to }),
    p_providers: catalogue.providers.map(({ id, contactEmail, contactLanguage }) => ({
      provider: id,
      ids: idsOf(id),
      services: servicesOf({ provider: id, theme: undefined, service: undefined }) ?? [],
      email: contactEmail,
      language: contactLanguage,
    })),
    p_most: MOST,
    p_links: mintLinks(MOST),
    p_mail_hours: asMultirange(mailHoursFrom(now, DAYS_TRIED)),
  });
}
