// A person's real token: the address is proved by a one-time code at the Supabase stand-in, as sign-in does it.
import { createClient } from '@supabase/supabase-js';
import { decodeJwt } from 'jose';
import type { TestDatabase } from '../database.ts';
import { call, type Enums } from '../sql-call.ts';

export async function proveAddress(db: TestDatabase, email: string): Promise<string> {
  const auth = createClient(db.supabaseUrl, db.publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
  }).auth;
  const asked = await auth.signInWithOtp({ email });
  if (asked.error) throw asked.error;
  const letter = db.authLetters.findLast(({ to }) => to === email);
  const token = /\b(\d{6})\b/.exec(letter?.text ?? letter?.html ?? '')?.[1] ?? '';
  const { data, error } = await auth.verifyOtp({ email, token, type: 'email' });
  if (error || !data.session) throw error ?? new Error(`no session for ${email}`);
  return data.session.access_token;
}

export const sessionIn = (token: string): string => decodeJwt(token).session_id as string;

/** The address is proved and the door has let its owner in. */
export async function enter(db: TestDatabase, door: Enums['door'], email: string): Promise<string> {
  const token = await proveAddress(db, email);
  const args = { p_door: door, p_session_id: sessionIn(token), p_email: email, p_own_device: false };
  const outcome = await call(db.pool, 'begin_session', args);
  if (outcome !== 'begun') throw new Error(`begin_session said ${outcome} to ${email}`);
  return token;
}
