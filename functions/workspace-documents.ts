// GET, POST /workspace/documents — add-document, remove-document: the company's files, and what is done with them.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { actOnDocuments } from '#lib/workspace/document-acts.ts';
import { showDocuments, showTooLarge, UPLOAD_BODY } from '#lib/workspace/documents.tsx';
import { getInWorkspace, postInWorkspace, refuseInWorkspace } from '#lib/workspace/door.ts';

export const config: Config = { path: '/workspace/documents' };

export default handle({
  GET: getInWorkspace((call) => showDocuments(call)),
  POST: postInWorkspace(actOnDocuments),
  files: { most: UPLOAD_BODY, tooLarge: getInWorkspace(showTooLarge) },
  refuse: refuseInWorkspace,
});
