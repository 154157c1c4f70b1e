// take-need: becomes the owner, or lets go of it again.
import { TakeNeed } from '#forms/take-need.tsx';
import { asSystem, type Enums } from '../db.ts';
import { type ActResult, done, gone } from './act.ts';
import { needAct } from './need-act.tsx';

const TAKEN = {
  taken: done('taken'),
  already_yours: done('already_yours'),
  taken_by_other: done('taken_by_other'),
  closed: done('closed'),
  no_link: gone,
} as const satisfies Record<Enums['take_need_outcome'], ActResult>;

const RELEASED = {
  released: done('released'),
  not_yours: done('not_yours'),
  too_late: done('too_late'),
  closed: done('closed'),
  no_link: gone,
} as const satisfies Record<Enums['release_need_outcome'], ActResult>;

export const takeNeed = needAct({
  view: TakeNeed,
  title: () => 'take-need.title',
  deeds: ['taken', 'already_yours', 'taken_by_other', 'released', 'not_yours', 'too_late', 'closed'],
  async run({ hash, fields }) {
    if (fields.act === 'release') return RELEASED[await asSystem().rpc('release_need', { p_token_hash: hash })];
    return TAKEN[await asSystem().rpc('take_need', { p_token_hash: hash })];
  },
});
