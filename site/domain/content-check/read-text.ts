// A file's bytes as text, or why they are none.
import type { Fault } from './fault.ts';

/** A text of 5,000 characters with its fields is a fiftieth of it; reading more as fields would take seconds. */
const MAX_KILOBYTES = 1024;

const UTF16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];
const BOM = '\uFEFF';

/** Letters that were UTF-8, were read as Latin-1 and saved again, or that could not be read at all. */
const GARBLED = /\uFFFD|Ã[¤¶¥„–…©¨]|â€./;

/** What no keyboard writes: a file of a word processor, or a slip of a program. The site's reader refuses it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;

export function readText(file: string, bytes: Uint8Array): [string | undefined, Fault[]] {
  const refuse = (code: Fault['code'], more: Partial<Fault> = {}): [undefined, Fault[]] => [
    undefined,
    [{ file, path: [], code, ...more }],
  ];
  const size = Math.ceil(bytes.length / 1024);
  if (size > MAX_KILOBYTES) return refuse('file_too_big', { params: { size, max: MAX_KILOBYTES } });
  if (UTF16.some(([first, second]) => bytes[0] === first && bytes[1] === second)) return refuse('not_utf8');
  const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (whole.includes('\uFFFD') && !isUtf8(bytes)) return refuse('not_utf8', { line: lineOf(whole, '\uFFFD') });
  const text = whole.startsWith(BOM) ? whole.slice(1) : whole;
  if (text.trim() === '') return refuse('file_empty');
  const control = CONTROL.exec(text)?.[0];
  if (control) {
    const params = { found: `U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` };
    return refuse('garbled', { line: lineOf(text, control), params });
  }
  const faults: Fault[] = text === whole ? [] : [{ file, line: 1, path: [], code: 'utf8_bom' }];
  const found = GARBLED.exec(text)?.[0];
  if (found) faults.push({ file, line: lineOf(text, found), path: [], code: 'garbled', params: { found } });
  return [text, faults];
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const lineOf = (text: string, found: string): number => text.slice(0, text.indexOf(found)).split('\n').length;
