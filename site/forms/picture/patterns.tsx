// Fills that differ without colour: plain, stripes, dots, a net, and empty with an edge.

const SIZE = 6;

/** The first part is plain and the last one empty: their colour comes from the style sheet. */
export const PATTERNED = [1, 2, 3] as const;

export const partFill = (id: string, part: number): string | undefined =>
  PATTERNED.some((patterned) => patterned === part) ? `url(#${id}-part-${part})` : undefined;

export function Patterns({ id }: { id: string }) {
  return (
    <defs>
      {PATTERNED.map((part) => (
        <pattern
          id={`${id}-part-${part}`}
          class={`picture__pattern picture__pattern-${part}`}
          width={SIZE}
          height={SIZE}
          patternUnits="userSpaceOnUse"
          patternTransform={part === 1 ? 'rotate(45)' : undefined}
          key={part}
        >
          <rect class="picture__pattern-ground" width={SIZE} height={SIZE} />
          {part === 1 && <rect class="picture__pattern-ink" width={SIZE / 2} height={SIZE} />}
          {part === 2 && <circle class="picture__pattern-ink" cx={SIZE / 2} cy={SIZE / 2} r="1.7" />}
          {part === 3 && <path class="picture__pattern-line" d={`M0 0H${SIZE}M0 0V${SIZE}`} />}
        </pattern>
      ))}
    </defs>
  );
}
