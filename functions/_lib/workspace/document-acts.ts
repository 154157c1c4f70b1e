// add-document in one step by the form, or in three by the script (begin, send to Storage, confirm); remove-document.
import { announcedName } from '#domain/documents/document-name.ts';
import { beginDocumentSchema } from '#domain/forms/begin-document.ts';
import { createT } from '#domain/i18n/t.ts';
import { LIMITS } from '#domain/limits.ts';
import { WORKSPACE } from '#domain/routes.ts';
import { type Enums, readObject, storeObject, uploadAddress } from '../db.ts';
import { documentFormat } from '../documents/document-format.ts';
import { dropDocument, keepDocument } from '../documents/keep-document.ts';
import { json, problemJson } from '../respond.ts';
import { isId } from './company.ts';
import { afterDeed, type Deed } from './did.ts';
import { type DocumentFault, faultWords, showDocuments } from './documents.tsx';
import type { WorkspacePost } from './door.ts';
import { notInWorkspace } from './workspace-page.tsx';

type Act = (call: WorkspacePost) => Promise<Response>;

/** To a person the page with what is wrong at its field; to the script the same words. */
function faulty(call: WorkspacePost, company: string | null, code: DocumentFault): Promise<Response> | Response {
  if (!call.isJson) return showDocuments(call, { company, fault: code });
  return problemJson(422, code, { errors: [{ field: 'file', code }], detail: faultWords(code, call.lang) });
}

const unnamed = ({ lang }: WorkspacePost): string => createT(lang)('documents.unnamed');

async function begin(call: WorkspacePost, company: string, name: string, size: number) {
  const args = { p_company: company, p_name: announcedName(name, unnamed(call)), p_size: size };
  const [begun] = await call.db.rpc('workspace_begin_document', args);
  if (!begun) throw new Error('workspace_begin_document returned no row');
  return begun;
}

const upload: Act = async (call) => {
  const { company, file } = call.fields;
  if (!isId(company)) return notInWorkspace(call);
  if (!(file instanceof File) || (file.size === 0 && !file.name)) return faulty(call, company, 'missing');
  if (file.size > LIMITS.formFile.max) return faulty(call, company, 'too_large_form');
  const bytes = new Uint8Array(await file.arrayBuffer());
  // Looked at before room is asked for: a wrong file costs nobody anything.
  const format = await documentFormat(bytes);
  if (typeof format === 'object') return faulty(call, company, format.refused);
  const begun = await begin(call, company, file.name, bytes.byteLength);
  if (begun.outcome === 'gone') return notInWorkspace(call);
  if (begun.outcome !== 'begun') return faulty(call, company, begun.outcome);
  const object = begun.object_id;
  try {
    await storeObject(object, bytes);
    const sent = { object, name: file.name, unnamed: unnamed(call), announced: bytes.byteLength, bytes };
    const kept = await keepDocument(sent);
    return kept === 'kept' ? afterDeed(WORKSPACE.documents, 'uploaded') : faulty(call, company, kept);
  } catch (error) {
    // Where even this fails, the room comes back by itself after half an hour.
    await dropDocument(object).catch(() => {});
    throw error;
  }
};

const beginSending: Act = async (call) => {
  const form = beginDocumentSchema.safeParse(call.fields);
  if (!form.success) {
    const code = form.error.issues.find(({ path }) => path[0] === 'size')?.message;
    return code === 'empty' || code === 'too_large' ? faulty(call, null, code) : problemJson(422, 'malformed');
  }
  const { company, name, size } = form.data;
  const begun = await begin(call, company, name, size);
  if (begun.outcome === 'gone') return problemJson(404, 'not_found');
  if (begun.outcome !== 'begun') return faulty(call, company, begun.outcome);
  return json({ document: begun.document, send_to: await uploadAddress(begun.object_id) }, 201);
};

async function pendingOf({ db, fields }: WorkspacePost) {
  const { document } = fields;
  const [pending] = isId(document) ? await db.rpc('workspace_pending_document', { p_document: document }) : [];
  return pending;
}

const confirm: Act = async (call) => {
  const { fields, db } = call;
  const done = () => json({ next: `${WORKSPACE.documents}?did=uploaded` });
  const pending = await pendingOf(call);
  if (!pending) {
    // Asked twice: it is a document already.
    const { document } = fields;
    const [kept] = isId(document) ? await db.rpc('workspace_document', { p_document: document, p_taken: false }) : [];
    return kept ? done() : problemJson(404, 'not_found', { detail: faultWords('gone', call.lang) });
  }
  const { company_id, object_id: object, name, size: announced } = pending;
  const bytes = await readObject(object);
  if (!bytes) return faulty(call, company_id, 'not_sent');
  const kept = await keepDocument({ object, name, unnamed: unnamed(call), announced, bytes });
  return kept === 'kept' ? done() : faulty(call, company_id, kept);
};

const cancel: Act = async (call) => {
  const pending = await pendingOf(call);
  if (pending) await dropDocument(pending.object_id);
  return json({});
};

const REMOVED = {
  removed: 'document_removed',
  not_yours: 'document_not_yours',
  gone: 'document_gone',
} as const satisfies Record<Enums['remove_document_outcome'], Deed>;

const remove: Act = async (call) => {
  const { fields, db } = call;
  const { company, document } = fields;
  if (!isId(company) || !isId(document)) return notInWorkspace(call);
  if (fields.sure !== 'yes') return showDocuments(call, { company, unsure: document });
  return afterDeed(WORKSPACE.documents, REMOVED[await db.rpc('workspace_remove_document', { p_document: document })]);
};

/** By the value of the button, or as the script asks. */
export const DOCUMENT_ACTS = {
  form: { upload, remove } as Readonly<Record<string, Act>>,
  script: { begin: beginSending, confirm, cancel } as Readonly<Record<string, Act>>,
};

export async function actOnDocuments(call: WorkspacePost): Promise<Response> {
  const acts = DOCUMENT_ACTS[call.isJson ? 'script' : 'form'];
  const name = String(call.fields.act);
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
  if (act) return act(call);
  return call.isJson ? problemJson(404, 'not_found') : notInWorkspace(call);
}
