// What was just done in the workspace, said once on the page after it: one of these and nothing else that an address may say.
import type { StringKey } from '#domain/i18n/strings.ts';
import { createT } from '#domain/i18n/t.ts';
import { seeOther } from '../respond.ts';
import type { WorkspaceCall } from './door.ts';

const DEEDS = [
  'joined',
  'already_member',
  'gone',
  'ended',
  'left',
  'removed',
  'last_owner',
  'owners_only',
  'changed',
  'unchanged',
  'invited',
  'settled',
  'already_settled',
  'corrected',
  'shared',
  'withdrawn',
  'already_withdrawn',
  'expired',
  'extended',
  'over',
  'address_corrected',
  'already_used',
  'commented',
  'erasure_asked',
  'already_asked',
  'erasure_undone',
  'not_asked',
  'too_many_erasures',
  'made',
  'attached',
  'asked',
  'disowned',
  'needs_changed',
  'uploaded',
  'document_removed',
  'document_gone',
  'document_not_yours',
] as const;
export type Deed = (typeof DEEDS)[number];

export function didWords({ url, lang }: Pick<WorkspaceCall, 'url' | 'lang'>): string | undefined {
  const deed = DEEDS.find((known) => known === url.searchParams.get('did'));
  return deed && createT(lang)(`workspace.did.${deed}` as StringKey);
}

export const afterDeed = (path: string, deed: Deed): Response => seeOther(`${path}?did=${deed}`);
