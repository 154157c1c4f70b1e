// What is read of a service of interface 11, as it gives services and as it takes them, put into the shape of interface 12.
import * as z from 'zod';
import { type PtvV12Read, v12Shape } from './ptv-v12-shape.ts';

const localised = z.object({ language: z.string(), value: z.string().nullish(), type: z.string().optional() });
const texts = z.array(localised).nullish();
/** A code's address by itself, or inside an object. */
const code = z.union([z.string(), z.object({ code: z.string().nullish(), uri: z.string().nullish() })]);
const codes = z.array(code).nullish();
const areas = z
  .array(
    z.object({
      type: z.string(),
      areaCodes: z.array(z.string()).nullish(),
      code: z.string().nullish(),
      municipalities: z.array(z.object({ code: z.string() })).nullish(),
    }),
  )
  .nullish();

const v11Shape = z.object({
  sourceId: z.string().nullish(),
  fundingType: z.string().nullish(),
  serviceChargeType: z.string().nullish(),
  serviceNames: z.array(localised).min(1),
  serviceDescriptions: texts,
  keywords: texts,
  requirements: texts,
  languages: z.array(z.string()).nullish(),
  serviceClasses: codes,
  ontologyTerms: codes,
  targetGroups: codes,
  areaType: z.string().nullish(),
  areas,
  mainResponsibleOrganization: z.string().nullish(),
  serviceProducers: z
    .array(z.object({ provisionType: z.string(), organizations: z.array(z.string()).nullish() }))
    .nullish(),
  organizations: z
    .array(
      z.object({
        organization: z.object({ id: z.string() }).nullish(),
        roleType: z.string(),
        provisionType: z.string().nullish(),
      }),
    )
    .nullish(),
});
type V11 = z.infer<typeof v11Shape>;

export function fromV11(json: unknown): PtvV12Read {
  const read = v11Shape.parse(json);
  const producers = producersOf(read);
  const responsible =
    read.mainResponsibleOrganization ??
    read.organizations?.find(({ roleType }) => roleType === 'Responsible')?.organization?.id;
  const isLimited = read.areaType === 'LimitedType';
  return v12Shape.parse({
    ...(read.sourceId && { externalId: read.sourceId }),
    organizationContentId: responsible,
    targetGroups: codesOf(read.targetGroups),
    serviceClasses: codesOf(read.serviceClasses),
    ontologyTerms: (read.ontologyTerms ?? []).flatMap((term) => (typeof term === 'string' ? term : (term.uri ?? []))),
    producers: {
      selfProducedProducers: { organizations: producers('SelfProducedServices') },
      procuredProducers: { organizations: producers('ProcuredServices') },
      otherProducers: { organizations: producers('Other') },
    },
    area: isLimited ? { areaType: 'LimitedArea', ...areaOf(read) } : { areaType: 'WholeCountry' },
    chargeType: read.serviceChargeType,
    fundingType: read.fundingType,
    serviceLanguages: read.languages ?? [],
    languageVersions: Object.fromEntries(
      ['fi', 'sv', 'en'].flatMap((lang) => {
        const version = languageVersion(read, lang);
        return version ? [[lang, version]] : [];
      }),
    ),
  });
}

function languageVersion(read: V11, lang: string) {
  const of = (list: V11['serviceDescriptions'], type?: string) =>
    (list ?? [])
      .filter((entry) => entry.language === lang && (!type || entry.type === type))
      .flatMap(({ value }) => value || []);
  const [name] = of(read.serviceNames, 'Name');
  if (!name) return undefined;
  const description = (type: string) => of(read.serviceDescriptions, type)[0] ?? null;
  return {
    name,
    summary: description('Summary') ?? '',
    description: description('Description'),
    userInstructions: description('UserInstruction'),
    conditions: of(read.requirements)[0] ?? null,
    freelyAssignedKeywords: of(read.keywords),
    chargeTypeAdditionalInformation: description('ChargeTypeAdditionalInfo'),
  };
}

const codesOf = (list: V11['serviceClasses']): string[] =>
  (list ?? []).flatMap((entry) => (typeof entry === 'string' ? entry : (entry.uri ?? entry.code ?? [])));

/** What interface 12 knows of areas; other divisions of the country are given there by regions. */
function areaOf({ areas: given }: V11) {
  const of = (type: string) => (given ?? []).filter((area) => area.type === type);
  const codes = (type: string) => of(type).flatMap((area) => area.areaCodes ?? area.code ?? []);
  return {
    municipalities: of('Municipality').flatMap(
      (area) => area.areaCodes ?? area.municipalities?.map((one) => one.code) ?? area.code ?? [],
    ),
    regions: [...codes('Region'), ...codes('BusinessSubRegion'), ...codes('HospitalDistrict')],
    wellbeingServicesCounties: codes('WellbeingServiceCounties'),
  };
}

const producersOf =
  ({ serviceProducers, organizations }: V11) =>
  (provision: string): string[] => [
    ...(serviceProducers ?? [])
      .filter(({ provisionType }) => provisionType === provision)
      .flatMap((producer) => producer.organizations ?? []),
    ...(organizations ?? [])
      .filter(({ roleType, provisionType }) => roleType === 'Producer' && provisionType === provision)
      .flatMap(({ organization }) => organization?.id ?? []),
  ];
