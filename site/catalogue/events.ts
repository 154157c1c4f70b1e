// The events in one language, the soonest first.
import type { ByLanguage } from '#domain/content/catalogue.ts';
import type { EventFacts, EventTexts } from '#domain/content/event.ts';
import { isOver } from '#domain/freshness.ts';
import type { Language } from '#domain/routes.ts';
import { byLanguage, textsEntry } from './by-language.ts';
import { groupedBy } from './grouped-by.ts';
import { joinTexts } from './join-texts.ts';
import { loadContent, type Renderable } from './load-content.ts';
import { onceABuild } from './once-a-build.ts';
import { today } from './today.ts';

export type CalendarEvent = EventFacts & EventTexts & { id: string; slugs: ByLanguage; entry: Renderable };

/** All of them, past ones too: their pages stay. */
export const getEvents = onceABuild(async (lang: Language): Promise<CalendarEvent[]> => {
  const { events, eventsTranslated } = await loadContent();
  return joinTexts(events, eventsTranslated, lang)
    .map((event) => ({
      ...event,
      slugs: byLanguage((other) => textsEntry(events, eventsTranslated, event.id, other).data.slug),
    }))
    .sort((a, b) => (a.starts < b.starts ? -1 : a.starts > b.starts ? 1 : 0));
});

/** Those that are not over on the day of the build. */
export const getComingEvents = onceABuild(async (lang: Language): Promise<CalendarEvent[]> => {
  const now = today();
  return (await getEvents(lang)).filter(({ ends }) => !isOver(ends, now));
});

const aboutServices = onceABuild(async (lang: Language) =>
  groupedBy(await getComingEvents(lang), ({ services }) => services),
);
const byProviders = onceABuild(async (lang: Language) =>
  groupedBy(await getComingEvents(lang), ({ providers }) => providers),
);

/** Coming ones that tell of a service. */
export const getComingEventsAbout = async (service: string, lang: Language): Promise<CalendarEvent[]> =>
  (await aboutServices(lang))(service);

/** Coming ones that a provider holds. */
export const getComingEventsBy = async (provider: string, lang: Language): Promise<CalendarEvent[]> =>
  (await byProviders(lang))(provider);
