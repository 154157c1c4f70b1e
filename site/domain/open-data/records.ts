// Services, providers and events as plain records: what the JSON files hold, and flattened the rows of the CSV files.
import { LANGUAGES, routes } from '../routes.ts';
import type { Cell } from './csv.ts';
import type { OpenEvent, OpenProvider, OpenService } from './open-content.ts';
import { plainText } from './plain-text.ts';

type Texts<Item extends { texts: Record<string, unknown> }> = Item['texts']['fi' & keyof Item['texts']];

/** The same field of every language, as { fi, sv, en }. */
const of =
  <Item extends { texts: { fi: unknown; sv: unknown; en: unknown } }>({ texts }: Item) =>
  <Value>(read: (texts: Texts<Item>) => Value) => ({
    fi: read(texts.fi as Texts<Item>),
    sv: read(texts.sv as Texts<Item>),
    en: read(texts.en as Texts<Item>),
  });

const urls = (site: string, path: (lang: (typeof LANGUAGES)[number]) => string) =>
  Object.fromEntries(LANGUAGES.map((lang) => [lang, new URL(path(lang), site).href]));

export function serviceRecord(service: OpenService, site: string) {
  const text = of(service);
  return {
    id: service.id,
    theme: service.theme,
    business_events: service.businessEvents,
    company_sizes: service.sizes,
    company_stages: service.stages,
    providers: service.providers,
    responsible: service.responsible,
    producers: service.producers,
    promise: service.promise,
    funding: service.funding,
    price: service.price,
    place: service.place,
    languages: service.languages,
    service_classes: service.serviceClasses,
    target_groups: service.targetGroups,
    ontology_terms: service.ontologyTerms,
    municipalities: service.municipalities,
    channels: service.channels,
    digital_level: service.digitalLevel,
    checked: service.checked.on,
    checked_by: service.checked.by,
    next_check: service.nextCheck,
    before: service.before,
    after: service.after,
    related: service.related,
    sample: service.sample,
    url: urls(site, (lang) => routes.service(service.texts[lang].slug, lang)),
    name: text(({ name }) => name),
    summary: text(({ summary }) => summary),
    for_whom: text(({ forWhom }) => forWhom),
    you_get: text(({ youGet }) => youGet),
    steps: text(({ steps }) => steps),
    conditions: text(({ conditions }) => conditions),
    price_text: text(({ priceText }) => priceText),
    duration: text(({ duration }) => duration),
    needs: text(({ needs }) => needs),
    keywords: text(({ keywords }) => keywords),
    body: text(({ body }) => body),
  };
}

export function providerRecord(provider: OpenProvider, site: string) {
  const text = of(provider);
  return {
    id: provider.id,
    kind: provider.kind,
    business_id: provider.businessId,
    contact_email: provider.contactEmail,
    contact_phone: provider.contactPhone,
    languages: provider.languages,
    municipalities: provider.municipalities,
    confirmed: provider.confirmed,
    sample: provider.sample,
    url: urls(site, (lang) => routes.provider(provider.id, lang)),
    name: text(({ name }) => name),
    summary: text(({ summary }) => summary),
    strengths: text(({ strengths }) => strengths),
    body: text(({ body }) => body),
  };
}

export function eventRecord(event: OpenEvent, site: string) {
  const text = of(event);
  return {
    id: event.id,
    starts: event.starts,
    ends: event.ends,
    time_zone: 'Europe/Helsinki',
    place: event.place,
    address: event.address ?? null,
    providers: event.providers,
    services: event.services,
    languages: event.languages,
    price: event.price,
    capacity: event.capacity ?? null,
    url: urls(site, (lang) => routes.event(event.texts[lang].slug, lang)),
    title: text(({ title }) => title),
    summary: text(({ summary }) => summary),
    body: text(({ body }) => body),
  };
}

/** A record as a row: `name.fi`, `producers.self`; what is deeper, or a list of things, as words. */
export function row(record: Record<string, unknown>): Record<string, Cell> {
  const cells = Object.entries(record).flatMap(([name, value]): [string, Cell][] =>
    isPlain(value)
      ? Object.entries(value).map(([key, inner]) => [`${name}.${key}`, inner as Cell])
      : [[name, value as Cell]],
  );
  return Object.fromEntries(
    cells.map(([name, value]) => {
      if (name.startsWith('body.')) return [name, plainText(String(value))];
      return [
        name,
        Array.isArray(value) ? value.map((item) => (isPlain(item) ? Object.values(item).join(', ') : item)) : value,
      ];
    }),
  );
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
