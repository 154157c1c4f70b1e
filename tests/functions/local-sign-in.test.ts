// Signing in with a code from a letter, by supabase-js alone, gives a person whom the gateway accepts.
import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let db: TestDatabase;
const client = () =>
  createClient(db.supabaseUrl, db.publishableKey, {
    db: { schema: 'api' },
    auth: { persistSession: false, autoRefreshToken: false },
  });

beforeAll(async () => {
  db = await testDatabase();
  await db.pool.query(`
    create schema if not exists api;
    grant usage on schema api to authenticated;
    create function api.who_signed_in() returns jsonb language sql
      as $$ select jsonb_build_object('role', current_user, 'email', auth.email(), 'known', auth.uid() is not null) $$;
    grant execute on function api.who_signed_in() to authenticated;`);
});
afterAll(() => db.close());

const codeFor = (address: string) => {
  const letter = db.authLetters.findLast(({ to }) => to === address);
  return /\b(\d{6})\b/.exec(letter?.text ?? letter?.html ?? '')?.[1] ?? '';
};

it('a code from the letter signs the person in, and the gateway knows the address', async () => {
  const supabase = client();
  const email = 'kirsi@yritys.example';
  expect((await supabase.auth.signInWithOtp({ email })).error).toBeNull();
  const { data, error } = await supabase.auth.verifyOtp({ email, token: codeFor(email), type: 'email' });
  expect([error, data.user?.email]).toEqual([null, email]);
  expect((await supabase.rpc('who_signed_in')).data).toEqual({ role: 'authenticated', email, known: true });
  const refreshed = await supabase.auth.refreshSession();
  expect([refreshed.error, refreshed.data.session?.access_token === undefined]).toEqual([null, false]);
});

it('a wrong code, a used code and a code of another address sign nobody in', async () => {
  const supabase = client();
  const email = 'matti@yritys.example';
  await supabase.auth.signInWithOtp({ email });
  const code = codeFor(email);
  const wrong = code === '000000' ? '000001' : '000000';
  const tries = [
    [email, wrong],
    ['kirsi@yritys.example', code],
    [email, code],
    [email, code],
  ] as const;
  const signedIn = [];
  for (const [address, token] of tries) {
    const { data } = await client().auth.verifyOtp({ email: address, token, type: 'email' });
    signedIn.push(data.session !== null);
  }
  expect(signedIn).toEqual([false, false, true, false]);
});

it('broken JSON to verify is answered, not a crash', async () => {
  const headers = { apikey: db.publishableKey, 'content-type': 'application/json' };
  const { status } = await fetch(`${db.supabaseUrl}/auth/v1/verify`, { method: 'POST', headers, body: '{"type":' });
  expect(status).toBeGreaterThanOrEqual(400);
  expect((await fetch(`${db.supabaseUrl}/auth/v1/settings`, { headers })).status).toBeLessThan(500);
});
