// At the top of each page for a person who waits to be erased herself: when, why it waits, and the button that undoes it.
import { formatDate } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import { type Language, WORKSPACE } from '#domain/routes.ts';

export function OwnErasureNotice(props: {
  t: T;
  lang: Language;
  lastDay: Date;
  putOffBy: readonly string[];
  /** Companies of which she has become the last owner. */
  ownedAlone: readonly string[];
}) {
  const { t, lang, lastDay, putOffBy, ownedAlone } = props;
  return (
    <section class="notice stack workspace-erasing" aria-labelledby="erasing-own">
      <h2 id="erasing-own">{t('workspace.erasing-own.title')}</h2>
      <p>{t('workspace.erasing-own.text', { date: formatDate(lastDay, lang, 'short') })}</p>
      {putOffBy.length > 0 && <p>{t('workspace.erasing.put-off', { references: putOffBy.join(', ') })}</p>}
      {ownedAlone.length > 0 && <p>{t('workspace.erasing-own.last-owner', { companies: ownedAlone.join(', ') })}</p>}
      <form method="post" action={WORKSPACE.myData}>
        <button class="button button--quiet" type="submit" name="act" value="undo_own_erasure">
          {t('workspace.erasing.undo')}
        </button>
      </form>
    </section>
  );
}
