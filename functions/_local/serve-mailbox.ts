// The mailbox on a port of its own: what RESEND_BASE_URL points to, also in tests.
import { Hono } from 'hono';
import { listen } from './listen.ts';
import { createMailbox, type MailboxOptions } from './mailbox.ts';

export async function serveMailbox({ port = 0, ...options }: MailboxOptions & { port?: number }) {
  const mailbox = createMailbox(options);
  const app = new Hono().route('/', mailbox.api).route('/', mailbox.pages);
  const listening = await listen((request) => app.fetch(request), port);
  return {
    url: listening.url,
    mailbox,
    async close() {
      await listening.close(1000);
      await mailbox.close();
    },
  };
}
