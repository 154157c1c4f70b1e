// hand-over-need at the desk: one or several of the network are asked to take the need.
import { HandOverFields } from '../parts/hand-over-fields.tsx';
import { ActForm } from './act-form.tsx';
import type { DeskActView } from './act-view.ts';

export const HAND_OVER_FIELDS = { to: 'hand_over_to', note: 'hand_over_note' };

export const handOverNeed: DeskActView = {
  place: ({ open, people }) => (open && people.length > 0 ? 'other' : undefined),
  label: 'act.hand_over_need',
  written: [HAND_OVER_FIELDS.note],
  View: ({ t, page, values, errors }) => (
    <ActForm page={page} act="hand_over" button={t('hand-over-need.button')}>
      <HandOverFields t={t} people={page.people} names={HAND_OVER_FIELDS} values={values} errors={errors} />
    </ActForm>
  ),
};
