// Where lying bars stand: names beside them where all are short, above them otherwise, so that it fits a phone.
import { scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import { type BarsPicture, inLines, WIDTH } from './picture.ts';

const BAR = 14;
const LINE = 15;
const GAP = 14;
const KEY_LINE = 20;
const KEY_GAP = 8;
/** Room for a name beside its bar, and for the label at its end; about six units a character. */
const NAMES = 120;
const LABELS = 50;
const LONGEST_BESIDE = 16;
const LONGEST_LINE = 44;

export interface LaidBar {
  /** Lines of the name with their middles. */
  name: { text: string; y: number }[];
  y: number;
  x: number;
  /** The whole of which the bar is a part, drawn behind; none where there is no whole. */
  whole: number | undefined;
  pieces: { part: number; x: number; width: number }[];
  label: string;
  labelY: number;
}

export interface LaidBars {
  height: number;
  thickness: number;
  /** What each pattern means; none for bars of one piece. */
  key: { name: string; part: number; y: number }[];
  bars: LaidBar[];
}

export function layBars({ rows, whole, parts }: BarsPicture): LaidBars {
  const beside = rows.every(({ name }) => name.length <= LONGEST_BESIDE);
  const from = beside ? NAMES : 0;
  const sums = rows.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  // A scale from nothing to nothing would have no length at all.
  const scale = scaleLinear([0, whole ?? (Math.max(0, ...sums) || 1)], [from, WIDTH - LABELS]).clamp(true);
  let top = parts.length * KEY_LINE + (parts.length ? KEY_GAP : 0);
  const bars = rows.map(({ name, values, label }): LaidBar => {
    const lines = beside ? [name] : inLines(name, LONGEST_LINE);
    const above = beside ? 0 : lines.length * LINE;
    const y = top + above + 1;
    const middle = y + BAR / 2;
    const pieces = stack<number, readonly number[], number>()
      .keys(values.map((_, part) => part))
      .value((row, part) => row[part] ?? 0)([values])
      .map(([piece], part) => {
        const [start, end] = piece ?? [0, 0];
        return { part, x: rounded(scale(start)), width: rounded(scale(end) - scale(start)) };
      });
    const laid = {
      name: lines.map((text, place) => ({ text, y: beside ? middle : top + place * LINE + LINE / 2 })),
      y,
      x: from,
      whole: whole === undefined ? undefined : WIDTH - LABELS - from,
      pieces,
      label,
      labelY: middle,
    };
    top = y + BAR + GAP;
    return laid;
  });
  const key = parts.map((name, part) => ({ name, part, y: part * KEY_LINE + 2 }));
  return { height: Math.max(top - GAP + 2, 1), thickness: BAR, key, bars };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
