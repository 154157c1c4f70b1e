// Coordinators at the desk, for database tests: their sessions, as sign-in makes them.
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { type Claims, call } from './sql-call.ts';
import { MAIJA, MATTI } from './sql-needs.ts';

export const LIST = [
  { email: MAIJA, name: 'Maija Malli' },
  { email: MATTI, name: null },
];

/** The claims of somebody's token: alone they open nothing. */
export const token = (email: string): Claims => ({ email, session_id: randomUUID() });

/** The claims of a coordinator with a living session. MAIJA leads. */
export async function signIn(pool: pg.Pool, email: string, ownDevice = false): Promise<Claims> {
  await call(pool, 'keep_coordinators', { p_coordinators: LIST });
  const claims = token(email);
  const outcome = await call(pool, 'begin_session', {
    p_door: 'desk',
    p_session_id: claims.session_id,
    p_email: email,
    p_own_device: ownDevice,
  });
  if (outcome !== 'begun') throw new Error(`begin_session said ${outcome}`);
  return claims;
}
