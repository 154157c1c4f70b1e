// What is exported has the shape that each standard publishes: JSON Schemas written from them, and samples as a check of the schemas.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { cpsvAp } from '#domain/open-data/cpsv-ap.ts';
import { hsdsOrganization, hsdsService } from '#domain/open-data/hsds.ts';
import { ptvV11 } from '#domain/open-data/ptv-v11.ts';
import { ptvV12, ptvV12Faults } from '#domain/open-data/ptv-v12.ts';
import { eventRecord, providerRecord, row, serviceRecord } from '#domain/open-data/records.ts';
import { LANGUAGES } from '#domain/routes.ts';
import { CONTEXT, madeService } from '../support/made-services.ts';
import { random } from '../support/random.ts';
import { type Shapes, shapeFaults } from '../support/shape-faults.ts';

const read = (path: string) => JSON.parse(readFileSync(new URL(`../support/schemas/${path}`, import.meta.url), 'utf8'));
const ajv = new Ajv2020({ allErrors: true, strictTypes: false, strictRequired: false });
addFormats.default(ajv);

const faults = (schema: string) => {
  const validate = ajv.getSchema(schema.replace('.json', '')) ?? ajv.compile(read(schema));
  return (data: unknown): string[] => {
    validate(data);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
  };
};

// As content schemas hold them: nothing empty, nothing too long.
const services = Array.from({ length: 50 }, (_, seed) => {
  const service = madeService(random(seed));
  for (const lang of LANGUAGES) {
    const texts = service.texts[lang];
    texts.name = texts.name.slice(0, 50);
    texts.summary = texts.summary.slice(0, 100);
    texts.conditions ||= 'Ehto.';
    texts.priceText ||= 'Maksuton.';
    texts.body ||= 'Kappale.';
    texts.forWhom ||= 'Yrityksille.';
    texts.duration ||= 'Päivä.';
  }
  return service;
});

const event = {
  id: 'info',
  starts: '2027-01-20T09:00',
  ends: '2027-01-20T11:00',
  place: 'remote' as const,
  providers: ['tuulisalmi'],
  services: ['palvelu-1'],
  languages: ['fi' as const],
  price: 'free',
  texts: {
    fi: { slug: 'info', title: 'Info', summary: 'Tietoa.', body: '' },
    sv: { slug: 'info', title: 'Info', summary: 'Om det.', body: 'Text **fet**.' },
    en: { slug: 'info', title: '=1+1', summary: 'About it.', body: '' },
  },
};

describe('our own files', () => {
  it('hold services, providers and events in the shape that /data documents', () => {
    for (const service of services)
      expect(faults('tarjotin-service.json')(serviceRecord(service, CONTEXT.site))).toEqual([]);
    for (const provider of CONTEXT.providers)
      expect(faults('tarjotin-provider.json')(providerRecord(provider, CONTEXT.site))).toEqual([]);
    expect(faults('tarjotin-event.json')(eventRecord(event, CONTEXT.site))).toEqual([]);
  });
  it('hold the same in rows of flat cells', () => {
    const cells = row(eventRecord(event, CONTEXT.site));
    expect(cells).toMatchObject({ id: 'info', 'title.en': '=1+1', 'body.sv': 'Text fet.', capacity: null });
    const [service] = services;
    const steps = service && row(serviceRecord(service, CONTEXT.site))['steps.fi'];
    expect(steps).toEqual(service?.texts.fi.steps.map(({ what, who, time }) => [what, who, time].join(', ')));
  });
});

