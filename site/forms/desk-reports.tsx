// desk-reports: needs and feedback of a period, narrowed by a plain form whose choices stand in the address.
import type { Figures } from '#domain/figures.ts';
import { formatMonth } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import type { Period } from '#domain/reports/period.ts';
import { DESK, type Language, routes } from '#domain/routes.ts';
import { FiguresSection } from './parts/figures-section.tsx';

export const NEED_REPORTS = ['months', 'promise', 'ends', 'themes', 'gaps', 'services'] as const;
export const FEEDBACK_REPORTS = ['rates', 'written', 'texts'] as const;
/** Each question is a report as well, by its survey and its key. */
export const questionReport = (survey: string, question: string): string => `question.${survey}.${question}`;

export const FILTERS = ['theme', 'service', 'provider'] as const;
export type Filter = (typeof FILTERS)[number];

export interface DeskReportsProps {
  t: T;
  lang: Language;
  period: Period;
  /** The months that can be chosen, the newest first. */
  months: readonly string[];
  choices: Readonly<Record<Filter, readonly { id: string; name: string }[]>>;
  chosen: Readonly<Record<Filter, string | undefined>>;
  needs: readonly { name: string; figures: Figures }[];
  feedback: readonly { name: string; figures: Figures }[];
}

export function DeskReports(props: DeskReportsProps) {
  const { t, lang, period, chosen, needs, feedback } = props;
  const query = new URLSearchParams({
    ...period,
    ...Object.fromEntries(FILTERS.flatMap((filter) => (chosen[filter] ? [[filter, chosen[filter]]] : []))),
  }).toString();
  const section = ({ name, figures }: { name: string; figures: Figures }) => (
    <FiguresSection
      t={t}
      lang={lang}
      id={`report-${name.replaceAll('.', '-')}`}
      level={3}
      figures={figures}
      files={{ sheet: routes.deskReport(name, query), data: routes.deskReport(name, `${query}&as=data`) }}
      key={name}
    />
  );
  return (
    <div class="stack desk-figures">
      <h1>{t('reports.title')}</h1>
      <p>{t('reports.what')}</p>
      <p>
        <a href={DESK.packs}>{t('desk-packs.link')}</a>
      </p>
      <Filters {...props} />
      <h2>{t('reports.needs-of', spoken(period, lang))}</h2>
      {needs.map(section)}
      <h2>{t('reports.feedback')}</h2>
      <p>{t('reports.feedback.how')}</p>
      {feedback.map(section)}
    </div>
  );
}

const spoken = ({ from, to }: Period, lang: Language) => ({
  from: formatMonth(from, lang),
  to: formatMonth(to, lang),
});

const ENDS = [
  { label: 'reports.first', end: 'from' },
  { label: 'reports.last', end: 'to' },
] as const;

function Filters({ t, lang, period, months, choices, chosen }: DeskReportsProps) {
  return (
    <form class="report-filter" action={DESK.reports} aria-label={t('reports.filter')}>
      {ENDS.map(({ end, label }) => (
        <p class="field" key={end}>
          <label class="field__label" for={`report-${end}`}>
            {t(label)}
          </label>
          <select id={`report-${end}`} name={end} autocomplete="off">
            {months.map((month) => (
              <option value={month} selected={month === period[end]} key={month}>
                {formatMonth(month, lang)}
              </option>
            ))}
          </select>
        </p>
      ))}
      {FILTERS.map((filter) => (
        <p class="field" key={filter}>
          <label class="field__label" for={`report-${filter}`}>
            {t(`reports.${filter}`)}
          </label>
          <select id={`report-${filter}`} name={filter} autocomplete="off">
            <option value="">{t('filter.any')}</option>
            {choices[filter].map(({ id, name }) => (
              <option value={id} selected={id === chosen[filter]} key={id}>
                {name}
              </option>
            ))}
          </select>
        </p>
      ))}
      <p class="button-row">
        <button class="button" type="submit">
          {t('reports.show')}
        </button>
      </p>
    </form>
  );
}
