// The draft of the need form: kept in this browser alone, for as long as it is worth keeping.
import type { NeedStep, NeedValues } from '#domain/forms/send-need-checks.ts';

const KEY = 'tarjotin:need-draft';
/** A need that waited for longer is told anew. */
const KEPT_DAYS = 14;

export interface Draft {
  values: NeedValues;
  step: NeedStep;
}

/** Storage may be full, forbidden or filled by somebody else: a form works without it. */
export function readDraft(now: number): Draft | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as (Draft & { at: number }) | null;
    if (!kept || now - kept.at > KEPT_DAYS * 86_400_000 || typeof kept.values?.description !== 'string')
      return undefined;
    return { values: kept.values, step: kept.step };
  } catch {
    return undefined;
  }
}

export function keepDraft(draft: Draft, now: number): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...draft, at: now }));
  } catch {
    // Nothing to do: the form itself still holds what was written.
  }
}

/** The form is on its way. Writing on, after an error or in another need, keeps the draft anew and takes the mark away. */
export function markDraftSent(): void {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as object | null;
    if (kept) localStorage.setItem(KEY, JSON.stringify({ ...kept, sent: true }));
  } catch {
    // As above.
  }
}

/** At the receipt: forgets the draft that was sent. One begun since, in another tab or after it, stays. */
export function dropSentDraft(): void {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as { sent?: boolean } | null;
    if (kept?.sent) localStorage.removeItem(KEY);
  } catch {
    // What cannot be read is nobody's draft.
  }
}

export function dropDraft(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // As above.
  }
}
