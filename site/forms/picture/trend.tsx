// Lines over months: each with its own dashes and marks, and a key that shows both.
import { formatMark, formatShare } from '#domain/i18n/amounts.ts';
import type { LaidTrend } from '#domain/pictures/lay-trend.ts';
import type { AmountKind } from '#domain/pictures/picture.ts';
import type { Language } from '#domain/routes.ts';

const write = (value: number, kind: AmountKind, lang: Language): string =>
  kind === 'share' ? formatShare(value, lang) : kind === 'mark' ? formatMark(value, lang) : String(value);

export function Trend({ laid, amount, lang }: { laid: LaidTrend; amount: AmountKind; lang: Language }) {
  const { key, top, ticks, axis, months, lines } = laid;
  const Mark = ({ place, x, y, shape }: { place: number; x: number; y: number; shape: string }) => (
    <path class={`picture__mark picture__mark-${place}`} d={shape} transform={`translate(${x} ${y})`} />
  );
  return (
    <>
      {key.map(({ name, shape, y }, place) => (
        <g key={name}>
          <path class={`picture__line picture__line-${place}`} d={`M1 ${y}H33`} />
          <Mark place={place} x={17} y={y} shape={shape} />
          <text x="42" y={y} dominant-baseline="central">
            {name}
          </text>
        </g>
      ))}
      <g transform={top ? `translate(0 ${top})` : undefined}>
        {ticks.map(({ value, y }) => (
          <g key={value}>
            <path class="picture__rule" d={`M${axis.from} ${y}H${axis.to}`} />
            <text x={axis.from - 6} y={y} text-anchor="end" dominant-baseline="central">
              {write(value, amount, lang)}
            </text>
          </g>
        ))}
        <path class="picture__axis" d={`M${axis.from} ${axis.y}H${axis.to}`} />
        {months.map(({ text, year, x }) => (
          <g key={x}>
            <text x={x} y={axis.y + 16} text-anchor="middle">
              {text}
            </text>
            {year && (
              <text x={x} y={axis.y + 32} text-anchor="middle">
                {year}
              </text>
            )}
          </g>
        ))}
        {lines.map(({ name, path, marks }, place) => (
          <g key={name}>
            <path class={`picture__line picture__line-${place}`} d={path} />
            {marks.map(({ x, y, shape }) => (
              <Mark place={place} x={x} y={y} shape={shape} key={x} />
            ))}
          </g>
        ))}
      </g>
    </>
  );
}
