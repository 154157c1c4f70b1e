// Fills a letter's blocks with values and writes them as HTML and as plain text, both with the same care.
import type { LetterBlock } from '#domain/content/letter-blocks.ts';

export type LetterValues = Readonly<Record<string, string>>;
/** Whole blocks for a placeholder that stands alone in its paragraph; they are ready, and nothing in them is filled. */
export type LetterParts = Readonly<Record<string, readonly LetterBlock[]>>;

const fill = (text: string, values: LetterValues): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

/** Whether nothing stands behind the only things that a text would tell: "Services: {services}" where none was chosen. */
function tellsNothing(text: string, values: LetterValues): boolean {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  return names.length > 0 && names.every((name) => !values[name]);
}

/** The blocks with values and parts in place; a block, or an item of a list, that came out empty is left out. */
export function fillBlocks(
  blocks: readonly LetterBlock[],
  values: LetterValues,
  parts: LetterParts = {},
): LetterBlock[] {
  return blocks
    .flatMap((block): LetterBlock | readonly LetterBlock[] => {
      if (block.kind === 'list')
        return {
          ...block,
          items: block.items.filter((item) => !tellsNothing(item, values)).map((item) => fill(item, values)),
        };
      if (block.kind === 'link')
        return { ...block, label: fill(block.label, values), target: values[block.target] ?? '' };
      const [, alone = ''] = /^\{(\w+)\}$/.exec(block.text) ?? [];
      return parts[alone] ?? { ...block, text: fill(block.text, values).trim() };
    })
    .filter((block) =>
      block.kind === 'list' ? block.items.length > 0 : block.kind === 'link' ? block.target : block.text,
    );
}

/** A subject line: one line whatever stands in the values, short enough for every mail service, and no half character at its end. */
export const fillSubject = (subject: string, values: LetterValues): string =>
  fill(subject, values)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200)
    .replace(/[\ud800-\udbff]$/, '');

export function blocksAsText(blocks: readonly LetterBlock[]): string {
  return blocks
    .map((block) => {
      switch (block.kind) {
        case 'heading':
          return block.text.toUpperCase();
        case 'list':
          return block.items.map((item) => `- ${item}`).join('\n');
        case 'quote':
          return block.text.replace(/^/gm, '> ');
        case 'link':
          return `${block.label}:\n${block.target}`;
        default:
          return block.text;
      }
    })
    .join('\n\n');
}
