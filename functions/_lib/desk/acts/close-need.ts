// close-need at the desk: ends a need with an outcome and a message to the company.
import { closeNeedSchema } from '#domain/forms/close-need.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import { answered, type DeskAct, done, faultsOf, place, wrong } from './act.ts';

const keyOf = (field: string, code: string): StringKey =>
  (field === 'closing' ? `form.message.${code}` : `close-need.error.${field}.${code}`) as StringKey;

export const closeNeed: DeskAct = {
  deeds: ['ended', 'already_ended', 'taken_by_other', 'under_way', 'closed'],
  async run(call, reference) {
    const form = closeNeedSchema.safeParse(call.fields);
    if (!form.success) return wrong(call, faultsOf(form.error, keyOf));
    const args = { p_outcome: form.data.outcome, p_body: form.data.closing };
    return answered(call, await call.db.rpc('desk_close_need', { ...place(call, reference), ...args }), {
      ended: done('ended'),
      already_ended: done('already_ended'),
      taken_by_other: done('taken_by_other'),
      under_way: done('under_way'),
      closed: done('closed'),
    });
  },
};
