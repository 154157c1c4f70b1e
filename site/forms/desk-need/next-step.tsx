// What is to be done next, by whom, and what does it; the other acts stand folded below.
import { formatDateBy } from '#domain/i18n/dates.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import type { DeskActView } from './act-view.ts';
import { deskActViews } from './act-views.ts';
import type { DeskNeedPage, DeskNeedProps } from './desk-need-page.ts';
import { isOpen } from './surveys.tsx';

const ACTS: [string, DeskActView][] = Object.entries(deskActViews);

const othersOf = (page: DeskNeedPage) => ACTS.filter(([, { place }]) => place(page) === 'other');

/** Undefined where a low answer to be answered says it all: we do not wait for the company, it waits for us. */
function stepOf(page: DeskNeedPage): StringKey | undefined {
  if (page.joining.goesOn) return 'desk-need.step.joined';
  if (!page.open) return 'desk-need.step.ended';
  if (!page.owner) return 'desk-need.step.free';
  if (!page.owner.isReader) return 'desk-need.step.other';
  if (!page.answered) return 'desk-need.step.answer';
  if (!page.waitsForCompany) return 'desk-need.step.replied';
  return page.surveys.some(isOpen) ? undefined : 'desk-need.step.waiting';
}

export function NextStep(props: DeskNeedProps) {
  const { t, lang, page } = props;
  const step = stepOf(page);
  return (
    <section class="next-step stack" aria-labelledby="step">
      <h2 id="step">{t('next.heading')}</h2>
      {step && <p>{t(step, { name: page.owner?.name ?? '', promised: formatDateBy(page.dueAt, lang) })}</p>}
      {page.open && <StandIn {...props} />}
      {ACTS.map(([name, { place, View }]) => place(page) === 'next' && <View key={name} {...props} />)}
      {othersOf(page).length > 0 && (
        <p class="to-others">
          <a href="#others">{t('desk-need.more')}</a>
        </p>
      )}
    </section>
  );
}

/** Who has the need while its owner is away. */
function StandIn({ t, page: { owner } }: DeskNeedProps) {
  if (!owner?.standIn) return null;
  return (
    <p>
      {owner.standIn.isReader
        ? t('desk-need.acting.you', { name: owner.name })
        : t('desk-need.acting.other', { name: owner.standIn.name })}
    </p>
  );
}

/** Each folded, so that the page stays short; open when it comes back with what was written in it. */
export function OtherActs(props: DeskNeedProps) {
  const { t, page, values } = props;
  const others = othersOf(page);
  if (others.length === 0) return null;
  return (
    <section class="other-acts" aria-labelledby="others">
      <h2 id="others">{t('desk-need.more')}</h2>
      {others.map(([name, { label, View }]) => (
        <details open={values.act === name} key={name}>
          <summary>{t(label)}</summary>
          <View {...props} />
        </details>
      ))}
    </section>
  );
}
