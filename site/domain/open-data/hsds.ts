// Services and organisations in the Human Services Data Specification 3.0, one language at a time, as the standard has one name for each thing.
import { codeLanguages, codeText, codeUri } from '../codes/code-lists.ts';
import { type Language, routes } from '../routes.ts';
import type { OpenContext, OpenProvider, OpenService } from './open-content.ts';
import { plainText } from './plain-text.ts';
import { uuidOf } from './uuid.ts';

const LANGUAGE_NAMES = { fi: 'Finnish', sv: 'Swedish', en: 'English' } as const satisfies Record<Language, string>;

export function hsdsOrganization(provider: OpenProvider, { site }: Pick<OpenContext, 'site'>, lang: Language) {
  const { name, summary, body } = provider.texts[lang];
  const id = uuidOf(site, 'provider', provider.id);
  return {
    id,
    name,
    description: [summary, plainText(body)].filter(Boolean).join('\n\n'),
    email: provider.contactEmail,
    website: new URL(routes.provider(provider.id, lang), site).href,
    phones: [{ id: uuidOf(site, 'provider-phone', provider.id), number: provider.contactPhone, type: 'voice' }],
    organization_identifiers: [
      {
        id: uuidOf(site, 'provider-identifier', provider.id),
        identifier_scheme: 'FI-PRH',
        identifier_type: 'Y-tunnus',
        identifier: provider.businessId,
      },
    ],
  };
}

export function hsdsService(service: OpenService, context: OpenContext, lang: Language) {
  const { site, providers, promise } = context;
  const part = (kind: string, name: string) => uuidOf(site, `service-${kind}`, `${service.id}/${name}`);
  const texts = service.texts[lang];
  const responsible = providers.find(({ id }) => id === service.responsible);
  const checker = providers.find(({ id }) => id === service.checked.by);
  const phones = service.channels.flatMap((channel) => (channel.kind === 'phone' ? [channel.phone] : []));
  const email = service.channels.find((channel) => channel.kind === 'email')?.email;
  const steps = texts.steps.map(({ what, who, time }, at) => `${at + 1}. ${what} (${who}, ${time})`);
  return {
    id: uuidOf(site, 'service', service.id),
    organization_id: uuidOf(site, 'provider', service.responsible),
    name: texts.name,
    alternate_name: service.texts[lang === 'en' ? 'fi' : 'en'].name,
    status: 'active',
    description: [
      texts.summary,
      texts.forWhom,
      texts.youGet.map((item) => `- ${item}`).join('\n'),
      plainText(texts.body),
    ]
      .filter(Boolean)
      .join('\n\n'),
    url: new URL(routes.service(texts.slug, lang), site).href,
    ...(email && { email }),
    application_process: [...steps, promise.summary[lang]].join('\n'),
    fees_description: texts.priceText,
    eligibility_description: texts.conditions,
    assured_date: service.checked.on,
    ...(checker && { assurer_email: checker.contactEmail }),
    // The standard wants a moment: the day of the check, at midnight.
    last_modified: `${service.checked.on}T00:00:00Z`,
    ...(responsible && { organization: hsdsOrganization(responsible, context, lang) }),
    phones: phones.map((number) => ({ id: part('phone', number), number, type: 'voice' })),
    languages: service.languages.map((code) => ({ id: part('language', code), code, name: LANGUAGE_NAMES[code] })),
    service_areas: serviceAreas(service, part, lang),
    cost_options: [
      {
        id: part('cost', service.price),
        option: service.price,
        ...(service.price === 'free' && { amount: 0, currency: 'eur' }),
        amount_description: texts.priceText,
      },
    ],
    attributes: attributes(service, context, lang, part),
  };
}

type Part = (kind: string, name: string) => string;

function serviceAreas({ municipalities }: OpenService, part: Part, lang: Language) {
  const countries = { fi: 'Suomi', sv: 'Finland', en: 'Finland' };
  if (municipalities.length === 0) {
    const uri = 'http://publications.europa.eu/resource/authority/country/FIN';
    return [{ id: part('area', 'FI'), name: countries[lang], uri }];
  }
  return municipalities.map((code) => {
    const uri = codeUri('municipalities', code);
    return { id: part('area', code), name: codeText('municipalities', code, lang), ...(uri && { uri }) };
  });
}

function attributes(service: OpenService, context: OpenContext, lang: Language, part: Part) {
  const link = uuidOf(context.site, 'service', service.id);
  const entry = (type: string, value: string) => ({
    id: part('attribute', `${type}/${value}`),
    link_id: link,
    link_entity: 'service',
    link_type: type,
  });
  const terms = (['serviceClasses', 'targetGroups', 'businessEvents', 'ontologyTerms'] as const).flatMap((list) =>
    service[list].map((code) => {
      const uri = codeUri(list, code);
      return {
        ...entry('taxonomy_term', code),
        taxonomy_term: {
          id: uuidOf(context.site, list, code),
          code,
          name: codeText(list, code, lang),
          description: codeLanguages(list, code)
            .map((other) => codeText(list, code, other))
            .join(' / '),
          taxonomy: list,
          ...(uri && { term_uri: uri }),
        },
      };
    }),
  );
  return [
    ...terms,
    { ...entry('identifier', service.id), value: service.id },
    // Working days, which ISO 8601 has no letter for.
    { ...entry('service_promise', 'days'), value: `P${context.promise.days}WD` },
    ...service.providers.map((provider) => ({
      ...entry('provider', provider),
      value: uuidOf(context.site, 'provider', provider),
    })),
  ];
}
