// What the schemas of single files refuse, by the field that they name.
import { expect, it } from 'vitest';
import { alertSchema } from '#domain/content/alert.ts';
import { changeSchema } from '#domain/content/change.ts';
import { eventSchema } from '#domain/content/event.ts';
import { experienceSchema } from '#domain/content/experience.ts';
import { providerSchema } from '#domain/content/provider.ts';
import { serviceSchema } from '#domain/content/service.ts';
import { madeContent } from '../support/made-content.ts';

const { services, providers } = madeContent();
const service = services[0]?.data;
const provider = providers[0]?.data;
const event = {
  slug: 'ilta',
  title: 'Ilta',
  summary: 'Ilta, jossa kerrotaan asiasta.',
  starts: '2027-01-14T16:30',
  ends: '2027-01-14T18:30',
  place: 'remote',
  providers: ['opisto'],
  services: ['a'],
  languages: ['fi'],
  price: 'free',
  added: '2026-11-10',
};
const alert = { all: true, from: '2026-12-17', to: '2026-12-28', added: '2026-11-16', text: 'Puhelin on kiinni.' };
const experience = {
  service: 'a',
  provider: 'opisto',
  given: '2026-08-14',
  consent: { on: '2026-08-14', by: 'yrityksen edustaja', scope: 'public' },
  sample: true,
  quote: 'Saimme apua juuri silloin.',
  who: 'Konepaja',
  outcome: 'Kone kulkee taas.',
};
const change = {
  survey: 'kysely',
  heard: { from: '2026-05', to: '2026-08' },
  changed: '2026-09-14',
  sample: true,
  title: 'Iltakurssi',
  said: 'Päivällä ei ehdi kurssille.',
  did: 'Kurssi on nyt myös illalla.',
};
const SCHEMAS = { serviceSchema, providerSchema, eventSchema, alertSchema, experienceSchema, changeSchema };

const cases: [string, keyof typeof SCHEMAS, object | undefined, object, string[]][] = [
  ['a good service', 'serviceSchema', service, {}, []],
  ['an unknown field', 'serviceSchema', service, { colour: 'red' }, ['']],
  ['a name over 100', 'serviceSchema', service, { name: 'a'.repeat(101) }, ['name']],
  ['a summary over 150', 'serviceSchema', service, { summary: 'a'.repeat(151) }, ['summary']],
  ['one provider alone', 'serviceSchema', service, { providers: ['opisto'] }, ['providers']],
  [
    'a municipality that YAML reads as a number',
    'serviceSchema',
    service,
    { municipalities: [996] },
    ['municipalities.0'],
  ],
  ['a channel without its phone', 'serviceSchema', service, { channels: [{ kind: 'phone' }] }, ['channels.0.phone']],
  ['a good provider', 'providerSchema', provider, {}, []],
  ['a business ID with a wrong check digit', 'providerSchema', provider, { businessId: '0201256-7' }, ['businessId']],
  ['a good event', 'eventSchema', event, {}, []],
  ['an event that ends before it starts', 'eventSchema', event, { ends: '2027-01-14T10:00' }, ['ends']],
  ['an event on a day that is not', 'eventSchema', event, { starts: '2026-02-30T10:00' }, ['starts']],
  ['an event somewhere without address', 'eventSchema', event, { place: 'onsite' }, ['address']],
  ['a good alert', 'alertSchema', alert, {}, []],
  ['an alert for nobody', 'alertSchema', alert, { all: undefined }, ['services']],
  ['an alert that ends before it begins', 'alertSchema', alert, { to: '2026-12-01' }, ['to']],
  ['a good experience', 'experienceSchema', experience, {}, []],
  [
    'an experience without consent to publish',
    'experienceSchema',
    experience,
    { consent: { ...experience.consent, scope: 'steering' } },
    ['consent.scope'],
  ],
  ['a good change', 'changeSchema', change, {}, []],
  [
    'a change of feedback from a month that is not',
    'changeSchema',
    change,
    { heard: { from: '2026-05', to: '2026-13' } },
    ['heard.to'],
  ],
  [
    'a change whose feedback ends before it begins',
    'changeSchema',
    change,
    { heard: { from: '2026-05', to: '2026-04' } },
    ['heard.to'],
  ],
  ['a change from before its feedback', 'changeSchema', change, { changed: '2026-04-30' }, ['changed']],
];

it.each(cases)('%s', (_, schema, good, change, fields) => {
  const issues = SCHEMAS[schema].safeParse({ ...good, ...change }).error?.issues ?? [];
  expect(issues.map(({ path }) => path.join('.'))).toEqual(fields);
});