describe('PTV interface 12', () => {
  const found = faults('ptv-v12-service.json');
  it('takes the sample', () => expect(found(read('samples/ptv-v12-service.json'))).toEqual([]));
  it.each(services.map((service, seed) => [seed, service] as const))('takes service %i', (_, service) => {
    const body = ptvV12(service, CONTEXT);
    expect(found(body)).toEqual([]);
    expect(ptvV12Faults(body)).toEqual([]);
  });
  it('refuses what lacks a key of a language version, and what is over its limit', () => {
    const body = ptvV12(services[0] as (typeof services)[number], CONTEXT);
    const fi = body.languageVersions.fi as NonNullable<typeof body.languageVersions.fi>;
    const { voucher, ...without } = fi;
    expect(found({ ...body, languageVersions: { fi: without } })).toHaveLength(1);
    expect(found({ ...body, languageVersions: { fi: { ...fi, summary: 'x'.repeat(151) } } })).toHaveLength(1);
    const long = { ...fi, description: `**${'x'.repeat(5001)}**`, chargeTypeAdditionalInformation: 'x'.repeat(501) };
    expect(ptvV12Faults({ ...body, languageVersions: { fi: long } })).toEqual([
      'languageVersions.fi.description: 5001 characters, at most 5000',
      'languageVersions.fi.chargeTypeAdditionalInformation: 501 characters, at most 500',
    ]);
    const justFits = { ...fi, description: `[${'x'.repeat(5000)}](https://a.example/${'y'.repeat(900)})` };
    expect(ptvV12Faults({ ...body, languageVersions: { fi: justFits } })).toEqual([]);
    const lines = { ...fi, name: '', summary: 'Kaksi\nriviä.', freelyAssignedKeywords: [' alussa väli'] };
    expect(found({ ...body, languageVersions: { fi: lines } }).length).toBeGreaterThanOrEqual(3);
    expect(ptvV12Faults({ ...body, languageVersions: { fi: lines } })).toEqual([
      'languageVersions.fi.name: must be one line, and not empty',
      'languageVersions.fi.summary: must be one line, and not empty',
      'languageVersions.fi.freelyAssignedKeywords: must be one line, and not empty',
    ]);
    expect(ptvV12Faults({ ...body, targetGroups: ['KR2'] })).toEqual(['targetGroups: KR2 needs a sub-group']);
  });
});

it('PTV interface 11 takes every service', () => {
  const found = faults('ptv-v11-service-in.json');
  for (const service of services) expect(found(ptvV11(service, CONTEXT))).toEqual([]);
});

describe('HSDS 3.0', () => {
  const found = faults('hsds-service.json');
  it('takes the sample', () => expect(found(read('samples/hsds-service.json'))).toEqual([]));
  it.each(LANGUAGES)('takes every service in %s', (lang) => {
    for (const service of services) expect(found(hsdsService(service, CONTEXT, lang))).toEqual([]);
  });
  it('takes every organisation', () => {
    const { $defs, ...rest } = read('hsds-service.json');
    const validate = ajv.compile({ ...$defs.organization, $schema: rest.$schema, $id: 'hsds-organization', $defs });
    for (const provider of CONTEXT.providers) {
      validate(hsdsOrganization(provider, CONTEXT, 'en'));
      expect(validate.errors).toBeNull();
    }
  });
  it('gives each thing a UUID of its own', () => {
    const ids = services.flatMap((service) => {
      const { id, languages, service_areas, attributes } = hsdsService(service, CONTEXT, 'fi');
      return [id, ...[...languages, ...service_areas, ...attributes].map((part) => part.id)];
    });
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('CPSV-AP 3.2', () => {
  // Every service that another is related to is in the file, as content:check sees to.
  const named = ['palvelu-1', 'palvelu-2'].map((id) => ({
    ...(services[0] as (typeof services)[number]),
    id,
    related: [],
  }));
  const graph = cpsvAp([...services, ...named], CONTEXT);
  const { $comment, ...shapes } = read('cpsv-ap-shapes.json') as Shapes & { $comment: string };
  it('is written as its context has it', () => expect(faults('cpsv-ap.json')(graph)).toEqual([]));
  it('has what its shapes demand, things that others publish included', () =>
    expect(shapeFaults(graph['@graph'], shapes)).toEqual([]));
  it('would be told of a service without authority, with two numbers, or of a theme that is no concept', () => {
    const broken = graph['@graph'].map((node) =>
      node['dct:identifier'] === 'palvelu-1'
        ? { ...node, 'cv:hasCompetentAuthority': [], 'dct:identifier': ['a', 'b'], 'cv:thematicArea': [node] }
        : node,
    );
    const id = named[0] && 'https://tarjotin.example/data/cpsv-ap.jsonld#service-palvelu-1';
    expect(shapeFaults(broken, shapes).filter((fault) => fault.startsWith(`${id} (cpsv:PublicService) `))).toEqual(
      expect.arrayContaining([
        `${id} (cpsv:PublicService) cv:hasCompetentAuthority: 0 values`,
        `${id} (cpsv:PublicService) dct:identifier: 2 values`,
        `${id} (cpsv:PublicService) cv:thematicArea: ${id} is no skos:Concept`,
      ]),
    );
  });
  it('refers to nothing within itself that is not there', () => {
    const nodes = new Set(graph['@graph'].map((node) => node['@id']));
    const own = [...JSON.stringify(graph).matchAll(/"@id":"(https:\/\/tarjotin\.example\/data\/[^"]+)"/g)].map(
      ([, id]) => id,
    );
    expect([...new Set(own.filter((id) => !nodes.has(id as string)))]).toEqual([]);
  });
});
