// The stand-in for Netlify: the built site, the functions by their own config.path, and the tools under /dev.
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import type { LocalFunction } from './build-functions.ts';
import type { BuildHook } from './build-hook.ts';
import type { Mailbox } from './mailbox.ts';
import { netlifyContext } from './netlify-context.ts';
import type { HeaderRules } from './netlify-headers.ts';
import { PendingWork } from './pending-work.ts';
import { schedule } from './schedule.ts';
import { staticFiles } from './static-files.ts';

export interface ServerOptions {
  dist: string;
  functions: LocalFunction[];
  headerRules: HeaderRules;
  /** Without one there is no /dev/mail. */
  mailbox?: Mailbox | undefined;
  /** Without one there is no /dev/build-hook. */
  buildHook?: BuildHook | undefined;
}

type Env = { Bindings: HttpBindings };

export function createServer({ dist, functions, headerRules, mailbox, buildHook }: ServerOptions) {
  const work = new PendingWork();
  const timers = schedule(functions, work);
  const files = staticFiles(dist, headerRules);
  const app = new Hono<Env>();

  if (mailbox) app.route('/', mailbox.pages);
  if (buildHook)
    app.post('/dev/build-hook', (c) => {
      work.add(buildHook.build());
      return c.body(null, 200);
    });
  app.post('/dev/run/:name', async (c) => {
    const ran = timers.runNow(c.req.param('name'));
    if (!ran) return c.json({ error: 'no such scheduled function', scheduled: timers.names }, 404);
    return (await ran) ?? c.body(null, 204);
  });

  // Pages of functions are compressed on their way, as Netlify's edge does; what is no page stays as it is.
  const compressed = compress({ contentTypeFilter: /^text\/html|^application\/xhtml/ });
  for (const fn of functions) {
    if (timers.names.includes(fn.name)) continue; // not reachable over HTTP on Netlify either
    const call = async (c: Context<Env>, next: () => Promise<void>) => {
      const request = c.req.raw;
      if (!methodsOf(fn).includes(request.method)) return next();
      const answer = await fn.handler(request, netlifyContext(request, c.env, c.req.param(), work));
      return answer ?? c.body(null, 204);
    };
    for (const path of pathsOf(fn)) app.on(ALL, path, compressed, call);
  }

  app.notFound((c) => files(c.req.raw));
  app.onError((error) => {
    console.error('A function threw:', error);
    return new Response('Internal server error', { status: 500 });
  });

  return {
    fetch: (request: Request, env: HttpBindings) => app.fetch(request, env),
    scheduled: timers.names,
    /** No more timers; waits for the work that goes on after answers. */
    async stop(graceMs = 8000): Promise<boolean> {
      timers.stop();
      return work.finish(graceMs);
    },
  };
}

const ALL = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

function pathsOf({ name, config }: LocalFunction): string[] {
  const path = 'path' in config ? config.path : undefined;
  return path === undefined ? [`/.netlify/functions/${name}`] : [path].flat();
}

/** HEAD comes to a function that takes GET. */
function methodsOf({ config }: LocalFunction): string[] {
  const method = 'method' in config ? config.method : undefined;
  const methods: string[] = method === undefined ? [...ALL, 'HEAD'] : [method].flat();
  return methods.includes('GET') ? [...methods, 'HEAD'] : methods;
}
