// A table of figures as data, from which the page, the picture beside it and the files for programs are made.
import type { NamedPicture } from './pictures/picture.ts';

/** `few`: in place of a figure over fewer than may be shown. */
export type FigureCell =
  | string
  | number
  | Date
  | { text: string; href: string }
  | { share: number }
  | { mark: number }
  | { month: string }
  /** A name for people, and what programs know it by. */
  | { name: string; code: string }
  | { few: string };

export interface Figures {
  title: string;
  /** What the table shows, in a sentence that holds its most important figure. */
  finding?: string | undefined;
  /** What is to be known before reading it. */
  notes: readonly string[];
  columns: readonly string[];
  /** Names of the columns for programs: the same in every language. */
  keys?: readonly string[];
  rows: readonly (readonly FigureCell[])[];
  /** Said in place of a table without rows. */
  empty: string;
  picture?: NamedPicture | undefined;
}

/** A share of nothing is none. */
export const shareCell = (part: number, whole: number): FigureCell => (whole ? { share: part / whole } : '');
