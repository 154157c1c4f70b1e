// refer-need at the desk: ends a need by telling the company who outside the network goes on with it.
import { referNeedSchema } from '#domain/forms/refer-need.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import { answered, type DeskAct, done, faultsOf, place, wrong } from './act.ts';

const keyOf = (field: string, code: string): StringKey => `refer-need.error.${field}.${code}` as StringKey;

export const referNeed: DeskAct = {
  deeds: ['referred', 'already_referred', 'taken_by_other', 'closed'],
  async run(call, reference) {
    const form = referNeedSchema.safeParse(call.fields);
    if (!form.success) return wrong(call, faultsOf(form.error, keyOf));
    const { refer_to, refer_contact, referral } = form.data;
    const args = { p_to: refer_to, p_contact: refer_contact, p_body: referral };
    return answered(call, await call.db.rpc('desk_refer_need', { ...place(call, reference), ...args }), {
      referred: done('referred'),
      already_referred: done('already_referred'),
      taken_by_other: done('taken_by_other'),
      closed: done('closed'),
    });
  },
};
