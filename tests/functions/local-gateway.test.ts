// The rpc gateway answers supabase-js as hosted Supabase does: who may call what, and how answers and refusals look.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const FIXTURE = `
  create schema if not exists api;
  grant usage on schema api to authenticated, service_role;
  create type api.pair as (a int, b text);
  create function api.who_am_i() returns jsonb language sql
    as $$ select jsonb_build_object('role', current_user, 'sub', auth.jwt() ->> 'sub', 'uid', auth.uid()) $$;
  create function api.slow_who() returns text language plpgsql
    as $$ begin perform pg_sleep(random() * 0.02); return current_user || ':' || coalesce(auth.jwt() ->> 'sub', ''); end $$;
  create function api.echo(given jsonb, words text[] default '{none}', at timestamptz default null, amount numeric default 1.50)
    returns jsonb language sql as $$ select jsonb_build_object('given', given, 'words', words, 'at', at, 'amount', amount) $$;
  create function api.moment() returns timestamptz language sql stable as $$ select '2026-11-22 12:00:00.5+02'::timestamptz $$;
  create function api.numbers(up_to int) returns setof int language sql as $$ select generate_series(1, up_to) $$;
  create function api.pairs(up_to int) returns setof api.pair language sql as $$ select n, 'x' from generate_series(1, up_to) n $$;
  create function api.one_pair() returns api.pair language sql as $$ select 1, 'x' $$;
  create function api.one_column(up_to int) returns table (only_one int) language sql as $$ select generate_series(1, up_to) $$;
  create function api.nothing() returns void language sql as $$ select 1 $$;
  create function api.refused() returns void language plpgsql as $$ begin raise exception 'no' using errcode = 'PT409', hint = 'a hint'; end $$;
  create function api.sleeps(s float) returns void language sql as $$ select pg_sleep(s) $$;
  create table public.notes (n int);
  create function api.write_pairs(up_to int) returns setof int language sql security definer
    as $$ insert into public.notes select generate_series(1, up_to) returning n $$;
  create function public.write() returns void language sql security definer as $$ insert into public.notes values (1) $$;
  create function api.false_stable() returns void language sql stable security definer as $$ select public.write() $$;
  grant execute on all functions in schema api to authenticated, service_role;
  grant usage on schema api to anon;
  grant execute on function api.sleeps(float) to anon;
  create function api.secret() returns text language sql as $$ select 'secret' $$;
  grant execute on function api.secret() to service_role;
