// A fault in the content: where it is, by a code that #domain/content/fault-texts.ts puts into words.
import type { FaultCode, FaultParams } from '../content/fault-texts.ts';

/** The way to a field: names, and in lists places from 0. */
export type Path = readonly (string | number)[];

export type Fault = {
  /** Below the content folder: `services/hitsaus.fi.md`. */
  file: string;
  /** From 1; missing where the file itself is. */
  line?: number | undefined;
  /** From 1; told where a line alone would not show the place. */
  column?: number | undefined;
  /** Empty when the fault is the whole file's. The text under the fields is `body`. */
  path: Path;
  code: FaultCode;
  params?: FaultParams | undefined;
};

/** Told, but they stop no build: matters of taste, and whatever depends on the day or on the clock of the machine. */
const WARNINGS: ReadonlySet<FaultCode> = new Set<FaultCode>([
  'not_content',
  'text_cut',
  'check_far',
  'date_future',
  'text_long',
  'sentence_long',
  'link_anchor',
  'meeting_off',
]);

export const isWarning = ({ code }: Pick<Fault, 'code'>): boolean => WARNINGS.has(code);

/** `steps.2.time`: an editor counts the items of a list from one. */
export const fieldName = (path: Path): string =>
  path.map((step) => (typeof step === 'number' ? step + 1 : step)).join('.');

/** By file, then from its top to its end. */
export const inOrder = (faults: readonly Fault[]): Fault[] =>
  faults.toSorted(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
