// send-need: a need is checked, its promise reckoned, and stored in one call; the sender gets a receipt.
import { createHash, randomBytes } from 'node:crypto';
import { promiseDueAt } from '#domain/calendar.ts';
import { type Need, sendNeedSchema } from '#domain/forms/send-need.ts';
import { type NeedFaults, needValues, stepOfFaults } from '#domain/forms/send-need-checks.ts';
import { helsinkiDate } from '#domain/helsinki-time.ts';
import { LIMITS } from '#domain/limits.ts';
import { makeReference } from '#domain/reference.ts';
import { isLanguage, routes } from '#domain/routes.ts';
import { catalogue, knowsService } from './catalogue.ts';
import { asSystem, type Enums, type Returned } from './db.ts';
import { drainQuietly } from './drain-outbox.ts';
import type { PostCall } from './handle.ts';
import { LINKS_FOR, linkPath, linkToken, linkUrl, mintLinks, tokenHash } from './links.ts';
import { log } from './log.ts';
import { needFormResponse, refuseNeed, withFacts } from './need-form.tsx';
import { coordinators } from './people.ts';
import { problemResponse } from './problem-page.tsx';
import { sealReceipt } from './receipt.ts';
import { json, problemJson, seeOther } from './respond.ts';
import { toldInWorkspace } from './workspace/told.ts';

const schema = sendNeedSchema(knowsService);

/** The same words from the same person give the same fingerprint. */
const fingerprint = (need: Need): string => createHash('sha256').update(JSON.stringify(need)).digest('hex');

const newReference = (): string => makeReference((count) => randomBytes(count));

type Sent = Omit<Returned<'send_need'>[number], 'outcome'> & {
  outcome: Exclude<Enums['send_need_outcome'], 'reckon_again'>;
};

/** Stores the need. When the database's day is another than ours, the promise is reckoned again from the database's clock. */
async function store(need: Need, idempotencyKey: string | null): Promise<Sent> {
  const people = coordinators();
  let now = new Date();
  for (let tries = 0; tries < 3; tries += 1) {
    const { days } = catalogue.promise;
    const [row] = await asSystem().rpc('send_need', {
      p_reference: newReference(),
      p_description: need.description,
      p_services: need.services,
      p_business_id: need.business_id,
      p_founder: need.founder,
      p_company_name: need.company_name,
      p_contact_name: need.contact_name,
      p_contact_email: need.contact_email,
      p_contact_phone: need.contact_phone,
      p_contact_by: need.contact_by,
      p_language: need.language,
      p_notice_version: need.notice_version,
      p_idempotency_key: idempotencyKey,
      p_fingerprint: fingerprint(need),
      p_reckoned_on: helsinkiDate(now),
      p_promise_days: days,
      p_due_at: promiseDueAt(now, days).toISOString(),
      p_coordinators: people as never,
      p_links: mintLinks(LINKS_FOR.company + people.length * LINKS_FOR.coordinator),
    });
    if (!row) throw new Error('send_need returned no row');
    const { outcome, ...rest } = row;
    if (outcome !== 'reckon_again') return { outcome, ...rest };
    now = new Date(row.received_at);
  }
  throw new Error('send_need: the days of this server and of the database do not meet');
}

interface Receipt {
  reference: string;
  receivedAt: Date;
  dueAt: Date;
  days: number;
  statusLink: string;
}

function accepted(call: PostCall, need: Pick<Need, 'language'>, receipt: Receipt): Response {
  const { reference, receivedAt, dueAt, days, statusLink } = receipt;
  if (call.isJson) {
    return json({ reference, status_url: linkUrl(statusLink), promise: { due_at: dueAt.toISOString(), days } }, 201);
  }
  const facts = {
    reference,
    receivedAt: receivedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    statusPath: linkPath(statusLink),
    lang: need.language,
  };
  return seeOther(routes.receipt(sealReceipt(facts)));
}

const isFilled = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** A robot that filled the trap gets what anybody gets, and nothing is stored. */
function pretend(call: PostCall): Response {
  const { language } = needValues(call.fields);
  const receivedAt = new Date();
  const { days } = catalogue.promise;
  const statusLink = mintLinks(1)[0]?.id as string;
  const need = { language: isLanguage(language) ? language : ('fi' as const) };
  return accepted(call, need, {
    reference: newReference(),
    receivedAt,
    dueAt: promiseDueAt(receivedAt, days),
    days,
    statusLink,
  });
}

function idempotencyKeyOf({ request, fields }: PostCall): string | null {
  const key = request.headers.get('idempotency-key') ?? fields.idempotency_key;
  const { min, max } = LIMITS.idempotencyKey;
  return typeof key === 'string' && key.length >= min && key.length <= max && /^[\x21-\x7e]+$/.test(key) ? key : null;
}

export async function sendNeed(call: PostCall): Promise<Response> {
  if ([call.fields.website].flat().some(isFilled)) return pretend(call);
  const form = schema.safeParse(call.fields);
  if (!form.success) {
    const errors = form.error.issues.map(({ path, message }) => ({ field: String(path[0]), code: message }));
    if (call.isJson) return problemJson(422, 'invalid', { errors });
    const faults = Object.fromEntries(errors.map(({ field, code }) => [field, code])) as NeedFaults;
    const values = needValues(call.fields);
    const lang = isLanguage(values.language) ? values.language : call.lang;
    return needFormResponse({ lang, step: stepOfFaults(faults), values: withFacts(values, lang), faults, status: 422 });
  }
  const need = form.data;
  const sent = await store(need, idempotencyKeyOf(call));
  const replies = {
    accepted: () => accepted(call, need, receiptOf(sent)),
    // The key is a program's; a form sends none.
    key_reused: () => problemJson(422, 'invalid', { errors: [{ field: 'idempotency_key', code: 'reused' }] }),
    repeated: () => accepted(call, need, receiptOf(sent)),
    too_many: () => {
      const headers = { 'retry-after': String(sent.retry_after_seconds) };
      const refused = call.isJson ? undefined : refuseNeed?.(call, 'too_many_from_address', headers);
      return refused ?? problemResponse('too_many_from_address', need.language, call.isJson, headers);
    },
  } as const satisfies Record<Sent['outcome'], () => Response>;
  if (sent.outcome === 'accepted') {
    await bringToCompany(call, sent.status_link);
    call.waitUntil(drainQuietly());
  }
  return replies[sent.outcome]();
}

/** The need of somebody who is signed in comes to her company at once. Where it cannot, it comes at the next sign-in. */
async function bringToCompany({ request, lang }: PostCall, statusLink: string): Promise<void> {
  try {
    const told = await toldInWorkspace(request, lang);
    const hash = tokenHash(linkToken(statusLink)) ?? '';
    await told?.db.rpc('workspace_attach_need', { p_token_hash: hash, p_company: told.company });
  } catch (error) {
    log('warning', 'need not brought to its company', { reason: error instanceof Error ? error.message : 'unknown' });
  }
}

const receiptOf = (sent: Sent): Receipt => ({
  reference: sent.reference,
  receivedAt: new Date(sent.received_at),
  dueAt: new Date(sent.due_at),
  days: sent.promise_days,
  statusLink: sent.status_link,
});
