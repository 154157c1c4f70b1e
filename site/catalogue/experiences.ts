// Companies' own words about a service, in one language, the newest first.
import type { ExperienceFacts, ExperienceTexts } from '#domain/content/experience.ts';
import type { Language } from '#domain/routes.ts';
import { groupedBy } from './grouped-by.ts';
import { joinTexts } from './join-texts.ts';
import { loadContent, type Renderable } from './load-content.ts';
import { onceABuild } from './once-a-build.ts';

export type Experience = ExperienceFacts & ExperienceTexts & { id: string; entry: Renderable };

const ofServices = onceABuild(async (lang: Language) => {
  const { experiences, experiencesTranslated } = await loadContent();
  const newestFirst = joinTexts(experiences, experiencesTranslated, lang).sort((a, b) =>
    b.given.localeCompare(a.given),
  );
  return groupedBy(newestFirst, ({ service }) => [service]);
});

export const getExperiencesOf = async (service: string, lang: Language): Promise<Experience[]> =>
  (await ofServices(lang))(service);
