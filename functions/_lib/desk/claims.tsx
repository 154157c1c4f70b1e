// settle-claim at the desk: the claims that nobody has settled or an owner refused, and a coordinator's word on one.
import { createT } from '#domain/i18n/t.ts';
import { DESK } from '#domain/routes.ts';
import { DeskClaims, SETTLEMENTS } from '#forms/desk-claims.tsx';
import type { Enums } from '../db.ts';
import { drainQuietly } from '../drain-outbox.ts';
import { seeOther } from '../respond.ts';
import { isId } from '../workspace/company.ts';
import { deskPage } from './desk-page.tsx';
import type { DeskCall, DeskPost } from './door.ts';

type Outcome = Enums['settle_claim_outcome'];
const OUTCOMES: readonly Outcome[] = ['settled', 'already_settled', 'gone'];

interface ClaimRow {
  claim: string;
  business_id: string;
  email: string;
  name: string;
  asked_at: string;
  refused_at: string | null;
  reference: string | null;
  contact_phone: string | null;
  company_name: string | null;
  held_as: string | null;
  held_by: { email: string; role: Enums['member_role']; since: string }[];
}

export async function showClaims(call: DeskCall): Promise<Response> {
  const { url, lang, db } = call;
  const [page] = await db.rpc('desk_claims', {});
  const t = createT(lang);
  const did = OUTCOMES.find((outcome) => outcome === url.searchParams.get('did'));
  const main = (
    <DeskClaims
      t={t}
      lang={lang}
      did={did && t(`desk-claims.did.${did}`)}
      claims={((page?.claims ?? []) as unknown as ClaimRow[]).map((row) => ({
        id: row.claim,
        businessId: row.business_id,
        companyName: row.company_name,
        name: row.name,
        email: row.email,
        phone: row.contact_phone,
        askedAt: new Date(row.asked_at),
        refusedAt: row.refused_at ? new Date(row.refused_at) : null,
        reference: row.reference,
        heldAs: row.held_as,
        heldBy: row.held_by.map(({ since, ...holder }) => ({ ...holder, since: new Date(since) })),
      }))}
    />
  );
  return deskPage(call, { title: t('desk-claims.title'), main });
}

export async function settleClaim({ fields, db, waitUntil }: DeskPost): Promise<Response> {
  const state = SETTLEMENTS.find((known) => known === fields.act);
  const outcome: Outcome =
    state && isId(fields.claim) ? await db.rpc('desk_settle_claim', { p_claim: fields.claim, p_state: state }) : 'gone';
  waitUntil(drainQuietly());
  return seeOther(`${DESK.claims}?did=${outcome}`);
}
