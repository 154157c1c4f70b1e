// One service as linked data by CPSV-AP: itself, its channels, its contact point, its cost, and the part that each provider has in it.
import { LANGUAGES, routes } from '../routes.ts';
import { type At, concept, euro, inEach, language, type Node, page, places } from './cpsv-ap-terms.ts';
import type { OpenContext, OpenService } from './open-content.ts';
import { plainText } from './plain-text.ts';

export const PROVIDER_ROLE = { fi: 'Palveluntuottaja', sv: 'Serviceproducent', en: 'Service provider' } as const;

export function serviceNodes(service: OpenService, context: OpenContext, at: At): Node[] {
  const { id, texts } = service;
  const { site, promise } = context;
  // A working day has no letter in xsd:duration, so the days are given as such; the rule says what days they are.
  const processingTime = { '@type': 'xsd:duration', '@value': `P${promise.days}D` };
  const channels = channelNodes(service, context, processingTime, at);
  const contact = contactPoint(service, context, at);
  const cost = costNode(service, at);
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
    'foaf:page': LANGUAGES.map((lang) => page(new URL(routes.service(texts[lang].slug, lang), site).href)),
    'cv:hasCompetentAuthority': at(`provider-${service.responsible}`),
    'cv:hasParticipation': participations.map(ref),
    'cv:hasChannel': channels.map(ref),
    'cv:contactPoint': ref(contact),
    'cv:hasCost': ref(cost),
    'cv:processingTime': processingTime,
    'cpsv:follows': at('promise'),
    'dct:language': service.languages.map(language),
    'dct:spatial': places(service.municipalities, at),
    'cv:thematicArea': service.serviceClasses.map((code) => concept('serviceClasses', code, at)),
    'dct:audience': service.targetGroups.map((code) => concept('targetGroups', code, at)),
    'dcat:keyword': LANGUAGES.flatMap((lang) =>
      texts[lang].keywords.map((keyword) => ({ '@language': lang, '@value': keyword })),
    ),
    'cv:isGroupedBy': service.businessEvents.map((code) => at(`event-${code}`)),
    'cv:isClassifiedBy': service.ontologyTerms.map((code) => concept('ontologyTerms', code, at)),
    'cv:relatedService': service.related.map((other) => at(`service-${other}`)),
    'dct:modified': { '@type': 'xsd:date', '@value': service.checked.on },
  };
  return [root, ...channels, contact, cost, ...participations];
}

const ref = ({ '@id': id }: Node) => ({ '@id': id });

const channelNodes = ({ id, channels }: OpenService, { site }: OpenContext, answered: unknown, at: At): Node[] =>
  channels.map((channel, index) => ({
    ...at(`${id}-channel-${index + 1}`),
    '@type': 'cv:Channel',
    'dct:identifier': `${id}-channel-${index + 1}`,
    'dct:description': inEach((lang) => {
      if (channel.kind === 'form') return new URL(routes.needForm(lang, id), site).href;
      return channel.kind === 'phone' ? channel.phone : channel.kind === 'email' ? channel.email : channel.provider;
    }),
    ...(channel.kind === 'form' && { 'cv:processingTime': answered }),
  }));

/** Where a company asks: the need form of the service, and whoever answers for it. */
function contactPoint({ id, responsible }: OpenService, { site, providers }: OpenContext, at: At): Node {
  const answers = providers.find((provider) => provider.id === responsible);
  return {
    ...at(`${id}-contact`),
    '@type': 'cv:ContactPoint',
    'cv:contactPage': LANGUAGES.map((lang) => page(new URL(routes.needForm(lang, id), site).href)),
    ...(answers && { 'cv:email': answers.contactEmail, 'cv:telephone': answers.contactPhone }),
  };
}

const costNode = ({ id, price, texts }: OpenService, at: At): Node => ({
  ...at(`${id}-cost`),
  '@type': 'cv:Cost',
  'dct:identifier': `${id}-cost`,
  'dct:description': inEach((lang) => texts[lang].priceText),
  ...(price === 'free' && { 'cv:hasValue': { '@type': 'xsd:double', '@value': '0' }, 'cv:currency': euro }),
});
