// send-surveys: keeps the surveys as they are published, asks whoever an event has waited long enough for, and reminds once.
import { addWorkingDays } from '#domain/calendar.ts';
import { endOfHelsinkiDay, helsinkiDate } from '#domain/helsinki-time.ts';
import { isMailTime, type MailHours, mailHoursFrom } from '#domain/ladder.ts';
import { workingHoursBefore } from '#domain/working-hours.ts';
import { catalogue } from '../catalogue.ts';
import { asSystem } from '../db.ts';
import { LINKS_FOR, linkToken, mintLinks } from '../links.ts';
import { log } from '../log.ts';
import { asMultirange } from '../multirange.ts';
import { answerKey, MARK } from './answer-keys.ts';

/** As many letters as one run has time for; the next one takes the rest. */
const AT_ONCE = 50;
/** So many working days a letter is tried for. */
const DAYS_TRIED = 5;
const REMIND_AFTER_WORKING_DAYS = 5;

export interface Sent {
  asked: number;
  reminded: number;
}

/** Undefined outside the hours in which letters go. */
export async function sendSurveys(): Promise<Sent | undefined> {
  const now = new Date(await asSystem().rpc('clock', {}));
  return isMailTime(now) ? sendSurveysAt(now, mailHoursFrom(now, DAYS_TRIED)) : undefined;
}

/** What has waited long enough at a moment. */
export async function sendSurveysAt(now: Date, hours: MailHours[]): Promise<Sent> {
  const p_mail_hours = asMultirange(hours);
  const asked = await asSystem().rpc('send_surveys', {
    p_due: (await keptSurveys()).map(({ survey, version, delayHours }) => ({
      survey,
      version,
      happened_before: workingHoursBefore(now, delayHours).toISOString(),
    })),
    p_themes: Object.fromEntries(catalogue.services.map(({ id, theme }) => [id, theme])),
    p_providers: Object.fromEntries(
      catalogue.providers.map(({ id, contactEmail }) => [contactEmail.toLowerCase(), id]),
    ),
    p_mail_hours,
    p_links: mintLinks(AT_ONCE * LINKS_FOR.company),
  });
  return { asked, reminded: await remind(now, p_mail_hours) };
}

/** The version of each survey as it is published now. One whose anonymity was changed after an answer is not asked at all. */
async function keptSurveys(): Promise<{ survey: string; version: number; delayHours: number }[]> {
  const kept = await asSystem().rpc('keep_surveys', {
    p_surveys: catalogue.surveys.map(({ id, after, anonymous, questions, texts }) => ({
      survey: id,
      event: after,
      anonymous,
      questions,
      texts,
    })) as never,
  });
  return kept.flatMap(({ survey, version, outcome }) => {
    const published = catalogue.surveys.find(({ id }) => id === survey);
    if (outcome === 'kept' && published) return [{ survey, version, delayHours: published.delayHours }];
    log('error', 'a survey is not sent: its anonymity cannot be changed after the first answer', { survey });
    return [];
  });
}

/** Of an anonymous survey only the key tells whether somebody has answered; the database is asked for it, and told nothing. */
async function remind(now: Date, p_mail_hours: string): Promise<number> {
  const asked = endOfHelsinkiDay(addWorkingDays(helsinkiDate(now), -REMIND_AFTER_WORKING_DAYS));
  const rows = await asSystem().rpc('surveys_to_remind', { p_invited_by: asked.toISOString() });
  if (rows.length === 0) return 0;
  const p_marks = rows.map(({ invitation, link, anonymous }) => ({
    invitation,
    mark: anonymous ? answerKey(linkToken(link), MARK) : null,
  }));
  return asSystem().rpc('remind_surveys', { p_marks, p_mail_hours });
}
