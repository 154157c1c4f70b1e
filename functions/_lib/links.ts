// Links of letters: a token is derived from a random id under LINK_SECRET, and the database keeps its hash alone.
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { routes } from '#domain/routes.ts';
import { env } from './env.ts';

/** 256 bits of HMAC in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The token of a link: the same for the same id, so that a letter rendered again is the same byte for byte. */
export const linkToken = (id: string): string =>
  createHmac('sha256', env().LINK_SECRET).update(`link:${id}`).digest('base64url');

/** SHA-256 of a token, in hex, as the database knows it; undefined for what cannot be a token. */
export const tokenHash = (token: string): string | undefined =>
  TOKEN.test(token) ? createHash('sha256').update(token).digest('hex') : undefined;

/** 128 random bits in the form of a UUID. */
function randomId(): string {
  const hex = randomBytes(16).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Ready pairs of id and token hash, from which SQL takes as many as it makes links. */
export const mintLinks = (count: number): { id: string; hash: string }[] =>
  Array.from({ length: count }, () => {
    const id = randomId();
    return { id, hash: createHash('sha256').update(linkToken(id)).digest('hex') };
  });

export const linkPath = (id: string): string => routes.link(linkToken(id));
export const linkUrl = (id: string): string => env().SITE_URL + linkPath(id);

/** How many links each kind of person gets for a record; the same stands in SQL, app.purposes_of. */
export const LINKS_FOR = { company: 3, coordinator: 6, expert: 5, provider: 2, editor: 1 } as const;
