// Tools elsewhere in one language, in alphabetical order.
import type { ToolFacts, ToolTexts } from '#domain/content/tool.ts';
import type { Language } from '#domain/routes.ts';
import { joinTexts } from './join-texts.ts';
import { loadContent, type Renderable } from './load-content.ts';

export type Tool = ToolFacts & ToolTexts & { id: string; entry: Renderable };

export async function getTools(lang: Language): Promise<Tool[]> {
  const { tools, toolsTranslated } = await loadContent();
  return joinTexts(tools, toolsTranslated, lang).sort((a, b) => a.name.localeCompare(b.name, lang));
}
