// Checks the content in a process of its own; sends how much there is, and what is wrong as npm run content:check tells it.
import { checkContent } from '../domain/content-check/check-content.ts';
import { isWarning } from '../domain/content-check/fault.ts';
import { faultReport } from '../domain/content-check/report.ts';
import { helsinkiDate } from '../domain/helsinki-time.ts';
import { readContentFolder } from './read-content-folder.ts';

process.once('message', ({ folder, name, lang }) => {
  const { content, faults } = checkContent({ ...readContentFolder(folder), today: helsinkiDate(new Date()) });
  const wrong = faults.filter((fault) => !isWarning(fault));
  process.send({
    files: content.files.length,
    warnings: faults.length - wrong.length,
    report: wrong.length > 0 ? faultReport(wrong, lang, name) : undefined,
  });
});
