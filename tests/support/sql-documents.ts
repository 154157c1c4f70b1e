// Documents for database tests: reserved and kept as a function does it, without bytes.
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { type Claims, call, type Enums } from './sql-call.ts';

export interface TestDocument {
  id: string;
  object: string;
  size: number;
}

export const newHash = (): string => randomBytes(32).toString('hex');

interface Wanted {
  name?: string;
  size?: number;
  reference?: string | null;
}

export const reserve = (
  pool: pg.Pool,
  company: string,
  person: Claims,
  { name = 'tarjous.pdf', size = 1000, reference = null }: Wanted = {},
) =>
  call(
    pool,
    'workspace_reserve_document',
    { p_company: company, p_name: name, p_size: size, p_reference: reference },
    person,
  ).then(([row]) => row as NonNullable<typeof row>);

/** Room is reserved; nothing has been sent. */
export async function pendingDocument(
  pool: pg.Pool,
  company: string,
  person: Claims,
  wanted: Wanted = {},
): Promise<TestDocument> {
  const { outcome, document, object } = await reserve(pool, company, person, wanted);
  if (outcome !== 'reserved') throw new Error(`workspace_reserve_document said ${outcome}`);
  return { id: document, object, size: wanted.size ?? 1000 };
}

export const keep = (
  pool: pg.Pool,
  { id, size }: TestDocument,
  changes: { name?: string; size?: number; sha256?: string; kind?: Enums['document_kind'] } = {},
) =>
  call(pool, 'keep_document', {
    p_document: id,
    p_name: changes.name ?? 'tarjous.pdf',
    p_kind: changes.kind ?? 'pdf',
    p_size: changes.size ?? size,
    p_sha256: changes.sha256 ?? newHash(),
  }).then(([row]) => row as NonNullable<typeof row>);

export async function newDocument(
  pool: pg.Pool,
  company: string,
  person: Claims,
  wanted: Wanted = {},
): Promise<TestDocument> {
  const document = await pendingDocument(pool, company, person, wanted);
  const { outcome } = await keep(pool, document, { name: wanted.name ?? 'tarjous.pdf' });
  if (outcome !== 'kept') throw new Error(`keep_document said ${outcome}`);
  return document;
}
