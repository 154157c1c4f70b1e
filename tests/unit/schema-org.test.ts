// What pages tell search engines: whole addresses, the right types, nothing of a register for the invented.
import { expect, it } from 'vitest';
import { breadcrumbs, eventThing, governmentService, organization } from '#domain/open-data/schema-org.ts';

const place = { site: new URL('https://tarjotin.example'), lang: 'sv' as const };
const provider = {
  id: 'tuulisalmi',
  name: 'Tuulisalmi stad',
  summary: 'Hjälper företag.',
  businessId: '9999099-8',
  contactEmail: 'a@tuulisalmi.example',
  contactPhone: '+358 40 000 0101',
  municipalities: ['996'],
  sample: true,
};

it('a service names who answers for it, where it is given and how to get it', () => {
  const service = {
    id: 'hitsaus',
    slug: 'svetsning',
    name: 'Svetsning',
    summary: 'Du lär dig svetsa.',
    providers: [provider],
    responsible: 'tuulisalmi',
    languages: ['fi', 'sv'],
    municipalities: [],
    price: 'free',
    checked: { on: '2026-10-12' },
  };
  expect(governmentService(service, place)).toMatchObject({
    '@type': 'GovernmentService',
    url: 'https://tarjotin.example/sv/tjanster/svetsning',
    provider: { '@type': 'Organization', url: 'https://tarjotin.example/sv/producenter/tuulisalmi' },
    areaServed: [{ '@type': 'Country' }],
    availableChannel: { serviceUrl: 'https://tarjotin.example/sv/behov?tjanst=hitsaus' },
    offers: { price: 0, priceCurrency: 'EUR' },
    mainEntityOfPage: { '@type': 'WebPage', inLanguage: 'sv', dateModified: '2026-10-12' },
  });
  expect(governmentService({ ...service, price: 'partly' }, place)).not.toHaveProperty('offers');
});

it('an invented organisation has no business ID for search engines', () => {
  expect(organization(provider, place)).not.toHaveProperty('identifier');
  expect(organization({ ...provider, sample: false }, place)).toHaveProperty('identifier', '9999099-8');
});

it('an event has its moments, and a place or a virtual one', () => {
  const event = {
    id: 'info',
    slug: 'info',
    title: 'Info',
    summary: 'Om tjänster.',
    starts: new Date('2027-01-20T07:00:00Z'),
    ends: new Date('2027-01-20T09:00:00Z'),
    place: 'remote',
    languages: ['sv'],
    price: 'paid',
    organizers: [provider],
  };
  expect(eventThing(event, place)).toMatchObject({
    startDate: '2027-01-20T07:00:00.000Z',
    location: { '@type': 'VirtualLocation' },
    isAccessibleForFree: false,
  });
  expect(eventThing({ ...event, place: 'onsite', address: 'Mallikatu 1' }, place).location).toEqual({
    '@type': 'Place',
    name: 'Mallikatu 1',
    address: 'Mallikatu 1',
  });
});

it('breadcrumbs count from one and hold whole addresses', () => {
  const { itemListElement } = breadcrumbs(
    [
      { name: 'A', path: '/' },
      { name: 'B', path: '/sv' },
    ],
    place,
  );
  expect(itemListElement.map(({ position, item }) => [position, item])).toEqual([
    [1, 'https://tarjotin.example/'],
    [2, 'https://tarjotin.example/sv'],
  ]);
});
