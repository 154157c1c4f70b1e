// A page of running text in one language, with the version that stands in its Finnish file.
import type { PageId, PageTexts } from '#domain/content/page.ts';
import type { Language } from '#domain/routes.ts';
import { textsEntry } from './by-language.ts';
import { loadContent, type Renderable } from './load-content.ts';

export type TextPage = PageTexts & { version: string | undefined; entry: Renderable };

export async function getPage(id: PageId, lang: Language): Promise<TextPage> {
  const { pages, pagesTranslated } = await loadContent();
  const entry = textsEntry(pages, pagesTranslated, id, lang);
  const { title, summary } = entry.data;
  return { title, summary, version: pages.find((page) => page.id === `${id}.fi`)?.data.version, entry };
}
