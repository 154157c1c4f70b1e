// undo-join at the desk: two needs that were joined are apart again.
import { normaliseReference } from '#domain/reference.ts';
import { answered, type DeskAct, done, place } from './act.ts';

export const undoJoin: DeskAct = {
  deeds: ['join_undone', 'join_not_joined', 'join_too_late'],
  async run(call, reference) {
    const p_joined = normaliseReference(String(call.fields.joined ?? '')) ?? '';
    return answered(call, await call.db.rpc('desk_undo_join', { ...place(call, reference), p_joined }), {
      undone: done('join_undone'),
      not_joined: done('join_not_joined'),
      too_late: done('join_too_late'),
    });
  },
};
