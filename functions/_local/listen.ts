// A web-standard handler on a port, and a way to end it that lets the requests under way finish.
import { createServer, type Server } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';

export interface Listening {
  url: string;
  port: number;
  /** Takes no more requests and waits for those under way, but no longer than this. */
  close(graceMs?: number): Promise<void>;
}

type Handler = (request: Request, env: HttpBindings) => Response | Promise<Response>;

export async function listen(handler: Handler, port: number, host = '127.0.0.1'): Promise<Listening> {
  const server = createServer(getRequestListener((request, env) => handler(request, env as HttpBindings)));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const bound = address !== null && typeof address === 'object' ? address.port : port;
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return { url: `http://${name}:${bound}`, port: bound, close: (graceMs = 5000) => close(server, graceMs) };
}

async function close(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const tired = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(tired);
}
