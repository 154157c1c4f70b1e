// One field of a schema, as JSON Schema tells it, turned into a field of the editor.

import type { Field, SelectField } from '@sveltia/cms';
import { CODE_LISTS, type CodeListName } from '#domain/codes/code-lists.ts';
import { faultText } from '#domain/content/fault-texts.ts';
import type { Label, Labels } from './labels/label.ts';
import type { FieldSchema } from './schema-fields.ts';

export class LabelMissing extends Error {}

type Shared = { name: string; label: string; hint?: string; required: boolean; i18n: boolean };

/** `isText` fields are written in each language, all others in Finnish alone. `path` is for messages. */
export function toField(
  path: string,
  name: string,
  schema: FieldSchema,
  label: Label | undefined,
  required: boolean,
  isText: boolean,
): Field {
  if (!label) throw new LabelMissing(`${path}: this field has no label: write one to site/editor/labels`);
  const shared: Shared = {
    name,
    label: label.label,
    ...(label.hint && { hint: label.hint }),
    required: required && !mayBeEmpty(schema),
    i18n: isText,
  };
  const choice = choices(path, schema, label);
  if (choice) return { ...shared, ...choice };
  if (schema.reference) return { ...shared, ...relation(schema.reference) };
  if (schema.type === 'array') return list(path, shared, schema, label);
  if (schema.type === 'object')
    return { ...shared, widget: 'object', fields: parts(path, schema, label.parts, isText) };
  if (schema.type === 'boolean') return { ...shared, widget: 'boolean', required: false };
  if (schema.type === 'integer' || schema.type === 'number') return { ...shared, ...number(schema) };
  if (schema.format === 'date') return { ...shared, widget: 'datetime', type: 'date', format: 'YYYY-MM-DD' };
  if (schema.format === 'local-time') return { ...shared, widget: 'datetime', format: 'YYYY-MM-DDTHH:mm' };
  if (schema.type === 'string') return { ...shared, ...string(schema, label) };
  throw new Error(`${path}: the editor knows no field for ${JSON.stringify(schema)}`);
}

/** An empty list is a value; what stands in the file is `[]`, so the editor must not ask for more. */
const mayBeEmpty = (schema: FieldSchema): boolean => schema.type === 'array' && !schema.minItems;

function parts(path: string, { properties = {}, required = [] }: FieldSchema, labels: Labels = {}, isText: boolean) {
  const unknown = Object.keys(labels).find((name) => !(name in properties));
  if (unknown) throw new LabelMissing(`${path}.${unknown}: the schema has no such field: take its label away`);
  return Object.entries(properties).map(([name, schema]) =>
    toField(`${path}.${name}`, name, schema, labels[name], required.includes(name), isText),
  );
}

type Choice = Pick<SelectField, 'widget' | 'options' | 'multiple' | 'min' | 'max' | 'dropdown_threshold'>;

/** Sveltia's radio buttons only listen a tenth of a second after they are drawn: what is chosen before looks chosen and is lost. */
const ONE = { dropdown_threshold: 0 };

/** A select, where the values are known: those of an enum, of a code list, or of a scale with a text for each step. */
function choices(path: string, schema: FieldSchema, label: Label): Choice | undefined {
  const one = schema.type === 'array' ? schema.items : schema;
  const options = one && (codes(one) ?? values(path, one, label));
  if (!options) return undefined;
  return { widget: 'select', options, ...(schema.type === 'array' ? { multiple: true, ...counts(schema) } : ONE) };
}

/** Lists whose codes say nothing to an editor. */
const NAMED_ALONE: CodeListName[] = ['businessEvents', 'ontologyTerms'];

function codes({ codeList }: FieldSchema) {
  if (!codeList) return undefined;
  const named = NAMED_ALONE.includes(codeList as CodeListName);
  const list = CODE_LISTS[codeList as CodeListName].codes;
  const short = Object.groupBy(list, ({ name }) => shortName(name.fi));
  return list.map(({ code, name }) => {
    if (!named) return { label: `${name.fi} (${code})`, value: code };
    return { label: short[shortName(name.fi)]?.length === 1 ? shortName(name.fi) : name.fi, value: code };
  });
}

/** The ontology explains many a term by another one in brackets, which is of use only where two are called the same. */
const shortName = (name: string): string => name.replace(/ \(.*\)$/, '');

function values(path: string, schema: FieldSchema, { choices: texts }: Label) {
  const known = schema.enum ?? (typeof schema.const === 'string' ? [schema.const] : texts && scale(schema));
  return known?.map((value) => {
    const label = texts?.[value];
    if (!label)
      throw new LabelMissing(`${path}: the value ${value} has no text: write one to choices in site/editor/labels`);
    return { label: typeof value === 'number' ? `${value}: ${label}` : label, value };
  });
}

const scale = ({ minimum = 0, maximum = 0 }: FieldSchema): number[] =>
  Array.from({ length: maximum - minimum + 1 }, (_, at) => minimum + at);

const relation = (folder: string) => ({
  widget: 'relation' as const,
  collection: folder,
  value_field: '{{slug}}', // the id
  display_fields: ['{{name}}'],
  search_fields: ['name'],
});

const counts = ({ minItems, maxItems }: FieldSchema) => ({
  ...(minItems && { min: minItems }),
  ...(maxItems && { max: maxItems }),
});

function list(path: string, shared: Shared, schema: FieldSchema, label: Label): Field {
  const { items } = schema;
  if (!items) throw new Error(`${path}: a list without items`);
  if (items.reference) return { ...shared, ...relation(items.reference), multiple: true, ...counts(schema) };
  const base = { ...shared, widget: 'list' as const, label_singular: label.one ?? label.label, ...counts(schema) };
  if (items.oneOf) return { ...base, typeKey: 'kind', types: kinds(path, items.oneOf, label, shared.i18n) };
  if (items.type === 'object') {
    const fields = parts(path, items, label.parts, shared.i18n);
    return { ...base, fields, summary: `{{fields.${fields[0]?.name}}}` };
  }
  return base;
}

function kinds(path: string, schemas: FieldSchema[], { kinds: labels = {} }: Label, isText: boolean) {
  return schemas.map(({ properties: { kind, ...properties } = {}, required = [] }) => {
    const name = String(kind?.const);
    const found = labels[name];
    if (!found)
      throw new LabelMissing(`${path}: the kind ${name} has no label: write one to kinds in site/editor/labels`);
    return {
      name,
      label: found.label,
      fields: parts(`${path}.${name}`, { properties, required }, found.parts, isText),
    };
  });
}

const number = ({ type, minimum, maximum }: FieldSchema) => ({
  widget: 'number' as const,
  value_type: type === 'integer' ? ('int' as const) : ('float' as const),
  ...(minimum !== undefined && { min: minimum }),
  ...(maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER && { max: maximum }),
});

function string({ minLength, maxLength, pattern, patternFault }: FieldSchema, { isLong }: Label) {
  return {
    widget: isLong ? ('text' as const) : ('string' as const),
    ...(minLength && { minlength: minLength }),
    ...(maxLength && { maxlength: maxLength }),
    ...(pattern && patternFault && { pattern: [pattern, faultText({ code: patternFault }, 'fi')] as [string, string] }),
    use_emoji_autocomplete: false, // a colon in a text is a colon
  };
}
