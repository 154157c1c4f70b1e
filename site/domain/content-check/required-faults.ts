// What the site cannot be without, and pages that it does not know.
import { KEEPING_KINDS } from '../content/keeping.ts';
import { REQUIRED_PAGES } from '../content/page.ts';
import type { Content } from './content.ts';
import type { Fault } from './fault.ts';
import { fieldFault, fileFault } from './place.ts';
import { choices } from './schema-faults.ts';

export function requiredFaults({ inFolder }: Content): Fault[] {
  const { promises, surveys, pages, keeping } = inFolder;
  // What somebody agrees to, or is told before sending, is on record by its version.
  const agreed = pages.filter(({ item, lang }) => ['privacy', 'sharing'].includes(item) && lang === 'fi');
  // A survey that cannot be read may be the one; it is told itself.
  const hasSurvey = surveys.some(({ fields, isRead }) => !isRead || fields.after === 'first_response');
  const known: readonly string[] = REQUIRED_PAGES;
  const kinds: readonly string[] = KEEPING_KINDS;
  return [
    ...(promises.length ? [] : [{ file: 'promises', path: [], code: 'missing_promise' as const }]),
    ...(hasSurvey ? [] : [{ file: 'surveys', path: [], code: 'missing_survey' as const }]),
    ...agreed
      .filter(({ isRead, fields }) => isRead && !fields.version)
      .map((file) => fieldFault(file, ['version'], 'missing_version')),
    ...agreed
      .filter(({ item, isRead, fields }) => item === 'sharing' && isRead && !fields.controller)
      .map((file) => fieldFault(file, ['controller'], 'missing_controller')),
    ...pages
      .filter(({ item }) => !known.includes(item))
      .map((file) => fileFault(file, 'page_unknown', choices(file.item, known))),
    // Without a time nothing would go: each kind has its file, and each file one time.
    ...kinds
      .filter((kind) => !keeping.some(({ item, lang }) => item === kind && lang === 'fi'))
      .map((kind): Fault => ({ file: `keeping/${kind}.fi.md`, path: [], code: 'missing_keeping' })),
    ...keeping
      .filter(({ item }) => !kinds.includes(item))
      .map((file) => fileFault(file, 'keeping_unknown', choices(file.item, kinds))),
    ...keeping
      .filter(({ lang, isRead, fields }) => lang === 'fi' && isRead && Boolean(fields.months) === Boolean(fields.days))
      .map((file) => fieldFault(file, ['months'], 'keeping_time')),
  ];
}
