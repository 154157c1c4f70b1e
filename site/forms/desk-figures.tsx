// desk-figures: what is open now and with whom, then what came in within a period: tables, each of them a CSV file too.
import type { Figures } from '#domain/figures.ts';
import { formatDateTime } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import { type Language, routes } from '#domain/routes.ts';
import { FiguresSection } from './parts/figures-section.tsx';

export const FIGURE_PERIODS = [30, 90, 365] as const;
export type FigurePeriod = (typeof FIGURE_PERIODS)[number];
/** The first ones are of this moment, the others of the period. */
export const NOW_TABLES = ['load', 'ages', 'oldest'] as const;
export const PERIOD_TABLES = ['themes', 'unmatched', 'declines'] as const;
export const FIGURE_TABLES = [...NOW_TABLES, ...PERIOD_TABLES] as const;
export type FigureTableName = (typeof FIGURE_TABLES)[number];

export interface DeskFiguresProps {
  t: T;
  lang: Language;
  days: FigurePeriod;
  tables: Readonly<Record<FigureTableName, Figures>>;
  now: Date;
}

export function DeskFigures(props: DeskFiguresProps) {
  const { t, lang, days, now } = props;
  return (
    <div class="stack desk-figures">
      <h1>{t('desk-figures.title')}</h1>
      <p>{t('desk-figures.what')}</p>
      <p class="small soft">{t('desk-figures.as-of', { time: formatDateTime(now, lang, 'short') })}</p>
      <h2>{t('desk-figures.now')}</h2>
      {NOW_TABLES.map((name) => (
        <Table {...props} name={name} key={name} />
      ))}
      <h2 id="period">{t('desk-figures.of-period', { days })}</h2>
      <nav aria-label={t('desk-figures.period')}>
        <ul class="themes">
          {FIGURE_PERIODS.map((one) => (
            <li key={one}>
              <a href={`${routes.deskFigures(one)}#period`} aria-current={one === days ? 'page' : undefined}>
                {t('desk-figures.days', { days: one })}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {PERIOD_TABLES.map((name) => (
        <Table {...props} name={name} key={name} />
      ))}
    </div>
  );
}

function Table({ t, lang, days, tables, name }: DeskFiguresProps & { name: FigureTableName }) {
  const files = { sheet: routes.deskFigures(days, name) };
  return <FiguresSection t={t} lang={lang} id={`table-${name}`} level={3} figures={tables[name]} files={files} />;
}
