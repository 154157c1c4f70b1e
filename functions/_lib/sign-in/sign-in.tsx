// Signing in at a door, in two steps. An address that may have a code and any other get the same pages, after the same time.
import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { signInSchema } from '#domain/forms/sign-in.ts';
import { formatDuration } from '#domain/i18n/dates.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import { createT } from '#domain/i18n/t.ts';
import type { Problem } from '#forms/parts/problem-note.tsx';
import { SignIn } from '#forms/sign-in.tsx';
import { asWritten } from '../acts/act.ts';
import { phone } from '../catalogue.ts';
import { asSystem, type Enums, endTokens, sendCode, type Tokens, verifyCode } from '../db.ts';
import { drainQuietly } from '../drain-outbox.ts';
import { env } from '../env.ts';
import type { Call, Handlers, PostCall } from '../handle.ts';
import { networkOf } from '../ip-limit.ts';
import { log } from '../log.ts';
import { PROBLEMS, problemWords } from '../problem-page.tsx';
import { seeOther } from '../respond.ts';
import type { Door } from './door.ts';
import { ownPath } from './own-path.ts';
import { sessionAt } from './session.ts';
import { tokenFacts, tokensCookie } from './session-cookie.ts';

/** Longer than a code takes to be looked up: how long a no takes must not tell whether there was one. */
const ANSWER_AFTER_MS = 300;
const OWN_DEVICE_SECONDS = 30 * 24 * 60 * 60;
/** Why somebody comes to this page, and nothing else that the address may say. */
const WHYS = ['revoked', 'expired', 'not_listed', 'signed_out'] as const;

/** What the database counts by, and cannot be read back from it. */
const keyed = (kind: string, value: string): string =>
  createHmac('sha256', env().LINK_SECRET).update(`${kind}:${value}`).digest('hex');
const hashOf = (email: string): string => keyed('address', email);

interface Shown {
  step: 'address' | 'code';
  email: string;
  ownDevice?: boolean;
  next: string;
  errors?: Record<string, StringKey>;
  problem?: Problem;
  why?: (typeof WHYS)[number] | undefined;
  status?: number;
  headers?: Record<string, string>;
}

interface Attempt {
  email: string;
  code: string;
  ownDevice: boolean;
  next: string;
}

