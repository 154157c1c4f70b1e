// Reads all collections once per build and refuses to go on when they do not fit together.
import { type CollectionEntry, getCollection } from 'astro:content';
import { contentFaults } from './faults.ts';
import { stringFaults } from './string-faults.ts';

async function readCollections() {
  const content = {
    services: await getCollection('services'),
    servicesTranslated: await getCollection('servicesTranslated'),
    providers: await getCollection('providers'),
    providersTranslated: await getCollection('providersTranslated'),
    promises: await getCollection('promises'),
    promisesTranslated: await getCollection('promisesTranslated'),
    surveys: await getCollection('surveys'),
    surveysTranslated: await getCollection('surveysTranslated'),
    events: await getCollection('events'),
    eventsTranslated: await getCollection('eventsTranslated'),
    experiences: await getCollection('experiences'),
    experiencesTranslated: await getCollection('experiencesTranslated'),
    tools: await getCollection('tools'),
    toolsTranslated: await getCollection('toolsTranslated'),
    alerts: await getCollection('alerts'),
    alertsTranslated: await getCollection('alertsTranslated'),
    governance: await getCollection('governance'),
    governanceTranslated: await getCollection('governanceTranslated'),
    pages: await getCollection('pages'),
    pagesTranslated: await getCollection('pagesTranslated'),
    letters: await getCollection('letters'),
  };
  const faults = [...contentFaults(content), ...stringFaults()];
  if (faults.length) throw new Error(`The content has ${faults.length} fault(s):\n  ${faults.join('\n  ')}`);
  return content;
}

export type Content = Awaited<ReturnType<typeof readCollections>>;
export type Renderable = CollectionEntry<keyof Content>;

let loaded: Promise<Content> | undefined;

/** In `astro dev` the files change under a running server, so only a build keeps what it read. */
export function loadContent(): Promise<Content> {
  if (import.meta.env.DEV) return readCollections();
  loaded ??= readCollections();
  return loaded;
}
