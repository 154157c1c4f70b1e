// The Supabase stand-in on one port of 127.0.0.1: /rest/v1/rpc/* by our gateway, /auth/v1/* by lite, /storage/v1/object/* over files, nothing else.
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { type AuthOptions, authService } from './auth.ts';
import { refuse } from './rpc-errors.ts';
import { rpcGateway } from './rpc-gateway.ts';
import { storageService } from './storage.ts';

export interface SupabaseStandIn {
  url: string;
  close(): Promise<void>;
}

export type SupabaseOptions = AuthOptions & {
  /** Where the bytes of documents lie. */
  storageDir: string;
  port?: number;
};

export async function serveSupabase(options: SupabaseOptions): Promise<SupabaseStandIn> {
  const rpc = rpcGateway(options);
  const auth = authService(options);
  const storage = storageService(options);
  const listener = getRequestListener(async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/rest/v1/')) return rpc.fetch(request);
    if (pathname.startsWith('/auth/v1/')) return auth.fetch(request);
    if (pathname.startsWith('/storage/v1/object/')) return storage.fetch(request);
    return refuse(404, { message: 'Only /rest/v1/rpc/*, /auth/v1/* and /storage/v1/object/* are served here' });
  });
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : options.port;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await Promise.all([rpc.close(), auth.close()]);
    },
  };
}
