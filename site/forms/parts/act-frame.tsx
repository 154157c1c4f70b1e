// The common frame of the pages behind coordinators' and experts' links: the need, the promise, one small form, the thread.
import type { ComponentChildren } from 'preact';
import { formatDateBy } from '#domain/i18n/dates.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import type { LinkPurpose, LinkViewProps } from '../link-page.ts';
import { daysOffReason } from './days-off.ts';
import { ErrorSummary } from './error-summary.tsx';
import { GoesOn } from './goes-on.tsx';
import { HandOvers } from './hand-overs.tsx';
import { NeedFacts } from './need-facts.tsx';
import { PromiseDate } from './promise-date.tsx';
import { Thread } from './thread.tsx';

/** What was just done, for readers of the page and of a screen reader alike. */
export function Did({ t, did }: Pick<LinkViewProps, 't' | 'did'>) {
  return did ? (
    <p class="notice" role="status">
      {t(`did.${did}` as StringKey)}
    </p>
  ) : null;
}

function Owner({ t, page }: LinkViewProps) {
  if (!page.owner) return <p>{t('owner.nobody')}</p>;
  return <p>{page.owner.isReader ? t('owner.you') : t('owner.other', { name: page.owner.name })}</p>;
}

/** The likeliest first. */
const ORDER: readonly LinkPurpose[] = [
  'take_need',
  'answer_need',
  'log_contact',
  'ask_more',
  'hand_over_need',
  'report_hand_over',
  'decline_need',
];

/** Whether the one who was asked has nothing left to do: somebody else has the matter, or they have said how it ended. */
function isDone({ role, handOvers }: LinkViewProps['page']): boolean {
  const mine = handOvers.findLast(({ toReader }) => toReader);
  if (role !== 'expert' || !mine) return false;
  return !(mine.mayTake || mine.standing === 'taken' || mine.standing === 'asked');
}

function OtherActs({ t, page }: LinkViewProps) {
  const others = ORDER.filter((purpose) => purpose !== page.purpose && purpose in page.paths);
  const mine = page.handOvers.findLast(({ toReader }) => toReader)?.standing;
  // Whoever helped may have more to say; for the others nothing is left.
  if (isDone(page) && mine !== 'helped') return null;
  if (!page.open || others.length === 0) return null;
  return (
    <nav aria-label={t('act.others')}>
      <h2>{t('act.others')}</h2>
      <ul class="act-list">
        {others.map((purpose) => (
          <li key={purpose}>
            <a href={page.paths[purpose]}>{t(`act.${purpose}` as StringKey)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function ActFrame({
  title,
  children,
  ...props
}: LinkViewProps & { title: string; children: ComponentChildren }) {
  const { t, lang, page, did, errors } = props;
  const why = daysOffReason(t, lang, page.receivedAt, page.dueAt);
  return (
    <div class="stack">
      <ErrorSummary
        title={t('form.error-summary')}
        errors={Object.entries(errors).map(([field, text]) => ({ field, text }))}
      />
      <h1>{title}</h1>
      <Did t={t} did={did} />
      <PromiseDate
        t={t}
        lang={lang}
        dueAt={page.dueAt}
        standing={page.standing}
        why={page.firstResponseAt ? undefined : why}
      />
      <Owner {...props} />
      <blockquote class="need-text">{page.need.description}</blockquote>
      {page.open ? children : !page.goesOn && <p class="notice">{t(`state.${page.state}` as StringKey)}</p>}
      <GoesOn t={t} goesOn={page.goesOn} />
      <NeedFacts t={t} need={page.need} />
      {page.handOvers.length > 0 && (
        <HandOvers t={t} handOvers={page.handOvers.map((asked) => ({ ...asked, note: null }))} />
      )}
      <Thread t={t} lang={lang} messages={page.messages} />
      <OtherActs {...props} />
      {page.open && !isDone(page) && (
        <section class="next-step">
          <h2>{t('next.heading')}</h2>
          <p>
            {t(page.firstResponseAt ? 'act.next.answered' : 'act.next.waiting', {
              promised: formatDateBy(page.dueAt, lang),
            })}
          </p>
        </section>
      )}
    </div>
  );
}
