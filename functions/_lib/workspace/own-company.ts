// own-company: needs that came with the person's address wait for a yes or a no; what each of the two does.
import { normaliseBusinessId } from '#domain/business-id.ts';
import { cleanLine } from '#domain/forms/text.ts';
import { WORKSPACE } from '#domain/routes.ts';
import { type NeedsToOwn, sureField } from '#forms/workspace/own-company.tsx';
import { drainQuietly } from '../drain-outbox.ts';
import { afterDeed, type Deed } from './did.ts';
import type { WorkspaceCall, WorkspacePost } from './door.ts';

interface NeedRow {
  reference: string;
  received_at: string;
  description: string;
}

export async function needsToOwn({ db }: Pick<WorkspaceCall, 'db'>): Promise<NeedsToOwn[]> {
  const rows = await db.rpc('workspace_to_own', {});
  return rows.map(({ business_id, company_name, needs }) => ({
    businessId: business_id,
    company: company_name,
    needs: (needs as unknown as NeedRow[]).map(({ reference, received_at, description }) => ({
      reference,
      receivedAt: new Date(received_at),
      start: description,
    })),
  }));
}

/** The name of the field that is wrong when somebody says no without the tick. */
export type Owned = { response: Response } | { unsure: string };

export async function actOnOwn(call: WorkspacePost): Promise<Owned> {
  const { db, fields } = call;
  const p_business_id = normaliseBusinessId(cleanLine(fields.business_id)) || null;
  if (fields.act === 'disown' && fields.sure !== 'yes') return { unsure: sureField(p_business_id) };
  const outcome =
    fields.act === 'disown'
      ? await db.rpc('workspace_disown_needs', { p_business_id })
      : await db.rpc('workspace_own_company', { p_business_id });
  call.waitUntil(drainQuietly());
  return { response: afterDeed(WORKSPACE.home, outcome satisfies Deed) };
}
