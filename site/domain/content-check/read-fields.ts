// The fields of a content file out of their YAML, and what is wrong with how they are written.
import type { Fields } from './content-file.ts';
import type { Fault } from './fault.ts';
import { parseYaml } from './parse-yaml.ts';
import { linesIn } from './split-file.ts';
import { cutTexts, looseAlias, type YamlFault, yamlFault } from './yaml-fault.ts';

/** The site's own reader: it is quick, and what it reads is what the site shows; it throws where it cannot. */
export type ReadYaml = (source: string) => unknown;

const DAY = /\b\d{4}-\d\d-\d\d\b/g;

export function readFields(
  file: string,
  source: string,
  line: number,
  readYaml: ReadYaml,
): [Fields | undefined, Fault[]] {
  const told = ({ code, at, params, name }: YamlFault): Fault => ({
    file,
    line: line + linesIn(source.slice(0, at)),
    column: at - source.lastIndexOf('\n', at - 1),
    path: name ? [name] : [],
    code,
    params,
  });
  let fields: unknown;
  try {
    fields = readYaml(source);
  } catch (error) {
    return [undefined, [told(explained(source, error))]];
  }
  if (isDoubtful(fields, source)) fields = parseYaml(source).toJS() ?? {};
  if (typeof fields !== 'object' || Array.isArray(fields)) return [undefined, [told(SHAPE)]];
  return [fields as Fields, source.includes(' #') ? cutTexts(parseYaml(source)).map(told) : []];
}

const SHAPE: YamlFault = { code: 'front_matter_shape', at: 0 };

function explained(source: string, error: unknown): YamlFault {
  const doc = parseYaml(source);
  const errors = [...doc.errors, ...doc.warnings];
  if (errors.length) return yamlFault(errors, source, doc);
  // Its own count of lines begins at the fields, so it is left out.
  const reason = String(error instanceof Error ? error.message : error).replace(/ \(\d+:\d+\)/, '');
  return looseAlias(doc) ?? { code: 'yaml_other', at: markOf(error), params: { reason: reason.split('\n')[0] ?? '' } };
}

/** The site's reader marks the place in what it read, which is one line end longer than the fields; without a mark it is the beginning. */
function markOf(error: unknown): number {
  const mark = (error as { mark?: { position?: unknown } }).mark;
  return typeof mark?.position === 'number' ? Math.max(0, mark.position - 1) : 0;
}

/** The site's reader takes February 30th for March 2nd and a mere sentence for no fields; the other one leaves both to be refused. */
const isDoubtful = (fields: unknown, source: string): boolean =>
  typeof fields !== 'object' || fields === null || Object.keys(fields).length === 0 || hasOddDay(source);

const hasOddDay = (source: string): boolean =>
  (source.match(DAY) ?? []).some((day) => {
    if (day.slice(8) <= '28' && day.slice(5, 7) <= '12') return false;
    const date = new Date(day);
    return Number.isNaN(date.getTime()) || !date.toISOString().startsWith(day);
  });
