// decline-need: ends a need with a reason, or declines a hand-over.
import { DeclineNeed } from '#forms/decline-need.tsx';
import { asSystem } from '../db.ts';
import { sayAct } from './say.ts';

export const declineNeed = sayAct(
  DeclineNeed,
  ({ person_role }) => (person_role === 'expert' ? 'decline-need.title.expert' : 'decline-need.title.coordinator'),
  'reason',
  (hash, text) => asSystem().rpc('decline_need', { p_token_hash: hash, p_reason: text }),
);
