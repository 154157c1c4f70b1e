// release-need at the desk: lets go of a need again.
import { answered, type DeskAct, done, place } from './act.ts';

export const releaseNeed: DeskAct = {
  deeds: ['released', 'not_yours', 'too_late', 'closed'],
  async run(call, reference) {
    return answered(call, await call.db.rpc('desk_release_need', place(call, reference)), {
      released: done('released'),
      not_yours: done('not_yours'),
      too_late: done('too_late'),
      closed: done('closed'),
    });
  },
};
