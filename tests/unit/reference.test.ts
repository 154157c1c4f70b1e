// A need's reference: its letters, their even chances, and what is forgiven when somebody types it.
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeReference, normaliseReference } from '#domain/reference.ts';

/** Gives the bytes 0, 1, 2 … 255, 0 … in turn. */
function everyByteInTurn() {
  let next = 0;
  return (n: number) => Uint8Array.from({ length: n }, () => next++ % 256);
}

describe('a reference', () => {
  it('is twice four letters and digits that are not mistaken for each other', () => {
    for (let round = 0; round < 1000; round += 1) {
      expect(makeReference(randomBytes)).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
    }
  });

  it('comes from the bytes that it is given', () => {
    expect(makeReference((n) => Uint8Array.from({ length: n }, (_, index) => index))).toBe('2345-6789');
    expect(makeReference((n) => new Uint8Array(n).fill(239))).toBe('ZZZZ-ZZZZ');
  });

  it('gives every letter the same chance', () => {
    // 240 of 256 bytes are used, each letter by eight of them: 30 references take a whole turn of the bytes.
    const random = everyByteInTurn();
    const letters = Array.from({ length: 30 }, () => makeReference(random).replace('-', '')).join('');
    const counts = new Map<string, number>();
    for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    expect(counts.size).toBe(30);
    expect(new Set(counts.values())).toEqual(new Set([8]));
  });

  it('asks again when bytes were thrown away', () => {
    const bytes = [255, 240, 0, 0, 0, 0, 0, 0, 1, 1];
    expect(makeReference((n) => Uint8Array.from(bytes.splice(0, n)))).toBe('2222-2233');
  });

  it.each(['7KQM-3XVA', '7kqm-3xva', ' 7KQM 3XVA ', '7kqm3xva', '7KQM–3XVA', '7 K Q M - 3 X V A'])(
    'typed as %j is known',
    (text) => {
      expect(normaliseReference(text)).toBe('7KQM-3XVA');
    },
  );

  it.each(['', '7KQM', '7KQM-3XV', '7KQM-3XVAA', '7KQM-3XV0', '7KQM-3XVI', '7KQM-3XVU', '7KQM/3XVA', 'ßßßß-ßßßß'])(
    '%j is none',
    (text) => {
      expect(normaliseReference(text)).toBeUndefined();
    },
  );
});
