// At the top of each page of a workspace that waits to be erased: when, why it waits, and the button that undoes it.
import { formatDate } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import { type Language, WORKSPACE } from '#domain/routes.ts';

export function ErasureNotice(props: {
  t: T;
  lang: Language;
  company: { id: string; name: string };
  lastDay: Date;
  askedBy: string | null;
  putOffBy: readonly string[];
  mayUndo: boolean;
}) {
  const { t, lang, company, lastDay, askedBy, putOffBy, mayUndo } = props;
  const what = { company: company.name, date: formatDate(lastDay, lang, 'short'), email: askedBy ?? '' };
  const heading = `erasing-${company.id}`;
  return (
    <section class="notice stack workspace-erasing" aria-labelledby={heading}>
      <h2 id={heading}>{t('workspace.erasing.title')}</h2>
      <p>{t(askedBy ? 'workspace.erasing.text' : 'workspace.erasing.unused', what)}</p>
      {putOffBy.length > 0 && <p>{t('workspace.erasing.put-off', { references: putOffBy.join(', ') })}</p>}
      {mayUndo ? (
        <form method="post" action={WORKSPACE.myData}>
          <input type="hidden" name="company" value={company.id} />
          <button class="button button--quiet" type="submit" name="act" value="undo_erasure">
            {t('workspace.erasing.undo')}
          </button>
        </form>
      ) : (
        <p>{t('workspace.erasing.owners')}</p>
      )}
    </section>
  );
}
