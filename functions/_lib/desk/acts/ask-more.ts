// ask-more at the desk: a person's question to the company.
import { place } from './act.ts';
import { sayAct } from './say.ts';

export const askMore = sayAct('question', (call, reference, p_body) =>
  call.db.rpc('desk_ask_more', { ...place(call, reference), p_body }),
);
