// The rule that imports point inwards: which room may import from which, judged from the import lines of files alone.
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';

/** A code file: its path from the repository's root, with forward slashes, and what stands in it. */
export type SourceFile = { path: string; text: string };

/** Rooms by the beginning of their paths, the narrowest first. What matches none lies at the top: configuration and set-up. */
const ROOMS = [
  ['content/ui/', 'strings'],
  ['content/', 'content'],
  ['site/domain/', 'domain'],
  ['site/forms/', 'forms'],
  ['site/islands/', 'islands'],
  ['site/integrations/', 'integrations'],
  ['site/editor/', 'editor'],
  ['site/', 'site'],
  ['functions/_local/', 'stand-ins'],
  ['functions/_lib/', 'lib'],
  ['functions/', 'endpoints'],
  ['supabase/local/', 'stand-ins'],
  ['supabase/tests/', 'tests'],
  ['tests/', 'tests'],
  ['package.json', 'version'],
] as const;
type Room = (typeof ROOMS)[number][1] | 'top';

/** Packages by what they are to us. Builtins of Node are 'node'; any other package is a 'vendor'. */
const PACKAGES = {
  zod: 'pure',
  marked: 'pure',
  yaml: 'pure',
  'd3-scale': 'pure',
  'd3-shape': 'pure',
  preact: 'preact',
  astro: 'astro',
  '@astrojs/react': 'astro',
  '@netlify/functions': 'netlify',
} as const satisfies Record<string, string>;
type Package = (typeof PACKAGES)[keyof typeof PACKAGES] | 'node' | 'vendor' | 'unknown';

/** What each room may import; stand-ins and tests, which are not here, may import anything. */
const MAY_IMPORT: Partial<Record<Room, readonly (Room | Package)[]>> = {
  domain: ['domain', 'strings', 'pure'],
  forms: ['forms', 'domain', 'preact'],
  islands: ['islands', 'forms', 'domain', 'preact'],
  // Code that runs in the build and never reaches a browser: the only part of site that may touch files, and a bundler.
  integrations: ['integrations', 'editor', 'domain', 'astro', 'node', 'vendor'],
  // /admin: a program of its own, with Sveltia CMS in it; no page may import any of it.
  editor: ['editor', 'site', 'domain', 'pure', 'vendor'],
  site: ['site', 'islands', 'forms', 'domain', 'astro', 'pure'],
  endpoints: ['lib', 'forms', 'domain', 'netlify'],
  // The version that the health endpoint tells.
  lib: ['version', 'lib', 'forms', 'domain', 'node', 'pure', 'preact', 'netlify', 'vendor'],
  top: ['top', 'tests', 'integrations', 'domain', 'node', 'astro', 'vendor', 'pure'],
};

/** The one file that knows each vendor. That it does is checked as well, so that this list cannot rot. */
export const OWNERS: Readonly<Record<string, string>> = {
  '@supabase/supabase-js': 'functions/_lib/db.ts',
  resend: 'functions/_lib/mail.ts',
  satori: 'site/integrations/social-picture.mjs',
  sharp: 'site/integrations/social-picture.mjs',
  'process.env': 'functions/_lib/env.ts',
};

// Only where white space comes before it: the slash and star of a glob begin no comment, nor do the slashes of https://.
const COMMENT = /(?<=^|[\s{])(?:\/\*[\s\S]*?\*\/|\/\/.*$)|<!--[\s\S]*?-->/gm;
// A text's key may end in .from, and what follows it is no file.
const IMPORT = /(?:(?<!\.)\bfrom\s*|\bimport\s*\(?\s*|\bimport\.meta\.glob\s*\(\s*|@import\s+)(['"`])([^'"`\n]+)\1/g;
const ENVIRONMENT =
  /\bprocess\??\.env\b|\bprocess(?:\?\.)?\[|=\s*process\s*[;\n]|\bNetlify\??\.env\b|\bfrom\s*['"](?:node:)?process['"]/;
const NETWORK = /\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b/;

/** Every breach among code files, as "path → import: why"; empty when the rule holds. `aliases` are package.json's imports. */
export function importFaults(files: SourceFile[], aliases: Record<string, string>): string[] {
  const read = files.map(({ path, text }) => ({ path, room: roomOf(path), code: text.replace(COMMENT, ' ') }));
  const faults = read.flatMap(({ path, room, code }) => {
    if (room === 'content' || room === 'strings') return [`${path}: content holds no code`];
    const allowed = MAY_IMPORT[room];
    const forbidden = importsOf(path, code, aliases).filter(({ kind }) => allowed && !allowed.includes(kind));
    return [
      ...forbidden.map(({ name, kind }) => `${path} → ${name}: ${room} may not import ${kind}`),
      ...(room === 'domain' && NETWORK.test(code) ? [`${path} → network: domain is pure`] : []),
    ];
  });
  const users = (vendor: string) =>
    read
      .filter(({ room }) => room !== 'tests' && room !== 'top')
      .filter(({ path, room, code }) =>
        vendor === 'process.env'
          ? room !== 'stand-ins' && ENVIRONMENT.test(code)
          : importsOf(path, code, aliases).some(({ name }) => name === vendor),
      )
      .map(({ path }) => path);
  const unowned = Object.entries(OWNERS).flatMap(([vendor, owner]) => [
    ...users(vendor).flatMap((path) => (path === owner ? [] : [`${path} → ${vendor}: only ${owner} may know it`])),
    ...(users(vendor).includes(owner) ? [] : [`${owner}: does not use ${vendor}`]),
  ]);
  return [...faults, ...unowned];
}

const roomOf = (path: string): Room => ROOMS.find(([start]) => path.startsWith(start))?.[1] ?? 'top';

/** What a file's import lines name: a path in the repository with its room, or a package with what it is to us. */
function importsOf(
  path: string,
  code: string,
  aliases: Record<string, string>,
): { name: string; kind: Room | Package }[] {
  return [...code.matchAll(IMPORT)].map(([, , specifier = '']) => {
    const [alias, target] =
      Object.entries(aliases).find(([start]) => specifier.startsWith(start.replace('*', ''))) ?? [];
    const inside = specifier.startsWith('.')
      ? posix.join(posix.dirname(path), specifier)
      : specifier.startsWith('/')
        ? specifier.slice(1)
        : alias && target && posix.join(target.replace('*', specifier.slice(alias.length - 1)));
    return inside
      ? { name: inside, kind: roomOf(inside) }
      : { name: packageName(specifier), kind: packageKind(specifier) };
  });
}

const packageName = (specifier: string): string => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;

function packageKind(specifier: string): Package {
  if (specifier.startsWith('#')) return 'unknown';
  if (specifier.startsWith('astro:')) return 'astro';
  if (isBuiltin(specifier)) return 'node';
  return (PACKAGES as Record<string, Package>)[packageName(specifier)] ?? 'vendor';
}
