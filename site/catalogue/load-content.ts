// Reads all collections once per build. That they fit together was checked before the build began: site/integrations/check-content.mjs.
import { type CollectionEntry, getCollection } from 'astro:content';

async function readCollections() {
  return {
    services: await getCollection('services'),
    servicesTranslated: await getCollection('servicesTranslated'),
    providers: await getCollection('providers'),
    providersTranslated: await getCollection('providersTranslated'),
    promises: await getCollection('promises'),
    promisesTranslated: await getCollection('promisesTranslated'),
    surveys: await getCollection('surveys'),
    surveysTranslated: await getCollection('surveysTranslated'),
    changes: await getCollection('changes'),
    changesTranslated: await getCollection('changesTranslated'),
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
    replies: await getCollection('replies'),
    repliesTranslated: await getCollection('repliesTranslated'),
    keeping: await getCollection('keeping'),
    keepingTranslated: await getCollection('keepingTranslated'),
    letters: await getCollection('letters'),
  };
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
