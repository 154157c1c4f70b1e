// join-need at the desk: two open needs of one company become one, whichever of them the coordinator stands on.
import { normaliseReference } from '#domain/reference.ts';
import { answered, type DeskAct, done, place } from './act.ts';

const REPLIES = {
  joined: done('joined'),
  already_joined: done('already_joined'),
  closed: done('join_closed'),
  chain: done('join_chain'),
  answer_first: done('join_answer_first'),
  other_company: done('join_other_company'),
  taken_by_other: done('join_taken_by_other'),
  no_need: done('join_no_need'),
};

export const joinNeed: DeskAct = {
  deeds: [
    'joined',
    'already_joined',
    'join_closed',
    'join_chain',
    'join_answer_first',
    'join_other_company',
    'join_taken_by_other',
    'join_no_need',
  ],
  async run(call, reference) {
    const p_with = normaliseReference(String(call.fields.with ?? '')) ?? '';
    return answered(call, await call.db.rpc('desk_join_need', { ...place(call, reference), p_with }), REPLIES);
  },
};
