// Tools elsewhere in one language, in alphabetical order.
import type { ToolFacts, ToolTexts } from '#domain/content/tool.ts';
import type { Language } from '#domain/routes.ts';
import { groupedBy } from './grouped-by.ts';
import { joinTexts } from './join-texts.ts';
import { loadContent, type Renderable } from './load-content.ts';
import { onceABuild } from './once-a-build.ts';

export type Tool = ToolFacts & ToolTexts & { id: string; entry: Renderable };

export const getTools = onceABuild(async (lang: Language): Promise<Tool[]> => {
  const { tools, toolsTranslated } = await loadContent();
  return joinTexts(tools, toolsTranslated, lang).sort((a, b) => a.name.localeCompare(b.name, lang));
});

const forServices = onceABuild(async (lang: Language) => groupedBy(await getTools(lang), ({ services }) => services));

/** Those that help with a service. */
export const getToolsFor = async (service: string, lang: Language): Promise<Tool[]> =>
  (await forServices(lang))(service);
