// undo-join at the desk: a button for each joining of which a day has not passed.
import { ActForm } from './act-form.tsx';
import type { DeskActView } from './act-view.ts';

export const undoJoin: DeskActView = {
  place: ({ joining: { undoable } }) => (undoable.length > 0 ? 'other' : undefined),
  label: 'undo-join.title',
  written: [],
  View: ({ t, page }) => (
    <>
      {page.joining.undoable.map((reference) => (
        <ActForm
          page={page}
          act="undo_join"
          button={t('undo-join.button', { reference })}
          look="button button--quiet"
          key={reference}
        >
          <input type="hidden" name="joined" value={reference} />
        </ActForm>
      ))}
    </>
  ),
};
