// The checks of the need form's fields: the same in the browser, as a field is left, and in the function.
import { businessIdFault } from '../business-id.ts';
import { countCharacters, LIMITS } from '../limits.ts';
import { isLanguage } from '../routes.ts';
import { cleanEmail, cleanLine, cleanText, looksLikeEmail } from './text.ts';

/** What stands in the form, as text; `no_business_id` is 'yes' or ''. */
export interface NeedValues {
  description: string;
  services: string[];
  business_id: string;
  no_business_id: string;
  company_name: string;
  contact_name: string;
  contact_email: string;
  contact_phone: string;
  contact_by: string;
  language: string;
  notice_version: string;
}
export type NeedField = keyof NeedValues;

export type NeedFaultCode =
  | 'missing'
  | 'too_short'
  | 'too_long'
  | 'bad_email'
  | 'bad_phone'
  | 'format'
  | 'check_digit'
  | 'too_many'
  | 'unknown_service'
  | 'unknown_language'
  | 'unknown_contact_way';
export type NeedFaults = Partial<Record<NeedField, NeedFaultCode>>;

export const CONTACT_WAYS = ['email', 'phone', 'meeting'] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

/** One thing at a time: what each step of the form asks. The last one, `check`, shows it all. */
export const NEED_STEPS = {
  need: ['description', 'services'],
  company: ['business_id', 'company_name'],
  contact: ['contact_name', 'contact_email', 'contact_by', 'contact_phone'],
  check: ['language', 'notice_version'],
} as const satisfies Record<string, readonly NeedField[]>;
export type NeedStep = keyof typeof NEED_STEPS;
export const STEP_ORDER = Object.keys(NEED_STEPS) as NeedStep[];

const PHONE = /^\+?[0-9][0-9 ()-]*$/;

const tooLong = (text: string, limit: { max: number }): 'too_long' | undefined =>
  countCharacters(text) > limit.max ? 'too_long' : undefined;

/** Clean values from whatever a form or a JSON body held; unknown kinds of value become empty. */
export function needValues(raw: Readonly<Record<string, unknown>>): NeedValues {
  const services = Array.isArray(raw.services) ? raw.services : [raw.services];
  const ticked = raw.no_business_id === true || ['yes', 'on', 'true', '1'].includes(cleanLine(raw.no_business_id));
  return {
    description: cleanText(raw.description),
    services: [...new Set(services.map(cleanLine).filter(Boolean))],
    business_id: cleanLine(raw.business_id),
    no_business_id: ticked ? 'yes' : '',
    company_name: cleanLine(raw.company_name),
    contact_name: cleanLine(raw.contact_name),
    contact_email: cleanEmail(raw.contact_email),
    contact_phone: cleanLine(raw.contact_phone),
    contact_by: cleanLine(raw.contact_by),
    language: cleanLine(raw.language),
    notice_version: cleanLine(raw.notice_version),
  };
}

const checks: {
  [Field in NeedField]: (values: NeedValues, knowsService: (id: string) => boolean) => NeedFaultCode | undefined;
} = {
  description: ({ description }) => {
    if (!description) return 'missing';
    if (countCharacters(description) < LIMITS.description.min) return 'too_short';
    return tooLong(description, LIMITS.description);
  },
  services: ({ services }, knowsService) => {
    if (services.length > LIMITS.services.max) return 'too_many';
    return services.every(knowsService) ? undefined : 'unknown_service';
  },
  business_id: ({ business_id, no_business_id }) => {
    if (no_business_id) return undefined;
    return business_id ? businessIdFault(business_id) : 'missing';
  },
  no_business_id: () => undefined,
  company_name: ({ company_name }) => tooLong(company_name, LIMITS.companyName),
  contact_name: ({ contact_name }) => (contact_name ? tooLong(contact_name, LIMITS.contactName) : 'missing'),
  contact_email: ({ contact_email }) => {
    if (!contact_email) return 'missing';
    return looksLikeEmail(contact_email) ? undefined : 'bad_email';
  },
  contact_phone: ({ contact_phone, contact_by }) => {
    if (!contact_phone) return contact_by === 'phone' ? 'missing' : undefined;
    const { length } = contact_phone;
    const digits = contact_phone.replace(/\D/g, '').length;
    return digits >= LIMITS.phone.min && length <= LIMITS.phone.max && PHONE.test(contact_phone)
      ? undefined
      : 'bad_phone';
  },
  contact_by: ({ contact_by }) => {
    if (!contact_by) return 'missing';
    return CONTACT_WAYS.includes(contact_by as ContactWay) ? undefined : 'unknown_contact_way';
  },
  language: ({ language }) => (isLanguage(language) ? undefined : 'unknown_language'),
  notice_version: ({ notice_version }) => (notice_version ? tooLong(notice_version, LIMITS.noticeVersion) : 'missing'),
};

/** What is wrong with the given fields; an empty object when nothing is. */
export function needFaults(
  values: NeedValues,
  fields: readonly NeedField[],
  knowsService: (id: string) => boolean = () => true,
): NeedFaults {
  const faults: NeedFaults = {};
  for (const field of fields) {
    const fault = checks[field](values, knowsService);
    if (fault) faults[field] = fault;
  }
  return faults;
}

/** The first step that holds a fault, or the last one. */
export const stepOfFaults = (faults: NeedFaults): NeedStep =>
  STEP_ORDER.find((step) => NEED_STEPS[step].some((field) => field in faults)) ?? 'check';

/** What a signed-in person told before: the value, and in words where it came from. */
export type ToldValues = Partial<Record<NeedField, { value: string; text: string }>>;

/** The form without what was told before, for whoever writes for another company. What was written since stays. */
export const withoutTold = (values: NeedValues, told: ToldValues): NeedValues => ({
  ...values,
  ...Object.fromEntries(
    Object.entries(told)
      .filter(([field, { value }]) => values[field as NeedField] === value)
      .map(([field]) => [field, '']),
  ),
});
