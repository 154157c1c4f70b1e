// Work that goes on after the answer (context.waitUntil): kept count of, so that stopping waits for it.
export class PendingWork {
  readonly #open = new Set<Promise<unknown>>();

  add(work: Promise<unknown>): void {
    const settled = Promise.resolve(work)
      .catch((error) => console.error('Work after an answer failed:', error))
      .finally(() => this.#open.delete(settled));
    this.#open.add(settled);
  }

  /** Waits for all of it, also for what it starts, but no longer than this. Tells whether all was done. */
  async finish(graceMs: number): Promise<boolean> {
    const until = Date.now() + graceMs;
    while (this.#open.size > 0 && Date.now() < until) {
      const timer = Promise.withResolvers<void>();
      const tired = setTimeout(timer.resolve, until - Date.now());
      await Promise.race([Promise.all(this.#open), timer.promise]);
      clearTimeout(tired);
    }
    return this.#open.size === 0;
  }
}
