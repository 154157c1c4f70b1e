// Calls that really happen at once: each on a connection of its own, all held back by one lock until the last has come.
import type pg from 'pg';
import { expect } from 'vitest';

/** `lock` is SQL that takes what the calls will wait for; it is let go when all of them wait. */
export async function atOnce<T>(
  pool: pg.Pool,
  lock: { sql: string; values: unknown[] },
  calls: (() => Promise<T>)[],
): Promise<T[]> {
  const gate = await pool.connect();
  try {
    await gate.query('begin');
    await gate.query(lock.sql, lock.values);
    const running = Promise.all(calls.map((call) => call()));
    // Not by the gate itself: a transaction sees the same activity however often it asks.
    const waiting = async () => {
      const { rows } = await pool.query(
        `select count(*)::integer as count from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows[0].count;
    };
    await Promise.race([running, expect.poll(waiting, { timeout: 10_000 }).toBe(calls.length)]);
    await gate.query('commit');
    return await running;
  } finally {
    await gate.query('rollback');
    gate.release();
  }
}

export const lockOfAddress = (email: string) => ({
  sql: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
  values: [email],
});

export const lockOfNeed = (id: string) => ({ sql: 'select from app.needs where id = $1 for update', values: [id] });
