// share: whom a company lets in, what for, to which parts, for how long, and whether to comment.
import * as z from 'zod';
import { leadsSomewhere } from '../leads-somewhere.ts';
import { countCharacters, LIMITS } from '../limits.ts';
import { normaliseReference } from '../reference.ts';
import { LANGUAGES } from '../routes.ts';
import { cleanEmail, cleanLine, looksLikeEmail } from './text.ts';

export const CONSENT_PARTS = ['profile', 'needs', 'messages', 'documents'] as const;
export const CONSENT_DAYS = [30, 90, 180] as const;
/** Long enough for a project, short enough to be thought of again. */
const USUAL_DAYS = 90;

export type ShareField = 'email' | 'name' | 'organisation' | 'purpose' | 'parts' | 'needs' | 'days';
export const SHARE_FIELDS = ['email', 'name', 'organisation', 'purpose', 'parts', 'needs', 'days'] as const;

/** A box of many, alone, or none. */
const listed = (value: unknown): string[] => [value].flat().filter((one) => typeof one === 'string');

export interface ShareValues {
  email: string;
  name: string;
  organisation: string;
  language: (typeof LANGUAGES)[number];
  purpose: string;
  parts: (typeof CONSENT_PARTS)[number][];
  /** References of the needs that are shared. */
  needs: string[];
  may_comment: boolean;
  /** As it came; one of CONSENT_DAYS in a good form. */
  days: number;
}

export function shareValues(raw: Readonly<Record<string, unknown>>): ShareValues {
  const ticked = listed(raw.parts);
  // Messages are those of the needs: who ticks them alone means both.
  const parts = CONSENT_PARTS.filter(
    (part) => ticked.includes(part) || (part === 'needs' && ticked.includes('messages')),
  );
  const sharesNeeds = parts.includes('needs');
  const references = listed(raw.needs).flatMap((written) => normaliseReference(written) ?? []);
  return {
    email: cleanEmail(raw.email),
    name: cleanLine(raw.name),
    organisation: cleanLine(raw.organisation),
    language: z.enum(LANGUAGES).catch('fi').parse(raw.language),
    purpose: cleanLine(raw.purpose),
    parts,
    needs: sharesNeeds ? [...new Set(references)] : [],
    may_comment: sharesNeeds && raw.comment === 'yes',
    days: raw.days === undefined ? USUAL_DAYS : Number(raw.days),
  };
}

export type ShareFaults = Partial<Record<ShareField, string>>;

function textFault(
  text: string,
  { min = 1, max }: { min?: number; max: number },
  isOptional = false,
): string | undefined {
  const length = countCharacters(text);
  if (length < min) return isOptional && length === 0 ? undefined : 'missing';
  if (length > max) return 'too_long';
  // It stands in a letter to an address that somebody typed: nothing in it may lead anywhere.
  return leadsSomewhere(text) ? 'address' : undefined;
}

/** Codes: missing, too_long, address, bad_email, too_many, bad_end. */
export function shareFaults(values: ShareValues): ShareFaults {
  const { email, name, organisation, purpose, parts, needs, days } = values;
  const faults: Record<ShareField, string | undefined> = {
    email: !email ? 'missing' : looksLikeEmail(email) ? undefined : 'bad_email',
    name: textFault(name, LIMITS.granteeName, true),
    organisation: textFault(organisation, LIMITS.organisation),
    purpose: textFault(purpose, LIMITS.purpose),
    parts: parts.length === 0 ? 'missing' : undefined,
    needs:
      parts.includes('needs') && needs.length === 0
        ? 'missing'
        : needs.length > LIMITS.sharedNeeds.max
          ? 'too_many'
          : undefined,
    days: (CONSENT_DAYS as readonly number[]).includes(days) ? undefined : 'bad_end',
  };
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault));
}
