// What stands behind one purpose of a link: its page, and what its button does.
import type { VNode } from 'preact';
import type { StringKey } from '#domain/i18n/strings.ts';
import type { Language } from '#domain/routes.ts';
import type { OpenedLink } from '../opened-link.ts';
import type { Fields } from '../read-body.ts';

export interface ActCall {
  /** What the link's holder has, and the database has not. */
  token: string;
  hash: string;
  link: OpenedLink;
  fields: Fields;
}

/** done: said once on the page after it; wrong: the form again, with what was written; gone: the link died meanwhile. */
export type ActResult =
  | { status: 'done'; did?: string | undefined }
  | { status: 'wrong'; errors: Readonly<Record<string, StringKey>>; values: Readonly<Record<string, string>> }
  | { status: 'gone' };

/** What a page is made from besides the link's own record. */
export interface Asked {
  token: string;
  /** The link's own address. */
  path: string;
  query: URLSearchParams;
  /** What was just done, one of the act's own deeds. */
  did: string | undefined;
  values: Readonly<Record<string, string>>;
  /** Words of each wrong field. */
  errors: Readonly<Record<string, string>>;
}

export interface Act {
  /** What can be said at the top of the page after its own button, and no other: the address is anybody's to write. */
  deeds: readonly string[];
  /** The page, in the link's language when it names none, or a file of it; undefined when the link is not for its person any more. */
  show: (
    link: OpenedLink,
    asked: Asked,
  ) => Promise<{ title: string; main: VNode; lang?: Language } | Response | undefined>;
  run: (call: ActCall) => Promise<ActResult>;
}

export const done = (did?: string): ActResult => ({ status: 'done', did });
export const gone: ActResult = { status: 'gone' };
export const wrong = (field: string, key: StringKey, values: Readonly<Record<string, string>> = {}): ActResult => ({
  status: 'wrong',
  errors: { [field]: key },
  values,
});

/** A form's fields as text, to be shown again: boxes of one name a line each; what a program sent that is no text is not. */
export const asWritten = (fields: Fields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      [value]
        .flat()
        .filter((text) => typeof text === 'string')
        .join('\n'),
    ]),
  );
