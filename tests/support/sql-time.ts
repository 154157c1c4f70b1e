// Time that passes without waiting: every row of the database becomes older.
import type pg from 'pg';

export async function letPass(pool: pg.Pool, interval: string): Promise<void> {
  const { rows } = await pool.query<{ sql: string }>(
    `select format('update app.%I set %s', table_name,
       string_agg(format('%1$I = %1$I - $1::interval', column_name), ', ')) as sql
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'app' and table_type = 'BASE TABLE'
       and data_type = 'timestamp with time zone' and is_generated = 'NEVER' group by table_name`,
  );
  await asReplica(pool, async (client) => {
    for (const { sql } of rows) await client.query(sql, [interval]);
  });
}

/** Runs without triggers and foreign keys, which guard the record against what a test must do to it. */
export async function asReplica(pool: pg.Pool, run: (client: pg.PoolClient) => Promise<unknown>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin; set local session_replication_role = replica');
    await run(client);
    await client.query('commit');
  } finally {
    await client.query('rollback');
    client.release();
  }
}
