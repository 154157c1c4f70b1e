// All services, providers and events with their texts in every language at once, for the exports of #domain/open-data.
import type { ByLanguage } from '#domain/content/catalogue.ts';
import type { OpenContext, OpenEvent, OpenProvider, OpenService } from '#domain/open-data/open-content.ts';
import type { Language } from '#domain/routes.ts';
import { byLanguage } from './by-language.ts';
import { getEvents } from './events.ts';
import { onceABuild } from './once-a-build.ts';
import { getPromise } from './promise.ts';
import { getProviders } from './providers.ts';
import { getServices } from './services.ts';

type Item = { id: string };

async function inAllLanguages<Found extends Item>(get: (lang: Language) => Promise<Found[]>) {
  const all = { fi: await get('fi'), sv: await get('sv'), en: await get('en') };
  const byId = byLanguage((lang) => new Map(all[lang].map((item) => [item.id, item])));
  return all.fi
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((facts) => ({ facts, in: (lang: Language) => byId[lang].get(facts.id) ?? facts }));
}

export const openServices = onceABuild(
  async (): Promise<OpenService[]> =>
    (await inAllLanguages(getServices)).map(({ facts, in: of }) => ({
      ...facts,
      providers: facts.providers.map(({ id }) => id).toSorted(),
      texts: byLanguage((lang) => ({ ...of(lang), body: of(lang).entry.body ?? '' })),
    })),
);

export const openProviders = onceABuild(
  async (): Promise<OpenProvider[]> =>
    (await inAllLanguages(getProviders)).map(({ facts, in: of }) => ({
      ...facts,
      texts: byLanguage((lang) => ({ ...of(lang), body: of(lang).entry.body ?? '' })),
    })),
);

export const openEvents = onceABuild(
  async (): Promise<OpenEvent[]> =>
    (await inAllLanguages(getEvents)).map(({ facts, in: of }) => ({
      ...facts,
      texts: byLanguage((lang) => ({ ...of(lang), body: of(lang).entry.body ?? '' })),
    })),
);

export async function openContext(site: URL | undefined): Promise<OpenContext> {
  const promises: ByLanguage<Awaited<ReturnType<typeof getPromise>>> = {
    fi: await getPromise('fi'),
    sv: await getPromise('sv'),
    en: await getPromise('en'),
  };
  return {
    site: site?.href ?? '',
    providers: await openProviders(),
    promise: { days: promises.fi.days, summary: byLanguage((lang) => promises[lang].summary) },
  };
}
