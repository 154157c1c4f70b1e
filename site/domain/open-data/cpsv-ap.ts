// The map as linked data by CPSV-AP 3.2: public services, their organisations, channels, costs, the promise, and the business events that group them.
import { codeText } from '../codes/code-lists.ts';
import { LANGUAGES, routes } from '../routes.ts';
import { PROVIDER_ROLE, serviceNodes } from './cpsv-ap-service.ts';
import { type At, CONTEXT, conceptNodes, inEach, type Node, page, placeNodes, places } from './cpsv-ap-terms.ts';
import type { OpenContext, OpenProvider, OpenService } from './open-content.ts';

export function cpsvAp(
  services: OpenService[],
  context: OpenContext,
): { '@context': typeof CONTEXT; '@graph': Node[] } {
  const at: At = (fragment) => ({ '@id': new URL(`/data/cpsv-ap.jsonld#${fragment}`, context.site).href });
  const responsible = new Set(services.map((service) => service.responsible));
  const municipalities = distinct([...services, ...context.providers], (item) => item.municipalities);
  return {
    '@context': CONTEXT,
    '@graph': [
      ...services.flatMap((service) => serviceNodes(service, context, at)),
      ...context.providers.map((provider) => organisation(provider, responsible.has(provider.id), context, at)),
      ...distinct(services, (service) => service.businessEvents).map((code) => businessEvent(code, at)),
      ...placeNodes(municipalities, at),
      ...(['serviceClasses', 'targetGroups', 'ontologyTerms'] as const).flatMap((list) =>
        conceptNodes(
          list,
          distinct(services, (service) => service[list]),
          at,
        ),
      ),
      {
        ...at('role-provider'),
        '@type': 'skos:Concept',
        'skos:notation': 'role-provider',
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

const distinct = <Item>(items: Item[], codes: (item: Item) => string[]): string[] =>
  [...new Set(items.flatMap(codes))].sort();

// A reader need not know the vocabulary's own file, so each says of itself what it is more generally too.
const businessEvent = (code: string, at: At): Node => ({
  ...at(`event-${code}`),
  '@type': ['cv:BusinessEvent', 'cv:Event'],
  'dct:identifier': code,
  'dct:title': inEach((lang) => codeText('businessEvents', code, lang)),
});

/** A company is no public organisation, unless it answers for a service: the standard has no other name for that. */
const organisation = (provider: OpenProvider, isResponsible: boolean, { site }: OpenContext, at: At): Node => ({
  ...at(`provider-${provider.id}`),
  '@type': provider.kind !== 'business' || isResponsible ? ['cv:PublicOrganisation', 'foaf:Agent'] : ['foaf:Agent'],
  'dct:identifier': provider.businessId,
  'skos:prefLabel': inEach((lang) => provider.texts[lang].name),
  'dct:title': inEach((lang) => provider.texts[lang].name),
  'dct:description': inEach((lang) => provider.texts[lang].summary),
  'dct:spatial': places(provider.municipalities, at),
  'foaf:page': LANGUAGES.map((lang) => page(new URL(routes.provider(provider.id, lang), site).href)),
});
