// send-need: the schema of the need form, from clean text to what the database takes.
import * as z from 'zod';
import { normaliseBusinessId } from '../business-id.ts';
import { LANGUAGES, type Language } from '../routes.ts';
import {
  CONTACT_WAYS,
  NEED_STEPS,
  type NeedField,
  type NeedValues,
  needFaults,
  needValues,
} from './send-need-checks.ts';

const ALL_FIELDS = Object.values(NEED_STEPS).flat() as NeedField[];

/** A need that may be sent. Absent things are null, as in the database. */
export interface Need {
  description: string;
  services: string[];
  business_id: string | null;
  founder: boolean;
  company_name: string | null;
  contact_name: string;
  contact_email: string;
  contact_phone: string | null;
  contact_by: (typeof CONTACT_WAYS)[number];
  language: Language;
  notice_version: string;
}

/** Schema over a form's fields or the same as JSON; every issue's path is the field and its message the code. */
export const sendNeedSchema = (knowsService: (id: string) => boolean) =>
  z
    .record(z.string(), z.unknown())
    .transform(needValues)
    .superRefine((values, context) => {
      for (const [field, code] of Object.entries(needFaults(values, ALL_FIELDS, knowsService))) {
        context.addIssue({ code: 'custom', path: [field], message: code });
      }
    })
    .transform(
      (values: NeedValues): Need => ({
        description: values.description,
        services: values.services,
        business_id: values.no_business_id ? null : normaliseBusinessId(values.business_id),
        founder: values.no_business_id === 'yes',
        company_name: values.company_name || null,
        contact_name: values.contact_name,
        contact_email: values.contact_email,
        contact_phone: values.contact_phone || null,
        contact_by: z.enum(CONTACT_WAYS).parse(values.contact_by),
        language: z.enum(LANGUAGES).parse(values.language),
        notice_version: values.notice_version,
      }),
    );
