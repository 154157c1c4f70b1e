// The receipt of a consent as a file.
import { env } from '../env.ts';
import { text } from '../respond.ts';
import { isId } from './company.ts';
import type { WorkspaceCall } from './door.ts';
import { receiptJson } from './receipt-json.ts';
import { readRecord } from './record.ts';
import { notInWorkspace } from './workspace-page.tsx';

export async function giveReceipt(call: WorkspaceCall): Promise<Response> {
  const id = call.params.consent;
  const record = isId(id) ? await readRecord(call.db, id) : undefined;
  if (!record) return notInWorkspace(call);
  return text(`${JSON.stringify(receiptJson(record, env().SITE_URL), null, 2)}\n`, {
    'content-type': 'application/ld+json; charset=utf-8',
    'content-disposition': `attachment; filename="consent-${record.consent.id}.json"`,
  });
}
