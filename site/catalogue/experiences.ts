// Companies' own words in one language, the newest first.
import type { ExperienceFacts, ExperienceTexts } from '#domain/content/experience.ts';
import type { Language } from '#domain/routes.ts';
import { joinTexts } from './join-texts.ts';
import { loadContent, type Renderable } from './load-content.ts';

export type Experience = ExperienceFacts & ExperienceTexts & { id: string; entry: Renderable };

export async function getExperiences(lang: Language): Promise<Experience[]> {
  const { experiences, experiencesTranslated } = await loadContent();
  return joinTexts(experiences, experiencesTranslated, lang).sort((a, b) => b.given.localeCompare(a.given));
}
