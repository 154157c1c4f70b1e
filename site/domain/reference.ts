// The short reference of a need, XXXX-XXXX: to be read aloud on the phone and typed from paper. It opens nothing by itself.

/** Without 0, O, 1, I, L and U, which are mistaken for each other or for V. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;
/** The largest multiple of the alphabet's length in a byte: bytes from here on are thrown away, or the first letters would come oftener. */
const FAIR_BYTES = 256 - (256 % ALPHABET.length);

/** A new reference from `random(n)`, which gives n random bytes. 30^8 of them: uniqueness is the database's to keep. */
export function makeReference(random: (n: number) => Uint8Array): string {
  let letters = '';
  while (letters.length < LENGTH) {
    for (const byte of random(LENGTH - letters.length)) {
      if (byte < FAIR_BYTES) letters += ALPHABET.charAt(byte % ALPHABET.length);
    }
  }
  return dashed(letters);
}

/** A reference as it is stored, from how a person wrote it: small letters, spaces and a missing dash are forgiven. */
export function normaliseReference(text: string): string | undefined {
  const letters = text.toUpperCase().replace(/[\s\p{Dash_Punctuation}]/gu, '');
  const known = letters.length === LENGTH && [...letters].every((letter) => ALPHABET.includes(letter));
  return known ? dashed(letters) : undefined;
}

const dashed = (letters: string): string => `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`;
