// A content file out of values: front matter that YAML reads back as the same values, remarks about what is missing, the body.
export type Value = string | number | boolean | Value[] | { [key: string]: Value };

export type Line = { field: string; value: Value } | { missing: string; why: string };

/** `flow` stands on one line, with brackets or braces; `block` gives each item a line of its own. */
export type Style = 'flow' | 'block';

/** As wide as a line may get before braces are worth opening. */
const WIDTH = 120;

export function contentFile(lines: Line[], body: string): string {
  const front = lines.map((line) =>
    'missing' in line ? `# MISSING ${line.missing}: ${oneLine(line.why)}` : frontMatterField(line.field, line.value),
  );
  return `---\n${front.join('\n')}\n---\n${body ? `${body}\n` : ''}`;
}

/** One field, without a line break at its end. `style` is that of what stood there before, so that an edit changes no more than it says. */
export function frontMatterField(name: string, value: Value, style = styleOf(name, value)): string {
  return lines(name, value, '', style).join('\n');
}

function styleOf(name: string, value: Value): Style {
  if (typeof value !== 'object') return 'flow';
  if (!Array.isArray(value)) return `${name}: ${inline(value, false)}`.length <= WIDTH ? 'flow' : 'block';
  return value.every((item) => typeof item === 'string' && item.length < 30) ? 'flow' : 'block';
}

function lines(name: string, value: Value, indent: string, style: Style): string[] {
  if (typeof value !== 'object' || style === 'flow' || isEmpty(value))
    return [`${indent}${key(name)}: ${inline(value, false)}`];
  const inside = `${indent}  `;
  if (!Array.isArray(value)) {
    return [
      `${indent}${key(name)}:`,
      ...Object.entries(value).flatMap(([key, one]) => lines(key, one, inside, styleOf(key, one))),
    ];
  }
  return [`${indent}${key(name)}:`, ...value.flatMap((item) => listItem(item, inside))];
}

function listItem(item: Value, indent: string): string[] {
  if (typeof item !== 'object' || Array.isArray(item) || isEmpty(item)) return [`${indent}- ${inline(item, false)}`];
  const fields = Object.entries(item).flatMap(([key, one]) => lines(key, one, `${indent}  `, styleOf(key, one)));
  return fields.map((line, at) => (at === 0 ? `${indent}- ${line.trimStart()}` : line));
}

const isEmpty = (value: object): boolean => Object.keys(value).length === 0;

function inline(value: Value, inFlow: boolean): string {
  if (typeof value === 'string') return scalar(value, inFlow);
  if (Array.isArray(value)) return `[${value.map((one) => inline(one, true)).join(', ')}]`;
  if (typeof value === 'object') {
    if (isEmpty(value)) return '{}';
    return `{ ${Object.entries(value)
      .map(([name, inner]) => `${key(name)}: ${inline(inner, true)}`)
      .join(', ')} }`;
  }
  return String(value);
}

/** Our fields are words of letters. `on` stands in the files as it is: only YAML 1.1 took it for a truth value. */
const key = (name: string): string => (/^(?:yes|no|y|n|true|false|null)$/.test(name) ? `'${name}'` : name);

/** Words that YAML cannot take for anything else stand without quotes, as an editor would write them. */
function scalar(text: string, inFlow: boolean): string {
  if (UNPRINTABLE.test(text)) return JSON.stringify(text).replace(UNPRINTABLE_ALL, escaped);
  if (DAY.test(text)) return text;
  const isPlain = text === text.trim() && !STARTS.test(text) && !BREAKS.test(text) && !LITERAL.test(text);
  return isPlain && !(inFlow && FLOW_MARKS.test(text)) ? text : `'${text.replaceAll("'", "''")}'`;
}

const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/u;
const UNPRINTABLE_ALL = new RegExp(UNPRINTABLE, 'gu');
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
/** A date of the schemas' own, which read it as text whether quoted or not. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Marks that begin something else than text, and the sign of a number or of a phone number. */
const STARTS = /^(?:$|[-?:,[\]{}#&*!|>'"%@`+.=<~])/;
/** What would end the text or begin a comment. */
const BREAKS = /:(?: |$)| #/;
/** Words and numbers of YAML 1.1 and 1.2, and moments. */
const LITERAL = /^(?:true|false|yes|no|on|off|null|y|n|\d[\d._:a-fox+-]*|\d{4}-\d{1,2}-\d{1,2}.*)$/i;
/** Inside brackets and braces these part items. */
const FLOW_MARKS = /[,:[\]{}]/;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
