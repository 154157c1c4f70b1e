// UUIDs by name, against the values that others give for them.
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { sha1, uuidOf, uuidV5 } from '#domain/open-data/uuid.ts';

it('is the UUID of RFC 9562, appendix A.4', () => {
  expect(uuidV5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  );
});

it.each([0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 1000])('hashes %i bytes as Node does', (length) => {
  const bytes = Uint8Array.from({ length }, (_, at) => (at * 7) % 256);
  expect(Buffer.from(sha1(bytes)).toString('hex')).toBe(createHash('sha1').update(bytes).digest('hex'));
});

it('differs by site and by kind, and is the same each time', () => {
  const site = 'https://tarjotin.example';
  expect(uuidOf(site, 'service', 'a')).toBe(uuidOf(`${site}/`, 'service', 'a'));
  expect(uuidOf(site, 'service', 'a')).not.toBe(uuidOf(site, 'provider', 'a'));
  expect(uuidOf(site, 'service', 'a')).not.toBe(uuidOf('https://other.example', 'service', 'a'));
});
