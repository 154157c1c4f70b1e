// What the check found, as lines that a terminal makes clickable (`content/services/a.fi.md:12 price: …`) or as JSON.
import { type FaultLanguage, faultText } from '../content/fault-texts.ts';
import type { Checked } from './check-content.ts';
import { TASK_KINDS, type Task, type Tasks } from './editor-tasks.ts';
import { type Fault, fieldName, isWarning } from './fault.ts';
import { REPORT_TEXTS } from './report-texts.ts';

/** `folder` is how the content folder is called from where the reader stands. */
export type ReportOptions = { lang: FaultLanguage; folder: string; seconds: number };

const place = (folder: string, { file, line, column }: Pick<Fault, 'file' | 'line' | 'column'>): string =>
  [file ? `${folder}/${file}` : folder, line, line && column].filter((part) => part !== undefined).join(':');

export function faultLine(fault: Fault, lang: FaultLanguage, folder: string): string {
  const field = fieldName(fault.path);
  const warning = isWarning(fault) ? REPORT_TEXTS[lang].warning : '';
  return `${place(folder, fault)} ${field ? `${field}: ` : ''}${warning}${faultText(fault, lang)}`;
}

export function faultReport(faults: readonly Fault[], lang: FaultLanguage, folder: string): string {
  return faults.map((fault) => `${faultLine(fault, lang, folder)}\n`).join('');
}

const taskLine = ({ path, about, ...where }: Task, folder: string): string =>
  ['  ', place(folder, where), path.length ? ` ${fieldName(path)}` : '', about ? `: ${about}` : ''].join('');

export function taskReport(tasks: Tasks, lang: FaultLanguage, folder: string): string {
  const { tasks: heading, kinds } = REPORT_TEXTS[lang];
  const found = TASK_KINDS.filter((kind) => tasks[kind].length);
  if (!found.length) return '';
  const parts = found.map((kind) =>
    [`${kinds[kind]} (${tasks[kind].length}):`, ...tasks[kind].map((one) => taskLine(one, folder))].join('\n'),
  );
  return `${heading}\n\n${parts.join('\n\n')}\n`;
}

const countTasks = (tasks: Tasks): number => TASK_KINDS.reduce((sum, kind) => sum + tasks[kind].length, 0);

export function summary({ content, faults }: Checked, tasks: Tasks, { lang, seconds }: ReportOptions): string {
  const warnings = faults.filter(isWarning).length;
  return REPORT_TEXTS[lang].counts({
    faults: faults.length - warnings,
    warnings,
    tasks: countTasks(tasks),
    files: content.files.length,
    seconds: seconds.toFixed(1),
  });
}

/** For machines. Fields are only ever added; `version` rises when one goes or changes its meaning. */
export function jsonReport(
  { content, faults }: Checked,
  tasks: Tasks,
  { lang, folder, seconds }: ReportOptions,
): string {
  const warnings = faults.filter(isWarning).length;
  const report = {
    version: 1,
    folder,
    day: content.today,
    files: content.files.length,
    seconds: Math.round(seconds * 100) / 100,
    counts: { faults: faults.length - warnings, warnings, tasks: countTasks(tasks) },
    faults: faults.map((fault) => ({
      severity: isWarning(fault) ? 'warning' : 'fault',
      file: fault.file,
      line: fault.line ?? null,
      column: fault.column ?? null,
      field: fieldName(fault.path),
      code: fault.code,
      params: fault.params ?? {},
      text: faultText(fault, lang),
    })),
    tasks: Object.fromEntries(
      TASK_KINDS.map((kind) => [
        kind,
        tasks[kind].map(({ file, line, path, about }) => ({ file, line: line ?? null, field: fieldName(path), about })),
      ]),
    ),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
