// A service as the body that the Finnish Service Catalogue's interface 12 takes, what is wrong with it by its limits included.
import { countCharacters } from '../limits.ts';
import { LANGUAGES, type Language } from '../routes.ts';
import type { OpenContext, OpenService, OpenServiceTexts } from './open-content.ts';
import { renderedLength } from './plain-text.ts';
import { CHARGE, FUNDING, foreignOrganization, PTV_LIMITS } from './ptv-codes.ts';
import { ptvDescription, ptvInstructions, tidy } from './ptv-texts.ts';
import { uuidOf } from './uuid.ts';

export type PtvTexts = Omit<OpenServiceTexts, 'slug' | 'needs'>;

/** What of a service the catalogue can hold; an imported service has no more than this. */
export type PtvService = Pick<
  OpenService,
  | 'id'
  | 'responsible'
  | 'producers'
  | 'funding'
  | 'languages'
  | 'serviceClasses'
  | 'targetGroups'
  | 'ontologyTerms'
  | 'municipalities'
> & { price?: OpenService['price'] | undefined; texts: Partial<Record<Language, PtvTexts>> };

export type PtvContext = Pick<OpenContext, 'site' | 'promise'>;

type OtherProducer = { name: Partial<Record<Language, string>> };

export type PtvLanguageVersion = {
  name: string;
  alternativeName: string | null;
  summary: string;
  description: string | null;
  userInstructions: string | null;
  conditions: string | null;
  legislationLinks: unknown[];
  freelyAssignedKeywords: string[];
  voucher: { voucherType: 'NotUsed' };
  chargeTypeAdditionalInformation: string | null;
};

export type PtvV12Service = {
  externalId: string;
  serviceType: 'Service';
  organizationContentId: string;
  generalDescriptionContentId: string | null;
  targetGroups: string[];
  serviceClasses: string[];
  ontologyTerms: string[];
  industrialClasses: string[];
  lifeEvents: string[];
  otherResponsibleOrganizations: string[];
  producers: {
    selfProducedProducers: { organizations: string[] };
    procuredProducers: { organizations: string[]; other: OtherProducer[] };
    otherProducers: { organizations: string[]; other: OtherProducer[] };
  };
  area:
    | { areaType: 'WholeCountry' | 'WholeCountryExceptAland' }
    | { areaType: 'LimitedArea'; municipalities: string[]; regions: string[]; wellbeingServicesCounties: string[] };
  chargeType: string | null;
  fundingType: string | null;
  serviceLanguages: string[];
  languageVersions: Partial<Record<Language, PtvLanguageVersion>>;
};

/** The organisation's identifier: the catalogue's own where it is known, else one that its id gives. */
export const organizationId = (provider: string, site: string): string =>
  foreignOrganization(provider) ?? uuidOf(site, 'provider', provider);

export function ptvV12(service: PtvService, context: PtvContext): PtvV12Service {
  const { id, responsible, producers, municipalities } = service;
  const organizations = (providers: string[]) => providers.map((provider) => organizationId(provider, context.site));
  return {
    externalId: id,
    serviceType: 'Service',
    organizationContentId: organizationId(responsible, context.site),
    generalDescriptionContentId: null,
    targetGroups: service.targetGroups,
    serviceClasses: service.serviceClasses,
    ontologyTerms: service.ontologyTerms,
    // Branches are not told apart, and life events belong to citizens.
    industrialClasses: [],
    lifeEvents: [],
    otherResponsibleOrganizations: [],
    producers: {
      selfProducedProducers: { organizations: organizations(producers.self) },
      procuredProducers: { organizations: organizations(producers.procured), other: [] },
      otherProducers: { organizations: organizations(producers.other), other: [] },
    },
    area: municipalities.length
      ? { areaType: 'LimitedArea', municipalities, regions: [], wellbeingServicesCounties: [] }
      : { areaType: 'WholeCountry' },
    chargeType: service.price ? CHARGE[service.price] : null,
    fundingType: FUNDING[service.funding],
    serviceLanguages: service.languages,
    languageVersions: Object.fromEntries(
      LANGUAGES.flatMap((lang) => {
        const texts = service.texts[lang];
        return texts ? [[lang, languageVersion(texts, context.promise.summary[lang], lang)]] : [];
      }),
    ),
  };
}

