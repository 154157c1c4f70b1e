// The map as linked data by CPSV-AP 3.2: public services, their organisations, channels, costs, the promise, and the business events that group them.
import { codeText, codeUri } from '../codes/code-lists.ts';
import { LANGUAGES, type Language, routes } from '../routes.ts';
import type { OpenContext, OpenProvider, OpenService } from './open-content.ts';
import { plainText } from './plain-text.ts';

const CONTEXT = {
  adms: 'http://www.w3.org/ns/adms#',
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

const EU = 'http://publications.europa.eu/resource/authority/';
const LANGUAGE_CODES = { fi: 'FIN', sv: 'SWE', en: 'ENG' } as const satisfies Record<Language, string>;
const PROVIDER_ROLE = { fi: 'Palveluntuottaja', sv: 'Serviceproducent', en: 'Service provider' } as const;
const FINLAND = { '@id': `${EU}country/FIN` };

type Node = { '@id': string; '@type': string } & Record<string, unknown>;

const inEach = (read: (lang: Language) => string) =>
  LANGUAGES.map((lang) => ({ '@language': lang, '@value': read(lang) })).filter((text) => text['@value'] !== '');

export function cpsvAp(services: OpenService[], context: OpenContext) {
  // Fragments of the file itself, so that each identifier leads to where it is told of.
  const at = (fragment: string) => ({ '@id': new URL(`/data/cpsv-ap.jsonld#${fragment}`, context.site).href });
  const events = [...new Set(services.flatMap(({ businessEvents }) => businessEvents))].sort();
  const responsible = new Set(services.map((service) => service.responsible));
  const municipalities = [
    ...new Set([...services, ...context.providers].flatMap((item) => item.municipalities)),
  ].sort();
  return {
    '@context': CONTEXT,
    '@graph': [
      ...services.flatMap((service) => serviceNodes(service, context, at)),
      ...context.providers.map((provider) => organisation(provider, responsible.has(provider.id), context, at)),
      ...events.map((code) => ({
        ...at(`event-${code}`),
        '@type': 'cv:BusinessEvent',
        'dct:identifier': code,
        'dct:title': inEach((lang) => codeText('businessEvents', code, lang)),
      })),
      ...municipalities.map((code) => ({
        ...place(code, at),
        '@type': 'dct:Location',
        'dct:identifier': code,
        'skos:prefLabel': inEach((lang) => codeText('municipalities', code, lang)),
      })),
      {
        ...at('role-provider'),
        '@type': 'skos:Concept',
        'dct:identifier': 'role-provider',
        'skos:prefLabel': inEach((lang) => PROVIDER_ROLE[lang]),
      },
      {
        ...at('promise'),
        '@type': 'cpsv:Rule',
        'dct:identifier': 'promise',
        'dct:title': inEach((lang) => context.promise.summary[lang]),
        'dct:description': inEach((lang) => context.promise.summary[lang]),
      },
    ],
  };
}

type At = (fragment: string) => { '@id': string };

/** A municipality's address at its publisher, or ours where the list is a sample. */
const place = (code: string, at: At) => {
  const uri = codeUri('municipalities', code);
  return uri ? { '@id': uri } : at(`municipality-${code}`);
};
const places = (codes: string[], at: At) => (codes.length ? codes.map((code) => place(code, at)) : [FINLAND]);
const concept = (list: 'serviceClasses' | 'targetGroups', code: string, at: At) => {
  const uri = codeUri(list, code);
  return uri ? { '@id': uri } : at(`${list}-${code}`);
};

function serviceNodes(service: OpenService, { site, promise }: OpenContext, at: At): Node[] {
  const { id, texts } = service;
  // A working day has no letter in xsd:duration, so the days are given as such; the rule says what days they are.
  const processingTime = { '@type': 'xsd:duration', '@value': `P${promise.days}D` };
  const channels: Node[] = service.channels.map((channel, index) => ({
    ...at(`${id}-channel-${index + 1}`),
    '@type': 'cv:Channel',
    'dct:identifier': `${id}-channel-${index + 1}`,
    'dct:description': inEach((lang) => {
      if (channel.kind === 'form') return new URL(routes.needForm(lang, id), site).href;
      return channel.kind === 'phone' ? channel.phone : channel.kind === 'email' ? channel.email : channel.provider;
    }),
    ...(channel.kind === 'form' && { 'cv:processingTime': processingTime }),
  }));
  const cost: Node = {
    ...at(`${id}-cost`),
    '@type': 'cv:Cost',
    'dct:identifier': `${id}-cost`,
    'dct:description': inEach((lang) => texts[lang].priceText),
    ...(service.price === 'free' && {
      'cv:hasValue': { '@type': 'xsd:double', '@value': '0' },
      'cv:currency': { '@id': `${EU}currency/EUR` },
    }),
  };
  const participations: Node[] = service.providers.map((provider) => ({
    ...at(`${id}-provider-${provider}`),
    '@type': 'cv:Participation',
    'dct:identifier': `${id}-provider-${provider}`,
    'dct:description': inEach((lang) => PROVIDER_ROLE[lang]),
    'cv:role': at('role-provider'),
    'cv:hasParticipant': at(`provider-${provider}`),
  }));
  const root: Node = {
    ...at(`service-${id}`),
    '@type': 'cpsv:PublicService',
    'dct:identifier': id,
    'dct:title': inEach((lang) => texts[lang].name),
    'dct:description': inEach((lang) =>
      [texts[lang].summary, plainText(texts[lang].body)].filter(Boolean).join('\n\n'),
    ),
    'foaf:page': LANGUAGES.map((lang) => ({ '@id': new URL(routes.service(texts[lang].slug, lang), site).href })),
    'cv:hasCompetentAuthority': at(`provider-${service.responsible}`),
    'cv:hasParticipation': participations.map(ref),
    'cv:hasChannel': channels.map(ref),
    'cv:hasCost': ref(cost),
    'cv:processingTime': processingTime,
    'cpsv:follows': at('promise'),
    'dct:language': service.languages.map((lang) => ({ '@id': `${EU}language/${LANGUAGE_CODES[lang]}` })),
    'dct:spatial': places(service.municipalities, at),
    'cv:thematicArea': service.serviceClasses.map((code) => concept('serviceClasses', code, at)),
    'dct:audience': service.targetGroups.map((code) => concept('targetGroups', code, at)),
    'dcat:keyword': LANGUAGES.flatMap((lang) =>
      texts[lang].keywords.map((keyword) => ({ '@language': lang, '@value': keyword })),
    ),
    'cv:isGroupedBy': service.businessEvents.map((code) => at(`event-${code}`)),
    'cv:isClassifiedBy': service.ontologyTerms.map((uri) => ({ '@id': uri })),
    'cv:relatedService': service.related.map((other) => at(`service-${other}`)),
    'dct:modified': { '@type': 'xsd:date', '@value': service.checked.on },
  };
  return [root, ...channels, cost, ...participations];
}

const ref = ({ '@id': id }: Node) => ({ '@id': id });

/** A company is no public organisation, unless it answers for a service: the standard has no other name for that. */
const organisation = (provider: OpenProvider, isResponsible: boolean, { site }: OpenContext, at: At): Node => ({
  ...at(`provider-${provider.id}`),
  '@type': provider.kind !== 'business' || isResponsible ? 'cv:PublicOrganisation' : 'foaf:Agent',
  'dct:identifier': provider.businessId,
  'skos:prefLabel': inEach((lang) => provider.texts[lang].name),
  'dct:title': inEach((lang) => provider.texts[lang].name),
  'dct:description': inEach((lang) => provider.texts[lang].summary),
  'dct:spatial': places(provider.municipalities, at),
  'foaf:page': LANGUAGES.map((lang) => ({ '@id': new URL(routes.provider(provider.id, lang), site).href })),
});
