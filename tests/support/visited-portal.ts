// A running portal as a test sees it from outside: its database, its mailbox, and needs sent to it by a program.
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { LetterKind } from '#domain/content/letter.ts';
import type { Language } from '#domain/routes.ts';
import type { StoredLetter } from '../../functions/_local/mail-store.ts';
import { askSurvey } from './ask-survey.ts';
import { backDate } from './back-date.ts';
import { goodNeed, type NeedFields } from './good-need.ts';
import { isLetter, type LetterLinks, linksOf } from './letter-links.ts';
import { wholeDatabase } from './whole-database.ts';

/** Letters go out right after the answer; more than this is a fault. */
const LETTER_MS = 8000;

export interface Letter extends StoredLetter {
  links: LetterLinks;
  text: string;
  html: string;
}
export interface SentNeed {
  reference: string;
  email: string;
  statusPath: string;
}
export type VisitedPortal = ReturnType<typeof visitPortal>;

/** An address that no other test writes from. */
export const newAddress = (name = 'sanna'): string => `${name}-${randomUUID().slice(0, 8)}@paja.example`;

export function visitPortal({ url, databaseUrl, dataDir }: { url: string; databaseUrl: string; dataDir: string }) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 3 });
  pool.on('error', () => {}); // a test that stops the database knows

  const lettersTo = async (email: string): Promise<StoredLetter[]> =>
    (await fetch(`${url}/dev/mail.json?to=${encodeURIComponent(email)}`)).json() as Promise<StoredLetter[]>;

  return {
    url,
    async rows<Row extends object = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> {
      return (await pool.query<Row>(sql, values)).rows;
    },
    /** Newest first. */
    lettersTo,
    /** The newest letter of a kind about a need; waits until it comes. */
    async letter(kind: LetterKind, email: string, lang: Language, reference: string): Promise<Letter> {
      for (const until = Date.now() + LETTER_MS; ; await new Promise((r) => setTimeout(r, 50))) {
        const found = (await lettersTo(email)).find((letter) => isLetter(letter, kind, lang, reference));
        if (found?.text && found.html) {
          return { ...found, text: found.text, html: found.html, links: linksOf(found, kind, lang) };
        }
        if (Date.now() > until) throw new Error(`No letter ${kind} about ${reference} came to ${email}`);
      }
    },
    drain: () => fetch(`${url}/dev/run/drain-outbox`, { method: 'POST' }),
    /** Waits until no letter that is due is left: of all, or of one need, where others send theirs at the same time. */
    async quiet(reference?: string): Promise<void> {
      for (const until = Date.now() + LETTER_MS; ; await new Promise((r) => setTimeout(r, 50))) {
        const { rows } = await pool.query(
          `select from app.outbox o left join app.needs n on n.id = o.need_id
           where num_nonnulls(o.sent_at, o.dropped_at, o.stuck_at) = 0 and o.send_after <= now()
             and ($1::text is null or n.reference = $1)`,
          [reference],
        );
        if (rows.length === 0) return;
        if (Date.now() > until) throw new Error(`${rows.length} letters did not go`);
      }
    },
    async sendNeed(changes: Partial<NeedFields> = {}): Promise<SentNeed> {
      const need = goodNeed({ contact_email: newAddress(), ...changes });
      const answer = await fetch(`${url}/api/needs`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(need),
      });
      if (answer.status !== 201) throw new Error(`send-need answered ${answer.status}: ${await answer.text()}`);
      const { reference, status_url } = (await answer.json()) as { reference: string; status_url: string };
      return { reference, email: need.contact_email, statusPath: new URL(status_url).pathname };
    },
    /** As a browser posts the form of a page. */
    async act(path: string, fields: Record<string, string>): Promise<void> {
      const answer = await fetch(url + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
      if (answer.status !== 303) throw new Error(`POST to a link answered ${answer.status}`);
    },
    /** As if the hours until the survey had passed. */
    async sendSurvey(reference: string): Promise<void> {
      const secret = (JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as { LINK_SECRET: string })
        .LINK_SECRET;
      const links = Array.from({ length: 3 }, () => {
        const id = randomUUID();
        const token = createHmac('sha256', secret).update(`link:${id}`).digest('base64url');
        return { id, hash: createHash('sha256').update(token).digest('hex') };
      });
      await askSurvey(pool, reference, links);
      await fetch(`${url}/dev/run/drain-outbox`, { method: 'POST' });
    },
    backDate: (table: string, where: string, values: unknown[], by: string) => backDate(pool, table, where, values, by),
    snapshot: () => wholeDatabase(pool),
    /** What the portal signs its receipts with. */
    linkSecret: (): string =>
      (JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as { LINK_SECRET: string }).LINK_SECRET,
    close: () => pool.end(),
  };
}
