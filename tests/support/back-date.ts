// Moves what is on record into the past, which the guards of the tables refuse to everybody else.
import type pg from 'pg';

/** The time columns of a table's rows become that much older: `backDate(pool, 'needs', 'contact_email = $1', ['a@b'], '1 hour')`. */
export async function backDate(
  pool: pg.Pool,
  table: string,
  where: string,
  values: unknown[],
  by: string,
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin; set local session_replication_role = replica');
    const { rows } = await client.query<{ name: string }>(
      `select column_name as name from information_schema.columns
       where table_schema = 'app' and table_name = $1 and data_type = 'timestamp with time zone' and is_generated = 'NEVER'`,
      [table],
    );
    const changes = rows.map(({ name }) => `${name} = ${name} - interval '${by}'`).join(', ');
    await client.query(`update app.${table} set ${changes} where ${where}`, values);
    await client.query('commit');
  } finally {
    client.release();
  }
}
