// How long npm run content:check takes with 1,000 and 10,000 files, side by side with reading and parsing the same files alone.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copiedContent } from '../support/copied-content.ts';
import { atMost, type Piece, round } from './piece.ts';

const ROOT = join(import.meta.dirname, '../..');
const CHECK = join(ROOT, 'functions/_local/check-content.ts');
const BARE = join(import.meta.dirname, 'bare-read.ts');
const SIZES = [1000, 10_000];
/** Whatever else the machine does only ever adds to a time, so the least of three is the truest. */
const TURNS = 3;

/** A process from its start to its end, as an editor waits for it. */
function seconds(program: string, folder: string): number {
  const began = performance.now();
  const { status, stdout } = spawnSync(process.execPath, [program, folder], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ended with ${status}:\n${stdout.slice(-2000)}`);
  return (performance.now() - began) / 1000;
}

/** The aim, in seconds on the machine that it was set on: a figure, and no test. */
const AIM = { files: 1000, seconds: 5 };

export const benchContentCheck: Piece = async () => {
  const rows = SIZES.map((wanted) => {
    const folder = mkdtempSync(join(tmpdir(), 'tarjotin-content-'));
    const { content, files } = copiedContent(ROOT, folder, wanted);
    const turns = Array.from({ length: TURNS }, () => ({
      check: seconds(CHECK, content),
      bare: seconds(BARE, content),
    }));
    rmSync(folder, { recursive: true, force: true });
    const check = Math.min(...turns.map((turn) => turn.check));
    const bare = Math.min(...turns.map((turn) => turn.bare));
    return { times_bare: round(check / bare), files, check_seconds: round(check), bare_seconds: round(bare) };
  });
  const aims = [atMost(`seconds with ${AIM.files} files`, AIM.seconds, rows[0]?.check_seconds ?? Number.NaN)];
  return { aims, rows };
};
