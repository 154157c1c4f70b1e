// Runs queries as an API role with a person's claims, as the gateway would, and takes everything back afterwards.
import type pg from 'pg';

export async function asRole<T>(
  pool: pg.Pool,
  role: 'anon' | 'authenticated' | 'service_role',
  claims: Record<string, unknown>,
  run: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)`, [
      role,
      JSON.stringify({ role, ...claims }),
    ]);
    return await run(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}
