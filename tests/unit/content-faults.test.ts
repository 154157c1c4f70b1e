// What no single file's schema can see is told with the file, the field and what is wrong.
import { describe, expect, it } from 'vitest';
import { contentFaults } from '../../site/catalogue/faults.ts';
import type { RawContent } from '../../site/catalogue/raw-content.ts';
import { madeContent } from '../support/made-content.ts';

type Service = RawContent['services'][number]['data'];

function faultsAfter(change: (content: RawContent, a: Service) => void): string[] {
  const content = madeContent();
  const a = content.services[0]?.data;
  if (!a) throw new Error('no service');
  change(content, a);
  return contentFaults(content);
}

const event: RawContent['events'][number]['data'] = {
  slug: 'ilta-fi',
  title: 'Ilta',
  summary: 'Ilta, jossa kerrotaan asiasta.',
  starts: '2027-01-14T16:30',
  ends: '2027-01-14T18:30',
  place: 'remote',
  providers: ['opisto'],
  services: ['a'],
  languages: ['fi'],
  price: 'free',
};
const inAllLanguages = <Data>(content: RawContent, folder: 'events', item: string, data: Data & object): void => {
  content[folder].push({ id: `${item}.fi`, data: { ...event, ...data, slug: `${item}-fi` } });
  for (const lang of ['sv', 'en'])
    content.eventsTranslated.push({
      id: `${item}.${lang}`,
      data: { slug: `${item}-${lang}`, title: event.title, summary: event.summary },
    });
};

it('content that fits together has no faults', () => {
  expect(faultsAfter(() => {})).toEqual([]);
});

describe('languages', () => {
  it('a missing translation is told by its file', () => {
    expect(faultsAfter((content) => content.servicesTranslated.splice(0, 1))).toEqual([
      'content/services/a.sv.md: is missing',
    ]);
  });
  it('a translation without its Finnish file is told too', () => {
    expect(
      faultsAfter((content) => content.alertsTranslated.push({ id: 'kiinni.sv', data: { text: 'Stängt i dag.' } })),
    ).toEqual(['content/alerts/kiinni.fi.md: is missing', 'content/alerts/kiinni.en.md: is missing']);
  });
  it('a required page that is missing is told in each language', () => {
    expect(
      faultsAfter((content) => {
        content.pages = content.pages.filter(({ id }) => id !== 'guidance.fi');
      }),
    ).toEqual(['content/pages/guidance.fi.md: is missing']);
  });
});

describe('references', () => {
  const cases: [string, (content: RawContent, a: Service) => unknown, string[]][] = [
    [
      'an unknown provider',
      (_, a) => {
        a.providers.push('nobody');
        a.producers.other.push('nobody');
      },
      ['content/services/a.fi.md: providers: there is no content/providers/nobody.fi.md'],
    ],
    [
      'a provider that stands twice',
      (_, a) => a.providers.push('opisto'),
      ['content/services/a.fi.md: providers: opisto stands twice'],
    ],
    [
      'a responsible one outside the providers',
      (_, a) => Object.assign(a, { responsible: 'muu' }),
      ['content/services/a.fi.md: responsible: muu is not one of providers'],
    ],
    [
      'a provider that makes it in no way',
      (_, a) => a.producers.procured.pop(),
      ['content/services/a.fi.md: producers: opisto is missing: put it under self, procured or other'],
    ],
    [
      'a provider that makes it in two ways',
      (_, a) => a.producers.other.push('opisto'),
      ['content/services/a.fi.md: producers: opisto stands twice'],
    ],
    [
      'a producer outside the providers',
      (_, a) => a.producers.other.push('muu'),
      ['content/services/a.fi.md: producers: muu is not one of providers'],
    ],
    [
      'an unknown promise',
      (_, a) => Object.assign(a, { promise: 'muu' }),
      ['content/services/a.fi.md: promise: there is no content/promises/muu.fi.md'],
    ],
    [
      'an unknown checker',
      (_, a) => Object.assign(a.checked, { by: 'muu' }),
      ['content/services/a.fi.md: checked.by: there is no content/providers/muu.fi.md'],
    ],
    [
      'a channel to an unknown place',
      (_, a) => a.channels.push({ kind: 'place', provider: 'muu' }),
      ['content/services/a.fi.md: channels: there is no content/providers/muu.fi.md'],
    ],
    [
      'an unknown service before',
      (_, a) => a.before.push('muu'),
      ['content/services/a.fi.md: before: there is no content/services/muu.fi.md'],
    ],
    [
      'an unknown service after',
      (_, a) => a.after.push('muu'),
      ['content/services/a.fi.md: after: there is no content/services/muu.fi.md'],
    ],
    [
      'a service that is related to itself',
      (_, a) => a.related.push('a'),
      ['content/services/a.fi.md: related: a service cannot name itself'],
    ],
    [
      'an event of an unknown service and provider',
      (content) => inAllLanguages(content, 'events', 'ilta', { services: ['muu'], providers: ['muu'] }),
      [
        'content/events/ilta.fi.md: providers: there is no content/providers/muu.fi.md',
        'content/events/ilta.fi.md: services: there is no content/services/muu.fi.md',
      ],
    ],
  ];
  it.each(cases)('%s', (_, change, faults) => {
    expect(faultsAfter(change)).toEqual(faults);
  });
});

