// What is to be done next, by whom, and what does it; the other acts stand folded below.
import { formatDateBy } from '#domain/i18n/dates.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import type { DeskActView } from './act-view.ts';
import { deskActViews } from './act-views.ts';
import type { DeskNeedPage, DeskNeedProps } from './desk-need-page.ts';

function stepOf(page: DeskNeedPage): StringKey {
  if (!page.open) return 'desk-need.step.ended';
  if (!page.owner) return 'desk-need.step.free';
  if (!page.owner.isReader) return 'desk-need.step.other';
  if (!page.answered) return 'desk-need.step.answer';
  return page.waitsForCompany ? 'desk-need.step.waiting' : 'desk-need.step.replied';
}

export function NextStep(props: DeskNeedProps) {
  const { t, lang, page, values } = props;
  const acts: [string, DeskActView][] = Object.entries(deskActViews);
  return (
    <section class="next-step stack" aria-labelledby="step">
      <h2 id="step">{t('next.heading')}</h2>
      <p>{t(stepOf(page), { name: page.owner?.name ?? '', promised: formatDateBy(page.dueAt, lang) })}</p>
      {acts.map(([name, { place, View }]) => place(page) === 'next' && <View key={name} {...props} />)}
      {acts.map(
        ([name, { place, label, View }]) =>
          place(page) === 'other' && (
            // Open when it comes back with what was written in it.
            <details open={values.act === name} key={name}>
              <summary>{t(label)}</summary>
              <View {...props} />
            </details>
          ),
      )}
    </section>
  );
}
