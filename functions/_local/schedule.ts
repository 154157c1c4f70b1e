// Scheduled functions: run by their cron expression in UTC as on Netlify, never twice at once, and on demand in tests.
import type { Config } from '@netlify/functions';
import { Cron } from 'croner';
import type { LocalFunction } from './build-functions.ts';
import { netlifyContext } from './netlify-context.ts';
import type { PendingWork } from './pending-work.ts';

const cronOf = (config: Config) =>
  'schedule' in config && typeof config.schedule === 'string' ? config.schedule : undefined;

export function schedule(functions: LocalFunction[], work: PendingWork) {
  const running = new Map<string, Promise<Response | undefined>>();

  /** One that is running is waited for instead of started again. */
  function run(fn: LocalFunction): Promise<Response | undefined> {
    const now = running.get(fn.name);
    if (now) return now;
    const request = new Request(`http://localhost/.netlify/functions/${fn.name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ next_run: new Date().toISOString() }),
    });
    const done = Promise.resolve()
      .then(() => fn.handler(request, netlifyContext(request, {}, {}, work)))
      .finally(() => running.delete(fn.name));
    running.set(fn.name, done);
    work.add(done);
    return done;
  }

  const scheduled = functions.filter((fn) => cronOf(fn.config));
  const timers = scheduled.map(
    (fn) => new Cron(cronOf(fn.config) ?? '', { timezone: 'UTC', unref: true }, () => void run(fn).catch(() => {})),
  );
  return {
    names: scheduled.map(({ name }) => name),
    /** Undefined when there is no such scheduled function. */
    runNow(name: string): Promise<Response | undefined> | undefined {
      const fn = scheduled.find((one) => one.name === name);
      return fn && run(fn);
    },
    stop() {
      for (const timer of timers) timer.stop();
    },
  };
}
