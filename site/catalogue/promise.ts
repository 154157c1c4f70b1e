// The promise in one language. There is one today; a second would need to be named by the page that shows it.
import type { PromiseFacts, PromiseTexts } from '#domain/content/promise.ts';
import type { Language } from '#domain/routes.ts';
import { textsEntry } from './by-language.ts';
import { loadContent, type Renderable } from './load-content.ts';

export type ServicePromise = PromiseFacts & PromiseTexts & { id: string; entry: Renderable };

export async function getPromises(lang: Language): Promise<ServicePromise[]> {
  const { promises, promisesTranslated } = await loadContent();
  return promises.map(({ id: finnishId, data }) => {
    const id = finnishId.replace(/\.fi$/, '');
    const entry = textsEntry(promises, promisesTranslated, id, lang);
    return { ...data, ...entry.data, id, entry };
  });
}

export async function getPromise(lang: Language): Promise<ServicePromise> {
  const [promise] = await getPromises(lang);
  if (!promise) throw new Error('content/promises: there must be a promise');
  return promise;
}
