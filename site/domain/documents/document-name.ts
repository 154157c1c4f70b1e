// What a file is called here: the last part of the name that came with it, without anything that hides, misleads or leads elsewhere.
import { countCharacters, LIMITS } from '../limits.ts';
import { DOCUMENT_FORMATS, type DocumentFormat } from './formats.ts';

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

/** Ends as what it is, whatever it ended with: the ending says to a computer what to open it with. */
export function documentName(sent: unknown, format: DocumentFormat, unnamed: string): string {
  const endings: readonly string[] = DOCUMENT_FORMATS[format].endings;
  const name = plainName(sent);
  const ending = /\.([^.]+)$/.exec(name)?.[1] ?? '';
  const isKnown = endings.includes(ending.toLowerCase());
  const stem = (isKnown ? name.slice(0, -ending.length - 1) : name).replace(/[. ]+$/, '') || unnamed;
  const end = `.${ending.toLowerCase() === format ? ending : format}`;
  const room = LIMITS.documentName.max - countCharacters(end);
  return `${[...stem].slice(0, room).join('').trimEnd()}${end}`;
}

/** Until its content is known: as it came, but plain and no longer than may be. */
export const announcedName = (sent: unknown, unnamed: string): string =>
  [...(plainName(sent) || unnamed)]
    .slice(0, LIMITS.documentName.max)
    .join('')
    .replace(/[. ]+$/, '');
