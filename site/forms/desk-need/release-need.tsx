// release-need at the desk: lets go of a need that its owner has not answered yet.
import { ActForm } from './act-form.tsx';
import type { DeskActView } from './act-view.ts';

export const releaseNeed: DeskActView = {
  place: ({ mayRelease }) => (mayRelease ? 'next' : undefined),
  label: 'take-need.release',
  written: [],
  View: ({ t, page }) => (
    <ActForm page={page} act="release" button={t('take-need.release')} look="button button--quiet" />
  ),
};
