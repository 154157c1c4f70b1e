// The record over the last 30, 90 and 365 days, a column each: four narrow columns fit a phone, five do not.
import { formatElapsed, formatShare } from '#domain/i18n/amounts.ts';
import type { T } from '#domain/i18n/t.ts';
import type { PromiseFigure } from '#domain/open-data/promise-figures.ts';
import type { Language } from '#domain/routes.ts';

const MEASURES = ['needs', 'kept', 'median', 'p90'] as const;

export function PeriodTable(props: { t: T; lang: Language; labelledby: string; periods: PromiseFigure[] }) {
  const { t, lang, labelledby, periods } = props;
  const waited = (hours: number | null) =>
    hours === null ? t('promisePage.record.endless') : formatElapsed(hours, lang);
  const cell = (measure: (typeof MEASURES)[number], { needs, share_kept, median_hours, p90_hours }: PromiseFigure) =>
    ({
      needs: needs ?? '',
      kept: share_kept !== null && <strong>{formatShare(share_kept, lang)}</strong>,
      median: waited(median_hours),
      p90: waited(p90_hours),
    })[measure];
  return (
    <div class="table">
      <table aria-labelledby={labelledby}>
        <thead>
          <tr>
            <th scope="col">{t('promisePage.record.period')}</th>
            {periods.map(({ key }) => (
              <th scope="col" key={key}>
                {t('promisePage.record.days', { days: key })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {MEASURES.map((measure, place) => (
            <tr key={measure}>
              <th scope="row">{t(`promisePage.record.${measure}`)}</th>
              {periods.map((figure) =>
                figure.needs !== null ? (
                  <td key={figure.key}>{cell(measure, figure)}</td>
                ) : (
                  // Said once, down the whole column.
                  place === 0 && (
                    <td rowSpan={MEASURES.length} class="small soft" key={figure.key}>
                      {t('promisePage.record.few')}
                    </td>
                  )
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
