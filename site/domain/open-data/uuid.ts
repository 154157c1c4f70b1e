// Name-based UUIDs (RFC 9562, version 5): the same id gives the same UUID in every build. SHA-1 is written out, since Web Crypto's is asynchronous and this room knows no Node.
const URL_NAMESPACE = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

/** The UUID of a thing of this site; `kind` keeps a provider and a service of the same id apart. */
export const uuidOf = (site: string, kind: string, id: string): string =>
  uuidV5(URL_NAMESPACE, new URL(`/id/${kind}/${id}`, site).href);

const UTF_8 = new TextEncoder();

export function uuidV5(namespace: string, name: string): string {
  const own = UTF_8.encode(name);
  const bytes = new Uint8Array(16 + own.length);
  for (const [at, pair] of (namespace.replaceAll('-', '').match(/../g) ?? []).entries())
    bytes[at] = Number.parseInt(pair, 16);
  bytes.set(own, 16);
  const hash = sha1(bytes);
  hash[6] = ((hash[6] as number) & 0x0f) | 0x50;
  hash[8] = ((hash[8] as number) & 0x3f) | 0x80;
  const hex = Array.from(hash.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The constants of the four times twenty rounds. */
const ROUNDS = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6] as const;

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
      const round = Math.floor(i / 20);
      const mix = round === 0 ? (b & c) | (~b & d) : round === 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
      const next = (left(a, 5) + mix + e + (ROUNDS[round] as number) + word(i)) | 0;
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
