// public-figures: needs and feedback of the last year for everybody, each picture with its table; and the same as open data.
import type { Figures } from '#domain/figures.ts';
import { formatMonth } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import type { Period } from '#domain/reports/period.ts';
import { FEEDBACK_CSV, FEEDBACK_DATA, type Language, routes } from '#domain/routes.ts';
import { FiguresSection } from './parts/figures-section.tsx';

export interface PublicFiguresProps {
  t: T;
  lang: Language;
  /** Undefined while the database cannot be asked. */
  told: { period: Period; needs: readonly Figures[]; feedback: readonly Figures[] } | undefined;
}

export function PublicFigures({ t, lang, told }: PublicFiguresProps) {
  if (!told) return <p>{t('promisePage.record.down')}</p>;
  const { period, needs, feedback } = told;
  const months = { from: formatMonth(period.from, lang), to: formatMonth(period.to, lang) };
  const sections = (name: string, list: readonly Figures[]) =>
    list.map((figures, place) => (
      <FiguresSection t={t} lang={lang} id={`${name}-${place + 1}`} level={3} figures={figures} key={figures.title} />
    ));
  return (
    <div class="stack">
      <p>{t('public-figures.how')}</p>
      <h2 id="needs">{t('reports.needs-of', months)}</h2>
      {sections('needs', needs)}
      <h2 id="feedback">{t('reports.feedback')}</h2>
      <p>{t('reports.feedback.how')}</p>
      {feedback.length ? sections('feedback', feedback) : <p>{t('reports.feedback.none')}</p>}
      <p class="small soft">
        {t('public-figures.data')} <a href={FEEDBACK_CSV}>CSV</a> <a href={FEEDBACK_DATA}>JSON</a>{' '}
        <a href={routes.path('openData', lang)}>{t('nav.openData')}</a>
      </p>
    </div>
  );
}
