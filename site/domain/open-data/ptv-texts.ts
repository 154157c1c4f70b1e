// Our texts as the catalogue's two Markdown fields, and back: what is for whom, what one gets and how long stand in the description, the steps and the promise in the instructions.
import type { Language } from '../routes.ts';
import type { OpenServiceTexts, OpenStep } from './open-content.ts';
import { plainText } from './plain-text.ts';

// The labels are part of the format, not of the interface: were they changed, older exports could no longer be read back.
const LABELS = {
  fi: { forWhom: 'Kenelle', youGet: 'Mitä saat', duration: 'Kesto', promise: 'Palvelulupaus' },
  sv: { forWhom: 'För vem', youGet: 'Vad du får', duration: 'Tid', promise: 'Servicelöfte' },
  en: { forWhom: 'Who it is for', youGet: 'What you get', duration: 'Duration', promise: 'Service promise' },
} as const satisfies Record<Language, Record<string, string>>;

/** How the parts are written: as Markdown for interface 12, or for 11, which knows none, as it would be read. */
export type Writing = {
  strong(text: string): string;
  emphasis(text: string): string;
  text(plain: string): string;
  body(markdown: string): string;
};
type Described = Pick<OpenServiceTexts, 'forWhom' | 'youGet' | 'duration' | 'body'>;

export function ptvDescription(
  { forWhom, youGet, duration, body }: Described,
  lang: Language,
  write: Writing = MARKDOWN,
): string {
  const label = (name: keyof (typeof LABELS)[Language]) => write.strong(`${LABELS[lang][name]}:`);
  return [
    forWhom && `${label('forWhom')} ${write.text(forWhom)}`,
    youGet.length > 0 && `${label('youGet')}\n\n${youGet.map((item) => `- ${write.text(item)}`).join('\n')}`,
    duration && `${label('duration')} ${write.text(duration)}`,
    write.body(body),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** What ptvDescription wrote comes back as it was; anything else becomes the body. */
export function readDescription(markdown: string, lang: Language): Described {
  const label = LABELS[lang];
  let rest = tidy(markdown);
  const take = (pattern: string): string => {
    const [whole = '', found = ''] = new RegExp(`^${pattern}(?:\\n\\n|$)`).exec(rest) ?? [];
    rest = rest.slice(whole.length);
    return found;
  };
  const forWhom = unescaped(take(`\\*\\*${label.forWhom}:\\*\\* ([^\\n]+)`));
  const items = take(`\\*\\*${label.youGet}:\\*\\*\\n\\n((?:- [^\\n]+(?:\\n(?=- )|(?=\\n\\n|$)))+)`);
  const duration = unescaped(take(`\\*\\*${label.duration}:\\*\\* ([^\\n]+)`));
  const youGet = items ? items.split('\n').map((line) => unescaped(line.slice(2))) : [];
  return { forWhom, youGet, duration, body: rest };
}

export function ptvInstructions(steps: OpenStep[], promise: string, lang: Language, write = MARKDOWN): string {
  const { strong, emphasis, text } = write;
  const numbered = steps.map(
    ({ what, who, time }, at) => `${at + 1}. ${strong(text(what))} – ${text(who)}, ${emphasis(text(time))}`,
  );
  return [numbered.join('\n'), `${strong(`${LABELS[lang].promise}:`)} ${text(promise)}`].filter(Boolean).join('\n\n');
}

/** The promise is dropped: it is ours to make. `other` is what was not written by ptvInstructions. */
export function readInstructions(markdown: string, lang: Language): { steps: OpenStep[]; other: string } {
  const paragraphs = tidy(markdown).split('\n\n');
  const steps = readSteps(paragraphs[0] ?? '');
  const other = paragraphs
    .slice(steps.length ? 1 : 0)
    // With its markup from interface 12, without it from 11.
    .filter((paragraph) => !paragraph.replaceAll('**', '').startsWith(`${LABELS[lang].promise}: `));
  return { steps, other: other.join('\n\n') };
}

const TEXT = '((?:\\\\.|[^\\\\*\\n])+)';
const STEP = new RegExp(`^\\d+\\. \\*\\*${TEXT}\\*\\* – ${TEXT}, \\*${TEXT}\\*$`);

function readSteps(paragraph: string): OpenStep[] {
  const found = paragraph.split('\n').map((line) => STEP.exec(line));
  if (!found.every((match) => match !== null)) return [];
  return found.map(([, what = '', who = '', time = '']) => ({
    what: unescaped(what),
    who: unescaped(who),
    time: unescaped(time),
  }));
}

/** A Markdown text with the line ends of Unix and nothing at its ends. */
export const tidy = (markdown: string): string => markdown.replace(/\r\n?/g, '\n').trim();

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A plain text in one line, so that nothing in it is taken for markup. */
function escaped(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>~&]/g, '\\$&')
    .replace(/^[#+-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

const unescaped = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');

const asIs = (text: string): string => text;

const MARKDOWN: Writing = {
  strong: (text) => `**${text}**`,
  emphasis: (text) => `*${text}*`,
  text: escaped,
  body: tidy,
};
export const PLAIN: Writing = { strong: asIs, emphasis: asIs, text: oneLine, body: plainText };
