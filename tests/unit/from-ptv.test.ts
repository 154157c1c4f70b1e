// Services of the national register as our content files: what is read, what is marked as missing, what is refused.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ZodError } from 'zod';
import { fromPtv, idFrom, servicesIn } from '#domain/open-data/from-ptv.ts';
import { serviceFiles } from '#domain/open-data/service-files.ts';
import { uuidOf } from '#domain/open-data/uuid.ts';

const site = 'https://tarjotin.example';
const ours = { site, providers: [{ id: 'tuulisalmi' }, { id: 'digikoulu' }] };
const other = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

/** A service as interface 11 gives it: codes as objects, roles of organisations, texts by type. */
const out11 = {
  id: other,
  sourceId: null,
  type: 'Service',
  fundingType: 'MarketFunded',
  serviceNames: [
    { language: 'fi', value: 'Hitsaajien koulutus: Åbo', type: 'Name' },
    { language: 'fi', value: 'Toinen nimi', type: 'AlternativeName' },
    { language: 'sv', value: 'Svetsarkurs', type: 'Name' },
  ],
  serviceChargeType: 'Chargeable',
  areaType: 'LimitedType',
  areas: [
    {
      type: 'Municipality',
      code: null,
      municipalities: [
        { code: '996', name: [] },
        { code: '997', name: [] },
      ],
    },
    { type: 'Region', code: '17', municipalities: [] },
  ],
  serviceDescriptions: [
    { language: 'fi', value: 'Opit hitsaamaan.', type: 'Summary' },
    { language: 'fi', value: 'Koulutus kestää viikon.\r\n\r\nSaat todistuksen.', type: 'Description' },
    { language: 'fi', value: 'Soita meille.', type: 'UserInstruction' },
    { language: 'sv', value: 'Du lär dig svetsa.', type: 'Summary' },
  ],
  languages: ['fi', 'sv', 'so'],
  serviceClasses: [{ code: 'P12.4', uri: 'http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/P12.4', name: [] }],
  ontologyTerms: [{ code: null, uri: 'http://www.yso.fi/onto/koko/p37040', name: [] }],
  targetGroups: [{ code: 'KR2.6', uri: null, name: [] }],
  keywords: [{ language: 'fi', value: 'hitsaus' }],
  requirements: [{ language: 'fi', value: 'Täysi-ikäinen.' }],
  organizations: [
    {
      organization: { id: uuidOf(site, 'provider', 'tuulisalmi'), name: 'x' },
      roleType: 'Responsible',
      provisionType: null,
    },
    {
      organization: { id: uuidOf(site, 'provider', 'digikoulu'), name: 'x' },
      roleType: 'Producer',
      provisionType: 'ProcuredServices',
    },
    { organization: { id: other, name: 'x' }, roleType: 'Producer', provisionType: 'Other' },
  ],
  publishingStatus: 'Published',
};

it('reads what interface 11 gives', () => {
  const { service, missing } = fromPtv(out11, ours);
  expect(service).toMatchObject({
    id: 'hitsaajien-koulutus-abo',
    responsible: 'tuulisalmi',
    producers: { self: [], procured: ['digikoulu'], other: [`org-${other}`] },
    funding: 'market',
    price: 'paid',
    languages: ['fi', 'sv'],
    serviceClasses: ['P12.4'],
    targetGroups: ['KR2.6'],
    ontologyTerms: ['http://www.yso.fi/onto/koko/p37040'],
    municipalities: ['996', '997'],
  });
  expect(service.texts.fi).toMatchObject({
    name: 'Hitsaajien koulutus: Åbo',
    summary: 'Opit hitsaamaan.',
    conditions: 'Täysi-ikäinen.',
    keywords: ['hitsaus'],
    body: 'Koulutus kestää viikon.\n\nSaat todistuksen.\n\nSoita meille.',
  });
  expect(missing).toContainEqual(
    expect.objectContaining({ field: 'municipalities', why: expect.stringContaining('17') }),
  );
  expect(missing).toContainEqual(expect.objectContaining({ field: 'texts', lang: 'en' }));
});

it('writes a file a language, with a remark in the place of what is missing', () => {
  const [fi, sv, en] = serviceFiles(fromPtv(out11, ours));
  expect([fi, sv, en].map((file) => file?.name)).toEqual(
    ['fi', 'sv', 'en'].map((lang) => `hitsaajien-koulutus-abo.${lang}.md`),
  );
  expect(fi?.text).toMatch(/^---\n# MISSING theme: /);
  expect(fi?.text).toContain(`responsible: tuulisalmi\n`);
  expect(fi?.text).toContain("municipalities: ['996', '997']\n");
  expect(fi?.text).toContain("name: 'Hitsaajien koulutus: Åbo'\n");
  expect(fi?.text).toContain('---\nKoulutus kestää viikon.\n\nSaat todistuksen.\n\nSoita meille.\n');
  expect(sv?.text).toContain('slug: svetsarkurs\n');
  expect(sv?.text).not.toContain('responsible');
  expect(en?.text).toContain('# MISSING texts: ');
});

it('reads the sample of interface 12, and says which organisations it does not know', () => {
  const sample = readFileSync(new URL('../support/schemas/samples/ptv-v12-service.json', import.meta.url), 'utf8');
  const { service, missing } = fromPtv(JSON.parse(sample), ours);
  expect(service.id).toBe('portaali-verkkokauppakoulutus');
  expect(service.price).toBeUndefined();
  expect(missing.filter(({ field }) => field === 'providers')).toHaveLength(3);
});

it('finds the services in a file that holds one, a list or a page of a search', () => {
  expect(servicesIn(out11)).toEqual([out11]);
  expect(servicesIn([out11, out11])).toHaveLength(2);
  expect(servicesIn({ page: 1, items: [out11] })).toEqual([out11]);
});

it.each([[null], ['text'], [{}], [{ languageVersions: {} }], [{ ...out11, organizations: [] }]])(
  'refuses %j',
  (json) => {
    expect(() => fromPtv(json, ours)).toThrow(ZodError);
  },
);

it.each([
  ['Åland & Öja – 2 päivää', 'aland-oja-2-paivaa'],
  ['../../etc/passwd', 'etc-passwd'],
  ['***', 'palvelu'],
])('makes the id of %j', (name, id) => expect(idFrom(name)).toBe(id));
