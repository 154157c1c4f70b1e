// Whom a need can be handed over to: the coordinators and the contacts of the network's providers; and how a choice is read.
import type { StringKey } from '#domain/i18n/strings.ts';
import { LIMITS } from '#domain/limits.ts';
import type { Language } from '#domain/routes.ts';
import { catalogue } from './catalogue.ts';
import { type HandOverRow, isWaiting } from './hand-over-line.ts';
import { LINKS_FOR } from './links.ts';
import { coordinators } from './people.ts';
import type { Fields } from './read-body.ts';

export interface HandOverPerson {
  /** What the person is called in a form. */
  value: string;
  label: string;
  role: 'coordinator' | 'expert';
  email: string;
  /** In which their letters are written. */
  language: Language;
}

/** Everybody but the reader. */
export const handOverPeople = (reader: string, lang: Language): HandOverPerson[] =>
  [
    ...coordinators().map(({ email, name }) => ({
      value: `coordinator:${email}`,
      label: name ?? email,
      role: 'coordinator' as const,
      email,
      language: 'fi' as const,
    })),
    ...catalogue.providers.map(({ id, name, contactEmail, contactLanguage }) => ({
      value: `provider:${id}`,
      label: name[lang],
      role: 'expert' as const,
      email: contactEmail.toLowerCase(),
      language: contactLanguage,
    })),
  ].filter(({ email }) => email !== reader);

/** Without those who are asked already and have not said how it went. */
export const peopleToAsk = (reader: string, lang: Language, asked: readonly HandOverRow[]): HandOverPerson[] =>
  handOverPeople(reader, lang).filter(({ email }) => !asked.some((row) => row.to_email === email && isWaiting(row)));

/** Boxes that were ticked; a form that is sent once more after a sign-in has them in one field, a line each. */
const chosenIn = (field: Fields[string]): string[] =>
  [field].flat().flatMap((value) => (typeof value === 'string' ? value.split('\n').filter(Boolean) : []));

/** The people chosen, or the word for what is wrong with the choice. */
export function chosenPeople(field: Fields[string], people: readonly HandOverPerson[]): HandOverPerson[] | StringKey {
  const chosen = [...new Set(chosenIn(field))];
  if (chosen.length === 0) return 'hand-over-need.error.to.missing';
  if (chosen.length > LIMITS.handOverPeople.max) return 'hand-over-need.error.to.too_many';
  const found = chosen.flatMap((value) => people.find((person) => person.value === value) ?? []);
  return found.length === chosen.length ? found : 'hand-over-need.error.to.unknown_person';
}

/** As SQL takes them. */
export const asPeople = (people: readonly HandOverPerson[]) =>
  people.map(({ role, email, label, language }) => ({ role, email, name: label, language }));

export const linksForPeople = (people: readonly HandOverPerson[]): number =>
  people.reduce((sum, { role }) => sum + LINKS_FOR[role], 0);
