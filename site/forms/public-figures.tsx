// public-figures: needs and feedback of the last year for everybody, each picture with its table; and the same as open data.
import type { Figures } from '#domain/figures.ts';
import { formatMonth } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import type { Period } from '#domain/reports/period.ts';
import { FEEDBACK_CSV, FEEDBACK_DATA, type Language, routes } from '#domain/routes.ts';
import { FiguresSection } from './parts/figures-section.tsx';

type NumberedFigures = Figures & { id: string };

export interface PublicFiguresProps {
  t: T;
  lang: Language;
  /** Undefined while the database cannot be asked. */
  told: { period: Period; needs: readonly NumberedFigures[]; feedback: readonly NumberedFigures[] } | undefined;
}

export function PublicFigures({ t, lang, told }: PublicFiguresProps) {
  if (!told) return <p>{t('promisePage.record.down')}</p>;
  const { period, needs, feedback } = told;
  const months = { from: formatMonth(period.from, lang), to: formatMonth(period.to, lang) };
  const file = (id: string) => `${routes.path('figures', lang)}?file=${id}`;
  const sections = (list: readonly NumberedFigures[]) =>
    list.map((figures) => (
      <FiguresSection
        t={t}
        lang={lang}
        id={figures.id}
        level={3}
        figures={figures}
        files={{ sheet: file(figures.id), data: `${file(figures.id)}&as=data` }}
        key={figures.id}
      />
    ));
  return (
    <div class="stack">
      <p>{t('public-figures.how')}</p>
      <h2 id="needs">{t('reports.needs-of', months)}</h2>
      {sections(needs)}
      <h2 id="feedback">{t('reports.feedback')}</h2>
      <p>{t('reports.feedback.how')}</p>
      {feedback.length ? sections(feedback) : <p>{t('reports.feedback.none')}</p>}
      <p class="small soft">
        {t('public-figures.data')} <a href={FEEDBACK_CSV}>CSV</a> <a href={FEEDBACK_DATA}>JSON</a>{' '}
        <a href={routes.path('openData', lang)}>{t('nav.openData')}</a>
      </p>
    </div>
  );
}
