// Whoever from outside reads something of a company leaves a look, however it is asked for: nothing is answered from a copy.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeObject } from '#lib/db.ts';
import { PDF } from '../support/made-documents.ts';
import { makeWorld, type World } from '../support/matrix/world.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { LIST } from '../support/sql-desk.ts';
import { asReplica } from '../support/sql-time.ts';

let portal: Portal;
let world: World;
beforeAll(async () => {
  portal = await startPortal();
  world = await makeWorld(portal.db);
  process.env.COORDINATOR_EMAILS = LIST.map(({ email }) => email).join(', ');
  const [row] = await portal.rows<{ object_id: string }>('select object_id from app.documents where id = $1', [
    world.document,
  ]);
  await storeObject(row?.object_id as string, PDF);
});
afterAll(() => portal.close());

const WAYS: [string, Record<string, string>][] = [
  ['plainly', {}],
  ['if it has changed', { 'if-none-match': '*', 'if-modified-since': 'Sat, 28 Nov 2099 10:00:00 GMT' }],
  ['in part', { range: 'bytes=0-9', 'if-range': '"x"' }],
  ['beforehand', { purpose: 'prefetch', 'sec-purpose': 'prefetch' }],
  ['as JSON', { accept: 'application/json' }],
];

describe.each<[string, keyof World['tokens'], (world: World) => string]>([
  ['the page of what is shared', 'adviser_messages_comment', ({ consent }) => `/workspace/shared/${consent}`],
  ['a document', 'adviser_documents', ({ document }) => `/workspace/documents/${document}`],
  ['a need at the desk, by who handles it', 'handling', ({ need }) => `/desk/needs/${need.reference}`],
  ['a need at the desk, by who does not', 'coordinator', ({ need }) => `/desk/needs/${need.reference}`],
])('%s', (_what, kind, pathOf) => {
  it.each(WAYS)('asked for %s leaves a look, and is kept by nobody', async (_way, headers) => {
    await asReplica(portal.db.pool, (client) => client.query('delete from app.looks'));
    const path = pathOf(world);
    const cookie = `__Host-${path.split('/')[1]}=${world.tokens[kind]}~none`;
    const answer = await portal.get(path, { headers: { cookie, ...headers } });
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual([
      200,
      'no-store',
      null,
    ]);
    await answer.arrayBuffer();
    const looks = await portal.rows<{ email: string }>('select distinct person_email as email from app.looks');
    expect(looks).toHaveLength(1);
  });
});
