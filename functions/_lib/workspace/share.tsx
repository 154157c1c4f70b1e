// share: the form, then exactly what will be seen, then the consent with its letters. Nothing is written before the last.
import { type ShareFaults, type ShareField, type ShareValues, shareFaults, shareValues } from '#domain/forms/share.ts';
import { helsinkiDate } from '#domain/helsinki-time.ts';
import { formatDate } from '#domain/i18n/dates.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import { createT } from '#domain/i18n/t.ts';
import { routes, WORKSPACE } from '#domain/routes.ts';
import { Share } from '#forms/workspace/share.tsx';
import { ShareCheck } from '#forms/workspace/share-check.tsx';
import { catalogue, phone } from '../catalogue.ts';
import type { Enums } from '../db.ts';
import { drainQuietly } from '../drain-outbox.ts';
import { mintLinks } from '../links.ts';
import { seeOther } from '../respond.ts';
import { type CompanyCalled, chosenCompany, companyName, isId } from './company.ts';
import { afterDeed } from './did.ts';
import type { WorkspaceCall, WorkspacePost } from './door.ts';
import { readRecord } from './record.ts';
import { type SeenRow, seenOf } from './seen-of.ts';
import { startOf } from './start-of.ts';
import { notInWorkspace, workspacePage } from './workspace-page.tsx';

interface ShareableRow {
  reference: string;
  description: string;
  closed_at: string | null;
}

const DAY_MS = 86_400_000;

async function formPage(call: WorkspaceCall, wanted: string | null, values: ShareValues, faults: ShareFaults = {}) {
  const { lang, db } = call;
  const [page] = await db.rpc('workspace_shareable', { p_company: wanted });
  const company = page?.company as CompanyCalled | null | undefined;
  if (!page || !company) return seeOther(WORKSPACE.home);
  if (page.role !== 'owner') return afterDeed(WORKSPACE.sharing, 'owners_only');
  const t = createT(lang);
  const wrong = Object.keys(faults).length > 0;
  const main = (
    <Share
      t={t}
      company={{ id: company.id, name: companyName(company, lang) }}
      needs={(page.needs as unknown as ShareableRow[]).map(({ reference, description, closed_at }) => ({
        reference,
        start: startOf(description),
        open: closed_at === null,
      }))}
      values={values}
      errors={Object.fromEntries(
        Object.entries(faults).map(([field, code]) => [
          field,
          t(`share.error.${field}.${code}` as StringKey, { phone }),
        ]),
      )}
    />
  );
  return workspacePage(call, { title: t('share.title'), main, hasError: wrong, status: wrong ? 422 : 200 });
}

/** Empty, or filled from a consent that is given anew. */
export async function showShare(call: WorkspaceCall): Promise<Response> {
  const again = call.url.searchParams.get('again');
  const record = isId(again) ? await readRecord(call.db, again) : undefined;
  const fresh = shareValues({ language: call.lang });
  if (!record) return formPage(call, chosenCompany(call.request), fresh);
  const { consent, needs } = record;
  const values: ShareValues = {
    ...fresh,
    email: consent.email,
    name: consent.name ?? '',
    organisation: consent.organisation,
    language: consent.language,
    purpose: consent.purpose,
    parts: consent.parts,
    needs: needs.map(({ reference }) => reference),
    may_comment: consent.may_comment,
  };
  return formPage(call, record.company.id, values);
}

async function checkPage(call: WorkspacePost, company: string, values: ShareValues): Promise<Response> {
  const { lang, db, now } = call;
  const args = { p_company: company, p_email: values.email, p_parts: values.parts, p_references: values.needs };
  const [preview] = await db.rpc('workspace_preview_share', args);
  if (!preview) return afterDeed(WORKSPACE.sharing, 'owners_only');
  const seen = seenOf(preview.seen as unknown as SeenRow, values.parts, lang);
  // A need of somebody else's, or one that is gone.
  if (values.needs.length > 0 && seen.needs?.length !== values.needs.length)
    return formPage(call, company, values, { needs: 'not_yours' });
  const t = createT(lang);
  const { version, text } = catalogue.sharing;
  // Days of the calendar, as SQL counts them: one of them may have an hour less.
  const lastDay = new Date(Date.parse(helsinkiDate(now)) + values.days * DAY_MS);
  const until = formatDate(lastDay.toISOString().slice(0, 10), lang, 'long');
  const agreed = { version, text: text[lang] };
  const main = <ShareCheck {...{ t, lang, values, until, seen, agreed }} company={{ id: company }} />;
  return workspacePage(call, { title: t('share-check.title'), main });
}

async function share(call: WorkspacePost, company: string, values: ShareValues): Promise<Response> {
  const [answer] = await call.db.rpc('workspace_share', {
    p_company: company,
    p_email: values.email,
    p_name: values.name || null,
    p_organisation: values.organisation,
    p_language: values.language,
    p_purpose: values.purpose,
    p_parts: values.parts,
    p_references: values.needs,
    p_may_comment: values.may_comment,
    p_days: values.days,
    p_text_version: catalogue.sharing.version,
    p_text_language: call.lang,
    p_links: mintLinks(1),
  });
  if (!answer) throw new Error('workspace_share returned no row');
  const wrong = (field: ShareField, code: string) => () => formPage(call, company, values, { [field]: code });
  const replies = {
    shared: async () => {
      call.waitUntil(drainQuietly());
      return afterDeed(routes.consent(answer.consent), 'shared');
    },
    already_shared: wrong('email', 'already_shared'),
    own_member: wrong('email', 'own_member'),
    too_many: wrong('email', 'too_many'),
    not_your_need: wrong('needs', 'not_yours'),
    bad_end: wrong('days', 'bad_end'),
    owners_only: async () => afterDeed(WORKSPACE.sharing, 'owners_only'),
  } as const satisfies Record<Enums['share_outcome'], () => Promise<Response>>;
  return replies[answer.outcome]();
}

export async function actOnShare(call: WorkspacePost): Promise<Response> {
  const { company, act, version } = call.fields;
  if (!isId(company)) return notInWorkspace(call);
  const values = shareValues(call.fields);
  if (act === 'change') return formPage(call, company, values);
  const faults = shareFaults(values);
  if (Object.keys(faults).length > 0) return formPage(call, company, values, faults);
  // Who agreed to an older text reads the new one first.
  if (act === 'share' && version === catalogue.sharing.version) return share(call, company, values);
  return checkPage(call, company, values);
}
