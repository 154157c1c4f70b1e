// npm run content:check as an editor or a machine runs it, and the build that stops on the same faults.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { TASK_KINDS } from '#domain/content-check/editor-tasks.ts';
import { localeLanguage } from '../../site/integrations/locale-language.ts';
import { type Files, lineOf, madeFiles, replace } from '../support/made-files.ts';

const A = 'services/a.fi.md';

function run(args: string[], env: Record<string, string> = { LC_ALL: 'C' }) {
  const { PATH = '' } = process.env;
  return spawnSync(process.execPath, ['functions/_local/check-content.ts', ...args], {
    encoding: 'utf8',
    env: { PATH, ...env },
  });
}

/** A root with a content folder in it, from good files after a change; `kolmas` gives no service, which is the one task. */
function contentRoot(change: (files: Files) => unknown = () => {}): string {
  const root = mkdtempSync(join(tmpdir(), 'content-check-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const files = madeFiles();
  change(files);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, 'content', path)), { recursive: true });
    writeFileSync(join(root, 'content', path), text);
  }
  return root;
}
const contentFolder = (change?: (files: Files) => unknown): string => join(contentRoot(change), 'content');

const wrongPrice = (files: Files) => replace(files, A, 'price: free', 'price: fre');
const priceLine = () => lineOf(madeFiles(), A, 'price:');
const SENTENCE = 'The value “fre” cannot stand here. Did you mean free? Allowed: free, partly, paid.';

describe('ends with', () => {
  it('0 where nothing is wrong, and lists the tasks', () => {
    const folder = contentFolder();
    const { status, stdout, stderr } = run([folder]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`Providers that give no service (1):\n  ${folder}/providers/kolmas.fi.md:1\n`);
    expect(stdout).toMatch(/\n0 faults, 0 warnings, \d task/);
  });
  it('0 where there are warnings only', () => {
    const folder = contentFolder((files) => replace(files, A, 'Ei ehtoja', 'ehto '.repeat(31)));
    const { status, stdout } = run([folder]);
    expect(status).toBe(0);
    expect(stdout).toContain(' conditions: warning: The sentence has 32 words');
    expect(stdout).toContain('0 faults, 1 warning, ');
  });
  it('1 where something is wrong, on a line that a terminal makes a link of', () => {
    const folder = contentFolder(wrongPrice);
    const { status, stdout } = run([folder]);
    expect(status).toBe(1);
    expect(stdout.split('\n')[0]).toBe(`${folder}/${A}:${priceLine()} price: ${SENTENCE}`);
    expect(stdout).toContain('1 fault, 0 warnings, ');
  });
  it.each([
    ['a folder that is not there', ['no-such-folder'], 'There is no folder no-such-folder'],
    ['a file in place of a folder', ['package.json'], 'There is no folder package.json'],
    ['two folders', ['content', 'content'], 'npm run content:check [-- FOLDER]'],
    ['an unknown option', ['--colour'], "Unknown option '--colour'"],
    ['an unknown language', ['--lang', 'sv'], 'npm run content:check [-- FOLDER]'],
  ])('2 for %s', (_, args, said) => {
    const { status, stdout, stderr } = run(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
  });
});

describe('reads', () => {
  it('an empty folder as no content', () => {
    const folder = mkdtempSync(join(tmpdir(), 'content-check-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const { status, stdout } = run([`${folder}/`]);
    expect(status).toBe(1);
    expect(stdout).toContain(`${folder} There is no content in this folder.`);
  });
  it('a file of 5 MB without reading its fields', () => {
    const folder = contentFolder((files) => files.set(A, 'x'.repeat(5 * 1024 * 1024)));
    expect(run([folder]).stdout).toContain(`${folder}/${A} The file is too big: 5120 kilobytes, at most 1024.`);
  });
  it('a file that cannot be read, and goes on', () => {
    const folder = contentFolder(wrongPrice);
    for (const lang of ['fi', 'sv', 'en']) symlinkSync('nowhere', join(folder, `tools/rikki.${lang}.md`));
    const { status, stdout } = run([folder]);
    expect(status).toBe(1);
    expect(stdout).toContain(`${folder}/tools/rikki.fi.md The file cannot be read (ENOENT).`);
    expect(stdout).toContain(SENTENCE);
    expect(stdout).toContain('4 faults, ');
  });
  it('no files of the system, which begin with a dot', () => {
    const folder = contentFolder((files) => files.set('services/.DS_Store', 'x').set('.obsidian/app.json', '{}'));
    expect(run([folder]).status).toBe(0);
  });
});

describe('speaks', () => {
  it('Finnish where the machine does', () => {
    const { stdout } = run([contentFolder(wrongPrice)], { LANG: 'fi_FI.UTF-8' });
    expect(stdout).toContain('price: Arvo ”fre” ei käy tähän. Tarkoititko: free? Sallitut: free, partly, paid.');
    expect(stdout).toMatch(/\n1 virhe, 0 huomautusta, \d+ tehtävää?\. \d+ tiedostoa tarkistettiin \d+,\d sekunnissa\./);
  });
  it('the language that is asked for', () => {
    expect(run([contentFolder(wrongPrice), '--lang', 'en'], { LANG: 'fi_FI.UTF-8' }).stdout).toContain(SENTENCE);
  });
  it.each([
    [{}, 'en'],
    [{ LANG: 'fi_FI.UTF-8' }, 'fi'],
    [{ LANG: 'fi' }, 'fi'],
    [{ LANG: 'fil_PH.UTF-8' }, 'en'],
    [{ LANG: 'sv_FI.UTF-8' }, 'en'],
    [{ LANG: 'fi_FI.UTF-8', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'fi_FI.UTF-8', LC_ALL: '' }, 'fi'],
    [{ LANG: 'en_GB.UTF-8', LC_MESSAGES: 'fi_FI.UTF-8' }, 'fi'],
  ])('by %j in %s', (env, lang) => expect(localeLanguage(env)).toBe(lang));
});

it('tells machines the same as JSON', () => {
  const folder = contentFolder(wrongPrice);
  const { status, stdout } = run([folder, '--json']);
  expect(status).toBe(1);
  const { faults, tasks, ...head } = JSON.parse(stdout);
  expect(head).toEqual({
    version: 1,
    folder,
    day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    files: expect.any(Number),
    seconds: expect.any(Number),
    counts: { faults: 1, warnings: 0, tasks: expect.any(Number) },
  });
  expect(faults).toEqual([
    {
      severity: 'fault',
      file: A,
      line: priceLine(),
      column: null,
      field: 'price',
      code: 'not_allowed',
      params: { value: 'fre', nearest: 'free', known: 'free, partly, paid' },
      text: SENTENCE,
    },
  ]);
  expect(Object.keys(tasks)).toEqual(TASK_KINDS);
  expect(tasks.without_service).toEqual([{ file: 'providers/kolmas.fi.md', line: 1, field: '', about: '' }]);
});

it('a build stops on the same fault, with the same words and before anything is built', () => {
  const root = contentRoot(wrongPrice);
  const astro = resolve('node_modules/astro/bin/astro.mjs');
  // Astro looks for it from the root that it is given.
  const config = relative(root, resolve('astro.config.mjs'));
  const { status, stdout, stderr } = spawnSync(process.execPath, [astro, 'build', '--root', root, '--config', config], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', ASTRO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' },
  });
  expect(status).toBe(1);
  expect(`${stdout}${stderr}`).toContain(`\ncontent/${A}:${priceLine()} price: ${SENTENCE}\n`);
});
