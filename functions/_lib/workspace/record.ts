// The record of a consent, as one of the company's people reads it.
import type { Caller, Enums } from '../db.ts';
import type { CompanyCalled } from './company.ts';
import type { ConsentRow } from './consent-words.ts';
import type { LookRow } from './looks-of.ts';

export interface ConsentEvent {
  kind: Enums['consent_event_kind'];
  at: string;
  way: Enums['consent_way'];
  by: string | null;
  ends_on: string;
}

export interface ConsentRecord {
  company: CompanyCalled;
  isOwner: boolean;
  mayWithdraw: boolean;
  consent: ConsentRow & { text_version: string; text_language: Enums['language'] };
  needs: { reference: string; description: string }[];
  events: ConsentEvent[];
  looks: LookRow[];
  replaces: string | null;
  replacedBy: string | null;
}

/** Undefined for one that is not of the reader's company. */
export async function readRecord(db: Caller, id: string): Promise<ConsentRecord | undefined> {
  const [row] = await db.rpc('workspace_consent', { p_consent: id });
  if (!row) return undefined;
  return {
    company: row.company as unknown as CompanyCalled,
    isOwner: row.role === 'owner',
    mayWithdraw: row.may_withdraw,
    consent: row.consent as unknown as ConsentRecord['consent'],
    needs: row.needs as unknown as ConsentRecord['needs'],
    events: row.events as unknown as ConsentEvent[],
    looks: row.looks as unknown as LookRow[],
    replaces: row.replaces,
    replacedBy: row.replaced_by,
  };
}
