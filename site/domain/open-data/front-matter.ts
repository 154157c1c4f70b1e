// A content file out of values: front matter that YAML reads back as the same values, remarks about what is missing, the body.
type Value = string | number | boolean | Value[] | { [key: string]: Value };

export type Line = { field: string; value: Value } | { missing: string; why: string };

export function contentFile(lines: Line[], body: string): string {
  const front = lines.map((line) =>
    'missing' in line ? `# MISSING ${line.missing}: ${oneLine(line.why)}` : field(line.field, line.value, ''),
  );
  return `---\n${front.join('\n')}\n---\n${body ? `${body}\n` : ''}`;
}

function field(name: string, value: Value, indent: string): string {
  if (!Array.isArray(value)) return `${indent}${name}: ${inline(value, false)}`;
  const isShort = value.every((item) => typeof item === 'string' && item.length < 30);
  if (isShort) return `${indent}${name}: [${value.map((one) => inline(one, true)).join(', ')}]`;
  return `${indent}${name}:\n${value.map((item) => listItem(item, indent)).join('\n')}`;
}

function listItem(item: Value, indent: string): string {
  if (typeof item !== 'object' || Array.isArray(item)) return `${indent}  - ${inline(item, false)}`;
  const fields = Object.entries(item).map(([name, value]) => `${name}: ${inline(value, false)}`);
  return `${indent}  - ${fields.join(`\n${indent}    `)}`;
}

function inline(value: Value, inFlow: boolean): string {
  if (typeof value === 'string') return scalar(value, inFlow);
  if (Array.isArray(value)) return `[${value.map((one) => inline(one, true)).join(', ')}]`;
  if (typeof value === 'object') {
    return `{ ${Object.entries(value)
      .map(([name, inner]) => `${name}: ${inline(inner, true)}`)
      .join(', ')} }`;
  }
  return String(value);
}

/** JSON is YAML; words that YAML cannot take for anything else stand without quotes, as an editor would write them. */
function scalar(text: string, inFlow: boolean): string {
  const plain = inFlow ? FLOW : BLOCK;
  return plain.test(text) && !text.endsWith(' ') && !RESERVED.test(text) ? text : JSON.stringify(text);
}
// Inside [ ] and { } a comma would part items.
const FLOW = /^\p{L}[\p{L}\p{N} ./()–’-]*$/u;
const BLOCK = /^(?:\p{L}|\d+ \p{L})[\p{L}\p{N} .,;?!%/()–’”-]*$/u;
const RESERVED = /^(true|false|yes|no|on|off|null|y|n)$/i;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
