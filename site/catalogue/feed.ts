// What has changed on the site, in one language: services that were checked, events that came into the calendar, what was changed because of feedback.
import { atom, type FeedEntry } from '#domain/atom.ts';
import { createT } from '#domain/i18n/t.ts';
import { type Language, routes } from '#domain/routes.ts';
import { getChanges } from './changes.ts';
import { eventTimeText } from './event-times.ts';
import { getEvents } from './events.ts';
import { getServices } from './services.ts';

export async function feed(lang: Language, site: URL | undefined): Promise<string> {
  const t = createT(lang);
  const address = (path: string) => new URL(path, site).href;
  const entry = (path: string, day: string, title: string, summary: string): FeedEntry => ({
    // The day makes each check an entry of its own.
    id: `${address(path)}#${day}`,
    url: address(path),
    title,
    summary,
    updated: new Date(`${day}T00:00:00Z`),
  });
  const services = (await getServices(lang)).map(({ slug, name, summary, checked }) =>
    entry(routes.service(slug, lang), checked.on, t('feed.checked', { name }), summary),
  );
  const events = (await getEvents(lang)).map(({ slug, title, added, ...times }) =>
    entry(routes.event(slug, lang), added, t('feed.event', { title }), eventTimeText(times, lang)),
  );
  const changed = (await getChanges(lang)).map(({ id, title, did, changed: day, sample }) => {
    const path = `${routes.path('changed', lang)}#${id}`;
    const summary = sample ? `${t('site.sample')}: ${did}` : did;
    // Several may be of one day: each has its place on the page.
    return { ...entry(path, day, t('feed.changed', { title }), summary), id: address(path) };
  });
  return atom({
    title: t('feed.title'),
    lang,
    url: address(routes.feed(lang)),
    home: address(routes.path('home', lang)),
    author: t('site.name'),
    entries: [...services, ...events, ...changed],
  });
}
