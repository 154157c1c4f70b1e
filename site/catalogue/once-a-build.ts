// What is reckoned once, or once for each language, however many pages of a build ask for it.
import type { Language } from '#domain/routes.ts';

/** In `astro dev` the files change under a running server, so there it is reckoned anew each time. */
export function onceABuild<Asked extends [] | [lang: Language], Value>(
  reckon: (...asked: Asked) => Promise<Value>,
): (...asked: Asked) => Promise<Value> {
  const known = new Map<Language | undefined, Promise<Value>>();
  return (...asked) => {
    const value = (!import.meta.env.DEV && known.get(asked[0])) || reckon(...asked);
    known.set(asked[0], value);
    return value;
  };
}
