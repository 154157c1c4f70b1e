// What an editor reads beside a field of /admin: short Finnish labels and hints with an example.
import type { StringKey } from '#domain/i18n/strings.ts';
import { createT } from '#domain/i18n/t.ts';

export type Label = {
  label: string;
  /** Stands under the field: what to write, with an example. Not a repetition of the label. */
  hint?: string;
  /** One item of a list, for the button that adds one. */
  one?: string;
  /** The texts of the values that the field can have. */
  choices?: Record<string, string>;
  /** The parts of an object, or of each object of a list. */
  parts?: Labels;
  /** The kinds of object that a list may hold, by the word that tells them apart. */
  kinds?: Record<string, { label: string; parts?: Labels }>;
  /** Takes more room than one line. */
  isLong?: true;
};

/** In the order in which the form asks, which is that of the page. */
export type Labels = Record<string, Label>;

const t = createT('fi');

/** The words of the site itself for a closed set of values: `named(PRICES, (price) => `service.price.${price}`)`. */
export const named = <Value extends string | number>(
  values: readonly Value[],
  key: (value: Value) => StringKey,
): Record<string, string> => Object.fromEntries(values.map((value) => [value, sentence(t(key(value)))]));

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).replace(/\.$/, '');
