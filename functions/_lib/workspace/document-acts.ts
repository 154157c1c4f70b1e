// upload-document in one step by the form, or in three by the script (reserve, send to Storage, confirm); remove-document.
import { announcedName } from '#domain/documents/document-name.ts';
import { reserveDocumentSchema } from '#domain/forms/reserve-document.ts';
import { createT } from '#domain/i18n/t.ts';
import { LIMITS } from '#domain/limits.ts';
import { WORKSPACE } from '#domain/routes.ts';
import { readObject, storeObject, uploadAddress } from '../db.ts';
import { documentKind } from '../documents/document-kind.ts';
import { dropDocument, type Kept, keepDocument } from '../documents/keep-document.ts';
import { json, problemJson } from '../respond.ts';
import { isId } from './company.ts';
import { afterDeed } from './did.ts';
import { type DocumentFault, faultWords, showDocuments } from './documents.tsx';
import type { WorkspacePost } from './door.ts';
import { notInWorkspace } from './workspace-page.tsx';

type Act = (call: WorkspacePost) => Promise<Response>;

/** To a person the page with what is wrong at its field; to the script the same words. */
function faulty(call: WorkspacePost, company: string | null, fault: DocumentFault): Promise<Response> | Response {
  if (!call.isJson) return showDocuments(call, { company, fault });
  const errors = [{ field: 'file', code: fault.code }];
  return problemJson(422, fault.code, { errors, detail: faultWords(fault, call.lang) });
}

const faultOf = (kept: Exclude<Kept, { status: 'kept' }>): DocumentFault => ({ code: kept.status, name: kept.name });

const upload: Act = async (call) => {
  const { fields, db, lang } = call;
  const { company, file, need } = fields;
  if (!isId(company)) return notInWorkspace(call);
  if (!(file instanceof File) || (file.size === 0 && !file.name)) return faulty(call, company, { code: 'missing' });
  if (file.size > LIMITS.formFile.max) return faulty(call, company, { code: 'too_large_form' });
  const bytes = new Uint8Array(await file.arrayBuffer());
  // Looked at before room is asked for: a wrong file costs nobody anything.
  const kind = await documentKind(bytes);
  if (typeof kind === 'object') return faulty(call, company, { code: kind.refused });
  const unnamed = createT(lang)('documents.unnamed');
  const [reserved] = await db.rpc('workspace_reserve_document', {
    p_company: company,
    p_name: announcedName(file.name, unnamed),
    p_size: bytes.byteLength,
    p_reference: typeof need === 'string' && need ? need : null,
  });
  if (!reserved) throw new Error('workspace_reserve_document returned no row');
  if (reserved.outcome === 'no_company') return notInWorkspace(call);
  if (reserved.outcome !== 'reserved') return faulty(call, company, { code: reserved.outcome });
  const { document, object } = reserved;
  try {
    await storeObject(object, bytes);
    const kept = await keepDocument(db, { document, name: file.name, unnamed, bytes });
    return kept.status === 'kept' ? afterDeed(WORKSPACE.documents, 'uploaded') : faulty(call, company, faultOf(kept));
  } catch (error) {
    // Where even this fails, the room comes back by itself after three hours.
    await dropDocument(db, document).catch(() => {});
    throw error;
  }
};

const reserve: Act = async (call) => {
  const { fields, db, lang } = call;
  const form = reserveDocumentSchema.safeParse(fields);
  if (!form.success) {
    const code = form.error.issues.find(({ path }) => path[0] === 'size')?.message;
    return code === 'empty' || code === 'too_large' ? faulty(call, null, { code }) : problemJson(422, 'malformed');
  }
  const { company, name, size, need } = form.data;
  const [reserved] = await db.rpc('workspace_reserve_document', {
    p_company: company,
    p_name: announcedName(name, createT(lang)('documents.unnamed')),
    p_size: size,
    p_reference: need,
  });
  if (!reserved) throw new Error('workspace_reserve_document returned no row');
  if (reserved.outcome === 'no_company') return problemJson(404, 'not_found');
  if (reserved.outcome !== 'reserved') return faulty(call, company, { code: reserved.outcome });
  return json({ document: reserved.document, send_to: await uploadAddress(reserved.object) }, 201);
};

const confirm: Act = async (call) => {
  const { fields, db, lang } = call;
  const [sent] = isId(fields.document) ? await db.rpc('workspace_sent_document', { p_document: fields.document }) : [];
  if (!sent) return problemJson(404, 'not_found');
  const done = json({ next: `${WORKSPACE.documents}?did=uploaded` });
  if (sent.state === 'kept') return done;
  const bytes = await readObject(sent.object);
  if (!bytes) return faulty(call, sent.company, { code: 'not_sent' });
  const document = fields.document as string;
  const unnamed = createT(lang)('documents.unnamed');
  const kept = await keepDocument(db, { document, name: sent.name, unnamed, bytes });
  return kept.status === 'kept' ? done : faulty(call, sent.company, faultOf(kept));
};

const cancel: Act = async ({ fields, db }) => {
  const [sent] = isId(fields.document) ? await db.rpc('workspace_sent_document', { p_document: fields.document }) : [];
  // What is kept is removed on its page, in two steps.
  if (sent?.state === 'pending') await dropDocument(db, fields.document as string);
  return json({});
};

const remove: Act = async (call) => {
  const { fields, db } = call;
  const { company, document } = fields;
  if (!isId(company) || !isId(document)) return notInWorkspace(call);
  if (fields.sure !== 'yes') return showDocuments(call, { company, unsure: document });
  const outcome = await db.rpc('workspace_remove_document', { p_document: document });
  return afterDeed(WORKSPACE.documents, outcome === 'removed' ? 'document_removed' : 'document_gone');
};

const BY_FORM: Readonly<Record<string, Act>> = { upload, remove };
const BY_SCRIPT: Readonly<Record<string, Act>> = { reserve, confirm, cancel };

export async function actOnDocuments(call: WorkspacePost): Promise<Response> {
  const acts = call.isJson ? BY_SCRIPT : BY_FORM;
  const name = String(call.fields.act);
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
  if (act) return act(call);
  return call.isJson ? problemJson(404, 'not_found') : notInWorkspace(call);
}
