// Stops a build whose content is wrong, before Astro reads it: all faults at once, with their lines, as npm run content:check tells them.
import { fileURLToPath } from 'node:url';
import { AstroError } from 'astro/errors';
import { checkContent as check } from '../domain/content-check/check-content.ts';
import { isWarning } from '../domain/content-check/fault.ts';
import { faultReport } from '../domain/content-check/report.ts';
import { helsinkiDate } from '../domain/helsinki-time.ts';
import { localeLanguage } from './locale-language.ts';
import { readContentFolder } from './read-content-folder.ts';

/** Named from the repository's root, where the build runs. */
const FOLDER = 'content';

export function checkContent(env) {
  return {
    name: 'check-content',
    hooks: {
      'astro:config:setup': ({ command, config, logger }) => {
        if (command !== 'build') return;
        const folder = fileURLToPath(new URL(FOLDER, config.root));
        const { content, faults } = check({ ...readContentFolder(folder), today: helsinkiDate(new Date()) });
        const wrong = faults.filter((fault) => !isWarning(fault));
        if (wrong.length) {
          const lines = faultReport(wrong, localeLanguage(env), FOLDER);
          const error = new AstroError(`The content is wrong:\n${lines}`, 'npm run content:check tells the same.');
          // Where in our code it was thrown says nothing to an editor.
          error.stack = '';
          throw error;
        }
        logger.info(`${content.files.length} files, ${faults.length} warnings`);
      },
    },
  };
}
