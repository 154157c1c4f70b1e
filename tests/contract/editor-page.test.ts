// /admin as it is built and served: a policy of its own, and nothing of it anywhere else.
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readHeaderRules } from '../../functions/_local/netlify-headers.ts';
import { editorBackend } from '../../site/editor/backend.ts';
import { editorPolicy } from '../../site/editor/page.ts';
import { elements } from '../support/read-page.ts';

const page = readFileSync('dist/admin.html', 'utf8');
const others = globSync('dist/**/*.{html,xml,txt,json,csv,js,css}')
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path !== 'dist/admin.html' && !path.startsWith('dist/admin/'));
const headersOf = (path: string) => Object.fromEntries(readHeaderRules('netlify.toml')(path));

it('the page has the policy of its settings, and loads one script of its own', () => {
  const [policy] = elements(page, 'meta').filter(({ attributes }) => attributes['http-equiv']);
  expect(policy?.attributes.content).toBe(editorPolicy(editorBackend({})));
  const scripts = elements(page, 'script').map(({ attributes }) => attributes.src ?? '');
  expect(scripts).toEqual([expect.stringMatching(/^\/admin\/app\/editor-\w+\.js$/)]);
  expect(readdirSync('dist/admin/app')).toContain(scripts[0]?.split('/').at(-1));
});

it('no other page, file or address of the site leads to it or holds any of it', () => {
  expect(others.length).toBeGreaterThan(300);
  for (const path of others) expect(readFileSync(path, 'utf8'), path).not.toMatch(/\/admin\b|sveltia/i);
});

it('it is kept out of search engines, may be answered by a window of the Git host, and its files are kept for good', () => {
  expect(headersOf('/admin')).toMatchObject({
    'X-Robots-Tag': 'noindex',
    'Cross-Origin-Opener-Policy': 'unsafe-none',
    'Content-Security-Policy': "frame-ancestors 'none'",
  });
  expect(headersOf('/admin')).not.toHaveProperty('Cache-Control');
  expect(headersOf('/admin/app/editor-X.js')['Cache-Control']).toContain('immutable');
  expect(headersOf('/palvelut')).toMatchObject({ 'Cross-Origin-Opener-Policy': 'same-origin' });
  expect(headersOf('/palvelut')).not.toHaveProperty('X-Robots-Tag');
});

it('every font, word and part that it may ask for lies beside it', () => {
  const files = readdirSync('dist/admin/app', { recursive: true }).map((name) => String(name).replaceAll('\\', '/'));
  const scripts = files.filter((name) => name.endsWith('.js'));
  for (const name of scripts) {
    const code = readFileSync(`dist/admin/app/${name}`, 'utf8');
    const parts = [...code.matchAll(/(?:import\(|from\s?)["'`]\.\/([\w.-]+)["'`]/g)].map(([, part]) => part);
    const fonts = [...code.matchAll(/\/admin\/app\/(assets\/[\w.-]+\.woff2)/g)].map(([, font]) => font);
    for (const part of [...parts, ...fonts]) expect(files, `${name} asks for it`).toContain(part);
  }
  expect(scripts.length).toBeGreaterThan(5);
});
