// POST /api/mail-events — note-mail-event: Resend tells of mail that came in and of letters that came back.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { noteMailEvent } from '#lib/mail-in/note-mail-event.ts';

export const config: Config = {
  path: '/api/mail-events',
  // Resend's own pace in a busy minute stays far below; what it is refused it tells again.
  rateLimit: { windowSize: 60, windowLimit: 600, aggregateBy: ['ip', 'domain'] },
};

export default handle({ SIGNED: noteMailEvent });
