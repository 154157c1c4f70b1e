// Stops a build whose content is wrong before any page is made: all faults at once, with their lines, as npm run content:check tells them.
import { fileURLToPath } from 'node:url';
import { AstroError } from 'astro/errors';
import { beside } from './beside.mjs';
import { localeLanguage } from './locale-language.ts';

const CHECK = new URL('./check-beside.mjs', import.meta.url);
/** Named from the repository's root, where the build runs. */
const FOLDER = 'content';

async function check(root, lang) {
  const folder = fileURLToPath(new URL(FOLDER, root));
  const { report, ...counts } = await beside(CHECK, { folder, name: FOLDER, lang });
  if (!report) return counts;
  const error = new AstroError(`The content is wrong:\n${report}`, 'npm run content:check tells the same.');
  // Where in our code it was thrown says nothing to an editor.
  error.stack = '';
  throw error;
}

export function checkContent(env) {
  let checking;
  return {
    name: 'check-content',
    hooks: {
      'astro:config:setup': ({ command, config }) => {
        if (command !== 'build') return;
        checking = check(config.root, localeLanguage(env));
        checking.catch(() => {}); // it is told when it is waited for
        // Astro reads the content meanwhile. Where it stumbles first, site/content.config.ts lets the check speak.
        globalThis.contentChecked = checking;
      },
      'astro:build:start': async ({ logger }) => {
        const { files, warnings } = await checking;
        logger.info(`${files} files, ${warnings} warnings`);
      },
    },
  };
}
