// What is read of a service of interface 12: its own answers and what it takes, so more is let through than is written.
import * as z from 'zod';
import { foreignOrganization } from './ptv-codes.ts';

const id = z.string().refine((text) => foreignOrganization(`org-${text.toLowerCase()}`), 'must be a UUID');
const other = z.array(z.object({ name: z.record(z.string(), z.string()) })).default([]);
const organizations = z.array(id).default([]);
const text = z.string().nullish();

const languageVersion = z.object({
  name: z.string().min(1),
  summary: z.string().default(''),
  description: text,
  userInstructions: text,
  conditions: text,
  freelyAssignedKeywords: z.array(z.string()).default([]),
  chargeTypeAdditionalInformation: text,
});

export const v12Shape = z.object({
  externalId: z.string().min(1).max(100).optional(),
  organizationContentId: id,
  targetGroups: z.array(z.string()),
  serviceClasses: z.array(z.string()),
  ontologyTerms: z.array(z.string()).default([]),
  producers: z
    .object({
      selfProducedProducers: z.object({ organizations }).default({ organizations: [] }),
      procuredProducers: z.object({ organizations, other }).default({ organizations: [], other: [] }),
      otherProducers: z.object({ organizations, other }).default({ organizations: [], other: [] }),
    })
    .prefault({}),
  area: z.discriminatedUnion('areaType', [
    z.object({ areaType: z.enum(['WholeCountry', 'WholeCountryExceptAland']) }),
    z.object({
      areaType: z.literal('LimitedArea'),
      municipalities: z.array(z.string()).default([]),
      regions: z.array(z.string()).default([]),
      wellbeingServicesCounties: z.array(z.string()).default([]),
    }),
  ]),
  chargeType: text,
  fundingType: text,
  serviceLanguages: z.array(z.string()),
  languageVersions: z.object({
    fi: languageVersion.nullish(),
    sv: languageVersion.nullish(),
    en: languageVersion.nullish(),
  }),
});

export type PtvV12Read = z.infer<typeof v12Shape>;
