// How big a text is when a server sends it: gzip for every browser, brotli for those of today.
import { brotliCompressSync, gzipSync } from 'node:zlib';

export type Compressed = { gzip: number; brotli: number };

export const compressed = (content: string | Uint8Array): Compressed => ({
  gzip: gzipSync(content, { level: 9 }).length,
  brotli: brotliCompressSync(content).length,
});
