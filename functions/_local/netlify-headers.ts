// The [[headers]] of netlify.toml, so that a page comes with the same headers here as from Netlify.
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import * as z from 'zod';

const shape = z.object({
  headers: z
    .array(z.object({ for: z.string(), values: z.record(z.string(), z.union([z.string(), z.array(z.string())])) }))
    .default([]),
});

export type HeaderRules = (path: string) => [name: string, value: string][];

export function readHeaderRules(netlifyToml: string): HeaderRules {
  if (!existsSync(netlifyToml)) return () => [];
  const rules = shape.parse(parse(readFileSync(netlifyToml, 'utf8'))).headers.map((rule) => ({
    matches: pathPattern(rule.for),
    values: Object.entries(rule.values).map(([name, value]): [string, string] => [
      name,
      Array.isArray(value) ? value.join(', ') : value.trim(),
    ]),
  }));
  return (path) => rules.filter(({ matches }) => matches.test(path)).flatMap(({ values }) => values);
}

/** `*` at the end stands for anything, `:name` for one part. */
function pathPattern(path: string): RegExp {
  const escaped = path.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\/\*$/, '(?:/.*)?').replaceAll('*', '.*').replace(/:\w+/g, '[^/]+')}$`);
}
