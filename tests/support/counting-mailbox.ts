// A mailbox that lives in the test and not in the portal: it counts what came under each key, and can really be stopped.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { listen } from '../../functions/_local/listen.ts';
import { createMailbox } from '../../functions/_local/mailbox.ts';
import { freePort } from '../../supabase/local/ports.ts';

export const API_KEY = 're_of_a_test';
export type CountingMailbox = Awaited<ReturnType<typeof countingMailbox>>;

export async function countingMailbox() {
  const dataDir = mkdtempSync(join(tmpdir(), 'tarjotin-mailbox-'));
  const port = await freePort();
  /** Every try: the letter's key, and how it was answered. */
  const tries: { key: string; status: number; name?: string | undefined }[] = [];
  let coming = 0;
  let mailbox = createMailbox({ dataDir, apiKey: API_KEY });
  let listening: Awaited<ReturnType<typeof listen>> | undefined;

  function app(): Hono {
    return new Hono()
      .use('/emails', async (c, next) => {
        coming += 1;
        await next();
        coming -= 1;
        const answer = (await c.res.clone().json()) as { name?: string };
        tries.push({ key: c.req.header('idempotency-key') ?? '', status: c.res.status, name: answer.name });
      })
      .route('/', mailbox.api)
      .route('/', mailbox.pages);
  }
  const box = {
    url: `http://127.0.0.1:${port}`,
    tries,
    /** Keys of the letters that were taken, as often as they were. */
    keys: (): string[] => mailbox.letters().map(({ idempotency }) => idempotency?.key ?? ''),
    letters: () => mailbox.letters(),
    /** Letters that have come and are not answered yet. */
    coming: () => coming,
    mode: (mode: 'up' | 'down' | 'slow', ms = 5000) =>
      fetch(`${box.url}/dev/mail/mode`, { method: 'POST', body: JSON.stringify({ mode, ms }) }),
    async start(): Promise<void> {
      mailbox = createMailbox({ dataDir, apiKey: API_KEY });
      const server = app();
      listening = await listen((request) => server.fetch(request), port);
    },
    /** Nothing listens on its port any more. */
    async stop(): Promise<void> {
      await listening?.close(0);
      await mailbox.close();
      listening = undefined;
    },
    async close(): Promise<void> {
      if (listening) await box.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  await box.start();
  return box;
}
