// The keeping times in one language, in the order of the privacy notice's table.
import type { Language } from '#domain/routes.ts';
import { joinTexts } from './join-texts.ts';
import { loadContent } from './load-content.ts';

export async function getKeeping(lang: Language) {
  const { keeping, keepingTranslated } = await loadContent();
  return joinTexts(keeping, keepingTranslated, lang).toSorted((a, b) => a.order - b.order || a.id.localeCompare(b.id));
}
