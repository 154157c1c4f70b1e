// A keeping time: how long one kind of record is kept, counted from when, and what becomes of it then. The database goes by it.
import * as z from 'zod';

/** As SQL's api.keeping_kind has them: each has its file, and each is gone through every day. */
export const KEEPING_KINDS = [
  'needs',
  'letters',
  'delivery-reports',
  'links',
  'mails',
  'sign-ins',
  'codes',
  'looks',
  'workspace-log',
  'workspaces',
  'invitations',
  'claims',
  'consents',
  'receipts',
  'survey-texts',
  'digests',
  'confirmations',
  'coordinators',
  'erased-links',
  'keeping-runs',
] as const;
export type KeepingKind = (typeof KEEPING_KINDS)[number];

/** Months that SQL's app.shortest_keeping allows at least; days for what is kept for days. */
const MONTHS = { min: 1, max: 240 };

const texts = {
  /** What is kept, as the privacy notice says it. */
  title: z.string().min(3).max(140),
  /** From when the time is counted, to go on after “counted from”. */
  from: z.string().min(3).max(80),
};

const facts = {
  /** Its place in the table of the privacy notice, from 1. */
  order: z.int().min(1),
  months: z.int().min(MONTHS.min).max(MONTHS.max).optional(),
  /** In the place of months. */
  days: z.int().min(1).max(31).optional(),
  /** Erased: no row is left. Nameless: what is counted stays and says nothing of anybody. */
  becomes: z.enum(['erased', 'nameless']),
};

export const keepingTexts = z.strictObject(texts);
export const keepingSchema = z.strictObject({ ...facts, ...texts });

/** As Postgres reads an interval. */
export const asInterval = ({ months, days }: { months?: number | undefined; days?: number | undefined }): string =>
  months ? `${months} months` : `${days ?? 0} days`;
