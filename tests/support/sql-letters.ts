// The outbox for database tests: letters claimed, and rows as they stand.
import type pg from 'pg';
import { call } from './sql-call.ts';

export const LEASE_SECONDS = 45;

export const claim = (pool: pg.Pool, p_most = 100, p_lease_seconds = LEASE_SECONDS) =>
  call(pool, 'claim_letters', { p_most, p_lease_seconds });

export interface OutboxRow {
  id: string;
  letter: string;
  attempts: number;
  send_after: Date;
  leased_until: Date | null;
  sent_at: Date | null;
  provider_id: string | null;
  dropped_at: Date | null;
  stuck_at: Date | null;
  last_error: string | null;
}

export async function outboxRow(pool: pg.Pool, id: string): Promise<OutboxRow> {
  return (await pool.query<OutboxRow>('select * from app.outbox where id = $1', [id])).rows[0] as OutboxRow;
}

/** Nothing waits any more: a test begins with an outbox of its own. */
export const emptyOutbox = (pool: pg.Pool): Promise<unknown> =>
  pool.query('update app.outbox set sent_at = now(), dropped_at = null, stuck_at = null where sent_at is null');
