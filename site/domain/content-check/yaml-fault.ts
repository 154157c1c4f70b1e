// What the YAML parser says, as a fault that an editor understands who has never heard of YAML.
import { type Document, isScalar, visit, type YAMLError } from 'yaml';
import type { FaultCode, FaultParams } from '../content/fault-texts.ts';

/** `at` is an offset in the source. */
export type YamlFault = { code: FaultCode; at: number; params?: FaultParams; name?: string };

export function yamlFault(errors: readonly YAMLError[], source: string, doc: Document.Parsed): YamlFault {
  // What follows the first error is mostly its consequence.
  const [error, second] = errors as [YAMLError, YAMLError?];
  const { code, message } = error;
  const [at, end] = error.pos;
  const startsWith = (character: string): YamlFault => ({ code: 'yaml_start', at, params: { character } });
  if (code === 'TAB_AS_INDENT') return { code: 'yaml_tab', at };
  if (code === 'BAD_DQ_ESCAPE') return { code: 'yaml_escape', at };
  if (code === 'BAD_SCALAR_START' || code === 'BAD_ALIAS') return startsWith(source[at] ?? '');
  if (code === 'TAG_RESOLVE_FAILED' || message.startsWith('Tags and anchors')) return startsWith('!');
  if (code === 'DUPLICATE_KEY') return twice(source.slice(at).split(':')[0] ?? '', at);
  if (message.startsWith('Flow') || code === 'BLOCK_IN_FLOW' || message.includes('flow-'))
    return { code: 'yaml_bracket', at };
  if (/quote|scalar at node end/.test(message)) return { code: 'yaml_quote', at: quoteStart(doc, at) };
  if (/Block scalar header|Not a YAML token/.test(message))
    return startsWith(source.slice(0, at).trimEnd().at(-1) ?? '');
  if (code === 'BAD_INDENT' || /block sequence|without - indicator/.test(message)) return { code: 'yaml_indent', at };
  if (code === 'BLOCK_AS_IMPLICIT_KEY') {
    // Over several lines it is the later one that stands too far to the right.
    return second?.code === 'MULTILINE_IMPLICIT_KEY'
      ? { code: 'yaml_indent', at: second.pos[1] - 1 }
      : { code: 'yaml_colon', at };
  }
  if (['MULTILINE_IMPLICIT_KEY', 'MULTIPLE_DOCS', 'MISSING_CHAR', 'UNEXPECTED_TOKEN'].includes(code))
    return { code: 'yaml_line', at: code === 'MULTIPLE_DOCS' ? Math.max(0, end - 1) : at };
  return { code: 'yaml_other', at, params: { reason: message } };
}

const twice = (name: string, at: number): YamlFault => ({ code: 'yaml_twice', at, params: { name }, name });

/** The parser notices an unclosed quotation mark where the text ends; an editor looks for where it began. */
function quoteStart(doc: Document.Parsed, at: number): number {
  let start = at;
  visit(doc, {
    Scalar(_, { range, type }) {
      if (type?.startsWith('QUOTE') && range && range[0] <= at && range[2] >= at) start = range[0];
    },
  });
  return start;
}

/** A text that begins with an asterisk is taken for a reference to another place, of which there is none. */
export function looseAlias(doc: Document.Parsed): YamlFault | undefined {
  let found: YamlFault | undefined;
  visit(doc, {
    Alias(_, { range }) {
      found ??= { code: 'yaml_start', at: range?.[0] ?? 0, params: { character: '*' } };
    },
  });
  return found;
}

/** A text of several words that ends in a remark, or one with a `#` right before a letter, was hardly meant to end there. */
export function cutTexts(doc: Document.Parsed): YamlFault[] {
  const found: YamlFault[] = [];
  visit(doc, {
    Scalar(_, node) {
      const { comment, range, type } = node;
      if (!comment || type !== 'PLAIN' || !isScalar(node) || !range) return;
      const isText = String(node.source).includes(' ') || !comment.startsWith(' ');
      if (isText) found.push({ code: 'text_cut', at: range[1], params: { cut: `#${comment.split('\n')[0]}` } });
    },
  });
  return found;
}
