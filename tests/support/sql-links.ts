// Links as the server makes them for SQL, and a person's own for a need, as the hashes by which SQL knows them.
import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Enums } from './sql-call.ts';

/** The hash of a link by its purpose. A purpose without a link gives a hash that nobody has. */
export type Links = Record<Enums['link_purpose'], string>;

export const randomHash = (): string => randomBytes(32).toString('hex');

export const linkPool = (count: number): { id: string; hash: string }[] =>
  Array.from({ length: count }, () => ({ id: randomUUID(), hash: randomHash() }));

/** The newest links of a person for a need. */
export async function linksOf(pool: pg.Pool, needId: string, email: string): Promise<Links> {
  const { rows } = await pool.query<{ purpose: Enums['link_purpose']; hash: string }>(
    `select purpose, encode(token_hash, 'hex') as hash from app.links
     where need_id = $1 and person_email = $2 order by created_at`,
    [needId, email],
  );
  const links = Object.fromEntries(rows.map(({ purpose, hash }) => [purpose, hash]));
  return new Proxy(links, {
    get: (found, purpose) => Reflect.get(found, purpose) ?? (typeof purpose === 'string' ? randomHash() : undefined),
  }) as Links;
}

/** How many hours each person's links for a need still live, rounded; a person with several kinds of end has several. */
export async function hoursOfLinks(pool: pg.Pool, needId: string): Promise<Record<string, number[]>> {
  const { rows } = await pool.query<{ person_email: string; hours: number[] }>(
    `select person_email,
       array_agg(distinct round(extract(epoch from expires_at - now()) / 3600)::integer) as hours
     from app.links where need_id = $1 group by person_email`,
    [needId],
  );
  return Object.fromEntries(rows.map(({ person_email, hours }) => [person_email, hours]));
}
