// decline-need at the desk: ends a need with a reason.
import { place } from './act.ts';
import { sayAct } from './say.ts';

export const declineNeed = sayAct('reason', (call, reference, p_reason) =>
  call.db.rpc('desk_decline_need', { ...place(call, reference), p_reason }),
);
