// The portal's functions as a browser meets them: real handlers, a database and a mailbox of their own; no server between.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Enums } from '#lib/db.ts';
import { linkPath } from '#lib/links.ts';
import type { StoredLetter } from '../../functions/_local/mail-store.ts';
import { serveMailbox } from '../../functions/_local/serve-mailbox.ts';
import { callFunction } from './call-function.ts';
import { testDatabase } from './database.ts';
import { goodNeed, type NeedFields } from './good-need.ts';

export const SITE = 'https://tarjotin.example';
/** The first has a name, the second has none: both ways of writing COORDINATOR_EMAILS. */
export const MAIJA = 'maija.malli@kaupunki.example';
export const MATTI = 'matti.malli@kaupunki.example';

export type Purpose = Enums['link_purpose'];
export type Portal = Awaited<ReturnType<typeof startPortal>>;
type Call = { headers?: Record<string, string> | undefined; ip?: string | undefined };
type MailMode = { mode?: 'up' | 'down' | 'slow' | 'limit'; ms?: number; refuse?: string[] };

export async function startPortal() {
  const db = await testDatabase();
  const mailDir = mkdtempSync(join(tmpdir(), 'tarjotin-mail-'));
  const box = await serveMailbox({ dataDir: mailDir, apiKey: 're_test' });
  Object.assign(process.env, {
    SITE_URL: SITE,
    SUPABASE_URL: db.supabaseUrl,
    SUPABASE_PUBLISHABLE_KEY: db.publishableKey,
    SUPABASE_SECRET_KEY: db.secretKey,
    RESEND_API_KEY: 're_test',
    RESEND_BASE_URL: box.url,
    MAIL_FROM: 'Tarjotin <tarjotin@tarjotin.example>',
    LINK_SECRET: 'a-link-secret-for-tests-of-more-than-32-characters',
    COORDINATOR_EMAILS: `Maija Malli <${MAIJA}>, ${MATTI}`,
    IP_LIMIT_PER_MINUTE: '0',
  });
  const work = new Set<Promise<unknown>>();

  const call = (path: string, init: RequestInit, { ip }: Call = {}): Promise<Response> =>
    callFunction(new Request(SITE + path, init), { work, ip });

  const portal = {
    db,
    box,
    request: call,
    get: (path: string, options: Call & { method?: 'GET' | 'HEAD' } = {}): Promise<Response> =>
      call(path, { method: options.method ?? 'GET', headers: options.headers ?? {} }, options),
    /** As a browser sends a form; a list of pairs where a name is given more than once. */
    postForm: (
      path: string,
      fields: Record<string, string> | [string, string][] | URLSearchParams,
      options: Call = {},
    ) => call(path, { method: 'POST', body: new URLSearchParams(fields), headers: options.headers ?? {} }, options),
    /** As a program sends JSON; a string goes as it is. */
    postJson: (path: string, body: unknown, options: Call = {}): Promise<Response> => {
      const headers = { 'content-type': 'application/json', ...options.headers };
      return call(
        path,
        { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), headers },
        options,
      );
    },
    /** Waits for the work that goes on after the answers. */
    async settled(): Promise<void> {
      while (work.size > 0) await Promise.all([...work].map((one) => one.finally(() => work.delete(one))));
    },
    /** A need that was sent, with its letters out. */
    async sendNeed(
      changes: Partial<NeedFields> = {},
    ): Promise<{ reference: string; status_url: string; email: string }> {
      const need = goodNeed(changes);
      const response = await portal.postJson('/api/needs', need);
      if (response.status !== 201) throw new Error(`send-need answered ${response.status}: ${await response.text()}`);
      await portal.settled();
      return { ...((await response.json()) as { reference: string; status_url: string }), email: need.contact_email };
    },
    /** The path of a person's newest link of a need. */
    async link(reference: string, purpose: Purpose, email: string): Promise<string> {
      const { rows } = await db.pool.query<{ id: string }>(
        `select l.id from app.links l join app.needs n on n.id = l.need_id
         where n.reference = $1 and l.purpose = $2::api.link_purpose and l.person_email = $3 order by l.created_at desc limit 1`,
        [reference, purpose, email],
      );
      if (!rows[0]) throw new Error(`${email} has no link ${purpose} for ${reference}`);
      return linkPath(rows[0].id);
    },
    /** Letters that went out, newest first. */
    letters: (to?: string): StoredLetter[] => box.mailbox.letters().filter((letter) => !to || letter.to.includes(to)),
    lettersAbout: (reference: string): StoredLetter[] =>
      box.mailbox.letters().filter(({ subject }) => subject.includes(reference)),
    /** Time passes for the letters that wait: each may be tried now, and no drain holds it.*/
    makeLettersDue: () =>
      portal.rows(`update app.outbox set send_after = now(), leased_until = null where sent_at is null`),
    mail: (mode: MailMode) => fetch(`${box.url}/dev/mail/mode`, { method: 'POST', body: JSON.stringify(mode) }),
    async rows<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
      return (await db.pool.query<Row>(sql, values)).rows;
    },
    async close(): Promise<void> {
      await portal.settled();
      await Promise.all([db.close(), box.close()]);
      rmSync(mailDir, { recursive: true, force: true });
    },
  };
  return portal;
}
