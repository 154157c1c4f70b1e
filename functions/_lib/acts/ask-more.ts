// ask-more: a person's question to the company.
import { AskMore } from '#forms/ask-more.tsx';
import { asSystem } from '../db.ts';
import { sayAct } from './say.ts';

export const askMore = sayAct(
  AskMore,
  () => 'ask-more.title',
  'question',
  (hash, text) => asSystem().rpc('ask_more', { p_token_hash: hash, p_body: text }),
);
