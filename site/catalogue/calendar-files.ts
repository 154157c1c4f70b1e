// The calendar files: one for each event and one for all that are to come, in each language.

import { createT } from '#domain/i18n/t.ts';
import { type CalendarEvent as IcsEvent, ics } from '#domain/ics.ts';
import { plainText } from '#domain/open-data/plain-text.ts';
import { type Language, routes } from '#domain/routes.ts';
import { eventMoments } from './event-times.ts';
import { type CalendarEvent, getComingEvents, getEvents } from './events.ts';

/** Each file's address, with what is in it. */
export async function calendarFiles(lang: Language, site: URL | undefined): Promise<{ path: string; text: string }[]> {
  const t = createT(lang);
  const entries = new Map((await getEvents(lang)).map((event) => [event, calendarEntry(event, lang, site)]));
  const coming = (await getComingEvents(lang)).flatMap((event) => entries.get(event) ?? []);
  return [
    { path: routes.calendarFile(lang), text: ics(coming, `${t('site.name')}: ${t('events.title')}`) },
    ...[...entries].map(([{ slug, title }, entry]) => ({
      path: routes.calendarFile(lang, slug),
      text: ics([entry], title),
    })),
  ];
}

function calendarEntry(event: CalendarEvent, lang: Language, site: URL | undefined): IcsEvent {
  const url = new URL(routes.event(event.slug, lang), site);
  return {
    // Without the language: who has it in Finnish and in Swedish has it once.
    uid: `${event.id}@${url.hostname}`,
    ...eventMoments(event),
    // The same in each build, so that the file changes only when the event does.
    stamp: new Date(`${event.added ?? event.starts.slice(0, 10)}T00:00:00Z`),
    title: event.title,
    description: [event.summary, plainText(event.entry.body ?? ''), url.href].filter(Boolean).join('\n\n'),
    url: url.href,
    location: event.address ?? createT(lang)('service.place.remote'),
  };
}
