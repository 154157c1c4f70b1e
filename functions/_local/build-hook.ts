// The stand-in for Netlify's build hook: takes the wish in at once and builds afterwards, one build at a time.
import { replaceSite } from './build-site.ts';

export interface BuildHook {
  /** Resolves when the site that was wished for is served, or could not be built. */
  build(): Promise<void>;
  stop(): void;
}

export function createBuildHook({
  root,
  env,
  say,
}: {
  root: string;
  env: Record<string, string | undefined>;
  say: (line: string) => void;
}): BuildHook {
  const abort = new AbortController();
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  async function one(): Promise<void> {
    try {
      await replaceSite(root, env, abort.signal);
      say('Site: built anew');
    } catch (error) {
      if (!abort.signal.aborted) say(error instanceof Error ? error.message : String(error));
    }
  }

  return {
    /** Wishes that come during a build are one more build, since the running one may have read too early for them. */
    build(): Promise<void> {
      if (!running) {
        running = one().finally(() => {
          running = undefined;
        });
        return running;
      }
      next ??= running.then(() => {
        next = undefined;
        return this.build();
      });
      return next;
    },
    stop: () => abort.abort(),
  };
}