function languageVersion(texts: PtvTexts, promise: string, lang: Language): PtvLanguageVersion {
  return {
    name: texts.name,
    alternativeName: null,
    summary: texts.summary,
    description: ptvDescription(texts, lang) || null,
    userInstructions: ptvInstructions(texts.steps, promise, lang),
    conditions: tidy(texts.conditions) || null,
    legislationLinks: [],
    freelyAssignedKeywords: texts.keywords,
    voucher: { voucherType: 'NotUsed' },
    chargeTypeAdditionalInformation: tidy(texts.priceText) || null,
  };
}

/** Not even a list that counts on from a thousand million is longer by this when rendered: shorter texts need not be. */
const MOST_GROWTH = 5;

/** One line that begins and ends with something that is seen. */
const LINE = /^(\S+.*\S+|\S)$/;

/** What the catalogue would refuse, as `path: what is wrong`; empty when nothing. */
export function ptvV12Faults(service: PtvV12Service): string[] {
  const tooLong = (path: string, length: number, max: number) =>
    length > max ? [`${path}: ${length} characters, at most ${max}`] : [];
  const renderedTooLong = (path: string, markdown: string, max: number) =>
    markdown.length * MOST_GROWTH <= max ? [] : tooLong(path, renderedLength(markdown), max);
  const noLine = (path: string, text: string) => (LINE.test(text) ? [] : [`${path}: must be one line, and not empty`]);
  const tooMany = (path: string, list: unknown[], max: number) =>
    list.length > max ? [`${path}: ${list.length}, at most ${max}`] : [];
  const versions = Object.entries(service.languageVersions).flatMap(([lang, version]) => {
    const at = `languageVersions.${lang}`;
    const rendered = (['description', 'userInstructions', 'conditions'] as const).flatMap((field) =>
      renderedTooLong(`${at}.${field}`, version[field] ?? '', PTV_LIMITS.text),
    );
    return [
      ...noLine(`${at}.name`, version.name),
      ...noLine(`${at}.summary`, version.summary),
      ...tooLong(`${at}.name`, countCharacters(version.name), PTV_LIMITS.name),
      ...tooLong(`${at}.summary`, countCharacters(version.summary), PTV_LIMITS.summary),
      ...rendered,
      ...renderedTooLong(
        `${at}.chargeTypeAdditionalInformation`,
        version.chargeTypeAdditionalInformation ?? '',
        PTV_LIMITS.chargeText,
      ),
      ...version.freelyAssignedKeywords.flatMap((keyword) => [
        ...noLine(`${at}.freelyAssignedKeywords`, keyword),
        ...tooLong(`${at}.freelyAssignedKeywords`, countCharacters(keyword), PTV_LIMITS.keyword),
      ]),
    ];
  });
  return [
    ...(service.externalId ? [] : ['externalId: must not be empty']),
    ...tooLong('externalId', countCharacters(service.externalId), PTV_LIMITS.externalId),
    ...tooMany('serviceClasses', service.serviceClasses, PTV_LIMITS.serviceClasses),
    ...tooMany('ontologyTerms', service.ontologyTerms, PTV_LIMITS.ontologyTerms),
    ...(service.serviceLanguages.length ? [] : ['serviceLanguages: at least one']),
    ...(service.targetGroups.includes('KR2') && !service.targetGroups.some((code) => code.startsWith('KR2.'))
      ? ['targetGroups: KR2 needs a sub-group']
      : []),
    ...versions,
  ];
}
