// The mailbox: takes letters over Resend's HTTP API, keeps them, shows them at /dev/mail, and can be told to misbehave.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Hono } from 'hono';
import * as z from 'zod';
import { mailEvents } from './mail-events.ts';
import { mailLetter, mailList } from './mail-pages.ts';
import { bareAddress } from './mail-rules.ts';
import { MailStore, type StoredLetter, type StoredMail } from './mail-store.ts';
import { resendApi } from './resend-api.ts';
import type { Hook } from './resend-hook.ts';

const modeShape = z.object({
  mode: z.enum(['up', 'down', 'slow', 'limit']).default('up'),
  /** How slow. */
  ms: z.number().int().min(0).max(120_000).default(5000),
  /** Recipients who are refused as if their addresses were invalid. */
  refuse: z.array(z.string()).default([]),
});
export type MailboxMode = z.infer<typeof modeShape>;

export interface MailboxState {
  mode: MailboxMode;
  /** Oldest first. */
  letters(): StoredLetter[];
  /** Resolves with the letter's id when it is on disk. */
  keep(letter: Omit<StoredLetter, 'id' | 'created_at'>): Promise<string>;
  /** Mails that came in, oldest first. */
  received(): StoredMail[];
  receive(mail: StoredMail): Promise<void>;
}

/** Letters on one page of the list. */
const PAGE_SIZE = 200;

export interface MailboxOptions {
  dataDir: string;
  apiKey: string;
  /** Whom it tells of mails that came in and of what became of letters; without one it tells nobody. */
  hook?: Hook | undefined;
}

export function createMailbox({ dataDir, apiKey, hook }: MailboxOptions) {
  const store = new MailStore(join(dataDir, 'mail', 'letters.jsonl'));
  const received = new MailStore<StoredMail>(join(dataDir, 'mail', 'received.jsonl'));
  const state: MailboxState = {
    mode: modeShape.parse({}),
    letters: () => store.letters,
    async keep(letter) {
      const id = randomUUID();
      await store.add({ id, created_at: new Date().toISOString(), ...letter });
      return id;
    },
    received: () => received.letters,
    receive: (mail) => received.add(mail),
  };
  return {
    /** Resend's API: POST /emails, GET /emails/receiving/:id. */
    api: resendApi(apiKey, state),
    /** /dev/mail and what belongs to it. */
    pages: mailboxPages(state).route('/', mailEvents(state, hook)),
    /** For letters that come another way: sign-in codes, which hosted Supabase sends by SMTP. */
    async deliver(letter: { to: string; subject: string; text?: string; html?: string }): Promise<void> {
      const { to, subject, text = null, html = null } = letter;
      await state.keep({ from: 'Sign-in <auth@tarjotin.example>', to: [to], subject, text, html });
    },
    letters: () => store.letters.toReversed(),
    /** A mail comes in; whoever wants the portal to know tells it. */
    receive: state.receive,
    close: async () => {
      await Promise.all([store.close(), received.close()]);
    },
  };
}
export type Mailbox = ReturnType<typeof createMailbox>;

function mailboxPages(state: MailboxState): Hono {
  return new Hono()
    .get('/dev/mail', (c) => c.html(mailList(state.letters().slice(-PAGE_SIZE).reverse(), state.letters().length)))
    .get('/dev/mail.json', (c) => {
      const to = c.req.query('to');
      const letters = state.letters().filter((letter) => !to || letter.to.some((one) => bareAddress(one) === to));
      return c.json(letters.reverse().map(({ idempotency: _, ...letter }) => letter));
    })
    .get('/dev/mail/mode', (c) => c.json(state.mode))
    .post('/dev/mail/mode', async (c) => {
      const read = modeShape.safeParse(await c.req.json().catch(() => undefined));
      if (!read.success) return c.json({ error: z.prettifyError(read.error) }, 422);
      state.mode = read.data;
      return c.json(state.mode);
    })
    .get('/dev/mail/:id', (c) => {
      const letter = state.letters().find(({ id }) => id === c.req.param('id'));
      return letter ? c.html(mailLetter(letter, c.req.query('told'))) : c.text('No such letter', 404);
    });
}
