// Schedule, each ten minutes — erase-documents: no bytes outlive their document, no room stays taken by a file that never came.
import type { Config } from '@netlify/functions';
import { eraseDocuments } from '#lib/documents/erase-documents.ts';
import { log } from '#lib/log.ts';
import { scheduled } from '#lib/scheduled.ts';

export const config: Config = { schedule: '*/10 * * * *' };

export default scheduled('erase-documents', async () => {
  const erased = await eraseDocuments();
  if (erased > 0) log('info', 'documents erased', { erased });
});
