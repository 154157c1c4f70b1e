// What a picture of figures shows, as data: bars of kinds, or a trend over months. How it looks is site/forms/picture.

/** Amounts are written as people do: a number, a share of 1, or a mark from 1 to 5. */
export type AmountKind = 'count' | 'share' | 'mark';

export interface BarsPicture {
  kind: 'bars';
  amount: AmountKind;
  /** Names of the parts that stand beside each other in a bar; none for bars of one piece. */
  parts: readonly string[];
  /** The label stands at the bar's end. A bar has as many values as there are parts. */
  rows: readonly { name: string; values: readonly number[]; label: string }[];
  /** What a full bar is; without it, the longest. */
  whole?: number;
}

export interface TrendPicture {
  kind: 'trend';
  amount: AmountKind;
  /** YYYY-MM, each once, in order. */
  months: readonly string[];
  /** Null where there is no figure: the line breaks off there. */
  series: readonly { name: string; values: readonly (number | null)[] }[];
  /** The end of the scale; without it, somewhat over the highest value. */
  top?: number;
}

export type Picture = BarsPicture | TrendPicture;

/** Names for who cannot see it: what it is a picture of, and how to read it. */
export interface NamedPicture {
  title: string;
  description: string;
  picture: Picture;
}

/** Units of a drawing: about a pixel each on a phone. */
export const WIDTH = 340;

/** A text in lines of so many characters, broken between words where there are any. */
export function inLines(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
