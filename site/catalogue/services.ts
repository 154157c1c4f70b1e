// The services in one language, each with its providers, in alphabetical order.
import type { ByLanguage } from '#domain/content/catalogue.ts';
import type { ServiceFacts, ServiceTexts } from '#domain/content/service.ts';
import { addMonths, FRESH_FOR_MONTHS, isStale } from '#domain/freshness.ts';
import type { Language } from '#domain/routes.ts';
import { byLanguage, textsEntry } from './by-language.ts';
import { confirmedByLetter } from './confirmations.ts';
import { loadContent, type Renderable } from './load-content.ts';
import { getProviders, type Provider } from './providers.ts';
import { today } from './today.ts';

export type Service = Omit<ServiceFacts, 'providers'> &
  ServiceTexts & {
    id: string;
    providers: Provider[];
    slugs: ByLanguage;
    /** Old slugs of each language. */
    oldSlugs: ByLanguage<string[]>;
    /** Whether it should have been checked again by the day of the build. */
    stale: boolean;
    entry: Renderable;
  };

const known = new Map<Language, Promise<Service[]>>();

/** Joined once per language: each page of a large map asks for all of it. */
export function getServices(lang: Language): Promise<Service[]> {
  const services = (!import.meta.env.DEV && known.get(lang)) || joinServices(lang);
  known.set(lang, services);
  return services;
}

async function joinServices(lang: Language): Promise<Service[]> {
  const { services, servicesTranslated } = await loadContent();
  const providers = await getProviders(lang);
  return services
    .map(({ id: finnishId, data }) => {
      const id = finnishId.replace(/\.fi$/, '');
      const textsIn = (other: Language) => textsEntry(services, servicesTranslated, id, other);
      const entry = textsIn(lang);
      return {
        ...data,
        ...entry.data,
        ...lastCheck(data),
        id,
        entry,
        slugs: byLanguage((other) => textsIn(other).data.slug),
        oldSlugs: byLanguage((other) => textsIn(other).data.aliases),
        stale: isStale(lastCheck(data).nextCheck, today()),
        // Alphabetical because the network favours nobody: getProviders sorts.
        providers: providers.filter((provider) => data.providers.includes(provider.id)),
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, lang));
}

/** The editors' check, or a later one by the responsible provider: it was asked whether the texts are right, and said yes. */
function lastCheck({ checked, nextCheck, responsible }: ServiceFacts): Pick<ServiceFacts, 'checked' | 'nextCheck'> {
  const on = confirmedByLetter(responsible);
  if (!on || on <= checked.on) return { checked, nextCheck };
  const next = addMonths(on, FRESH_FOR_MONTHS);
  return { checked: { on, by: responsible }, nextCheck: next > nextCheck ? next : nextCheck };
}
