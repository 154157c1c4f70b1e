// take-need at the desk: one button makes the reader the owner.
import { ActForm } from './act-form.tsx';
import type { DeskActView } from './act-view.ts';

export const takeNeed: DeskActView = {
  place: ({ mayTake }) => (mayTake ? 'next' : undefined),
  label: 'take-need.button',
  written: [],
  View: ({ t, page }) => <ActForm page={page} act="take" button={t('take-need.button')} />,
};
