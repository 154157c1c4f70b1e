// What editors have to do though nothing is wrong.
import { expect, it } from 'vitest';
import { editorTasks, TASK_KINDS } from '#domain/content-check/editor-tasks.ts';
import { checkFiles, type Files, lineOf, madeFiles, replace } from '../support/made-files.ts';

const A = 'services/a.fi.md';

/** Each kind with its tasks as `file:line about`; kinds without one are left out. */
function tasksAfter(change: (files: Files) => unknown, today?: string): Record<string, string[]> {
  const files = madeFiles();
  change(files);
  const tasks = editorTasks(checkFiles(files, today).content);
  return Object.fromEntries(
    TASK_KINDS.flatMap((kind) =>
      tasks[kind].length
        ? [
            [
              kind,
              tasks[kind].map(({ file, line, about }) => [file, line && `:${line}`, about && ` ${about}`].join('')),
            ],
          ]
        : [],
    ),
  );
}
const giveAll = (files: Files) => {
  replace(files, A, '- opisto\n', '- opisto\n  - kolmas\n');
  replace(files, A, 'other: []', 'other: [kolmas]');
};
const line = (path: string, text: string) => lineOf(madeFiles(), path, text);

it('a day after which all is well has none', () => expect(tasksAfter(giveAll)).toEqual({}));

it('a provider that gives no service', () => {
  expect(tasksAfter(() => {})).toEqual({ without_service: ['providers/kolmas.fi.md:1'] });
});

it('a service whose providers are none that is known', () => {
  const change = (files: Files) => {
    giveAll(files);
    replace(files, 'services/b.fi.md', '- opisto\n  - kaupunki', '- muu\n  - toinen');
  };
  expect(tasksAfter(change)).toEqual({
    without_provider: [`services/b.fi.md:${line('services/b.fi.md', 'providers:')}`],
  });
});

it('an item that lacks a language, though it is a fault as well', () => {
  const change = (files: Files) => {
    giveAll(files);
    files.delete('tools/laskuri.sv.md');
    files.delete('letters/answer.en.md');
  };
  expect(tasksAfter(change)).toEqual({ untranslated: ['tools/laskuri.sv.md sv', 'letters/answer.en.md en'] });
});

it.each([
  ['2027-04-12', []],
  ['2027-04-13', ['stale']],
])('a service is checked again after the day that it names: %s', (today, kinds) => {
  const tasks = tasksAfter((files) => {
    giveAll(files);
    for (const item of ['opisto', 'kaupunki', 'kolmas'])
      replace(files, `providers/${item}.fi.md`, 'confirmed: 2026-10-12', 'confirmed: 2027-04-01');
    replace(files, 'services/b.fi.md', 'nextCheck: 2027-04-12', 'nextCheck: 2027-06-01');
    replace(files, 'events/ilta.fi.md', /2027-01/g, '2027-06');
    replace(files, 'alerts/kiinni.fi.md', 'to: 2026-12-28', 'to: 2027-12-28');
  }, today);
  expect(Object.keys(tasks)).toEqual(kinds);
});

it('what is over and what is unconfirmed, the oldest first', () => {
  const tasks = tasksAfter((files) => {
    giveAll(files);
    replace(files, 'providers/kolmas.fi.md', 'confirmed: 2026-10-12', 'confirmed: 2026-01-02');
  }, '2027-05-20');
  const confirmed = line('providers/opisto.fi.md', 'confirmed:');
  expect(tasks).toEqual({
    stale: ['a', 'b'].map(
      (item) => `services/${item}.fi.md:${line(A, 'nextCheck') + (item === 'a' ? 1 : 0)} 2027-04-12`,
    ),
    unconfirmed: [
      `providers/kolmas.fi.md:${confirmed} 2026-01-02`,
      `providers/kaupunki.fi.md:${confirmed} 2026-10-12`,
      `providers/opisto.fi.md:${confirmed} 2026-10-12`,
    ],
    past_events: [`events/ilta.fi.md:${line('events/ilta.fi.md', 'ends:')} 2027-01-14`],
    ended_alerts: [`alerts/kiinni.fi.md:${line('alerts/kiinni.fi.md', 'to:')} 2026-12-28`],
  });
});
