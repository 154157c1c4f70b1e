// The skeleton of every endpoint: method, origin, size, type and rate are seen to here, faults are caught here and nowhere else.
import type { Context } from '@netlify/functions';
import { LIMITS } from '#domain/limits.ts';
import type { Language } from '#domain/routes.ts';
import { DatabaseDown } from './db.ts';
import { tooManyPosts } from './ip-limit.ts';
import { languageOf } from './language.ts';
import { log } from './log.ts';
import { type ProblemCode, problemResponse } from './problem-page.tsx';
import { type Fields, readAtMost, readBody, wantsJson } from './read-body.ts';
import { isSameOrigin } from './same-origin.ts';

export interface Call {
  request: Request;
  url: URL;
  params: Readonly<Record<string, string>>;
  lang: Language;
  /** Of whoever asks; a proxy of many people may stand behind it. */
  ip: string;
  /** Work that goes on after the answer, such as sending letters. */
  waitUntil: (work: Promise<unknown>) => void;
}
export interface PostCall extends Call {
  fields: Fields;
  isJson: boolean;
}

export interface SignedCall extends Call {
  /** The body to the byte: what its sender signed. */
  body: string;
}

export interface Handlers {
  GET?: (call: Call) => Promise<Response> | Response;
  POST?: (call: PostCall) => Promise<Response>;
  /** A post of a service that signs it. The signature, which the handler checks first, is its right to come: no page's origin, no limit by IP. */
  SIGNED?: (call: SignedCall) => Promise<Response>;
  /** A form with files: how many bytes it may have, and the answer when it has more. */
  files?: { most: number; tooLarge: (call: Call) => Promise<Response> | Response };
  /** How many bytes a form may have, where what is too long is given back to its writer by the form itself. */
  most?: number;
  /** A form's own page for when it cannot be taken just now, with everything kept; without it, a plain problem page. */
  refuse?: (call: PostCall, problem: ProblemCode, headers: Record<string, string>) => Response | undefined;
}

// A minute: long enough for a restart, short enough for a person who waits.
const RETRY_AFTER = { 'retry-after': '60' };

/** Logs what was thrown, without what it was about; gives the problem that it is to whoever asked. */
function noted(error: unknown, requestId: string): [ProblemCode, Record<string, string>] {
  const down = error instanceof DatabaseDown;
  log(down ? 'warning' : 'error', error instanceof Error ? error.message : String(error), {
    request_id: requestId,
    stack: (!down && error instanceof Error && error.stack) || null,
  });
  return down ? ['unavailable', RETRY_AFTER] : ['fault', {}];
}

async function post(call: Call, handlers: Handlers, { ip, requestId }: Context): Promise<Response> {
  const { request, lang } = call;
  if (!isSameOrigin(request)) return problemResponse('forbidden', lang, wantsJson(request));
  const body = await readBody(request, handlers.files?.most, handlers.most);
  if (body.status === 'too_large' && handlers.files && !body.isJson) return handlers.files.tooLarge(call);
  if (body.status !== 'read') return problemResponse(body.status, lang, body.isJson);
  const postCall: PostCall = { ...call, fields: body.fields, isJson: body.isJson };
  const refuse = (problem: ProblemCode, headers: Record<string, string>): Response =>
    (body.isJson ? undefined : handlers.refuse?.(postCall, problem, headers)) ??
    problemResponse(problem, lang, body.isJson, headers);
  const seconds = tooManyPosts(ip);
  if (seconds !== undefined) return refuse('too_many_requests', { 'retry-after': String(seconds) });
  try {
    return await (handlers.POST as NonNullable<Handlers['POST']>)(postCall);
  } catch (error) {
    return refuse(...noted(error, requestId));
  }
}

async function signedPost(call: Call, run: NonNullable<Handlers['SIGNED']>): Promise<Response> {
  const body = await readAtMost(call.request, LIMITS.signedBody).catch(() => '');
  return body === undefined ? problemResponse('too_large', call.lang, true) : run({ ...call, body });
}

/** Makes a Netlify function of an endpoint's handlers. HEAD is answered as GET, without its body. */
export function handle(handlers: Handlers): (request: Request, context: Context) => Promise<Response> {
  const allowed = [...(handlers.GET ? ['GET', 'HEAD'] : []), ...(handlers.POST || handlers.SIGNED ? ['POST'] : [])];
  return async (request, context) => {
    const call: Call = {
      request,
      url: new URL(request.url),
      params: context.params,
      lang: languageOf(request),
      ip: context.ip,
      waitUntil: (work) => context.waitUntil(work),
    };
    try {
      if (!allowed.includes(request.method)) {
        return problemResponse('not_allowed', call.lang, wantsJson(request), { allow: allowed.join(', ') });
      }
      if (request.method === 'POST' && handlers.SIGNED) return await signedPost(call, handlers.SIGNED);
      if (request.method === 'POST') return await post(call, handlers, context);
      const response = await (handlers.GET as NonNullable<Handlers['GET']>)(call);
      return request.method === 'HEAD' ? new Response(null, response) : response;
    } catch (error) {
      const [problem, headers] = noted(error, context.requestId);
      return problemResponse(problem, call.lang, wantsJson(request), headers);
    }
  };
}
