// `npm run content:check [-- FOLDER] [--lang fi|en] [--json]`: what is wrong with the content, and what editors have to do.
import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { FAULT_LANGUAGES, type FaultLanguage } from '#domain/content/fault-texts.ts';
import { checkContent } from '#domain/content-check/check-content.ts';
import { editorTasks } from '#domain/content-check/editor-tasks.ts';
import { isWarning } from '#domain/content-check/fault.ts';
import { faultReport, jsonReport, summary, taskReport } from '#domain/content-check/report.ts';
import { REPORT_TEXTS } from '#domain/content-check/report-texts.ts';
import { helsinkiDate } from '#domain/helsinki-time.ts';
import { localeLanguage } from '../../site/integrations/locale-language.ts';
import { readContentFolder } from '../../site/integrations/read-content-folder.ts';

const USAGE = `npm run content:check [-- FOLDER] [--lang fi|en] [--json]

FOLDER  the content folder; content when it is not given
--lang  the language of what is said; Finnish where the machine's own language is Finnish, else English
--json  for machines: { version, folder, day, files, seconds, counts: { faults, warnings, tasks },
        faults: [{ severity (fault, warning), file, line, column, field, code, params, text }],
        tasks: { stale, without_provider, without_service, untranslated, unconfirmed, past_events, ended_alerts:
                 each [{ file, line, field, about (a day or a language) }] } }

Ends with 1 when there are faults, with 0 when there are none (warnings and tasks may be), with 2 when it cannot be run so.`;

const options = given();
const { folder, lang } = options;
const began = performance.now();
if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
  console.error(REPORT_TEXTS[lang].no_folder(folder));
  process.exit(2);
}
const checked = checkContent({ ...readContentFolder(folder), today: helsinkiDate(new Date()) });
const tasks = editorTasks(checked.content);
const shown = { lang, folder, seconds: (performance.now() - began) / 1000 };
if (options.json) {
  process.stdout.write(jsonReport(checked, tasks, shown));
} else {
  const parts = [faultReport(checked.faults, lang, folder), taskReport(tasks, lang, folder)].filter(Boolean);
  process.stdout.write(`${[...parts, `${summary(checked, tasks, shown)}\n`].join('\n')}`);
}
process.exitCode = checked.faults.every(isWarning) ? 0 : 1;

function given(): { folder: string; lang: FaultLanguage; json: boolean } {
  try {
    const { values, positionals } = parseArgs({
      options: { lang: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
      allowPositionals: true,
    });
    const lang = FAULT_LANGUAGES.find((known) => known === (values.lang ?? localeLanguage(process.env)));
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    if (lang && positionals.length <= 1)
      return { folder: (positionals[0] ?? 'content').replace(/[\\/]+$/, ''), lang, json: values.json ?? false };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(`${error.message}\n`);
  }
  console.error(USAGE);
  process.exit(2);
}
