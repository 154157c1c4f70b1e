// The form of /admin and the content's schemas: neither has a field, a rule or a choice that the other lacks.
import { readdirSync, readFileSync } from 'node:fs';
import type { Field } from '@sveltia/cms';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { CODE_LISTS, type CodeListName } from '#domain/codes/code-lists.ts';
import { EDITED, type EditedFolder } from '../../site/editor/collections.ts';
import { editorConfig, fieldsOf } from '../../site/editor/config.ts';
import { LabelMissing } from '../../site/editor/field.ts';

type Json = {
  type?: string;
  format?: string;
  pattern?: string;
  const?: unknown;
  enum?: string[];
  items?: Json;
  oneOf?: Json[];
  properties?: Record<string, Json>;
  required?: string[];
  default?: unknown;
  codeList?: CodeListName;
  reference?: string;
} & Record<'minLength' | 'maxLength' | 'minimum' | 'maximum' | 'minItems' | 'maxItems', number | undefined>;
// biome-ignore lint/suspicious/noExplicitAny: Sveltia's fields are a union of some twenty types
type Any = any;

const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema) as unknown as Json;
const byName = (fields: Field[]) => new Map(fields.map((field) => [field.name, field as Any]));

/** What of the two does not agree, by path; written without a look at how the one is made of the other. */
function drift(path: string, json: Json, field: Any): string[] {
  const bad = (what: string, has: unknown, wants: unknown) =>
    JSON.stringify(has) === JSON.stringify(wants) ? [] : [`${path}: ${what} is ${has}, the schema says ${wants}`];
  const one = json.items ?? json;
  const isList = json.type === 'array';
  const counts = isList ? [...bad('min', field.min, json.minItems), ...bad('max', field.max, json.maxItems)] : [];
  const options = one.enum ?? (one.codeList && CODE_LISTS[one.codeList].codes.map(({ code }) => code));
  if (options) {
    const values = field.options?.map(({ value }: { value: unknown }) => value);
    return [
      ...counts,
      ...bad('widget', field.widget, 'select'),
      ...bad('multiple', field.multiple ?? false, isList),
      ...bad('options', values, options),
    ];
  }
  if (one.reference)
    return [
      ...counts,
      ...bad('collection', field.collection, one.reference),
      ...bad('multiple', field.multiple ?? false, isList),
    ];
  if (one.oneOf) {
    const kinds = one.oneOf.map(({ properties }) => properties?.kind?.const);
    return [
      ...counts,
      ...bad(
        'kinds',
        field.types.map(({ name }: Any) => name),
        kinds,
      ),
      ...one.oneOf.flatMap((kind, at) => {
        const { kind: _, ...properties } = kind.properties ?? {};
        return driftOfParts(`${path}.${kinds[at]}`, { ...kind, properties }, field.types[at].fields);
      }),
    ];
  }
  if (one.type === 'object')
    return [
      ...counts,
      ...bad('widget', field.widget, isList ? 'list' : 'object'),
      ...driftOfParts(path, one, field.fields),
    ];
  if (isList) return [...counts, ...bad('widget', field.widget, 'list')];
  if (one.type === 'boolean') return bad('widget', field.widget, 'boolean');
  if (one.type === 'integer' || one.type === 'number') {
    if (field.widget === 'select')
      return bad('steps', field.options.length, Number(one.maximum) - Number(one.minimum) + 1);
    const max = one.maximum === Number.MAX_SAFE_INTEGER ? undefined : one.maximum;
    return [
      ...bad('widget', field.widget, 'number'),
      ...bad('min', field.min, one.minimum),
      ...bad('max', field.max, max),
    ];
  }
  if (one.const !== undefined)
    return bad('options', field.options, [{ label: field.options?.[0]?.label, value: one.const }]);
  if (one.format === 'date' || one.format === 'local-time') return bad('widget', field.widget, 'datetime');
  return [
    ...bad('widget', ['string', 'text'].includes(field.widget), true),
    ...bad('minlength', field.minlength, one.minLength),
    ...bad('maxlength', field.maxlength, one.maxLength),
    ...bad('pattern', field.pattern?.[0], one.pattern),
  ];
}

