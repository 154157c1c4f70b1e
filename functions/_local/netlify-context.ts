// The second argument of a function, with what Netlify puts there and our functions may use.
import { randomUUID } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from '@netlify/functions';
import type { PendingWork } from './pending-work.ts';

/** Not here: cookies, next and rewrite. Our functions read and set cookies by headers. */
type LocalContext = Pick<
  Context,
  | 'account'
  | 'deploy'
  | 'geo'
  | 'ip'
  | 'json'
  | 'log'
  | 'params'
  | 'requestId'
  | 'server'
  | 'site'
  | 'url'
  | 'waitUntil'
>;

export function netlifyContext(
  request: Request,
  env: Partial<HttpBindings>,
  params: Record<string, string>,
  work: PendingWork,
): Context {
  const context: LocalContext = {
    account: { id: 'local' },
    deploy: { context: 'dev', id: 'local', published: false },
    geo: {},
    // The socket's, and no header's: whoever connects cannot choose it.
    ip: (env.incoming?.socket?.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, ''),
    json: (input) => Response.json(input),
    log: (...data: unknown[]) => console.log(...data),
    params,
    requestId: randomUUID(),
    server: { region: 'local' },
    site: { id: 'local', name: 'tarjotin', url: process.env.SITE_URL ?? new URL(request.url).origin },
    url: new URL(request.url),
    waitUntil: (promise) => work.add(promise),
  };
  return context as Context;
}
