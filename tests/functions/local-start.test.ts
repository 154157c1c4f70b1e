// npm start as a whole: it comes up, is killed, comes up again on the same data, and stops cleanly.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { hashInputs } from '../../functions/_local/build-site.ts';
import { lockData } from '../../functions/_local/data-lock.ts';
import { localSecrets } from '../../functions/_local/local-secrets.ts';
import { hidePassword } from '../../functions/_local/start-database.ts';
import { freePort, keepPort } from '../../supabase/local/ports.ts';

const ROOT = resolve(import.meta.dirname, '../..');

function newFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'tarjotin-start-'));
  chmodSync(dir, 0o755);
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** Resolves when it says that it is ready, or has ended. */
async function start(env: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, [join(ROOT, 'functions/_local/start.ts')], {
    // The address that npm start has by default: the same site serves both, and is not built twice.
    env: { ...process.env, SITE_URL: 'http://127.0.0.1:8888', npm_lifecycle_event: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const ready = new Promise<void>((done) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        said += chunk;
        if (/^Database /m.test(said)) done();
      });
    }
  });
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  await Promise.race([ready, ended]);
  return { child, ended, said: () => said };
}

it('comes up, survives kill -9 with its data, refuses a second on the same data, and stops with SIGTERM', async () => {
  const dataDir = newFolder();
  const port = await freePort();
  const env = { DATA_DIR: dataDir, PORT: String(port), RESEND_API_KEY: 're_given' };
  const url = `http://127.0.0.1:${port}`;

  const first = await start(env);
  expect(first.said()).toContain(`Portal    ${url}\nMailbox   ${url}/dev/mail\nDatabase  postgres://`);
  const ports: { mailbox: number } = JSON.parse(readFileSync(join(dataDir, 'ports.json'), 'utf8'));
  const letter = { from: 'a@b.example', to: 'c@d.example', subject: 'Hei', text: 'Hei' };
  const sent = await fetch(`http://127.0.0.1:${ports.mailbox}/emails`, {
    method: 'POST',
    headers: { authorization: 'Bearer re_given' },
    body: JSON.stringify(letter),
  });
  expect(sent.status).toBe(200);
  first.child.kill('SIGKILL');
  await first.ended;

  const second = await start(env);
  expect(second.said()).toContain('Postgres was still running');
  expect((await fetch(url)).status).toBe(200);
  const subjects = (await (await fetch(`${url}/dev/mail.json`)).json()).map(
    ({ subject }: { subject: string }) => subject,
  );
  expect(subjects).toEqual(['Hei']);

  const elsewhere = await start({ ...env, DATA_DIR: newFolder() });
  expect([await elsewhere.ended, elsewhere.said()]).toEqual([
    1,
    expect.stringContaining(`Port ${port} of 127.0.0.1 is taken`),
  ]);

  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
  expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
}, 60_000);

it('a data folder belongs to one process at a time, and a lock left by a killed one does not count', async () => {
  const dir = newFolder();
  const said: string[] = [];
  const release = await lockData(dir, (line) => said.push(line));
  await expect(lockData(dir, (line) => said.push(line), 300)).rejects.toThrow(
    `Process ${process.pid} already runs on the data in ${dir}`,
  );
  expect(said).toEqual([`Process ${process.pid} still runs on this data; waiting for it to stop`]);
  release();
  writeFileSync(join(dir, 'lock'), `${process.pid} 12345`);
  (await lockData(dir, () => {}))();
});

it('secrets are made once, differ between machines, and are for their owner only', () => {
  const [one, other] = [newFolder(), newFolder()];
  const secrets = localSecrets(one);
  expect(localSecrets(one)).toEqual(secrets);
  expect(Object.values(secrets).filter((secret) => Object.values(localSecrets(other)).includes(secret))).toEqual([]);
  expect(statSync(join(one, 'secrets.json')).mode & 0o777).toBe(0o600);
});

it('ports stay the same from start to start', async () => {
  const dir = newFolder();
  const port = await keepPort(dir, 'mailbox');
  expect([await keepPort(dir, 'mailbox'), (await keepPort(dir, 'supabase')) === port]).toEqual([port, false]);
});

it('the site is built again when a file, a name, the address or the day changes, and not otherwise', () => {
  const root = newFolder();
  mkdirSync(join(root, 'content'));
  writeFileSync(join(root, 'content/a.md'), 'a');
  const before = hashInputs(root, 'http://a.example');
  expect(hashInputs(root, 'http://a.example')).toBe(before);
  expect(hashInputs(root, 'http://b.example')).not.toBe(before);
  expect(hashInputs(root, 'http://a.example', '2026-11-24')).not.toBe(
    hashInputs(root, 'http://a.example', '2026-11-23'),
  );
  writeFileSync(join(root, 'content/a.md'), 'b');
  expect(hashInputs(root, 'http://a.example')).not.toBe(before);
});

it('a password in DATABASE_URL is not shown', () => {
  expect(hidePassword('postgres://me:se:cret@db.example:5432/x')).toBe('postgres://me:***@db.example:5432/x');
});
