// The services of the content as the matcher reads them, without a build.
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import type { ServiceText } from '#domain/match/match-data.ts';
import type { Language } from '#domain/routes.ts';

const FRONT = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;

export type ContentService = ServiceText & { slug: string; keywords: string[]; needs: string[] };

/** `slug` is the service's id, which is the same in every language. */
export function contentServices(lang: Language): ContentService[] {
  return globSync(`content/services/*.${lang}.md`)
    .sort()
    .map((file) => {
      const [, front = '', text = ''] = FRONT.exec(readFileSync(file, 'utf8')) ?? [];
      const { name, summary, keywords, needs, forWhom, youGet } = parse(front);
      const body = [forWhom, ...youGet, text].join('\n');
      return { slug: basename(file, `.${lang}.md`), title: name, summary, keywords, needs, body };
    });
}
