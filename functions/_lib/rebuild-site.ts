// rebuild-site: asks the host to build the site anew. What depends on the day, and who confirmed what, is told as of the build.
import { isLoopback } from '#domain/is-loopback.ts';
import { env } from './env.ts';
import { log } from './log.ts';

/** The hook only takes the wish in; the build itself goes on for minutes after its answer. */
const TIMEOUT_MS = 10_000;

/** Whoever sees the address can order builds: it goes over https, or stays on this machine. */
const isSafe = (url: string): boolean => {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
};

export type Rebuilt = 'asked' | 'no hook' | 'failed';

/** What went wrong stands in the log, without the address; the next night tries again. */
export async function rebuildSite(): Promise<Rebuilt> {
  const { BUILD_HOOK_URL } = env();
  if (!BUILD_HOOK_URL) {
    log(
      'info',
      'site not rebuilt: there is no BUILD_HOOK_URL, so what depends on the day is told as of the last deploy',
    );
    return 'no hook';
  }
  if (!isSafe(BUILD_HOOK_URL)) {
    log('error', 'site not rebuilt: BUILD_HOOK_URL is no https address');
    return 'failed';
  }
  try {
    const answer = await fetch(BUILD_HOOK_URL, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!answer.ok) {
      log('error', 'site not rebuilt: the build hook refused', { status: answer.status });
      return 'failed';
    }
  } catch (error) {
    const { cause, name } = error as Error & { cause?: { code?: string } };
    log('error', 'site not rebuilt: the build hook did not answer', { code: cause?.code ?? name });
    return 'failed';
  }
  log('info', 'site is being rebuilt');
  return 'asked';
}
