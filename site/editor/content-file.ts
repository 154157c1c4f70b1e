// A content file as the editor reads and writes it: what was not edited stays as it stood, to the byte, remarks included.
import { parse } from 'yaml';
import type * as z from 'zod';
import { contentFile, frontMatterField, type Style, type Value } from '#domain/open-data/front-matter.ts';

export type Data = Record<string, unknown>;
type Original = { data: Data; texts: Map<string, string>; tail: string; body: string; bodyText: string };

/** Rides along with the values of an item, so that the file they came from is known when they come back. */
export const ORIGIN = 'tarjotinOrigin';

const FILE = /^---\n([\s\S]*?)\n?---(?:\n([\s\S]*))?$/;
/** A field of the top level, with the remarks above it: up to the next line that begins with a name or a remark. */
const FIELD = /(?:^#.*\n)*^(['"]?)([\w-]+)\1:.*(?:\n(?![\w'"#]).*)*/gm;

const originals = new Map<string, Original>();

/** @throws when the front matter cannot be read; the editor then names the file. */
export function readFile(text: string): Data {
  const [, front = '', after = ''] = FILE.exec(text) ?? [undefined, '', text];
  const data: Data = parse(front) ?? {};
  const fields = [...front.matchAll(FIELD)];
  const end = fields.reduce((_, { index, 0: { length } }) => index + length, 0);
  const body = after.trim();
  const origin = String(originals.size);
  const texts = new Map(fields.map(([text, , name = '']) => [name, text]));
  originals.set(origin, { data, texts, tail: front.slice(end).trim(), body, bodyText: after });
  return { ...data, body, [ORIGIN]: origin };
}

/** The text of a file with these values; `schema` says which of the empty ones are values. */
export function writeFile({ [ORIGIN]: origin, body, ...edited }: Data, schema: z.ZodObject): string {
  const data = withoutEmpty(edited, schema);
  const text = typeof body === 'string' ? body.trim() : '';
  const order = [...Object.keys(schema.shape), ...Object.keys(data)];
  const names = [...new Set(order)].filter((name) => name in data);
  const original = originals.get(String(origin));
  const front = original && patched(original, data, names);
  // Where YAML was written in a way that the pattern above does not see through, the values win over the form.
  if (!original || front === undefined || !isSame(parsed(front), data))
    return contentFile(
      names.map((field) => ({ field, value: data[field] as Value })),
      text,
    );
  return `---\n${front}\n---\n${text === original.body ? original.bodyText : text && `${text}\n`}`;
}

/** The editor gives '' and null and false for what nobody filled in: what may be left out, and is no value to the schema, is left out. */
export function withoutEmpty(edited: Data, schema: z.ZodObject): Data {
  return Object.fromEntries(
    Object.entries(edited).filter(([name, value]) => {
      if (value === '' || value === null || value === undefined) return false;
      const isEmpty = value === false || (Array.isArray(value) && value.length === 0);
      const field = schema.shape[name];
      return !isEmpty || !field || accepts(field, value) || !accepts(field, undefined);
    }),
  );
}

function parsed(front: string): unknown {
  try {
    return parse(front);
  } catch {
    return undefined;
  }
}

/** What Sveltia notes down in the items of lists while they are edited is none of the file's. */
export function withoutNotes<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(withoutNotes) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const own = Object.entries(value).filter(([name]) => !name.startsWith('__sc_'));
  return Object.fromEntries(own.map(([name, inner]) => [name, withoutNotes(inner)])) as Value;
}

const accepts = (field: z.core.$ZodType, value: unknown): boolean => (field as z.ZodType).safeParse(value).success;

function patched({ data: before, texts, tail }: Original, data: Data, names: string[]): string {
  const kept = [...texts.keys()].filter((name) => names.includes(name));
  const fields = inOrder(kept, names).map((name) => {
    const text = texts.get(name) ?? '';
    if (text && isSame(before[name], data[name])) return text;
    const remarks = /^(?:#.*\n)*/.exec(text)?.[0] ?? '';
    return remarks + frontMatterField(name, data[name] as Value, styleOf(text.slice(remarks.length)));
  });
  return [...fields, ...(tail ? [tail] : [])]
    .join('\n')
    .replace(MISSING, (remark, name) => (name in data ? '' : remark));
}

/** The importer's remark about a field that it could not fill in. */
const MISSING = /^# MISSING (\w+):.*\n/gm;

/** New fields go where the schema has them: before the first known one that comes later. */
function inOrder(kept: string[], names: string[]): string[] {
  const ordered = [...kept];
  for (const name of names) {
    if (ordered.includes(name)) continue;
    const later = ordered.findIndex((other) => names.indexOf(other) > names.indexOf(name));
    ordered.splice(later < 0 ? ordered.length : later, 0, name);
  }
  return ordered;
}

function styleOf(field: string): Style | undefined {
  if (/^\S+: *[[{]/.test(field)) return 'flow';
  return /^\S+: *\n/.test(field) ? 'block' : undefined;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/** The editor puts the parts of an object into the order of its form. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
