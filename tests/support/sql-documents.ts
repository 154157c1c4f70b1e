// Documents for database tests: as the functions put them there, without any bytes.
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { type Claims, call, type Enums } from './sql-call.ts';
import type { TestCompany } from './sql-workspace.ts';

export interface TestDocument {
  id: string;
  object: string;
}

export const MIB = 1024 * 1024;

export async function begin(
  pool: pg.Pool,
  { id, owner }: TestCompany,
  changes: { name?: string; size?: number; by?: Claims } = {},
): Promise<{ outcome: Enums['begin_document_outcome'] } & TestDocument> {
  const { name = 'Tarjous.pdf', size = 1000, by = owner } = changes;
  const [row] = await call(pool, 'workspace_begin_document', { p_company: id, p_name: name, p_size: size }, by);
  if (!row) throw new Error('workspace_begin_document returned no row');
  return { outcome: row.outcome, id: row.document, object: row.object_id };
}

export const keepDocument = (
  pool: pg.Pool,
  object: string,
  name = 'Tarjous.pdf',
  size = 1000,
  sha256 = randomBytes(32),
) =>
  call(pool, 'keep_document', {
    p_object: object,
    p_name: name,
    p_format: name.split('.').at(-1) as Enums['document_format'],
    p_size: size,
    p_sha256: sha256.toString('hex'),
  });

/** One that is kept. */
export async function newDocument(pool: pg.Pool, company: TestCompany, by?: Claims): Promise<TestDocument> {
  const { id, object } = await begin(pool, company, by && { by });
  await keepDocument(pool, object);
  return { id, object };
}
