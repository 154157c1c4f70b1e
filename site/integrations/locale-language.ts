// In which language an editor is told of faults: that of the machine, as programs of a terminal have it.
import type { FaultLanguage } from '../domain/content/fault-texts.ts';

/** The first that is set decides, as everywhere. */
export function localeLanguage(env: Record<string, string | undefined>): FaultLanguage {
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find(Boolean) ?? '';
  return /^fi(?![a-z])/i.test(locale) ? 'fi' : 'en';
}
