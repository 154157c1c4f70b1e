// Name-based UUIDs (RFC 9562, version 5): the same id gives the same UUID in every build. SHA-1 is written out, since Web Crypto's is asynchronous and this room knows no Node.
const bytesOf = (uuid: string): number[] =>
  (uuid.replaceAll('-', '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
const URL_NAMESPACE = bytesOf('6ba7b811-9dad-11d1-80b4-00c04fd430c8');
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const UTF_8 = new TextEncoder();

/** Exports name the same thing once for each language and standard, and most things many times: each is reckoned once. */
const known = new Map<string, string>();

/** The UUID of a thing of this site; `kind` keeps a provider and a service of the same id apart. */
export function uuidOf(site: string, kind: string, id: string): string {
  const key = `${site} ${kind} ${id}`;
  const uuid = known.get(key) ?? named(URL_NAMESPACE, new URL(`/id/${kind}/${id}`, site).href);
  known.set(key, uuid);
  return uuid;
}

export const uuidV5 = (namespace: string, name: string): string => named(bytesOf(namespace), name);

function named(namespace: readonly number[], name: string): string {
  const own = UTF_8.encode(name);
  const bytes = new Uint8Array(namespace.length + own.length);
  bytes.set(namespace);
  bytes.set(own, namespace.length);
  const hash = sha1(bytes);
  hash[6] = ((hash[6] as number) & 0x0f) | 0x50;
  hash[8] = ((hash[8] as number) & 0x3f) | 0x80;
  let hex = '';
  for (let at = 0; at < 16; at++)
    hex += (at === 4 || at === 6 || at === 8 || at === 10 ? '-' : '') + HEX[hash[at] ?? 0];
  return hex;
}

/** FIPS 180-4, section 6.1. In numbers of 32 bits throughout: a large map's exports ask for a quarter of a million of these. */
export function sha1(message: Uint8Array): Uint8Array {
  const length = Math.ceil((message.length + 9) / 64) * 64;
  const padded = new Uint8Array(length);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(length - 8, Math.floor(message.length / 0x20000000));
  view.setUint32(length - 4, (message.length * 8) >>> 0);
  const hash = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476, 0xc3d2e1f0 | 0];
  const words = new Int32Array(80);
  const word = (i: number): number => words[i] as number;
  for (let at = 0; at < length; at += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(at + i * 4);
    for (let i = 16; i < 80; i++) words[i] = left(word(i - 3) ^ word(i - 8) ^ word(i - 14) ^ word(i - 16), 1);
    let [a, b, c, d, e] = hash as [number, number, number, number, number];
    for (let i = 0; i < 80; i++) {
      const next = (left(a, 5) + mixed(i, b, c, d) + e + word(i)) | 0;
      e = d;
      d = c;
      c = left(b, 30);
      b = a;
      a = next;
    }
    for (const [i, value] of [a, b, c, d, e].entries()) hash[i] = ((hash[i] as number) + value) | 0;
  }
  const out = new DataView(new ArrayBuffer(20));
  for (const [i, value] of hash.entries()) out.setInt32(i * 4, value);
  return new Uint8Array(out.buffer);
}

const left = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

/** The mix of a round with the round's constant. */
function mixed(i: number, b: number, c: number, d: number): number {
  if (i < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (i < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (i < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}
