// Letters, and mails that come in, on disk: one line of JSON each, appended and flushed before a letter counts as sent, so that kill -9 loses none.
import { closeSync, existsSync, ftruncateSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface StoredLetter {
  id: string;
  created_at: string;
  from: string;
  to: string[];
  cc?: string[] | undefined;
  bcc?: string[] | undefined;
  reply_to?: string[] | undefined;
  subject: string;
  html: string | null;
  text: string | null;
  /** What came with the letter's Idempotency-Key, and a fingerprint of what was sent under it. */
  idempotency?: { key: string; payload: string };
}

/** A mail that came to a reply address, as Resend's API gives it. */
export interface StoredMail {
  object: 'email';
  id: string;
  created_at: string;
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  received_for: string[];
  reply_to: string[];
  subject: string;
  message_id: string;
  text: string | null;
  html: string | null;
  headers: Record<string, string>;
  attachments: {
    id: string;
    filename: string;
    size: number;
    content_type: string;
    content_id: string | null;
    content_disposition: string;
  }[];
}

export class MailStore<Kept extends { id: string } = StoredLetter> {
  /** Oldest first. */
  readonly letters: Kept[];
  readonly #file: string;
  #handle: FileHandle | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(file: string) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
    this.letters = readLines(file);
  }

  /** Resolves when the letter is on disk. One after the other: the order on disk is the order of arrival. */
  add(letter: Kept): Promise<void> {
    const written = this.#last.then(() => this.#write(letter));
    this.#last = written.catch(() => {});
    return written;
  }

  async #write(letter: Kept): Promise<void> {
    this.#handle ??= await open(this.#file, 'a', 0o600);
    await this.#handle.appendFile(`${JSON.stringify(letter)}\n`);
    await this.#handle.datasync();
    this.letters.push(letter);
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#handle?.close();
    this.#handle = undefined;
  }
}

/** A line cut short by a kill was never answered for; it is cut off, so that the next one starts clean. */
function readLines<Kept>(file: string): Kept[] {
  if (!existsSync(file)) return [];
  const bytes = readFileSync(file);
  const whole = bytes.lastIndexOf(10) + 1;
  if (whole < bytes.length) {
    const descriptor = openSync(file, 'r+');
    ftruncateSync(descriptor, whole);
    closeSync(descriptor);
  }
  const lines = bytes.subarray(0, whole).toString('utf8').split('\n');
  return lines.filter(Boolean).map((line) => JSON.parse(line) as Kept);
}
