// consent: its record as a page, and what an owner does with it: takes it back, goes on, puts the address right.
import { CONSENT_DAYS } from '#domain/forms/share.ts';
import { cleanEmail, looksLikeEmail } from '#domain/forms/text.ts';
import { formatDate } from '#domain/i18n/dates.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import { createT } from '#domain/i18n/t.ts';
import { routes } from '#domain/routes.ts';
import { ConsentPage } from '#forms/workspace/consent.tsx';
import { asWritten } from '../acts/act.ts';
import { catalogue, phone } from '../catalogue.ts';
import type { Enums } from '../db.ts';
import { drainQuietly } from '../drain-outbox.ts';
import { mintLinks } from '../links.ts';
import { companyName, isId } from './company.ts';
import { commentWords, partsWords } from './consent-words.ts';
import { afterDeed, type Deed, didWords } from './did.ts';
import type { WorkspaceCall, WorkspacePost } from './door.ts';
import { looksOf } from './looks-of.ts';
import { type ConsentRecord, readRecord } from './record.ts';
import { startOf } from './start-of.ts';
import { notInWorkspace, workspacePage } from './workspace-page.tsx';

interface Wrong {
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, StringKey>>;
}

const idOf = ({ params }: WorkspaceCall): string => (isId(params.consent) ? params.consent : '');

export async function showConsent(call: WorkspaceCall, wrong?: Wrong): Promise<Response> {
  const id = idOf(call);
  const record = id ? await readRecord(call.db, id) : undefined;
  if (!record) return notInWorkspace(call);
  const { lang } = call;
  const t = createT(lang);
  const { company, isOwner, mayWithdraw, consent, needs, looks, replaces, replacedBy } = record;
  const person = consent.name ?? consent.email;
  const { text_version: version, text_language: language } = consent;
  const main = (
    <ConsentPage
      t={t}
      lang={lang}
      did={wrong ? undefined : didWords(call)}
      id={id}
      company={companyName(company, lang)}
      person={person}
      email={consent.email}
      organisation={consent.organisation}
      purpose={consent.purpose}
      parts={partsWords(consent, lang)}
      comment={commentWords(consent, lang)}
      needs={needs.map(({ reference, description }) => ({ reference, start: startOf(description) }))}
      standing={consent.standing}
      standingWords={standingWords(record, lang)}
      givenBy={consent.given_by_name ? `${consent.given_by_name} (${consent.given_by})` : consent.given_by}
      givenAt={new Date(consent.given_at)}
      agreed={{
        version,
        language,
        text: version === catalogue.sharing.version ? catalogue.sharing.text[language] : undefined,
      }}
      events={record.events.map(({ kind, at, way, by, ends_on }) => ({
        at: new Date(at),
        what: t(`consent.event.${kind}`),
        who: [by, t(`consent.way.${way}`)].filter(Boolean).join(', '),
        until:
          kind === 'given' || kind === 'renewed'
            ? t('consent.event-until', { date: formatDate(ends_on, lang, 'short') })
            : '',
      }))}
      looks={looksOf(looks, lang)}
      isOwner={isOwner}
      mayWithdraw={mayWithdraw}
      isUnused={consent.first_used_at === null}
      replaces={replaces}
      replacedBy={replacedBy}
      values={wrong?.values ?? {}}
      errors={Object.fromEntries(Object.entries(wrong?.errors ?? {}).map(([field, key]) => [field, t(key, { phone })]))}
    />
  );
  const title = t('consent.title', { person });
  return workspacePage(call, { title, main, hasError: Boolean(wrong), status: wrong ? 422 : 200 });
}

function standingWords({ consent, replacedBy }: ConsentRecord, lang: WorkspaceCall['lang']): string {
  const t = createT(lang);
  if (consent.standing === 'in_force')
    return t('consent.in-force', { date: formatDate(consent.ends_on, lang, 'short') });
  if (consent.standing === 'expired') return t('consent.expired', { date: formatDate(consent.ends_on, lang, 'short') });
  const date = consent.withdrawn_at ? formatDate(new Date(consent.withdrawn_at), lang, 'short') : '';
  return t(replacedBy ? 'consent.corrected' : 'consent.withdrawn', { date });
}

type Act = (call: WorkspacePost, id: string) => Promise<Response>;
const done = (id: string, deed: Deed): Response => afterDeed(routes.consent(id), deed);

const withdraw: Act = async (call, id) => {
  const outcome = await call.db.rpc('workspace_withdraw_consent', { p_consent: id });
  call.waitUntil(drainQuietly());
  const replies = {
    withdrawn: () => done(id, 'withdrawn'),
    already_withdrawn: () => done(id, 'already_withdrawn'),
    expired: () => done(id, 'expired'),
    // Of another company, or of one's own without the right to it.
    no_link: () => done(id, 'owners_only'),
  } as const satisfies Record<Enums['withdraw_consent_outcome'], () => Response>;
  return replies[outcome]();
};

const extend: Act = async (call, id) => {
  const p_days = Number(call.fields.days);
  const badEnd = () =>
    showConsent(call, { values: asWritten(call.fields), errors: { days: 'share.error.days.bad_end' } });
  if (!(CONSENT_DAYS as readonly number[]).includes(p_days)) return badEnd();
  const outcome = await call.db.rpc('workspace_extend_consent', { p_consent: id, p_days, p_links: mintLinks(1) });
  call.waitUntil(drainQuietly());
  const replies = {
    extended: async () => done(id, 'extended'),
    unchanged: async () => done(id, 'unchanged'),
    over: async () => done(id, 'over'),
    owners_only: async () => done(id, 'owners_only'),
    bad_end: badEnd,
  } as const satisfies Record<Enums['extend_consent_outcome'], () => Promise<Response>>;
  return replies[outcome]();
};

const correct: Act = async (call, id) => {
  const wrong = (code: 'missing' | 'bad_email' | 'own_member' | 'already_shared' | 'too_many') =>
    showConsent(call, { values: asWritten(call.fields), errors: { email: `share.error.email.${code}` } });
  const p_email = cleanEmail(call.fields.email);
  if (!looksLikeEmail(p_email)) return wrong(p_email ? 'bad_email' : 'missing');
  const args = { p_consent: id, p_email, p_links: mintLinks(1) };
  const [answer] = await call.db.rpc('workspace_correct_grantee', args);
  if (!answer) throw new Error('workspace_correct_grantee returned no row');
  call.waitUntil(drainQuietly());
  const replies = {
    corrected: async () => done(answer.consent, 'address_corrected'),
    unchanged: async () => done(id, 'unchanged'),
    already_used: async () => done(id, 'already_used'),
    over: async () => done(id, 'over'),
    owners_only: async () => done(id, 'owners_only'),
    already_shared: () => wrong('already_shared'),
    own_member: () => wrong('own_member'),
    too_many: () => wrong('too_many'),
  } as const satisfies Record<Enums['correct_grantee_outcome'], () => Promise<Response>>;
  return replies[answer.outcome]();
};

/** By the value of the button. */
export const CONSENT_ACTS = { withdraw, extend, correct } as const satisfies Record<string, Act>;

export async function actOnConsent(call: WorkspacePost): Promise<Response> {
  const id = idOf(call);
  const name = String(call.fields.act);
  // Another company's gets the same answer as none.
  if (!id || !Object.hasOwn(CONSENT_ACTS, name) || !(await readRecord(call.db, id))) return notInWorkspace(call);
  return CONSENT_ACTS[name as keyof typeof CONSENT_ACTS](call, id);
}
