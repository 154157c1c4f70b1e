// Shares pages out between two renderers, this thread's own and another: whoever is free takes the next.
import { setImmediate as afterOtherWork } from 'node:timers/promises';

/** How many pages the other one holds, so that it need not wait while this thread is busy with a slow one. */
export const HELD = 24;

/** `there` answers with nothing what it cannot render; that is rendered here, and whatever is wrong with it is told here. */
export function twoRenderers(here, there) {
  const waiting = [];
  let held = 0;
  let working = false;

  async function give({ args, resolve }) {
    held += 1;
    const response = await there(...args);
    held -= 1;
    resolve(response ?? here(...args));
    shareOut();
  }

  async function work() {
    working = true;
    for (;;) {
      // Between two pages, what the other one has sent is taken in and what is ready is written.
      await afterOtherWork();
      const next = waiting.shift();
      if (!next) break;
      await here(...next.args).then(next.resolve, next.reject);
    }
    working = false;
  }

  function shareOut() {
    while (held < HELD && waiting.length > 0) give(waiting.shift());
    if (!working && waiting.length > 0) work();
  }

  return (...args) =>
    new Promise((resolve, reject) => {
      waiting.push({ args, resolve, reject });
      shareOut();
    });
}
