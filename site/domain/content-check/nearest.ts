// The value that somebody most likely meant: the known one with the fewest letters changed, left out, added or swapped.

/** Longer words may differ in more letters; more than a quarter is another word (hitsauskoulutus, tasmakoulutus). */
const letters = (word: string): number => Math.max(1, Math.floor(word.length / 4));

/** Shorter beginnings fit too many words. */
const BEGINNING = 4;

export function nearest(written: string, known: Iterable<string>): string | undefined {
  const word = folded(written);
  let best: string | undefined;
  let fewest = letters(word) + 1;
  let longer: string | undefined;
  for (const candidate of known) {
    const other = folded(candidate);
    const changes = Math.abs(other.length - word.length) < fewest ? distance(word, other) : fewest;
    if (changes < fewest) [best, fewest] = [candidate, changes];
    const [short, long] = word.length < other.length ? [word, other] : [other, word];
    if (short.length >= BEGINNING && long.startsWith(short)) longer ??= candidate;
  }
  return best ?? longer;
}

/** Capitals and dots over letters make no other word. */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Optimal string alignment: the usual edit distance, in which two neighbours that changed places count as one. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        at(last, j) + 1,
        at(row, j - 1) + 1,
        at(last, j - 1) + same,
        swapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, row];
  }
  return at(last, b.length);
}

const at = (row: number[], place: number): number => row[place] ?? Number.POSITIVE_INFINITY;
