// shared: for an adviser, what companies share, and what one consent shows; after its end, kindly, that it is over.
import { cleanText } from '#domain/forms/text.ts';
import { formatDate } from '#domain/i18n/dates.ts';
import { createT } from '#domain/i18n/t.ts';
import { SharedConsent } from '#forms/workspace/shared-consent.tsx';
import { SharedList } from '#forms/workspace/shared-list.tsx';
import { SharedOver } from '#forms/workspace/shared-over.tsx';
import { type CompanyCalled, companyName, isId } from './company.ts';
import { type ConsentRow, commentWords, partsWords } from './consent-words.ts';
import { didWords } from './did.ts';
import type { WorkspaceCall } from './door.ts';
import { type SeenRow, seenOf } from './seen-of.ts';
import { notInWorkspace, workspacePage } from './workspace-page.tsx';

type SharedRow = ConsentRow & { company: Omit<CompanyCalled, 'id'> | null };

/** What was written about a need, and what was wrong with it. */
export interface Commented {
  reference: string;
  comment: string;
  error?: string | undefined;
}

const giver = ({ given_by, given_by_name }: ConsentRow): string =>
  given_by_name ? `${given_by_name} (${given_by})` : given_by;

export async function showShared(call: WorkspaceCall): Promise<Response> {
  const { lang, person, db } = call;
  const [page] = await db.rpc('workspace_shared', {});
  if (!page) throw new Error('workspace_shared returned no row');
  const t = createT(lang);
  const main = (
    <SharedList
      t={t}
      lang={lang}
      did={didWords(call)}
      me={person.email}
      shared={(page.consents as unknown as SharedRow[]).map((row) => ({
        id: row.id,
        standing: row.standing,
        company: row.company && companyName(row.company, lang),
        givenBy: giver(row),
        purpose: row.purpose,
        parts: partsWords(row, lang),
        comment: commentWords(row, lang),
        endsOn: row.ends_on,
        withdrawnAt: row.withdrawn_at ? new Date(row.withdrawn_at) : null,
      }))}
    />
  );
  return workspacePage(call, { title: t('shared.title'), main });
}

/** 410: it was here, and is not any more. */
function overPage(call: WorkspaceCall, consent: ConsentRow, kept: string): Response {
  const t = createT(call.lang);
  const who = giver(consent);
  const text = consent.withdrawn_at
    ? t('shared.was-withdrawn', { who, date: formatDate(new Date(consent.withdrawn_at), call.lang, 'short') })
    : t('shared.was-ended', { who, date: formatDate(consent.ends_on, call.lang, 'short') });
  const main = <SharedOver t={t} text={text} givenBy={who} kept={kept} />;
  return workspacePage(call, { title: t('shared-over.title'), main, status: 410 });
}

export async function showSharedConsent(call: WorkspaceCall, commented?: Commented): Promise<Response> {
  const { lang, db, params, url } = call;
  const [row] = isId(params.consent) ? await db.rpc('workspace_shared_with_me', { p_consent: params.consent }) : [];
  if (!row) return notInWorkspace(call);
  const consent = row.consent as unknown as ConsentRow;
  if (!row.seen) return overPage(call, consent, cleanText(commented?.comment));
  const t = createT(lang);
  const seen = seenOf(row.seen as unknown as SeenRow, consent.parts, lang);
  const main = (
    <SharedConsent
      t={t}
      lang={lang}
      did={commented ? undefined : didWords(call)}
      id={consent.id}
      givenBy={giver(consent)}
      purpose={consent.purpose}
      endsOn={consent.ends_on}
      mayComment={consent.may_comment}
      seen={seen}
      about={commented?.reference ?? url.searchParams.get('about') ?? undefined}
      comment={commented?.comment ?? ''}
      error={commented?.error}
    />
  );
  const wrong = Boolean(commented?.error);
  return workspacePage(call, { title: seen.company, main, hasError: wrong, status: wrong ? 422 : 200 });
}
