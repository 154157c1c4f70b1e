// A service as the body that the Finnish Service Catalogue's interface 11 takes: codes as addresses, texts without markup.
import { LANGUAGES, type Language } from '../routes.ts';
import { plainText } from './plain-text.ts';
import { CHARGE, codeUri, FUNDING } from './ptv-codes.ts';
import { PLAIN, ptvDescription, ptvInstructions } from './ptv-texts.ts';
import { organizationId, type PtvContext, type PtvService, type PtvTexts } from './ptv-v12.ts';

const PROVISION = { self: 'SelfProducedServices', procured: 'ProcuredServices', other: 'Other' } as const;

type Localised = { language: Language; value: string };

export function ptvV11(service: PtvService, context: PtvContext) {
  const each = (make: (texts: PtvTexts, lang: Language) => string[]): Localised[] =>
    LANGUAGES.flatMap((language) => {
      const texts = service.texts[language];
      return texts ? make(texts, language).flatMap((value) => (value ? [{ language, value }] : [])) : [];
    });
  const described = (type: string, make: (texts: PtvTexts, lang: Language) => string) =>
    each((texts, lang) => [make(texts, lang)]).map((text) => ({ ...text, type }));
  const charge = service.price && CHARGE[service.price];
  return {
    sourceId: service.id,
    type: 'Service',
    fundingType: FUNDING[service.funding],
    serviceNames: each(({ name }) => [name]).map((name) => ({ ...name, type: 'Name' })),
    ...(charge && { serviceChargeType: charge }),
    areaType: service.municipalities.length ? 'LimitedType' : 'Nationwide',
    areas: service.municipalities.length ? [{ type: 'Municipality', areaCodes: service.municipalities }] : [],
    serviceDescriptions: [
      ...each(({ summary }) => [summary]).map((summary) => ({ ...summary, type: 'Summary' })),
      ...described('Description', (texts, lang) => ptvDescription(texts, lang, PLAIN)),
      ...described('UserInstruction', ({ steps }, lang) =>
        ptvInstructions(steps, context.promise.summary[lang], lang, PLAIN),
      ),
      ...described('ChargeTypeAdditionalInfo', ({ priceText }) => plainText(priceText)),
    ],
    languages: service.languages,
    keywords: each(({ keywords }) => keywords),
    serviceClasses: service.serviceClasses.map((code) => codeUri('serviceClasses', code)),
    ontologyTerms: service.ontologyTerms,
    targetGroups: service.targetGroups.map((code) => codeUri('targetGroups', code)),
    // Interface 11 takes life events with citizens' target groups only.
    lifeEvents: [],
    industrialClasses: [],
    requirements: each(({ conditions }) => [plainText(conditions)]),
    mainResponsibleOrganization: organizationId(service.responsible, context.site),
    otherResponsibleOrganizations: [],
    serviceProducers: (['self', 'procured', 'other'] as const)
      .filter((provision) => service.producers[provision].length > 0)
      .map((provision) => ({
        provisionType: PROVISION[provision],
        organizations: service.producers[provision].map((provider) => organizationId(provider, context.site)),
        additionalInformation: [],
      })),
    publishingStatus: 'Published',
  };
}

export type PtvV11Service = ReturnType<typeof ptvV11>;
