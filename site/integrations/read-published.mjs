// Before a build: asks the published portal what stands in its database and on static pages, for site/catalogue.
import { parseConfirmations } from '../domain/confirmations.ts';
import { parsePromiseFigures } from '../domain/open-data/promise-figures.ts';
import { CONFIRMATIONS, PROMISE_FIGURES } from '../domain/routes.ts';

/** The answers are a few hundred lines. A portal that takes longer for them is not waited for. */
const TIMEOUT_MS = 5000;

/** Which providers confirmed their texts by letter. */
export const confirmations = {
  path: CONFIRMATIONS,
  define: '__CONFIRMATIONS__',
  read: (json) => [...parseConfirmations(json)],
  without: 'The days in content/providers are used until the next build.',
};
/** How the promise has been kept. */
export const figures = {
  path: PROMISE_FIGURES,
  define: '__PROMISE_FIGURES__',
  read: parsePromiseFigures,
  without: 'Pages say until the next build that no figures are published.',
};

const NOT_SUCH = 'its answer has another shape';
const REASONS = {
  SyntaxError: NOT_SUCH,
  ZodError: NOT_SUCH,
  $ZodError: NOT_SUCH,
  TimeoutError: 'it did not answer in time',
};

/** Undefined when the portal cannot tell; the build goes on, and the log says without what. */
export async function fetchPublished(portal, { path, read, without }, logger, timeoutMs = TIMEOUT_MS) {
  const url = new URL(path, portal).href;
  try {
    const answer = await fetch(url, {
      signal: AbortSignal.timeout(timeoutMs),
      headers: { accept: 'application/json' },
    });
    if (!answer.ok) throw new Error(`it answered ${answer.status}`);
    return read(await answer.text());
  } catch (error) {
    const reason = REASONS[error.name] ?? error.cause?.code ?? error.message;
    logger.warn(`${url} does not tell (${reason}). ${without} Before the first deploy this is as it should be.`);
    return undefined;
  }
}

/** `portal` is undefined where there is none to ask. */
export function readPublished(portal) {
  return {
    name: 'read-published',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig, logger }) => {
        const asked = command === 'build' && portal;
        const entries = [confirmations, figures].map(async (source) => {
          const found = asked ? await fetchPublished(portal, source, logger) : undefined;
          return [source.define, JSON.stringify(found ?? null)];
        });
        updateConfig({ vite: { define: Object.fromEntries(await Promise.all(entries)) } });
      },
    },
  };
}
