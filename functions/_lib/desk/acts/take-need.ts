// take-need at the desk: becomes the owner.
import { answered, type DeskAct, done, place } from './act.ts';

export const takeNeed: DeskAct = {
  deeds: ['taken', 'already_yours', 'taken_by_other', 'closed'],
  async run(call, reference) {
    return answered(call, await call.db.rpc('desk_take_need', place(call, reference)), {
      taken: done('taken'),
      already_yours: done('already_yours'),
      taken_by_other: done('taken_by_other'),
      closed: done('closed'),
    });
  },
};