describe('codes', () => {
  it.each([
    ['businessEvents', 'wedding', 'tarjotin-tilanteet'],
    ['serviceClasses', 'P99.9', 'ptvserclass2'],
    ['targetGroups', 'KR9', 'ptvkohderyhmat'],
    ['municipalities', '091', 'tarjotin-kunnat'],
  ] as const)('%s: %s is not on the list', (field, code, list) => {
    const faults = faultsAfter((_, a) => a[field].push(code));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`content/services/a.fi.md: ${field}: ${code} is not on the list ${list} `);
  });
  it('a provider in an unknown municipality', () => {
    const faults = faultsAfter((content) => content.providers[0]?.data.municipalities.push('091'));
    expect(faults[0]).toContain('content/providers/opisto.fi.md: municipalities: 091 is not on the list');
  });
  it('a code that stands twice', () => {
    expect(faultsAfter((_, a) => a.serviceClasses.push('P11.3'))).toEqual([
      'content/services/a.fi.md: serviceClasses: P11.3 stands twice',
    ]);
  });
  it('KR2 without a sub-group', () => {
    expect(faultsAfter((_, a) => Object.assign(a, { targetGroups: ['KR2'] }))).toEqual([
      'content/services/a.fi.md: targetGroups: KR2 needs a sub-group, for example KR2.3',
    ]);
  });
  it('five service classes', () => {
    const serviceClasses = ['P11.1', 'P11.2', 'P11.3', 'P11.4', 'P11.5'];
    expect(faultsAfter((_, a) => Object.assign(a, { serviceClasses }))).toEqual([
      'content/services/a.fi.md: serviceClasses: at most 4, not 5',
    ]);
    expect(faultsAfter((_, a) => Object.assign(a, { serviceClasses: serviceClasses.slice(1) }))).toEqual([]);
  });
});

describe('addresses', () => {
  it('a slug that another page of the language has', () => {
    expect(faultsAfter((_, a) => Object.assign(a, { slug: 'b-fi' }))).toEqual([
      'content/services/b.fi.md: slug: b-fi is taken by content/services/a.fi.md',
    ]);
  });
  it('the same slug in two languages is no clash', () => {
    expect(faultsAfter((_, a) => Object.assign(a, { slug: 'b-sv' }))).toEqual([]);
  });
  it("an old slug that is another page's own", () => {
    expect(faultsAfter((_, a) => a.aliases.push('b-fi'))).toEqual([
      'content/services/a.fi.md: aliases: b-fi is taken by content/services/b.fi.md',
    ]);
  });
  it('an old slug that two pages claim', () => {
    expect(
      faultsAfter((content) => {
        for (const { data } of content.services) data.aliases.push('old');
      }),
    ).toEqual(['content/services/b.fi.md: aliases: old is taken by content/services/a.fi.md']);
  });
  it("a slug that is a page of the site's own", () => {
    expect(faultsAfter((_, a) => Object.assign(a, { slug: 'vertaa' }))).toEqual([
      'content/services/a.fi.md: slug: vertaa is taken by the page /palvelut/vertaa',
    ]);
  });
  it('two events at one address', () => {
    expect(
      faultsAfter((content) => {
        inAllLanguages(content, 'events', 'ilta', {});
        inAllLanguages(content, 'events', 'aamu', {});
        for (const { data } of content.events) data.slug = 'sama';
      }),
    ).toEqual(['content/events/aamu.fi.md: slug: sama is taken by content/events/ilta.fi.md']);
  });
});

it('a file that is not named by item and language', () => {
  expect(
    faultsAfter((content) =>
      content.tools.push({
        id: 'Laskuri',
        data: { name: 'Laskuri', summary: 'Laskee asioita', url: 'https://a.example', kind: 'guide', services: ['a'] },
      }),
    ),
  ).toEqual(['content/tools/Laskuri.md: a file is named <id>.<fi, sv or en>.md and lies in no folder of its own']);
});
