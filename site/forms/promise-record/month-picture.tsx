// The share kept by month as lying bars: labels stand beside them, so that it reads as well on a phone, in print and without colour.
import { formatShare } from '#domain/i18n/amounts.ts';
import { formatMonth } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import type { PromiseFigure } from '#domain/open-data/promise-figures.ts';
import type { Language } from '#domain/routes.ts';

// Units of the drawing: about a pixel each on a phone.
const ROW = 28;
const BAR = { from: 120, full: 170, height: 14 } as const;
const WIDTH = 340;

export function MonthPicture({ t, lang, months }: { t: T; lang: Language; months: PromiseFigure[] }) {
  return (
    <svg
      class="months"
      viewBox={`0 0 ${WIDTH} ${months.length * ROW}`}
      role="img"
      aria-labelledby="months-title months-desc"
    >
      <title id="months-title">{t('promisePage.months.title')}</title>
      <desc id="months-desc">{t('promisePage.months.desc')}</desc>
      {months.map(({ key, share_kept }, place) => {
        const middle = place * ROW + ROW / 2;
        const share = share_kept ?? 0;
        return (
          <g key={key}>
            <text x="0" y={middle} dominant-baseline="central">
              {formatMonth(key, lang)}
            </text>
            <rect class="months__all" x={BAR.from} y={middle - BAR.height / 2} width={BAR.full} height={BAR.height} />
            <rect
              class="months__kept"
              x={BAR.from}
              y={middle - BAR.height / 2}
              width={Math.round(BAR.full * share)}
              height={BAR.height}
            />
            <text x={WIDTH} y={middle} text-anchor="end" dominant-baseline="central">
              {formatShare(share, lang)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
