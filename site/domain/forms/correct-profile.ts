// correct-profile: what is known of a company and its person, checked as the need form checks the same fields.
import { normaliseBusinessId } from '../business-id.ts';
import { type NeedFaults, type NeedValues, needFaults, needValues } from './send-need-checks.ts';

export const PROFILE_FIELDS = [
  'company_name',
  'business_id',
  'contact_name',
  'contact_email',
  'contact_phone',
  'contact_by',
  'language',
] as const;
export type ProfileField = (typeof PROFILE_FIELDS)[number];
export type ProfileValues = Pick<NeedValues, ProfileField>;

export type CorrectedProfile =
  | { faults: NeedFaults; values: ProfileValues }
  | { faults?: undefined; corrected: Partial<Record<ProfileField, string | null>> };

/** Only the fields that the form showed are corrected: a member's form has no business ID. An empty one is null. */
export function correctProfile(raw: Readonly<Record<string, unknown>>): CorrectedProfile {
  const shown = PROFILE_FIELDS.filter((field) => field in raw);
  // A company that is being founded has no number yet, and need not have one.
  const values = needValues({ ...raw, no_business_id: raw.business_id ? '' : 'yes' });
  const faults = needFaults(values, shown);
  if (Object.keys(faults).length > 0) return { faults, values };
  return {
    corrected: Object.fromEntries(
      shown.map((field) => [
        field,
        field === 'business_id' && values.business_id ? normaliseBusinessId(values.business_id) : values[field] || null,
      ]),
    ),
  };
}
