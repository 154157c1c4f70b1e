// Lying bars: parts differ by pattern as well as by colour, and a key says what they are.
import type { LaidBars } from '#domain/pictures/lay-bars.ts';
import { WIDTH } from '#domain/pictures/picture.ts';
import { Patterns, partFill } from './patterns.tsx';

export function Bars({ id, laid }: { id: string; laid: LaidBars }) {
  const { thickness, key, bars } = laid;
  const Part = ({ part, x, y, width }: { part: number; x: number; y: number; width: number }) => (
    <rect
      class={`picture__part picture__part-${part}`}
      fill={partFill(id, part)}
      x={x}
      y={y}
      width={width}
      height={thickness}
    />
  );
  return (
    <>
      {key.length > 1 && <Patterns id={id} />}
      {key.map(({ name, part, y }) => (
        <g key={name}>
          <Part part={part} x={1} y={y} width={18} />
          <text x="28" y={y + thickness / 2} dominant-baseline="central">
            {name}
          </text>
        </g>
      ))}
      {bars.map((bar, place) => (
        <g key={place}>
          {bar.name.map(({ text, y }) => (
            <text x="0" y={y} dominant-baseline="central" key={y}>
              {text}
            </text>
          ))}
          {bar.whole !== undefined && (
            <rect class="picture__all" x={bar.x} y={bar.y} width={bar.whole} height={thickness} />
          )}
          {bar.pieces
            .filter(({ width }) => width > 0)
            .map(({ part, x, width }) => (
              <Part part={part} x={x} y={bar.y} width={width} key={part} />
            ))}
          <text x={WIDTH} y={bar.labelY} text-anchor="end" dominant-baseline="central">
            {bar.label}
          </text>
        </g>
      ))}
    </>
  );
}
