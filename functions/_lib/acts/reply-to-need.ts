// reply-to-need: the company's reply to whoever handles its matter.
import { ReplyToNeed } from '#forms/reply-to-need.tsx';
import { asSystem } from '../db.ts';
import { sayAct } from './say.ts';

export const replyToNeed = sayAct(
  ReplyToNeed,
  () => 'reply-to-need.title',
  'reply',
  (hash, text) => asSystem().rpc('reply_to_need', { p_token_hash: hash, p_body: text }),
);
