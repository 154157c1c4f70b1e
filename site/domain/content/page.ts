// A page of running text: the privacy notice, what is agreed to when a company shares, the accessibility statement, guidance, how to join, how changes are asked for.
import * as z from 'zod';
import { businessIdField } from './business-id-field.ts';
import type { FaultCode } from './fault-texts.ts';
import { isoDate } from './iso-date.ts';
import { phoneNumber } from './phone-number.ts';

/** Pages that the site cannot be without; a need keeps the version of the privacy notice, a consent that of what was agreed to. */
export const REQUIRED_PAGES = ['privacy', 'sharing', 'accessibility', 'guidance', 'joining', 'changes'] as const;
export type PageId = (typeof REQUIRED_PAGES)[number];

const texts = {
  /** The page's heading. */
  title: z.string().min(3).max(100),
  /** One or two sentences under the heading, and the description for search engines. */
  summary: z.string().min(20).max(300),
};

const facts = {
  /** From when on this text has been in force; what was agreed to by it keeps the version. */
  version: isoDate.optional(),
  /** Of the text about sharing: who answers for the personal data, for the receipts of consents. */
  controller: z
    .strictObject({
      name: z.string().min(3).max(100),
      businessId: businessIdField,
      address: z.string().min(5).max(200),
      email: z.email('email' satisfies FaultCode),
      phone: phoneNumber,
    })
    .optional(),
};

export const pageTexts = z.strictObject(texts);
export const pageSchema = z.strictObject({ ...facts, ...texts });

export type Controller = NonNullable<z.infer<typeof pageSchema>['controller']>;
export type PageTexts = z.infer<typeof pageTexts>;
