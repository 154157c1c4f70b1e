// What editors have to do though nothing is wrong: what has become old by today, what nobody gives, what lacks a language.
import { isOver, isStale, isUnconfirmed } from '../freshness.ts';
import { LANGUAGES } from '../routes.ts';
import { type Content, itemsIn } from './content.ts';
import { type ContentFile, siblingPath } from './content-file.ts';
import { dayAt } from './date-faults.ts';
import type { Path } from './fault.ts';
import { FOLDER_NAMES } from './folders.ts';
import { fieldLine } from './place.ts';
import { textsAt } from './schema-fields.ts';

/** `about` is the day or the language that the kind of task speaks of; empty where it speaks of none. */
export type Task = { file: string; line?: number | undefined; path: Path; about: string };

export const TASK_KINDS = [
  /** Services whose next check is due. */
  'stale',
  /** Services that no known provider gives. */
  'without_provider',
  /** Providers that give no service. */
  'without_service',
  /** Items that lack a language: also faults, since a build needs all three. */
  'untranslated',
  /** Providers that have not confirmed their texts within half a year. */
  'unconfirmed',
  /** Events that are over; their pages stay, so they are listed to be looked at, not to be deleted. */
  'past_events',
  /** Alerts that are shown no more. */
  'ended_alerts',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];
export type Tasks = Record<TaskKind, Task[]>;

export function editorTasks(content: Content): Tasks {
  const { today } = content;
  const facts = (folder: 'services' | 'providers' | 'events' | 'alerts') =>
    content.inFolder[folder].filter(({ lang, isRead }) => lang === 'fi' && isRead);
  const providersOf = (service: ContentFile) => textsAt(service.fields, ['providers', '*']).map(({ text }) => text);
  const known = new Set(content.inFolder.providers.map(({ item }) => item));
  const giving = new Set(facts('services').flatMap(providersOf));
  const old = (files: ContentFile[], path: Path, isOld: (day: string, today: string) => boolean) =>
    files
      .map((file) => ({ file, day: dayAt(file, path) }))
      .filter(({ day }) => day && isOld(day, today))
      .sort((a, b) => (a.day < b.day ? -1 : 1))
      .map(({ file, day }) => task(file, path, day));
  return {
    stale: old(facts('services'), ['nextCheck'], isStale),
    without_provider: facts('services')
      .filter((service) => !providersOf(service).some((id) => known.has(id)))
      .map((file) => task(file, ['providers'])),
    without_service: facts('providers')
      .filter(({ item }) => !giving.has(item))
      .map((file) => task(file, [])),
    untranslated: untranslated(content),
    unconfirmed: old(facts('providers'), ['confirmed'], isUnconfirmed),
    past_events: old(facts('events'), ['ends'], isOver),
    ended_alerts: old(facts('alerts'), ['to'], isOver),
  };
}

function task(file: ContentFile, path: Path, about = ''): Task {
  return { file: file.path, line: path.length ? fieldLine(file, path) : 1, path, about };
}

const untranslated = (content: Content): Task[] =>
  FOLDER_NAMES.flatMap((folder) =>
    [...itemsIn(content, folder)].flatMap(([item, files]) =>
      LANGUAGES.filter((lang) => !files[lang]).map((lang) => {
        const file = siblingPath({ folder, item, lang }, lang);
        return { file, path: [], about: lang };
      }),
    ),
  );
