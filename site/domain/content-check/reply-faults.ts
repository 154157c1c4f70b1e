// Templates of answers: plain text that is there, with placeholders that something fills.
import { lexer, type Token } from 'marked';
import { placeholdersIn } from '../content/letter.ts';
import { REPLY_PLACEHOLDERS } from '../content/reply.ts';
import type { Content } from './content.ts';
import type { ContentFile } from './content-file.ts';
import type { Fault } from './fault.ts';
import { bodyFault, unixLines } from './place.ts';
import { choices } from './schema-faults.ts';

export const replyFaults = ({ inFolder }: Pick<Content, 'inFolder'>): Fault[] =>
  inFolder.replies
    .filter(({ isRead }) => isRead)
    .flatMap((file) =>
      file.body.trim() ? [...placeholderFaults(file), ...formattingFaults(file)] : [bodyFault(file, 0, 'reply_empty')],
    );

const braces = (name: string): string => `{${name}}`;

function placeholderFaults(file: ContentFile): Fault[] {
  const known: readonly string[] = REPLY_PLACEHOLDERS;
  return placeholdersIn(file.body)
    .filter((name) => !known.includes(name))
    .map((name) => {
      const at = unixLines(file.body).indexOf(braces(name));
      return bodyFault(file, at, 'reply_placeholder', {
        placeholder: braces(name),
        ...choices(braces(name), known.map(braces)),
      });
    });
}

/** What a reader of plain text would see as signs. Lists with hyphens read well as they are, and so does a bare address. */
const PLAIN: readonly string[] = ['paragraph', 'text', 'space', 'list', 'list_item', 'br', 'escape'];

function formattingFaults(file: ContentFile): Fault[] {
  const body = unixLines(file.body);
  const isBareAddress = ({ type, raw }: Token): boolean =>
    type === 'link' && !raw.startsWith('[') && !raw.startsWith('<');
  const found = (tokens: readonly Token[]): Token[] =>
    tokens.flatMap((token) => {
      if (!PLAIN.includes(token.type)) return isBareAddress(token) ? [] : [token];
      return found(token.type === 'list' ? token.items : 'tokens' in token ? (token.tokens ?? []) : []);
    });
  return found(lexer(body)).map(({ raw }) =>
    bodyFault(file, Math.max(0, body.indexOf(raw)), 'reply_formatting', {
      excerpt: raw.trim().split('\n')[0]?.slice(0, 60) ?? '',
    }),
  );
}
