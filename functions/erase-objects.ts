// Schedule, each ten minutes — erase-objects: no bytes outlive their document, no room stays reserved for an upload that broke off.
import type { Config } from '@netlify/functions';
import { eraseQueuedObjects } from '#lib/documents/erase-objects.ts';
import { log } from '#lib/log.ts';

export const config: Config = { schedule: '*/10 * * * *' };

export default async (): Promise<void> => {
  const { dropped, erased } = await eraseQueuedObjects();
  if (dropped + erased > 0) log('info', 'objects erased', { dropped, erased });
};
