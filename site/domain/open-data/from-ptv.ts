// Services of the Finnish Service Catalogue (interface 11, what it gives or takes, or 12) as ours, and what each lacks.
import { isLanguage, LANGUAGES, type Language } from '../routes.ts';
import type { Producers } from './open-content.ts';
import { CHARGE, codeOfUri, FUNDING } from './ptv-codes.ts';
import { readDescription, readInstructions, tidy } from './ptv-texts.ts';
import { fromV11 } from './ptv-v11-shape.ts';
import { organizationId, type PtvService, type PtvTexts } from './ptv-v12.ts';
import { type PtvV12Read, v12Shape } from './ptv-v12-shape.ts';

export type Missing = { field: string; lang?: Language; why: string };
export type Imported = { service: PtvService; missing: Missing[] };

/** `providers` are ours: the catalogue's identifier of an organisation leads back to its id. */
export type ImportContext = { site: string; providers: { id: string }[] };

/** Throws a ZodError for what is not a service of the catalogue. */
export function fromPtv(json: unknown, context: ImportContext): Imported {
  const isV12 = typeof json === 'object' && json !== null && 'languageVersions' in json;
  return fromV12(isV12 ? v12Shape.parse(json) : fromV11(json), context);
}

/** A file of the catalogue holds one service, a list of them, or a page of a search. */
export function servicesIn(json: unknown): unknown[] {
  if (Array.isArray(json)) return json;
  if (typeof json !== 'object' || json === null) return [json];
  for (const list of ['items', 'itemList', 'services']) {
    const found = (json as Record<string, unknown>)[list];
    if (Array.isArray(found)) return found;
  }
  return [json];
}

function fromV12(read: PtvV12Read, { site, providers }: ImportContext): Imported {
  const missing: Missing[] = [];
  const idOf = (organization: string): string => {
    const known = providers.find(({ id }) => organizationId(id, site) === organization);
    if (known) return known.id;
    const why = `organisation ${organization} is none of content/providers: put the provider's id in the place of org-…`;
    if (!missing.some((other) => other.why === why)) missing.push({ field: 'providers', why });
    return `org-${organization.toLowerCase()}`;
  };
  const { selfProducedProducers: self, procuredProducers: procured, otherProducers: other } = read.producers;
  const producers: Producers = {
    self: self.organizations.map(idOf),
    procured: procured.organizations.map(idOf),
    other: other.organizations.map(idOf),
  };
  for (const { name } of [...procured.other, ...other.other]) {
    missing.push({ field: 'providers', why: `a producer known by its name only: ${Object.values(name).join(' / ')}` });
  }
  const { area } = read;
  const municipalities = area.areaType === 'LimitedArea' ? area.municipalities : [];
  if (area.areaType === 'LimitedArea' && area.regions.length + area.wellbeingServicesCounties.length > 0) {
    const codes = [...area.regions, ...area.wellbeingServicesCounties].join(', ');
    missing.push({ field: 'municipalities', why: `the area is given by regions or counties too: ${codes}` });
  }
  const price = (['free', 'paid'] as const).find((one) => CHARGE[one] === read.chargeType);
  if (!price) missing.push({ field: 'price', why: 'free, partly or paid; the catalogue does not say' });
  const funding = (['public', 'market'] as const).find((one) => FUNDING[one] === read.fundingType);
  if (!funding) missing.push({ field: 'funding', why: 'public or market; taken as public, since nothing is said' });
  const texts: PtvService['texts'] = {};
  for (const lang of LANGUAGES) {
    const version = read.languageVersions[lang];
    if (version) texts[lang] = textsOf(version, lang, missing);
    else missing.push({ field: 'texts', lang, why: 'the catalogue has no version in this language' });
  }
  const service: PtvService = {
    id: read.externalId ?? idFrom(texts.fi?.name ?? texts.sv?.name ?? texts.en?.name ?? ''),
    responsible: idOf(read.organizationContentId),
    producers,
    funding: funding ?? 'public',
    price,
    languages: read.serviceLanguages.filter(isLanguage),
    serviceClasses: read.serviceClasses.map(codeOfUri),
    targetGroups: read.targetGroups.map(codeOfUri),
    ontologyTerms: read.ontologyTerms,
    municipalities,
    texts,
  };
  return { service, missing };
}

function textsOf(
  version: NonNullable<PtvV12Read['languageVersions'][Language]>,
  lang: Language,
  missing: Missing[],
): PtvTexts {
  const { body, ...described } = readDescription(version.description ?? '', lang);
  const { steps, other } = readInstructions(version.userInstructions ?? '', lang);
  if (other)
    missing.push({ field: 'steps', lang, why: 'the instructions are running text: they stand at the end of the body' });
  const texts: PtvTexts = {
    name: version.name,
    summary: version.summary,
    ...described,
    steps,
    conditions: tidy(version.conditions ?? ''),
    priceText: tidy(version.chargeTypeAdditionalInformation ?? ''),
    keywords: version.freelyAssignedKeywords,
    body: [body, other].filter(Boolean).join('\n\n'),
  };
  for (const field of ['forWhom', 'youGet', 'steps', 'conditions', 'priceText', 'duration', 'keywords'] as const) {
    if (texts[field].length === 0) missing.push({ field, lang, why: 'the catalogue does not tell it' });
  }
  return texts;
}

/** `Hitsaajien koulutus` → `hitsaajien-koulutus`. */
export const idFrom = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '') || 'palvelu';
