// The portal's own content: no faults, no false alarms, and no required field that can go without being missed.
import { expect, it } from 'vitest';
import { checkContent } from '#domain/content-check/check-content.ts';
import { readContentFile } from '#domain/content-check/content-file.ts';
import { isWarning } from '#domain/content-check/fault.ts';
import { fileName } from '#domain/content-check/file-names.ts';
import { schemaOf } from '#domain/content-check/folders.ts';
import { schemaFaults } from '#domain/content-check/schema-faults.ts';
import { splitFile } from '#domain/content-check/split-file.ts';
import { readContentFolder } from '../../site/integrations/read-content-folder.ts';
import { readFrontMatter } from '../../site/integrations/read-front-matter.ts';
import { told } from '../support/made-files.ts';

const given = readContentFolder('content');
const real = given.files.flatMap(({ path, bytes }) => {
  const name = fileName(path);
  return name && bytes ? [{ path, name, text: new TextDecoder().decode(bytes) }] : [];
});
type Real = (typeof real)[number];

it('has no faults', () => {
  const { faults } = checkContent({ ...given, today: '2026-11-23' });
  expect(faults.filter((fault) => !isWarning(fault)).map(told)).toEqual([]);
});

/** The fields that its own schema misses in a file. */
function missedIn({ path, name }: Real, text: string): string[] {
  const [file, faults] = readContentFile({ path, bytes: new TextEncoder().encode(text) }, name, readFrontMatter);
  expect(faults).toEqual([]);
  return schemaFaults(file)
    .filter(({ code }) => code === 'missing_field' || code === 'alert_services')
    .map((fault) => String(fault.path.at(-1)));
}

/** The text without the field on a line and all that is indented under it. */
function without(lines: readonly string[], at: number): string {
  const deeper = `${/^ */.exec(lines[at] ?? '')?.[0]} `;
  const after = lines.slice(at + 1);
  const end = after.findIndex((line) => !line.startsWith(deeper));
  return [...lines.slice(0, at), ...after.slice(end)].join('\n');
}

/** A line that begins a field: at the top, or inside another, but not the one that opens an item of a list. */
const FIELD = /^( *)'?(\w+)'?:/;

it.each(real.map((file) => [file.path, file] as const))(
  '%s misses each required field that is deleted',
  (path, file) => {
    const lines = file.text.split('\n');
    const unnoticed: string[] = [];
    let tried = 0;
    for (const [at, line] of lines.slice(0, (splitFile(path, file.text)[0]?.bodyLine ?? 0) - 2).entries()) {
      const [, indent = '', key = ''] = FIELD.exec(line) ?? [];
      if (!key || (indent === '' && isOptional(file, key))) continue;
      tried++;
      // An alert that names no services must say that it concerns all, so either of the two is missed under one name.
      const name = file.name.folder === 'alerts' && key === 'all' ? 'services' : key;
      if (!missedIn(file, without(lines, at)).includes(name)) unnoticed.push(`${path}:${at + 1} ${line}`);
    }
    expect(unnoticed).toEqual([]);
    expect(tried).toBeGreaterThan(0);
  },
);

const isOptional = ({ name }: Real, key: string): boolean =>
  schemaOf(name.folder, name.lang).shape[key]?.safeParse(undefined).success === true;
