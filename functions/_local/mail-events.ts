// What a person at /dev/mail does with a letter: answers it by mail, or has it come back. The portal is told of it as Resend would.
import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import * as z from 'zod';
import { bareAddress } from './mail-rules.ts';
import type { StoredLetter, StoredMail } from './mail-store.ts';
import type { MailboxState } from './mailbox.ts';
import { type Hook, tell } from './resend-hook.ts';

const replyShape = z.object({
  from: z.string().trim().min(1),
  text: z.string(),
  automatic: z.string().optional(),
  attachment: z.string().optional(),
});
const eventShape = z.object({ kind: z.enum(['delivered', 'bounced', 'complained', 'failed', 'suppressed']) });

const PICTURE = {
  filename: 'kuva.jpg',
  size: 480_000,
  content_type: 'image/jpeg',
  content_id: null,
  content_disposition: 'attachment',
};

/** With the letter quoted below it, as mail programs do. */
function replyTo(letter: StoredLetter, { from, text, automatic, attachment }: z.infer<typeof replyShape>): StoredMail {
  const sender = bareAddress(from).toLowerCase();
  const quoted = (letter.text ?? '').replace(/^/gm, '> ');
  const to = letter.reply_to ?? [letter.from];
  return {
    object: 'email',
    id: randomUUID(),
    created_at: new Date().toISOString(),
    from,
    to,
    cc: [],
    bcc: [],
    received_for: to,
    reply_to: [],
    subject: `${automatic ? 'Automaattinen vastaus' : 'Re'}: ${letter.subject}`,
    message_id: `<${randomUUID()}@${sender.split('@')[1]}>`,
    text: `${text}\n\nOn Fri, Nov 27, 2026 at 10:15 AM ${letter.from} wrote:\n\n${quoted}\n`,
    html: null,
    headers: {
      'return-path': `<${sender}>`,
      'authentication-results': `amazonses.com; spf=pass; dkim=pass header.i=@${sender.split('@')[1]}; dmarc=pass`,
      ...(automatic && { 'auto-submitted': 'auto-replied' }),
    },
    attachments: attachment ? [{ id: randomUUID(), ...PICTURE }] : [],
  };
}

const BOUNCE = { type: 'Permanent', subType: 'General', message: 'The mailbox does not exist.' };

export function mailEvents(state: MailboxState, hook: Hook | undefined): Hono {
  const letterOf = (id: string | undefined) => state.letters().find((letter) => letter.id === id);
  /** Back to the letter, which says what the portal answered. */
  const backTo = (letter: StoredLetter, answer: string) => `/dev/mail/${letter.id}?told=${encodeURIComponent(answer)}`;
  const send = (event: unknown) => (hook ? tell(hook, event) : 'nobody to tell: no webhook is set');

  return new Hono()
    .post('/dev/mail/:id/reply', async (c) => {
      const letter = letterOf(c.req.param('id'));
      if (!letter) return c.text('No such letter', 404);
      const read = replyShape.safeParse(await c.req.parseBody());
      if (!read.success) return c.text(z.prettifyError(read.error), 422);
      const mail = replyTo(letter, read.data);
      await state.receive(mail);
      const { id: email_id, text: _text, html: _html, headers: _headers, object: _object, ...data } = mail;
      const event = { type: 'email.received', created_at: mail.created_at, data: { email_id, ...data } };
      return c.redirect(backTo(letter, await send(event)), 303);
    })
    .post('/dev/mail/:id/event', async (c) => {
      const letter = letterOf(c.req.param('id'));
      if (!letter) return c.text('No such letter', 404);
      const read = eventShape.safeParse(await c.req.parseBody());
      if (!read.success) return c.text(z.prettifyError(read.error), 422);
      const { id: email_id, from, to, subject, created_at } = letter;
      const data = {
        ...{ email_id, message_id: `<${email_id}@mailbox>`, from, to, subject, created_at },
        ...(read.data.kind === 'bounced' && { bounce: BOUNCE }),
        ...(read.data.kind === 'failed' && { failed: { reason: 'reached_daily_quota' } }),
        ...(read.data.kind === 'suppressed' && {
          suppressed: { message: 'The address is suppressed.', type: 'bounce' },
        }),
      };
      const event = { type: `email.${read.data.kind}`, created_at: new Date().toISOString(), data };
      return c.redirect(backTo(letter, await send(event)), 303);
    });
}
