// What pages tell search engines, in schema.org's words: a service, an organisation, an event, where a page stands.
import { codeText } from '../codes/code-lists.ts';
import { createT } from '../i18n/t.ts';
import { type Language, routes } from '../routes.ts';

/** Only what is told: the pages' own items fit, whatever else they hold. */
type Organisation = { id: string; name: string };
type Told = {
  service: {
    id: string;
    slug: string;
    name: string;
    summary: string;
    providers: Organisation[];
    responsible: string;
    languages: string[];
    municipalities: string[];
    price: string;
    checked: { on: string };
  };
  provider: Organisation & {
    summary: string;
    businessId: string;
    contactEmail: string;
    contactPhone: string;
    municipalities: string[];
    sample: boolean;
  };
  event: {
    id: string;
    slug: string;
    title: string;
    summary: string;
    starts: Date;
    ends: Date;
    place: string;
    address?: string | undefined;
    languages: string[];
    price: string;
    capacity?: number | undefined;
    organizers: Organisation[];
  };
};

type Place = { site: URL | string | undefined; lang: Language };

const address = (path: string, { site }: Place): string => new URL(path, site).href;
const areas = (codes: string[], lang: Language) =>
  codes.length
    ? codes.map((code) => ({ '@type': 'City', name: codeText('municipalities', code, lang) }))
    : [{ '@type': 'Country', name: createT(lang)('area.country') }];
const reference = ({ id, name }: Organisation, place: Place) => {
  const url = address(routes.provider(id, place.lang), place);
  return { '@type': 'Organization', '@id': url, name, url };
};

export function governmentService(service: Told['service'], place: Place) {
  const { lang } = place;
  const url = address(routes.service(service.slug, lang), place);
  const responsible = service.providers.find(({ id }) => id === service.responsible);
  return {
    '@type': 'GovernmentService',
    '@id': url,
    url,
    name: service.name,
    description: service.summary,
    ...(responsible && { provider: reference(responsible, place) }),
    serviceOperator: service.providers.map((provider) => reference(provider, place)),
    areaServed: areas(service.municipalities, lang),
    audience: { '@type': 'BusinessAudience', name: createT(lang)('jsonLd.audience') },
    availableChannel: {
      '@type': 'ServiceChannel',
      serviceUrl: address(routes.needForm(lang, service.id), place),
      availableLanguage: service.languages,
    },
    ...(service.price === 'free' && { offers: { '@type': 'Offer', price: 0, priceCurrency: 'EUR' } }),
    // A service has no language and no day of change in that vocabulary: the page about it has.
    mainEntityOfPage: {
      '@type': 'WebPage',
      '@id': `${url}#page`,
      url,
      inLanguage: lang,
      dateModified: service.checked.on,
    },
  };
}

export function organization(provider: Told['provider'], place: Place) {
  return {
    ...reference(provider, place),
    description: provider.summary,
    // An invented organisation has no place in any register.
    ...(!provider.sample && { identifier: provider.businessId }),
    email: provider.contactEmail,
    telephone: provider.contactPhone,
    areaServed: areas(provider.municipalities, place.lang),
  };
}

export function eventThing(event: Told['event'], place: Place) {
  const url = address(routes.event(event.slug, place.lang), place);
  const mode = event.place === 'remote' ? 'OnlineEventAttendanceMode' : 'OfflineEventAttendanceMode';
  return {
    '@type': 'Event',
    '@id': url,
    url,
    name: event.title,
    description: event.summary,
    startDate: event.starts.toISOString(),
    endDate: event.ends.toISOString(),
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: `https://schema.org/${mode}`,
    location: event.address
      ? { '@type': 'Place', name: event.address, address: event.address }
      : { '@type': 'VirtualLocation', url },
    organizer: event.organizers.map((provider) => reference(provider, place)),
    inLanguage: event.languages,
    isAccessibleForFree: event.price === 'free',
    ...(event.capacity && { maximumAttendeeCapacity: event.capacity }),
  };
}

/** From the home page to the page itself, whose address the last one has. */
export function breadcrumbs(steps: { name: string; path: string }[], place: Place) {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name,
      item: address(path, place),
    })),
  };
}
