// see-need: the company's status page; its buttons take the need back or undo that.
import { SeeNeed } from '#forms/see-need.tsx';
import { asSystem, type Enums } from '../db.ts';
import { type ActResult, done, gone, wrong } from './act.ts';
import { needAct } from './need-act.tsx';

export const WITHDRAWN = {
  withdrawn: done('withdrawn'),
  already_withdrawn: done('already_withdrawn'),
  closed: done('closed'),
  no_link: gone,
} as const satisfies Record<Enums['withdraw_need_outcome'], ActResult>;

export const RESTORED = {
  restored: done('restored'),
  not_withdrawn: done('not_withdrawn'),
  too_late: done('restore_too_late'),
  no_link: gone,
} as const satisfies Record<Enums['restore_need_outcome'], ActResult>;

export const seeNeed = needAct({
  view: SeeNeed,
  title: () => 'see-need.title',
  deeds: ['withdrawn', 'already_withdrawn', 'restored', 'not_withdrawn', 'restore_too_late', 'closed'],
  async run({ hash, fields }) {
    if (fields.act === 'restore') return RESTORED[await asSystem().rpc('restore_need', { p_token_hash: hash })];
    // A button alone is not enough to end a matter: scanners have been seen to press buttons.
    if (fields.sure !== 'yes') return wrong('sure', 'see-need.error.sure.missing');
    return WITHDRAWN[await asSystem().rpc('withdraw_need', { p_token_hash: hash })];
  },
});
