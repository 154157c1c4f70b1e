// What a file is called here: the last part of the name that came with it, without anything that hides, misleads or leads elsewhere.
import { countCharacters, LIMITS } from '../limits.ts';
import { DOCUMENT_KINDS, type DocumentKind } from './kinds.ts';

// What shows nothing, or turns the reading direction so that `…fdp.exe` reads as `…exe.pdf`; and what file systems forbid.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;
const FORBIDDEN = /["<>:|?*]/g;

/** Empty when nothing of it may stay. */
export function plainName(sent: unknown): string {
  if (typeof sent !== 'string') return '';
  const last = sent.normalize('NFC').toWellFormed().split(/[/\\]/).at(-1) ?? '';
  return last
    .replace(UNSEEN, '')
    .replace(FORBIDDEN, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
}

/** Ends as the kind does, whatever it ended with: the ending says to a computer what to open it with. */
export function documentName(sent: unknown, kind: DocumentKind, unnamed: string): string {
  const { endings } = DOCUMENT_KINDS[kind];
  const name = plainName(sent);
  const ending = /\.([^.]+)$/.exec(name)?.[1] ?? '';
  const known = (endings as readonly string[]).includes(ending.toLowerCase()) ? ending : undefined;
  const stem = (known ? name.slice(0, -known.length - 1) : name).replace(/[. ]+$/, '') || unnamed;
  const end = `.${known ?? endings[0]}`;
  const room = LIMITS.documentName.max - countCharacters(end);
  return `${[...stem].slice(0, room).join('').trimEnd()}${end}`;
}

/** Until its content is known: as it came, but plain and no longer than may be. */
export const announcedName = (sent: unknown, unnamed: string): string =>
  [...(plainName(sent) || unnamed)]
    .slice(0, LIMITS.documentName.max)
    .join('')
    .replace(/[. ]+$/, '');
