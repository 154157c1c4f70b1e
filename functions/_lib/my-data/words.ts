// Values of rows in words: moments, states, names of services and letters.

import { formatDateTime } from '#domain/i18n/dates.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import { createT, type T } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import { catalogue, nameIn, serviceName } from '../catalogue.ts';
import type { Enums } from '../db.ts';
import { fillSubject } from '../letters/fill.ts';
import { publicName } from '../public-name.ts';
import { at, type Row } from './rows.ts';

export interface Words {
  t: T;
  lang: Language;
  /** A moment, or nothing where there is none. */
  when: (row: Row, column: string) => string;
  services: (ids: unknown) => string;
  /** By name for those who handle matters, by name or address for the company's own people. */
  person: (role: string, name: string, email: string) => string;
  /** What a letter was, by its subject. */
  letter: (kind: string, reference: string) => string;
  yesNo: (value: unknown) => string;
  /** A word for a value that has one among the interface's texts. */
  of: (prefix: string, value: string) => string;
}

export function createWords(lang: Language): Words {
  const t = createT(lang);
  return {
    t,
    lang,
    when(row, column) {
      const moment = at(row, column);
      return moment ? formatDateTime(moment, lang, 'short') : '';
    },
    services: (ids) => (Array.isArray(ids) ? ids.map((id) => serviceName(String(id), lang)).join(', ') : ''),
    person: (role, name, email) =>
      role === 'company' || role === 'adviser' ? name || email : publicName(name ? nameIn(name, lang) : null, t),
    letter(kind, reference) {
      const content = catalogue.letters[kind as Enums['letter_kind']]?.[lang];
      // Whatever else a subject tells only its letter could say.
      const known = content?.subject.replaceAll('{reference}', reference).replace(/\s*[(:–-]?\s*\{\w+\}\)?/g, '');
      return known ? fillSubject(known, {}) : kind;
    },
    yesNo: (value) => (typeof value === 'boolean' ? t(value ? 'data.yes' : 'data.no') : ''),
    of: (prefix, value) => (value ? t(`${prefix}.${value}` as StringKey) : ''),
  };
}

export const join = (...parts: string[]): string => parts.filter(Boolean).join(', ');