/** The handlers of a door's sign-in page. */
export function signInAt<Person>(door: Door<Person>): Required<Omit<Handlers, 'SIGNED' | 'files' | 'most'>> {
  function page(call: Call, shown: Shown): Response {
    const { step, email, ownDevice = false, next, errors = {}, problem, why, status = 200, headers = {} } = shown;
    const t = createT(call.lang);
    const main = (
      <SignIn
        t={t}
        door={door.name}
        path={door.paths.signIn}
        step={step}
        values={{ email, ownDevice, next }}
        errors={Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, t(key)]))}
        problem={problem}
        why={why && t(`sign-in.why.${why}`)}
        phone={phone}
      />
    );
    const title = t(step === 'code' ? 'sign-in.code.title' : `sign-in.${door.name}.title`);
    return door.page(call, { title, main, hasError: status >= 400, status, headers });
  }

  async function askCode(call: PostCall, email: string, next: string): Promise<Response> {
    const [answer] = await asSystem().rpc('ask_code', {
      p_door: door.name,
      p_email: email,
      p_address_hash: hashOf(email),
      p_network_hash: keyed('network', networkOf(call.ip)),
    });
    if (!answer) throw new Error('ask_code returned no row');
    const sent = () => page(call, { step: 'code', email, next });
    const replies = {
      send: () => {
        // After the answer: how long the mail takes would tell who is known.
        call.waitUntil(sendCode(email).catch(() => log('error', 'code not sent')));
        return sent();
      },
      say_nothing: sent,
      too_many: () => {
        const t = createT(call.lang);
        const wait = formatDuration(Math.ceil(answer.retry_after_seconds / 60), call.lang);
        const problem = { title: t('sign-in.too-many.title'), text: t('sign-in.too-many.text', { wait }), phone };
        const headers = { 'retry-after': String(answer.retry_after_seconds) };
        return page(call, { step: 'address', email, next, problem, status: 429, headers });
      },
    } as const satisfies Record<Enums['ask_code_outcome'], () => Response>;
    return replies[answer.outcome]();
  }

  /** Undefined for an address that is proved, but not one for this door. */
  async function letIn(call: PostCall, tokens: Tokens, attempt: Attempt): Promise<Response | undefined> {
    const facts = tokenFacts(tokens.access);
    if (!facts) throw new Error('the access token names no session');
    const begun = await asSystem().rpc('begin_session', {
      p_door: door.name,
      p_session_id: facts.sessionId,
      p_email: attempt.email,
      p_own_device: attempt.ownDevice,
    });
    if (begun === 'not_listed') {
      call.waitUntil(endTokens(tokens.access, false).catch(() => log('warning', 'tokens not ended')));
      return undefined;
    }
    await asSystem().rpc('code_used', { p_address_hash: hashOf(attempt.email) });
    // Whom the person's coming in is a question to, such as the owners of the company that she named, hears of it at once.
    call.waitUntil(drainQuietly());
    const cookie = tokensCookie(door.name, tokens, attempt.ownDevice ? OWN_DEVICE_SECONDS : undefined);
    return seeOther(attempt.next, { 'set-cookie': cookie });
  }

  async function tryCode(call: PostCall, attempt: Attempt): Promise<Response> {
    const { email, code, ownDevice, next } = attempt;
    const again = (key: StringKey) =>
      page(call, { step: 'code', email, ownDevice, next, errors: { code: key }, status: 422 });
    const outcome = await asSystem().rpc('try_code', { p_address_hash: hashOf(email) });
    const replies = {
      try: async () => {
        const [tokens] = await Promise.all([verifyCode(email, code), sleep(ANSWER_AFTER_MS)]);
        return (tokens && (await letIn(call, tokens, attempt))) ?? again('sign-in.error.code.wrong');
      },
      dead: async () => again('sign-in.error.code.dead'),
      used_up: async () => again('sign-in.error.code.used_up'),
    } as const satisfies Record<Enums['try_code_outcome'], () => Promise<Response>>;
    return replies[outcome]();
  }

  return {
    async GET(call) {
      const next = ownPath(door, call.url.searchParams.get('next'));
      const session = await sessionAt(door, call.request);
      if (session.status === 'living') return seeOther(next, session.renewed ? { 'set-cookie': session.renewed } : {});
      const why = WHYS.find((known) => known === call.url.searchParams.get('why'));
      return page(call, { step: 'address', email: '', next, why });
    },

    async POST(call) {
      const form = signInSchema.safeParse(call.fields);
      const next = ownPath(door, call.fields.next);
      if (!form.success) {
        const { email = '', step, own_device } = asWritten(call.fields);
        const [issue] = form.error.issues;
        const field = String(issue?.path[0]);
        const errors = { [field]: `sign-in.error.${field}.${issue?.message}` as StringKey };
        const isCode = step === 'code' && field === 'code';
        const shown = { email, ownDevice: own_device === 'yes', next, errors, status: 422 };
        return page(call, { step: isCode ? 'code' : 'address', ...shown });
      }
      await door.prepare();
      const { step, email, code, ownDevice } = form.data;
      return step === 'address' ? askCode(call, email, next) : tryCode(call, { email, code, ownDevice, next });
    },

    /** Too many posts, or a disturbance: the same step again, with the address kept. */
    refuse(call, problem, headers) {
      const { email = '', step, own_device } = asWritten(call.fields);
      return page(call, {
        step: step === 'code' ? 'code' : 'address',
        email,
        ownDevice: own_device === 'yes',
        next: ownPath(door, call.fields.next),
        problem: problemWords(problem, call.lang),
        status: PROBLEMS[problem],
        headers,
      });
    },
  };
}
