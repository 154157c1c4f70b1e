// The importer as an editor runs it: what it writes, what it says, and that it never writes over anything.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const SAMPLE = 'tests/support/schemas/samples/ptv-v12-service.json';
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['functions/_local/import-content.ts', ...args], { encoding: 'utf8' });

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'import-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

it('writes three files of a service, and refuses to do it again', () => {
  const to = folder();
  const first = run('ptv', SAMPLE, to);
  expect([first.status, first.stderr]).toEqual([0, '']);
  const names = ['en', 'fi', 'sv'].map((lang) => `portaali-verkkokauppakoulutus.${lang}.md`);
  expect(readdirSync(to).sort()).toEqual(names);
  const path = join(to, names[1] as string);
  writeFileSync(path, 'an editor was here');
  const second = run('ptv', SAMPLE, to);
  expect(second.status).toBe(1);
  expect(second.stderr).toContain('is already there');
  expect(readFileSync(path, 'utf8')).toBe('an editor was here');
});

it('says what is wrong with a file that holds no service', () => {
  const to = folder();
  const { status, stderr } = run('ptv', 'package.json', to);
  expect(status).toBe(1);
  expect(stderr).toContain('package.json: service 1 is not in the shape of the catalogue');
  expect(readdirSync(to)).toEqual([]);
});

it.each([[[]], [['csv', SAMPLE]], [['ptv']]])('says how it is used for %j', (args) => {
  const { status, stderr } = run(...args);
  expect(status).toBe(2);
  expect(stderr).toContain('npm run content:import -- ptv FILE');
});

it('says which file it could not read', () => {
  expect(run('ptv', 'no-such-file.json').stderr).toContain('no-such-file.json: cannot be read as JSON');
});
