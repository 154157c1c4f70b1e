// npm test: the checks, every test and the browser's, one after the other, and at the end one line with the count.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite } from '../functions/_local/build-site.ts';

const ROOT = join(import.meta.dirname, '..');
const RESULTS = join(ROOT, '.data/test/results');

interface Count {
  passed: number;
  failed: number;
}

/** Runs a program of node_modules/.bin and shows what it says; returns whether it ended well. */
function run(program: string, args: readonly string[], env: Record<string, string> = {}): boolean {
  const { status } = spawnSync(join(ROOT, 'node_modules/.bin', program), args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
  });
  return status === 0;
}

/** A runner that ended badly without a report, or with a report of nothing, counts as one failure: silence is no success. */
function counted(endedWell: boolean, read: () => Count): Count {
  try {
    const count = read();
    const isTrue = endedWell === (count.failed === 0) && count.passed + count.failed > 0;
    return isTrue ? count : { ...count, failed: count.failed + 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const report = (name: string) => JSON.parse(readFileSync(join(RESULTS, name), 'utf8'));
const check = (program: string, args: readonly string[]): Count => {
  const ok = run(program, args);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
};

function vitest(): Count {
  const ok = run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(RESULTS, 'vitest.json')}`,
  ]);
  return counted(ok, () => {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = report('vitest.json');
    return {
      passed: numPassedTests,
      failed: Math.max(numFailedTests, numFailedTestSuites > 0 && numFailedTests === 0 ? 1 : 0),
    };
  });
}

function playwright(): Count {
  const ok = run('playwright', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(RESULTS, 'playwright.json'),
  });
  return counted(ok, () => {
    const { stats } = report('playwright.json');
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
  });
}

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
await buildSite(ROOT, process.env);
const counts = [
  check('biome', ['check', '.']),
  check('astro', ['check']), // types of all files, not those of .astro alone
  vitest(),
  playwright(),
];
const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
