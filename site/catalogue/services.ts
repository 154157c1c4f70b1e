// The services in one language, each with its providers, in alphabetical order.
import type { ByLanguage } from '#domain/content/catalogue.ts';
import type { ServiceFacts, ServiceTexts } from '#domain/content/service.ts';
import { addMonths, FRESH_FOR_MONTHS, isStale } from '#domain/freshness.ts';
import type { Language } from '#domain/routes.ts';
import { byLanguage, textsEntry } from './by-language.ts';
import { confirmedByLetter } from './confirmations.ts';
import { groupedBy } from './grouped-by.ts';
import { loadContent, type Renderable } from './load-content.ts';
import { onceABuild } from './once-a-build.ts';
import { pickerOf } from './picker-of.ts';
import { getProviders, type Provider } from './providers.ts';
import { today } from './today.ts';

export type Service = Omit<ServiceFacts, 'providers'> &
  ServiceTexts & {
    id: string;
    providers: Provider[];
    names: ByLanguage;
    slugs: ByLanguage;
    /** Old slugs of each language. */
    oldSlugs: ByLanguage<string[]>;
    /** Whether it should have been checked again by the day of the build. */
    stale: boolean;
    entry: Renderable;
  };

export const getServices = onceABuild(async (lang: Language): Promise<Service[]> => {
  const { services, servicesTranslated } = await loadContent();
  const pickProviders = pickerOf(await getProviders(lang));
  const now = today();
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
        names: byLanguage((other) => textsIn(other).data.name),
        slugs: byLanguage((other) => textsIn(other).data.slug),
        oldSlugs: byLanguage((other) => textsIn(other).data.aliases),
        stale: isStale(lastCheck(data).nextCheck, now),
        // Alphabetical because the network favours nobody: getProviders sorts.
        providers: pickProviders(data.providers),
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, lang));
});

/** The editors' check, or a later one by the responsible provider: it was asked whether the texts are right, and said yes. */
function lastCheck({ checked, nextCheck, responsible }: ServiceFacts): Pick<ServiceFacts, 'checked' | 'nextCheck'> {
  const on = confirmedByLetter(responsible);
  if (!on || on <= checked.on) return { checked, nextCheck };
  const next = addMonths(on, FRESH_FOR_MONTHS);
  return { checked: { on, by: responsible }, nextCheck: next > nextCheck ? next : nextCheck };
}

const pickers = onceABuild(async (lang: Language) => pickerOf(await getServices(lang)));
const ofProviders = onceABuild(async (lang: Language) =>
  groupedBy(await getServices(lang), ({ providers }) => providers.map(({ id }) => id)),
);

/** Those with these ids, in alphabetical order. */
export const pickServices = async (ids: readonly string[], lang: Language): Promise<Service[]> =>
  (await pickers(lang))(ids);

/** Those that a provider gives, in alphabetical order. */
export const getServicesOf = async (provider: string, lang: Language): Promise<Service[]> =>
  (await ofProviders(lang))(provider);
