// What `npm start` and `npm test` need on a fresh machine, before anything else can run: the packages, a Node that is
// new enough, and for tests a browser. Plain JavaScript for Node 18 or newer, without packages.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(fileURLToPath(import.meta.url));
const NOTE = join(ROOT, 'node_modules/.tarjotin-setup');
/** Runs TypeScript as it is, which the project's own scripts rely on. */
const NODE_MIN = [22, 18];

const purpose = process.argv[2];
const say = (line) => console.log(`setup  ${line}`);

try {
  installPackages();
  checkNode();
  if (purpose === 'test') await findBrowser();
} catch (error) {
  console.error(`\nsetup  ${error.message}\n`);
  process.exit(1);
}

function installPackages() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  if (existsSync(NOTE) && readFileSync(NOTE, 'utf8') === wanted) return;
  say('installing the packages (npm ci); the first time this takes a minute or two');
  let installed = npm(['ci']);
  if (!installed.ok && /EUSAGE|Missing: .* from lock file/.test(installed.output)) {
    // A lockfile written where a registry lacks other systems' packages does not list them, and npm ci minds.
    say('the lockfile does not list the packages of every system: npm install instead, which takes what it lists');
    installed = npm(['install', '--no-save']);
  }
  if (!installed.ok) {
    process.stderr.write(installed.output);
    throw new Error(
      'The packages could not be installed: see npm above. Is there a network, and room on the disk? Then run the same again.',
    );
  }
  writeFileSync(NOTE, wanted);
  say('packages installed');
}

/** What npm says is kept for the case that it fails. It runs on the user's Node: it may replace the packaged one. */
function npm(args) {
  const windows = process.platform === 'win32';
  const options = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const run = spawnSync(windows ? 'npm.cmd' : 'npm', [...args, ...options], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: windows,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, PATH: withoutPackages(process.env.PATH ?? '') },
  });
  return {
    ok: run.status === 0,
    output: `${run.stdout ?? ''}${run.stderr ?? ''}${run.error ? run.error.message : ''}\n`,
  };
}

function withoutPackages(path) {
  const folders = path.split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return folders.join(delimiter);
}

/** npm scripts look into node_modules/.bin first, where an optional package puts a Node for this system. */
function checkNode() {
  const packaged = join(ROOT, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  const node = existsSync(packaged) ? packaged : process.execPath;
  const { status, stdout } = spawnSync(node, ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' });
  const [major = 0, minor = 0] = (stdout ?? '').replace('v', '').split('.').map(Number);
  if (status === 0 && (major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1]))) return;
  throw new Error(
    `Node ${NODE_MIN.join('.')} or newer is needed. There is no packaged one for ${process.platform}-${process.arch}, ` +
      `and yours is ${process.version}. Install a newer Node (https://nodejs.org) and run the same again.`,
  );
}

async function findBrowser() {
  if (await browserPath()) return;
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (isDebianRoot) {
    say('installing Chromium for the browser tests (apt-get install chromium)');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
    apt(['update', '-q']);
    apt(['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-liberation']);
  }
  if (await browserPath()) return say('Chromium installed');
  say("installing Playwright's Chromium for the browser tests (npx playwright install chromium)");
  spawnSync(join(ROOT, 'node_modules/.bin/playwright'), ['install', 'chromium'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (await browserPath()) return say('Chromium installed');
  throw new Error(
    'No Chromium was found or could be installed for the browser tests. Install one and set CHROMIUM_PATH to it.',
  );
}

/** The same three places, in the same order, as the browser tests look in. */
async function browserPath() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) throw new Error(`CHROMIUM_PATH is ${given}, and there is nothing there.`);
  if (given) return given;
  if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  const { chromium } = await import('playwright');
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}
