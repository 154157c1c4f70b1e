// The events in one language, the soonest first.
import type { ByLanguage } from '#domain/content/catalogue.ts';
import type { EventFacts, EventTexts } from '#domain/content/event.ts';
import { isOver } from '#domain/freshness.ts';
import type { Language } from '#domain/routes.ts';
import { byLanguage, textsEntry } from './by-language.ts';
import { joinTexts } from './join-texts.ts';
import { loadContent, type Renderable } from './load-content.ts';
import { today } from './today.ts';

export type CalendarEvent = EventFacts & EventTexts & { id: string; slugs: ByLanguage; entry: Renderable };

/** All of them, past ones too: their pages stay. */
export async function getEvents(lang: Language): Promise<CalendarEvent[]> {
  const { events, eventsTranslated } = await loadContent();
  return joinTexts(events, eventsTranslated, lang)
    .map((event) => ({
      ...event,
      slugs: byLanguage((other) => textsEntry(events, eventsTranslated, event.id, other).data.slug),
    }))
    .sort((a, b) => a.starts.localeCompare(b.starts));
}

/** Those that are not over on the day of the build. */
export const getComingEvents = async (lang: Language): Promise<CalendarEvent[]> =>
  (await getEvents(lang)).filter(({ ends }) => !isOver(ends, today()));
