// The address for replies to a letter: a capability as its links are, made of the id of one of them, and dead when that link is.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '../env.ts';

/** Half of each: 128 random bits that name the link, 128 bits that only LINK_SECRET can make of them. */
const BYTES = 16;
// Small letters and digits alone, since mail services may change the case of an address. RFC 4648, section 6.
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
/** With "reply+" 58 characters; a local part may have 64. */
const REPLY = /^reply\+([a-z2-7]{52})$/;

const seal = (id: Buffer): Buffer =>
  createHmac('sha256', env().LINK_SECRET).update('reply:').update(id).digest().subarray(0, BYTES);

function toBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** Undefined where no domain receives mail. The same for the same link, so that a letter rendered again is the same. */
export function replyAddress(linkId: string): string | undefined {
  const { REPLY_DOMAIN } = env();
  if (!REPLY_DOMAIN) return undefined;
  const id = Buffer.from(linkId.replaceAll('-', ''), 'hex');
  return `reply+${toBase32(Buffer.concat([id, seal(id)]))}@${REPLY_DOMAIN}`;
}

/** The id of the link behind an address; undefined for one that we never made. */
export function linkOfAddress(address: string): string | undefined {
  const [local = '', domain] = address.trim().toLowerCase().split('@');
  const [, token] = REPLY.exec(local) ?? [];
  if (!token || domain !== env().REPLY_DOMAIN) return undefined;
  const bytes = fromBase32(token);
  const id = bytes.subarray(0, BYTES);
  // The last letter has bits to spare: each link has one address all the same.
  if (toBase32(bytes) !== token || !timingSafeEqual(bytes.subarray(BYTES), seal(id))) return undefined;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
