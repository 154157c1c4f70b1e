// The fields of a content file out of their YAML, and what is wrong with how they are written.
import type { Fields } from './content-file.ts';
import type { Fault } from './fault.ts';
import { parseYaml } from './parse-yaml.ts';
import { linesIn } from './split-file.ts';
import { cutTexts, looseAlias, type YamlFault, yamlFault } from './yaml-fault.ts';

/** A remark after a value; one on a line of its own cuts nothing off. */
const REMARK = /^[^\n#]*\S[^\n]* #/m;

export function readFields(file: string, source: string, line: number): [Fields | undefined, Fault[]] {
  const doc = parseYaml(source);
  const told = ({ code, at, params, name }: YamlFault): Fault => ({
    ...{ file, code, params, path: name ? [name] : [] },
    line: line + linesIn(source.slice(0, at)),
    column: at - source.lastIndexOf('\n', at - 1),
  });
  const errors = [...doc.errors, ...doc.warnings];
  if (errors.length) return [undefined, [told(yamlFault(errors, source, doc))]];
  const fields = valuesOf(doc);
  if (!fields) return [undefined, [told(looseAlias(doc) ?? { code: 'front_matter_shape', at: 0 })]];
  return [fields, REMARK.test(source) ? cutTexts(doc).map(told) : []];
}

/** Undefined when they are no fields, or when one refers to a place that is not. */
function valuesOf(doc: ReturnType<typeof parseYaml>): Fields | undefined {
  try {
    const value: unknown = doc.toJS() ?? {};
    return typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : undefined;
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}
