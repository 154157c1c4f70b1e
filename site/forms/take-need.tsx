// take-need: one button makes the reader the owner of the need; another lets go of it again within the hour.
import type { LinkViewProps } from './link-page.ts';
import { ActFrame } from './parts/act-frame.tsx';

export function TakeNeed(props: LinkViewProps) {
  const { t, page } = props;
  const mine = page.handOvers.findLast(({ toReader }) => toReader);
  // An expert takes what it is asked to take; a coordinator also what nobody has.
  const mayTake =
    (page.owner === null && page.role === 'coordinator') || (Boolean(mine?.mayTake) && !page.owner?.isReader);
  return (
    <ActFrame {...props} title={t('take-need.title')}>
      {mine?.note && <blockquote class="need-text">{mine.note}</blockquote>}
      {mine?.standing === 'settled' && <p class="notice">{t('take-need.settled')}</p>}
      {mine?.standing === 'returned' && (
        <p class="notice">{t(mine.mayTake ? 'take-need.returned' : 'take-need.returned-gone')}</p>
      )}
      {mayTake && (
        <form method="post" action={page.path} class="stack">
          <p>{t('take-need.what-happens')}</p>
          <button class="button" type="submit" name="act" value="take">
            {t('take-need.button')}
          </button>
        </form>
      )}
      {page.owner?.isReader && page.paths.answer_need && (
        <p>
          <a class="button" href={page.paths.answer_need}>
            {t('act.answer_need')}
          </a>
        </p>
      )}
      {page.mayRelease && (
        <form method="post" action={page.path} class="stack">
          <button class="button button--quiet" type="submit" name="act" value="release">
            {t('take-need.release')}
          </button>
        </form>
      )}
    </ActFrame>
  );
}
