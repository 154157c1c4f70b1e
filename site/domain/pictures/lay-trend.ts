// Where lines over months run: a scale that begins at nothing, marks of different shapes, each line's name at its end.
import { scaleLinear, scalePoint } from 'd3-scale';
import { line, symbol, symbolCircle, symbolDiamond2, symbolSquare2, symbolTriangle2 } from 'd3-shape';
import { type TrendPicture, WIDTH } from './picture.ts';

const HEIGHT = 190;
const TOP = 12;
const BOTTOM = 150;
const LEFT = 44;
const MARK = 36;
const TICKS = 4;
const KEY_LINE = 20;
const KEY_GAP = 6;
/** More months than these are named every other one, or every sixth. */
const MONTHS_NAMED = 13;

/** One for each line, in order; a picture has no more lines than there are shapes. */
const SHAPES = [symbolCircle, symbolSquare2, symbolTriangle2, symbolDiamond2] as const;

export interface LaidTrend {
  height: number;
  /** How each line is drawn; none where a single one is named by its heading. */
  key: { name: string; shape: string; y: number }[];
  /** Below the key. */
  top: number;
  ticks: { value: number; y: number }[];
  axis: { from: number; to: number; y: number };
  /** The month's number, and its year at the first one and at each January. */
  months: { text: string; year: string | undefined; x: number }[];
  lines: { name: string; path: string; marks: { x: number; y: number; shape: string; value: number }[] }[];
}

export function layTrend({ months, series, top, amount }: TrendPicture): LaidTrend {
  const values = series.flatMap((one) => one.values.filter((value) => value !== null));
  const highest = top ?? Math.max(1, ...values);
  const y = scaleLinear([amount === 'mark' ? 1 : 0, highest], [BOTTOM, TOP]);
  if (top === undefined) y.nice(TICKS);
  const x = scalePoint(months, [LEFT + 8, WIDTH - 10]).padding(months.length === 1 ? 1 : 0);
  const at = (month: string): number => rounded(x(month) ?? 0);
  const every = months.length <= MONTHS_NAMED ? 1 : months.length <= 2 * MONTHS_NAMED ? 2 : 6;
  const named = months.filter((_, place) => place % every === 0);
  const isOne = series.length < 2;
  const shapeOf = (place: number) => symbol(SHAPES[place % SHAPES.length], MARK)() ?? '';
  const keyHeight = isOne ? 0 : series.length * KEY_LINE + KEY_GAP;
  return {
    height: HEIGHT + keyHeight,
    key: isOne ? [] : series.map(({ name }, place) => ({ name, shape: shapeOf(place), y: place * KEY_LINE + 9 })),
    top: keyHeight,
    ticks: y
      .ticks(TICKS)
      // Half a need is no need.
      .filter((value) => amount !== 'count' || Number.isInteger(value))
      .map((value) => ({ value, y: rounded(y(value)) })),
    axis: { from: LEFT, to: WIDTH, y: BOTTOM },
    months: named.map((month, place) => {
      const [year, number] = month.split('-');
      const isNew = (one: number): boolean => named[one]?.slice(0, 4) !== named[one - 1]?.slice(0, 4);
      // A year that ends at once has no room beside the next one.
      const hasRoom = place > 0 || named.length < 2 || !isNew(1);
      return { text: String(Number(number)), year: isNew(place) && hasRoom ? year : undefined, x: at(month) };
    }),
    lines: series.map(({ name, values: own }, place) => {
      const points = months.map((month, index) => ({ x: at(month), value: own[index] ?? null }));
      const path = line<(typeof points)[number]>(
        (point) => point.x,
        (point) => rounded(y(point.value ?? 0)),
      ).defined((point) => point.value !== null);
      return {
        name,
        path: path(points) ?? '',
        marks: points.flatMap(({ x: markX, value }) =>
          value === null ? [] : [{ x: markX, y: rounded(y(value)), shape: shapeOf(place), value }],
        ),
      };
    }),
  };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