function driftOfParts(path: string, { properties = {}, required = [] }: Json, fields: Field[]): string[] {
  const have = byName(fields);
  const missing = Object.keys(properties).filter((name) => !have.has(name));
  const unknown = [...have.keys()].filter((name) => !(name in properties));
  return [
    ...missing.map((name) => `${path}.${name}: is not in the form`),
    ...unknown.map((name) => `${path}.${name}: is not in the schema`),
    ...Object.entries(properties).flatMap(([name, json]) => {
      const field = have.get(name);
      if (!field) return [];
      const mayBeEmpty = (json.type === 'array' && !json.minItems) || json.type === 'boolean';
      const wants = required.includes(name) && !mayBeEmpty;
      return [
        ...(field.required === wants
          ? []
          : [`${path}.${name}: required is ${field.required}, the schema says ${wants}`]),
        ...(field.label?.trim() ? [] : [`${path}.${name}: has no label`]),
        ...drift(`${path}.${name}`, json, field),
      ];
    }),
  ];
}

const languages = (fields: Any[]): boolean[] =>
  fields.flatMap((field) => [
    field.i18n,
    ...languages(field.fields ?? []),
    ...(field.types ?? []).flatMap((type: Any) => languages(type.fields)),
  ]);

describe.each(EDITED.map((edited) => [edited.folder, edited] as const))('the form of %s', (folder, edited) => {
  const fields = fieldsOf(edited).filter(({ name }) => name !== 'body');

  it('asks for each field of the schema, as the schema has it, and for no other', () => {
    expect(driftOfParts(folder, schemaOf(edited.schema), fields)).toEqual([]);
  });

  it('asks for texts in each language and for facts in Finnish alone', () => {
    for (const field of fields)
      expect(new Set(languages([field])), `${folder}.${field.name}`).toEqual(
        new Set([field.name in edited.texts.shape]),
      );
  });

  it('names the field of its lists', () => expect(Object.keys(edited.texts.shape)).toContain(edited.title));

  it('has a body where its files have one', () => {
    const files = readdirSync(`content/${folder}`).map((name) => readFileSync(`content/${folder}/${name}`, 'utf8'));
    const bodies = files.filter((text) => text.split('\n---\n')[1]?.trim());
    expect(bodies.length).toBe(edited.body ? files.length : 0);
  });
});

it('there is a form for every folder of content, and for every file where the code knows them by name', () => {
  const folders = readdirSync('content').filter((name) => name !== 'ui');
  expect(EDITED.map(({ folder }) => folder).sort()).toEqual(folders.sort());
  for (const { folder, files } of EDITED)
    if (files)
      expect(files.flatMap(({ id }) => ['en', 'fi', 'sv'].map((lang) => `${id}.${lang}.md`)).sort()).toEqual(
        readdirSync(`content/${folder}`).sort(),
      );
});

it('Sveltia knows every option of the configuration', () => {
  const schema = JSON.parse(readFileSync('node_modules/@sveltia/cms/schema/sveltia-cms.json', 'utf8'));
  const validate = new Ajv({ strict: false, allErrors: false }).compile(schema);
  const { load_config_file: _, ...config } = JSON.parse(
    JSON.stringify(editorConfig({ name: 'github', repo: 'kaupunki/tarjotin' })),
  );
  validate(config);
  expect(validate.errors).toBeNull();
});

describe('the drift is found when', () => {
  const [services] = EDITED as [EditedFolder];
  const grown = (extra: z.ZodRawShape): EditedFolder => ({ ...services, schema: services.schema.extend(extra) });

  it('a schema gets a field: the build stops with what to do', () => {
    expect(() => fieldsOf(grown({ colour: z.string() }))).toThrow(LabelMissing);
    expect(() => fieldsOf(grown({ colour: z.string() }))).toThrow(
      'services.colour: this field has no label: write one to site/editor/labels',
    );
  });

  it('a value is added to a closed set', () => {
    expect(() => fieldsOf(grown({ price: z.enum(['free', 'barter']) }))).toThrow(
      'services.price: the value barter has no text',
    );
  });

  it('a schema loses a field', () => {
    const smaller = { ...services, schema: services.schema.omit({ price: true }) };
    expect(() => fieldsOf(smaller)).toThrow('services.price: the schema has no such field: take its label away');
  });

  it('a limit, a choice or a part differs', () => {
    const fields = fieldsOf(services).filter(({ name }) => name !== 'body');
    const changed = services.schema.extend({
      name: z.string().min(2).max(90),
      sizes: z.array(z.enum(['solo'])).min(1),
      checked: z.strictObject({ on: z.iso.date() }),
      duration: z.string().min(3).max(120).optional(),
    });
    expect(driftOfParts('services', schemaOf(changed), fields).map((fault) => fault.split(': ')[0])).toEqual([
      'services.sizes',
      'services.checked.by',
      'services.name',
      'services.duration',
    ]);
  });
});
