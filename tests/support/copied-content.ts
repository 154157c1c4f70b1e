// The portal's own content, its services written out again under other names until there are as many files as asked for.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Ids and slugs get a number; a slug has at most 60 characters, so it is replaced, not lengthened. */
const renamed = (text: string, lang: string, copy: number): string =>
  text.replace(/^slug: .*$/m, `slug: palvelu-${lang}-${copy}`).replace(/^aliases: .*(\n {2}- .*)*$/m, 'aliases: []');

const LANGUAGES = ['fi', 'sv', 'en'];

/** Into `folder`, as `content` and `public`; returns the content folder and how many Markdown files lie in it. */
export function copiedContent(root: string, folder: string, wanted: number): { content: string; files: number } {
  const content = join(folder, 'content');
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, 'content'), content, { recursive: true });
  cpSync(join(root, 'public'), join(folder, 'public'), { recursive: true });
  const services = join(content, 'services');
  const items = readdirSync(services).flatMap((name) =>
    name.endsWith('.fi.md') ? [name.slice(0, -'.fi.md'.length)] : [],
  );
  const texts = new Map(
    items.flatMap((item) =>
      LANGUAGES.map((lang) => [`${item}.${lang}`, readFileSync(join(services, `${item}.${lang}.md`), 'utf8')] as const),
    ),
  );
  let files = readdirSync(content, { recursive: true }).filter((name) => String(name).endsWith('.md')).length;
  for (let copy = 0; files + LANGUAGES.length <= wanted; copy++) {
    const item = items[copy % items.length] as string;
    for (const lang of LANGUAGES)
      writeFileSync(
        join(services, `${item}-${copy}.${lang}.md`),
        renamed(texts.get(`${item}.${lang}`) ?? '', lang, copy),
      );
    files += LANGUAGES.length;
  }
  return { content, files };
}
