// What goes to production holds none of the tools for laptops and tests.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const ROOT = join(import.meta.dirname, '../..');
const files = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1));

test('no page, file or function of production has an address below /dev', () => {
  expect(files('dist').filter((file) => /^dist\/(.*\/)?dev(\/|\.)/.test(file))).toEqual([]);
  const functions = readdirSync(join(ROOT, 'functions')).filter((name) => /\.tsx?$/.test(name));
  expect(functions.length).toBeGreaterThan(3);
  for (const name of functions)
    expect(readFileSync(join(ROOT, 'functions', name), 'utf8'), name).not.toMatch(/['"/]dev\b/);
});

test('no page of production links to the tools, and none holds a shell that functions fill', () => {
  for (const file of files('dist').filter((name) => name.endsWith('.html')))
    expect(readFileSync(join(ROOT, file), 'utf8'), file).not.toMatch(/\/dev\/|<!--main-->|<!--title-->/);
});
