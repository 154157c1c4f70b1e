// Before a build: asks the published portal which providers confirmed their texts by letter, for site/catalogue/confirmations.ts.
import { parseConfirmations } from '../domain/confirmations.ts';

/** The answer is a list of some hundred days. A portal that takes longer for it is not waited for. */
const TIMEOUT_MS = 5000;

const NO_LIST = 'its answer is not such a list';
const REASONS = {
  SyntaxError: NO_LIST,
  ZodError: NO_LIST,
  $ZodError: NO_LIST,
  TimeoutError: 'it did not answer in time',
};

/** Empty when the portal cannot tell; the build goes on, since the days in the content are true as well. */
export async function fetchConfirmations(url, logger, timeoutMs = TIMEOUT_MS) {
  try {
    const answer = await fetch(url, {
      signal: AbortSignal.timeout(timeoutMs),
      headers: { accept: 'application/json' },
    });
    if (!answer.ok) throw new Error(`it answered ${answer.status}`);
    return parseConfirmations(await answer.text());
  } catch (error) {
    const reason = REASONS[error.name] ?? error.cause?.code ?? error.message;
    logger.warn(
      `${url} does not tell which providers confirmed their texts (${reason}). ` +
        'The days in content/providers are used until the next build. Before the first deploy this is as it should be.',
    );
    return new Map();
  }
}

/** `url` is undefined where there is no portal to ask. */
export function readConfirmations(url) {
  return {
    name: 'read-confirmations',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig, logger }) => {
        const found = command === 'build' && url ? await fetchConfirmations(url, logger) : new Map();
        if (found.size > 0) logger.info(`confirmed by letter: ${found.size} provider(s)`);
        updateConfig({ vite: { define: { __CONFIRMATIONS__: JSON.stringify([...found]) } } });
      },
    },
  };
}
