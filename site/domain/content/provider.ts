// An organisation that gives services: facts once, in the Finnish file; name, summary and strengths in each language.
import * as z from 'zod';
import { LANGUAGES } from '../routes.ts';
import { businessIdField } from './business-id-field.ts';
import { code } from './code.ts';
import { emailOfSample } from './email-of-sample.ts';
import type { FaultCode } from './fault-texts.ts';
import { isoDate } from './iso-date.ts';
import { phoneNumber } from './phone-number.ts';
import { slug } from './slug.ts';

export const PROVIDER_KINDS = ['city', 'employment', 'college', 'development', 'business', 'finance'] as const;

const texts = {
  /** The organisation's name in this language. */
  name: z.string().min(2).max(100),
  /** One sentence for lists: whom it helps and in what. */
  summary: z.string().min(20).max(150),
  /** What it is good at: what makes it different from the others of the same service. */
  strengths: z.array(z.string().min(3).max(120)).min(2).max(4),
};

const facts = {
  /** What sort of organisation it is. */
  kind: z.enum(PROVIDER_KINDS),
  /** Its business ID, as the register writes it. */
  businessId: businessIdField,
  /** Where calls for offers and questions go. */
  contactEmail: z.email('email' satisfies FaultCode),
  /** Language of the letters that the contact gets; Finnish when none is named. */
  contactLanguage: z.enum(LANGUAGES).optional(),
  /** A phone that somebody answers. */
  contactPhone: phoneNumber,
  /** Languages in which it serves. */
  languages: z.array(z.enum(LANGUAGES)).min(1),
  /** Ids under which it stood before: of its own, or of a provider that was joined to it. Its figures hold theirs too. */
  formerly: z.array(slug).optional(),
  /** Municipalities that it serves; none means the whole country. */
  municipalities: z.array(code('municipalities')),
  /** The day on which the provider last said that its texts are right. */
  confirmed: isoDate,
  /** True for an invented organisation; the page says so. */
  sample: z.boolean(),
};

export const providerFacts = z.object(facts);
export const providerTexts = z.strictObject(texts);
export const providerSchema = z.strictObject({ ...facts, ...texts }).check(emailOfSample);

export type ProviderFacts = z.infer<typeof providerFacts>;
export type ProviderTexts = z.infer<typeof providerTexts>;
