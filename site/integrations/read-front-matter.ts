// The fields of a content file as Astro itself reads them, so that the check sees the values that the site will show.
import { parseFrontmatter } from 'astro/markdown';

/** Throws where Astro would. */
export const readFrontMatter = (source: string): unknown => parseFrontmatter(`---\n${source}---\n`).frontmatter;
