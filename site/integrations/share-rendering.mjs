// Renders the pages in two threads, where the machine has two cores: rendering is most of a large build.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { HELD, twoRenderers } from './two-renderers.mjs';

const RENDER = new URL('./render-beside.mjs', import.meta.url);
/** The site's pages with what renders them, in Astro's own form for other runtimes; it goes when the build is done. */
const BUNDLE = 'page-renderer.mjs';

/** From so many content files on, a second thread is worth its start, in which it reads the whole bundle and all collections once more. */
const WORTH_IT = 2000;

/** So many are begun at a time: what the two of them hold, and what is being written. */
const BEGUN = HELD + 8;

const bundleRenderer = {
  name: 'bundle-renderer',
  applyToEnvironment: ({ name }) => name === 'prerender',
  buildStart() {
    this.emitFile({ type: 'chunk', id: 'astro/app/entrypoint', fileName: BUNDLE });
  },
};

/** An answer whose bytes are here: a Response would copy them, and once more when Astro reads them. */
const answerOf = (headers, body) => ({
  response: { status: 200, headers: new Headers(headers), body, arrayBuffer: async () => body },
});

/** `ask` resolves with nothing where the thread cannot render or is gone: the build goes on without it, only slower. */
function startThread(bundle, logger) {
  // What Node itself was told, a profile for one, is for the build.
  const thread = new Worker(RENDER, { workerData: bundle, execArgv: [] });
  const asked = new Map();
  let gone = false;
  thread.on('message', ({ id, status, headers, body }) => {
    asked.get(id)(status === 200 ? answerOf(headers, body) : undefined);
    asked.delete(id);
  });
  thread.on('error', (error) => {
    logger.warn(`the second thread is gone, this one renders the rest: ${error.message}`);
    gone = true;
    for (const resolve of asked.values()) resolve(undefined);
  });
  let count = 0;
  const ask = ({ url }, { routeData }) =>
    new Promise((resolve) => {
      if (gone) return resolve(undefined);
      count += 1;
      asked.set(count, resolve);
      thread.postMessage({ id: count, url, component: routeData.component });
    });
  return { ask, end: () => thread.terminate() };
}

export function shareRendering() {
  let outDir;
  return {
    name: 'share-rendering',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build' || availableParallelism() < 2) return;
        updateConfig({ build: { concurrency: BEGUN }, vite: { plugins: [bundleRenderer] } });
      },
      'astro:config:done': ({ config }) => {
        outDir = config.outDir;
      },
      'astro:build:start': async ({ setPrerenderer, logger }) => {
        if (availableParallelism() < 2 || (await globalThis.contentChecked).files < WORTH_IT) return;
        setPrerenderer((own) => {
          let thread;
          let render;
          return {
            ...own,
            name: 'two-threads',
            setup: async () => {
              thread = startThread(new URL(`.prerender/${BUNDLE}`, outDir).href, logger);
              render = twoRenderers((...page) => own.render(...page), thread.ask);
              await own.setup?.();
            },
            render: (...page) => render(...page),
            teardown: async () => {
              await thread.end();
              await own.teardown?.();
            },
          };
        });
      },
    },
  };
}
