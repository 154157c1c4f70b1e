// Imports point inwards: the rule held over the whole repository, and the rule itself tried on made-up breaches.
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { importFaults, OWNERS } from '../support/import-rule.ts';

const CODE = ['{content,site,functions,supabase,tests}/**/*.{ts,tsx,js,jsx,mjs,astro,css}', '*.{ts,mjs}'];
// What each owner must hold, so that a made-up repository has no other fault than the one tried.
const owners = Object.entries(OWNERS).map(([vendor, path]) => ({
  path,
  text: vendor === 'process.env' ? 'process.env.PORT' : `import x from '${vendor}';`,
}));
const faultsOf = (path: string, text: string) => importFaults([...owners, { path, text }], manifest.imports);

describe('the import rule', () => {
  it('holds in every file', () => {
    const files = globSync(CODE).map((path) => ({
      path: path.replaceAll('\\', '/'),
      text: readFileSync(path, 'utf8'),
    }));
    expect(files.length).toBeGreaterThan(20);
    expect(importFaults(files, manifest.imports)).toEqual([]);
  });

  it.each([
    ['content/pages/script.ts', 'export {}', 'content holds no code'],
    ['site/domain/a.ts', "import { render } from 'preact';", 'domain may not import preact'],
    ['site/domain/a.ts', "import {\n  getCollection,\n} from 'astro:content';", 'domain may not import astro'],
    ['site/domain/a.ts', "import { readFile } from 'node:fs';", 'domain may not import node'],
    ['site/domain/a.ts', "import { readFile } from 'fs/promises';", 'domain may not import node'],
    ['site/domain/a.ts', "import ky from 'ky';", 'domain may not import vendor'],
    ['site/domain/a.ts', "const a = await import('../forms/send-need.tsx');", 'domain may not import forms'],
    ['site/domain/a.ts', 'await fetch(url)', 'domain is pure'],
    ['site/domain/a.ts', "import page from '../../content/pages/privacy.fi.md';", 'domain may not import content'],
    ['site/forms/a.tsx', "import '../styles/form.css';", 'forms may not import site'],
    ['site/forms/a.tsx', "export { handle } from '#lib/handle.ts';", 'forms may not import lib'],
    ['site/islands/need/a.tsx', "import x from '../../components/Path.astro';", 'islands may not import site'],
    ['site/pages/index.astro', "---\nimport { db } from '../../functions/_lib/db.ts';\n---", 'site may not import lib'],
    ['site/pages/index.astro', "---\nimport { readFile } from 'node:fs';\n---", 'site may not import node'],
    ['site/catalogue/a.ts', "const all = import.meta.glob('../../functions/*.ts');", 'site may not import endpoints'],
    ['site/styles/a.css', "@import '/functions/_local/mailbox.css';", 'site may not import stand-ins'],
    [
      'site/pages/a.astro',
      "---\nimport { EDITED } from '../editor/collections.ts';\n---",
      'site may not import editor',
    ],
    ['site/islands/need/a.tsx', "import CMS from '@sveltia/cms';", 'islands may not import vendor'],
    ['functions/a.ts', "import { getServices } from '../site/catalogue/services.ts';", 'endpoints may not import site'],
    ['functions/a.ts', "import { createHash } from 'node:crypto';", 'endpoints may not import node'],
    ['functions/a.ts', "import { mailbox } from './_local/mailbox.ts';", 'endpoints may not import stand-ins'],
    ['functions/_lib/a.ts', "import x from '../../supabase/local/gateway.ts';", 'lib may not import stand-ins'],
    ['functions/_lib/a.ts', "import x from '../send-need.ts';", 'lib may not import endpoints'],
    ['functions/_lib/a.ts', "import type { AstroConfig } from 'astro';", 'lib may not import astro'],
    ['functions/_lib/a.ts', "import x from '#nowhere/x.ts';", 'lib may not import unknown'],
    ['astro.config.mjs', "import x from './supabase/local/gateway.ts';", 'top may not import stand-ins'],
    ['functions/_lib/a.ts', "import { createClient } from '@supabase/supabase-js';", 'only functions/_lib/db.ts'],
    ['functions/_lib/a.ts', "import { Resend } from 'resend';", 'only functions/_lib/mail.ts'],
    ['site/integrations/a.mjs', "import sharp from 'sharp';", 'only site/integrations/social-picture.mjs'],
    ['functions/_lib/a.ts', 'const url = process.env.SITE_URL;', 'only functions/_lib/env.ts'],
    ['functions/_lib/a.ts', "const url = process['env']", 'only functions/_lib/env.ts'],
    ['functions/_lib/a.ts', "import { env } from 'node:process';", 'only functions/_lib/env.ts'],
  ])('finds in %s what stands as %j', (path, text, why) => {
    const faults = faultsOf(path, text);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(why);
  });

  it.each([
    ['site/domain/a.ts', "import { z } from 'zod';\nimport fi from '../../content/ui/fi.json' with { type: 'json' };"],
    [
      'site/domain/a.ts',
      "// never import x from 'preact', nor process.env\n/* import 'astro' */\nexport const a = 'https://x.example';",
    ],
    ['site/forms/a.tsx', "import { dueAt } from '#domain/calendar.ts';\nimport type { VNode } from 'preact';"],
    [
      'site/pages/a.astro',
      "---\nimport { getServices } from '../catalogue/services.ts';\nimport Base from '../layouts/Base.astro';\n---",
    ],
    ['functions/a.ts', "import type { Config } from '@netlify/functions';\nimport { handle } from '#lib/handle.ts';"],
    [
      'functions/_lib/a.ts',
      "import pages from './built/pages.json' with { type: 'json' };\nimport { render } from 'preact-render-to-string';",
    ],
    ['functions/_local/server.ts', "import { Hono } from 'hono';\nconst port = process.env.PORT;"],
    [
      'tests/e2e/a.ts',
      "import { mailbox } from '../../functions/_local/mailbox.ts';\nimport { createClient } from '@supabase/supabase-js';",
    ],
  ])('lets %s have %j', (path, text) => expect(faultsOf(path, text)).toEqual([]));

  it('misses an owner that no longer uses its vendor', () => {
    expect(importFaults([], {})).toEqual(
      Object.entries(OWNERS).map(([vendor, owner]) => `${owner}: does not use ${vendor}`),
    );
  });
});
