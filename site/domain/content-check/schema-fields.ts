// What a schema says of its fields: which stand at a path, and which carry a mark (a code list, the folder of a reference).
import * as z from 'zod';
import { valueAt } from './content-file.ts';
import type { Path } from './fault.ts';

/** The schema of a field without what lies around it (optional, default); undefined where there is none. */
export function schemaAt(schema: z.core.$ZodType, path: Path): z.core.$ZodType | undefined {
  let inner: z.core.$ZodType | undefined = schema;
  for (const step of path) {
    if (!inner) return undefined;
    const bare = unwrapped(inner);
    inner = bare instanceof z.ZodArray ? bare.element : shapeOf(bare)[step];
  }
  return inner && unwrapped(inner);
}

/** Fields by name; those of all kinds where a schema knows several (channels). */
export function shapeOf(schema: z.core.$ZodType): Record<string, z.core.$ZodType> {
  const bare = unwrapped(schema);
  if (bare instanceof z.ZodObject) return bare.shape;
  if (bare instanceof z.ZodUnion) return Object.assign({}, ...bare.options.map(shapeOf));
  return {};
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrapped(schema.unwrap());
  return schema;
}

type Marked = { path: readonly string[]; mark: string };
const known = new WeakMap<z.core.$ZodType, Map<string, Marked[]>>();

/** Every field whose metadata hold `name`, with what they hold. `*` in a path is each item of a list. */
export function markedFields(schema: z.core.$ZodType, name: 'codeList' | 'reference'): Marked[] {
  const byName = known.get(schema) ?? new Map<string, Marked[]>();
  known.set(schema, byName);
  const marked = byName.get(name) ?? collect(schema, name, []);
  byName.set(name, marked);
  return marked;
}

function collect(schema: z.core.$ZodType, name: string, path: readonly string[]): Marked[] {
  const bare = unwrapped(schema);
  const mark = bare instanceof z.ZodType ? bare.meta()?.[name] : undefined;
  if (typeof mark === 'string') return [{ path, mark }];
  if (bare instanceof z.ZodArray) return collect(bare.element, name, [...path, '*']);
  return Object.entries(shapeOf(bare)).flatMap(([key, inner]) => collect(inner, name, [...path, key]));
}

/** The texts that a file has at such a path, each with the path to it. Other values are the schema's to refuse. */
export function textsAt(fields: unknown, pattern: readonly string[]): { path: Path; text: string }[] {
  let paths: Path[] = [[]];
  for (const step of pattern) {
    paths = paths.flatMap((path) => {
      if (step !== '*') return [[...path, step]];
      const list = valueAt(fields, path);
      return Array.isArray(list) ? list.map((_, at) => [...path, at]) : [];
    });
  }
  return paths.flatMap((path) => {
    const text = valueAt(fields, path);
    return typeof text === 'string' && text !== '' ? [{ path, text }] : [];
  });
}