`;

let db: TestDatabase;
const client = (key: string, schema = 'api', headers: Record<string, string> = {}) =>
  createClient(db.supabaseUrl, key, {
    db: { schema },
    global: { headers },
    auth: { persistSession: false, autoRefreshToken: false },
  });
const system = () => client(db.secretKey);
const personToken = (claims: Record<string, unknown> = {}, secret = db.jwtSecret, expires = '5m') =>
  new SignJWT({ role: 'authenticated', sub: '7a7a7a7a-0000-4000-8000-000000000001', ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(expires)
    .sign(new TextEncoder().encode(secret));
const person = async (claims: Record<string, unknown> = {}) =>
  client(db.publishableKey, 'api', { authorization: `Bearer ${await personToken(claims)}` });

beforeAll(async () => {
  db = await testDatabase();
  await db.pool.query(FIXTURE);
});
afterAll(() => db.close());

describe('who is calling', () => {
  it('is service_role with the secret key', async () => {
    expect((await system().rpc('who_am_i')).data).toEqual({ role: 'service_role', sub: null, uid: null });
  });
  it("is authenticated, with the token's claims, with the publishable key and a person's token", async () => {
    const { data } = await (await person()).rpc('who_am_i');
    const sub = '7a7a7a7a-0000-4000-8000-000000000001';
    expect(data).toEqual({ role: 'authenticated', sub, uid: sub });
  });
  it('is anon with the publishable key alone, who may run nothing', async () => {
    const { error, status } = await client(db.publishableKey).rpc('who_am_i');
    expect([status, error?.code]).toEqual([401, '42501']);
  });
  it('is nobody with a wrong key, a forged token, an expired token or a role of its own making', async () => {
    const tokens = [
      personToken({}, 'another-secret-of-more-than-32-characters'),
      personToken({}, db.jwtSecret, '-1m'),
      personToken({ role: 'postgres' }),
    ];
    const tries = [
      client('sb_secret_wrong'),
      ...(await Promise.all(tokens)).map((token) =>
        client(db.publishableKey, 'api', { authorization: `Bearer ${token}` }),
      ),
    ];
    const answers = await Promise.all(tries.map((one) => one.rpc('who_am_i')));
    expect(answers.map(({ status, error }) => [status, error?.code])).toEqual([
      [401, ''],
      [401, 'PGRST301'],
      [401, 'PGRST303'],
      [401, 'PGRST301'],
    ]);
  });
  it('is never mixed up among 200 calls at once', async () => {
    const people = await Promise.all(
      Array.from({ length: 20 }, (_, n) => person({ sub: `00000000-0000-4000-8000-0000000000${n + 10}` })),
    );
    const calls = Array.from({ length: 200 }, async (_, n) => {
      const sub = n % 2 ? `00000000-0000-4000-8000-0000000000${(n % 20) + 10}` : '';
      const { data } = (await (n % 2 ? people[n % 20] : system())?.rpc('slow_who')) ?? {};
      return data === `${n % 2 ? 'authenticated' : 'service_role'}:${sub}`;
    });
    expect((await Promise.all(calls)).filter((right) => !right)).toEqual([]);
  });
});

describe('what may be called', () => {
  it('a function that is not granted is refused with 42501 and 403', async () => {
    const { error, status } = await (await person()).rpc('secret');
    expect([status, error?.code, error?.message]).toEqual([403, '42501', 'permission denied for function secret']);
    expect((await system().rpc('secret')).data).toBe('secret');
  });
  it('an unknown function or argument is PGRST202 and 404', async () => {
    const answers = [
      await system().rpc('missing'),
      await system().rpc('echo', { wrong: 1 }),
      await system().rpc('echo', {}),
    ];
    expect(answers.map(({ status, error }) => [status, error?.code])).toEqual(Array(3).fill([404, 'PGRST202']));
  });
  it('a function made after the first call is found', async () => {
    await system().rpc('who_am_i');
    await db.pool.query(
      `create function api.later() returns int language sql as 'select 7'; grant execute on function api.later to service_role`,
    );
    expect((await system().rpc('later')).data).toBe(7);
  });
  it('no schema but api', async () => {
    const { error, status } = await client(db.secretKey, 'public').rpc('who_am_i');
    expect([status, error?.code]).toEqual([406, 'PGRST106']);
  });
  it('a body that is not JSON is 400', async () => {
    const headers = { apikey: db.secretKey, 'content-type': 'application/json' };
    const answers = ['{"a":', '[1]', '"x"'].map((body) =>
      fetch(`${db.supabaseUrl}/rest/v1/rpc/who_am_i`, { method: 'POST', headers, body }),
    );
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([400, 400, 400]);
  });
  it('nothing but rpc and auth: no tables, no system pages', async () => {
    const paths = ['/rest/v1/notes', '/rest/v1/', '/_system/info', '/storage/v1/bucket', '/'];
    const answers = await Promise.all(
      paths.map((path) => fetch(db.supabaseUrl + path, { headers: { apikey: db.secretKey } })),
    );
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 404));
  });
});

describe('answers', () => {
  it('JSON, arrays, times and numerics go in and come out as Postgres writes them', async () => {
    const given = { text: `it's "quoted" \\ $1 ä`, list: [1, null], deep: { a: true } };
    const { data } = await system().rpc('echo', { given, words: ['a', 'b,c'], at: '2026-11-22T10:00:00Z' });
    expect(data).toEqual({ given, words: ['a', 'b,c'], at: '2026-11-22T10:00:00+00:00', amount: 1.5 });
    expect((await system().rpc('moment')).data).toBe('2026-11-22T10:00:00.5+00:00');
  });
  it('a set is cut at the max_rows of config.toml, as hosted PostgREST cuts it', async () => {
    const config = readFileSync(join(import.meta.dirname, '../../supabase/config.toml'), 'utf8');
    const most = Number(/^max_rows = (\d+)$/m.exec(config)?.[1]);
    const { data } = await system().rpc('numbers', { up_to: most + 1 });
    expect((data as number[]).length).toBe(most);
  });
  it('sets are lists, rows are objects, void is nothing', async () => {
    const answers = await Promise.all([
      system().rpc('numbers', { up_to: 2 }),
      system().rpc('pairs', { up_to: 1 }),
      system().rpc('pairs', { up_to: 0 }),
      system().rpc('one_pair'),
      system().rpc('one_column', { up_to: 1 }),
      system().rpc('nothing'),
    ]);
    expect(answers.map(({ data }) => data)).toEqual([
      [1, 2],
      [{ a: 1, b: 'x' }],
      [],
      { a: 1, b: 'x' },
      [{ only_one: 1 }],
      null,
    ]);
    expect(answers.at(-1)?.status).toBe(204);
  });
  it('single() gives one object, and PGRST116 for none or several, with nothing written', async () => {
    expect((await system().rpc('pairs', { up_to: 1 }).single()).data).toEqual({ a: 1, b: 'x' });
    const answers = [
      await system().rpc('pairs', { up_to: 0 }).single(),
      await system().rpc('write_pairs', { up_to: 2 }).single(),
    ];
    expect(answers.map(({ status, error }) => [status, error?.code, error?.details])).toEqual([
      [406, 'PGRST116', 'The result contains 0 rows'],
      [406, 'PGRST116', 'The result contains 2 rows'],
    ]);
    expect((await db.pool.query('select count(*)::int as n from public.notes')).rows).toEqual([{ n: 0 }]);
    expect((await system().rpc('write_pairs', { up_to: 1 }).single()).data).toBe(1);
    expect((await db.pool.query('select count(*)::int as n from public.notes')).rows).toEqual([{ n: 1 }]);
  });
  it('maybeSingle() gives null for none', async () => {
    expect((await system().rpc('pairs', { up_to: 0 }).maybeSingle()).data).toBeNull();
    expect((await system().rpc('pairs', { up_to: 1 }).maybeSingle()).data).toEqual({ a: 1, b: 'x' });
  });
  it('PTxyz raised in SQL chooses the status', async () => {
    const { error, status } = await system().rpc('refused');
    expect([status, error?.code, error?.message, error?.hint]).toEqual([409, 'PT409', 'no', 'a hint']);
  });
  it('a stable function that writes is refused, as hosted runs it read-only', async () => {
    const { error, status } = await system().rpc('false_stable');
    expect([status, error?.code]).toEqual([405, '25006']);
  });
  it('a call over the time limit is ended with 57014', async () => {
    const { error, status } = await client(db.publishableKey).rpc('sleeps', { s: 4 });
    expect([status, error?.code]).toEqual([500, '57014']);
  });
});
