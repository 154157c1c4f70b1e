// What a file's schema refuses, as faults that say what would be right.
import * as z from 'zod';
import { isFaultCode } from '../content/fault-texts.ts';
import { type ContentFile, siblingPath, valueAt } from './content-file.ts';
import type { Fault } from './fault.ts';
import { schemaOf } from './folders.ts';
import { nearest } from './nearest.ts';
import { fieldFault, writtenValue } from './place.ts';
import { schemaAt, shapeOf } from './schema-fields.ts';

type Issue = z.core.$ZodIssue;
type Told = Pick<Fault, 'code' | 'params'>;

export function schemaFaults(file: ContentFile): Fault[] {
  const schema = schemaOf(file.folder, file.lang);
  const issues = schema.safeParse(file.fields).error?.issues ?? [];
  return issues.flatMap((issue) => {
    const path = issue.path as (string | number)[];
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(file, schema, path, key));
    const { code, params } = told(issue, file, schema);
    return [fieldFault(file, path, code, params)];
  });
}

function unknownField(file: ContentFile, schema: z.ZodObject, path: (string | number)[], key: string): Fault {
  const at = [...path, key];
  const isFact = path.length === 0 && file.lang !== 'fi' && key in shapeOf(schemaOf(file.folder, 'fi'));
  if (isFact) return fieldFault(file, at, 'fact_in_translation', { finnish: siblingPath(file, 'fi') });
  const names = Object.keys(shapeOf(schemaAt(schema, path) ?? schema));
  return fieldFault(file, at, 'unknown_field', choices(key, names));
}

/** More than this many are no help in a sentence; the nearest one is told all the same. */
const MOST_TOLD = 12;

/** All right values where they are few, and the one that was probably meant. */
export function choices(written: string, known: readonly string[]): Record<string, string> {
  const near = nearest(written, known);
  return {
    ...(near && near !== written && { nearest: near }),
    ...(known.length <= MOST_TOLD && { known: known.join(', ') }),
  };
}

function told(issue: Issue, file: ContentFile, schema: z.ZodObject): Told {
  const path = issue.path as (string | number)[];
  const value = valueAt(file.fields, path);
  const values = allowedBy(issue);
  if (issue.code === 'custom' && isFaultCode(issue.message)) return { code: issue.message };
  if (value === undefined) return { code: 'missing_field', ...(values && { params: choices('', values) }) };
  if (value === null || value === '') return empty(schema, path);
  if (values) return { code: 'not_allowed', params: { value: short(value), ...choices(String(value), values) } };
  if (isFaultCode(issue.message)) return { code: issue.message };
  if (issue.code === 'invalid_type') return wrongType(issue, value, file, schema);
  if (issue.code === 'too_big' || issue.code === 'too_small') return wrongSize(issue, value);
  return { code: 'wrong_value', params: { reason: issue.message } };
}

/** The values of a closed list, where the issue is that the value is none of them. */
function allowedBy(issue: Issue): string[] | undefined {
  if (isFaultCode(issue.message)) return undefined;
  if (issue.code === 'invalid_value') return issue.values.map(String);
  const options = issue.code === 'invalid_union' && 'options' in issue ? issue.options : undefined;
  return Array.isArray(options) ? options.map(String) : undefined;
}

function empty(schema: z.ZodObject, path: (string | number)[]): Told {
  const inner = schemaAt(schema, path);
  return { code: inner instanceof z.ZodArray && inner.safeParse([]).success ? 'list_empty' : 'field_empty' };
}

function wrongType(issue: z.core.$ZodIssueInvalidType, value: unknown, file: ContentFile, schema: z.ZodObject): Told {
  const path = issue.path as (string | number)[];
  const { expected } = issue;
  const isPlain = typeof value === 'number' || typeof value === 'boolean' || value instanceof Date;
  if (expected === 'string')
    return isPlain
      ? { code: 'wants_quotes', params: { quoted: `'${writtenValue(file, path)}'` } }
      : { code: 'wants_text' };
  if (expected === 'number' || expected === 'int')
    return { code: typeof value === 'number' ? 'wants_whole_number' : 'wants_number' };
  if (expected === 'array') return { code: 'wants_list' };
  if (expected === 'boolean') return { code: 'wants_yes_no' };
  const fields = Object.keys(shapeOf(schemaAt(schema, path) ?? schema)).join(', ');
  return fields
    ? { code: 'wants_fields', params: { fields } }
    : { code: 'wrong_value', params: { reason: issue.message } };
}

function wrongSize(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall, value: unknown): Told {
  const isBig = issue.code === 'too_big';
  const limit: Record<string, number> = isBig ? { max: Number(issue.maximum) } : { min: Number(issue.minimum) };
  if (typeof value === 'string')
    return { code: isBig ? 'too_long' : 'too_short', params: { length: value.length, ...limit } };
  if (Array.isArray(value)) return { code: isBig ? 'too_many' : 'too_few', params: { count: value.length, ...limit } };
  return { code: isBig ? 'too_high' : 'too_low', params: { value: Number(value), ...limit } };
}

/** Whoever wrote it knows it by its beginning. */
const short = (value: unknown): string => {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};
