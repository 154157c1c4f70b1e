// workspace-take-out: the zip itself, made of one reading of the database: data as JSON and as a page to read.
import { helsinkiDate } from '#domain/helsinki-time.ts';
import { drainQuietly } from '../drain-outbox.ts';
import { readablePage } from '../my-data/readable-page.tsx';
import type { TakenOut } from '../my-data/rows.ts';
import { zipFile } from '../respond.ts';
import { type ZipFile, zipStream } from '../zip-stream.ts';
import { isId } from './company.ts';
import type { WorkspacePost } from './door.ts';
import { notInWorkspace } from './workspace-page.tsx';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export async function takeOut(call: WorkspacePost): Promise<Response> {
  const { fields, db, lang, waitUntil } = call;
  const company = isId(fields.company) ? fields.company : null;
  const [row] = (await db.rpc('workspace_take_out', { p_company: company })) as unknown as TakenOut[];
  if (!row) return notInWorkspace(call);
  // Who was an owner when the page was shown, and is none any more, gets what is hers.
  waitUntil(drainQuietly());
  const { scope, company: called, company_data, person_data, taken_at } = row;
  const json = { format: 'tarjotin-data', version: 1, taken_at, scope, company: called, company_data, person_data };
  const files: ZipFile[] = [
    { name: 'data.json', bytes: utf8(JSON.stringify(json, null, 2)) },
    { name: 'index.html', bytes: utf8(readablePage(row, lang)) },
  ];
  return zipFile(zipStream(files), `tarjotin-${helsinkiDate(new Date(taken_at))}.zip`);
}
