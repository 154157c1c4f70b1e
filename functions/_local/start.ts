// npm start: database, sign-in, mailbox, site and functions, each step said aloud, and all of it stopped in order.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CONFIRMATIONS, MAIL_EVENTS } from '#domain/routes.ts';
import { keepPort } from '../../supabase/local/ports.ts';
import { serveSupabase } from '../../supabase/local/serve-supabase.ts';
import { buildFunctions } from './build-functions.ts';
import { createBuildHook } from './build-hook.ts';
import { buildSite } from './build-site.ts';
import { lockData } from './data-lock.ts';
import { listen } from './listen.ts';
import { localSettings, setDefaults } from './local-env.ts';
import { sendByResend } from './mail-by-resend.ts';
import { readHeaderRules } from './netlify-headers.ts';
import { requireFreePort } from './require-free-port.ts';
import { serveMailbox } from './serve-mailbox.ts';
import { createServer } from './server.ts';
import { hidePassword, startDatabase } from './start-database.ts';
import { onStop } from './stop-signals.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const began = performance.now();
const say = (line: string) => console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s  ${line}`);

/** How to stop what is running, in the order in which it came up; called the other way round. */
const closers: (() => unknown)[] = [];
const stop = onStop(say, closers);

try {
  await start();
} catch (error) {
  console.error(`\nTarjotin could not start. ${error instanceof Error ? error.message : String(error)}`);
  await stop(1);
}

async function start(): Promise<void> {
  const { port, host, ownUrl, siteUrl, dataDir: folder } = localSettings(process.env);
  const dataDir = resolve(ROOT, folder);
  mkdirSync(dataDir, { recursive: true });
  closers.push(await lockData(dataDir, say));
  await requireFreePort(port, host);
  // Whatever was given from outside is used as it is, and its stand-in stays away.
  const own = { supabase: !process.env.SUPABASE_URL, mailbox: !process.env.RESEND_BASE_URL };
  const ports = { supabase: await keepPort(dataDir, 'supabase'), mailbox: await keepPort(dataDir, 'mailbox') };
  const local = (one: number) => `http://127.0.0.1:${one}`;
  const { jwtSecret, env } = setDefaults(dataDir, {
    siteUrl,
    supabaseUrl: local(ports.supabase),
    resendUrl: local(ports.mailbox),
    buildHookUrl: `${ownUrl}/dev/build-hook`,
  });

  say(`Data: in ${dataDir}`);
  say('Site: building it, if anything in it has changed');
  const [databaseUrl] = await Promise.all([
    own.supabase ? startDatabase({ root: ROOT, dataDir, say, closers }) : undefined,
    site(),
  ]);
  const functions = await buildFunctions({ root: ROOT, into: join(dataDir, 'functions') });
  say(`Functions: ${functions.length} ready`);

  const mail = own.mailbox
    ? await serveMailbox({
        dataDir,
        apiKey: env.RESEND_API_KEY,
        port: ports.mailbox,
        hook: { url: `${ownUrl}${MAIL_EVENTS}`, secret: env.RESEND_WEBHOOK_SECRET },
      })
    : undefined;
  if (mail) closers.push(() => mail.close());
  if (databaseUrl) {
    const supabase = await serveSupabase({
      databaseUrl,
      siteUrl,
      jwtSecret,
      publishableKey: env.SUPABASE_PUBLISHABLE_KEY,
      secretKey: env.SUPABASE_SECRET_KEY,
      port: ports.supabase,
      storageDir: join(dataDir, 'storage/documents'),
      sendMail: mail ? mail.mailbox.deliver : sendByResend,
    });
    closers.push(() => supabase.close());
  }

  // A build by the hook reads from this portal itself what it publishes; the one at the start cannot, nobody answers yet.
  const published = { PUBLISHED_URL: ownUrl };
  const buildHook = createBuildHook({ root: ROOT, env: { ...process.env, ...published }, say });
  const server = createServer({
    dist: join(ROOT, 'dist'),
    functions,
    headerRules: readHeaderRules(join(ROOT, 'netlify.toml')),
    mailbox: mail?.mailbox,
    buildHook,
  });
  closers.push(async () => {
    if (!(await server.stop())) say('Some work after answers was still not done; it is tried again at the next start');
  });
  closers.push(() => buildHook.stop());
  const portal = await listen(server.fetch, port, host);
  closers.push(() => portal.close());
  if (server.scheduled.length) say(`Timers: ${server.scheduled.join(', ')}`);
  say('Ready. Ctrl-C stops it\n');

  console.log(`Portal    ${portal.url}`);
  console.log(`Mailbox   ${mail ? `${portal.url}/dev/mail` : process.env.RESEND_BASE_URL}`);
  const given = process.env.DATABASE_URL && hidePassword(process.env.DATABASE_URL);
  console.log(`Database  ${given || (databaseUrl ?? process.env.SUPABASE_URL)}\n`);
  if (mail && host !== '127.0.0.1' && host !== 'localhost') {
    console.log(`Everybody who reaches ${host}:${port} can read the mailbox, and with it the links in its letters.\n`);
  }
  if (await hasAny(ownUrl + CONFIRMATIONS)) void buildHook.build();
}

/** Whether any provider has confirmed its texts: then the site that was built before is not the whole of what is known. */
async function hasAny(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url);
    return answer.ok && Object.keys((await answer.json()) as object).length > 0;
  } catch {
    return false; // without a database nothing is known, and the portal says so itself
  }
}

async function site(): Promise<void> {
  const abort = new AbortController();
  closers.push(() => abort.abort());
  const built = await buildSite(ROOT, { ...process.env }, abort.signal);
  say(built ? 'Site: built' : 'Site: unchanged, the last build serves');
}
