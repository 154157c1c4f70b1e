// GET /workspace/documents/:document — a file, to be saved: by one of its company, or by whom a consent in force lets see it.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { getInWorkspace } from '#lib/workspace/door.ts';
import { giveDocument } from '#lib/workspace/give-document.ts';

export const config: Config = { path: '/workspace/documents/:document' };

export default handle({ GET: getInWorkspace(giveDocument) });
