// A company's documents in parts that a function may send: 20 MB of a stream, of which data and the zip's own words want some.
import { type Row, text } from './rows.ts';

const PART_BYTES = 15 * 1024 * 1024;

/** By their ids, so that the page and the file count alike, as many to a part as it holds; the first goes along with the data. No part but that one is empty. */
export function documentParts(documents: readonly Row[]): Row[][] {
  const parts: Row[][] = [[]];
  let room = PART_BYTES;
  for (const document of documents.toSorted((a, b) => text(a, 'id').localeCompare(text(b, 'id')))) {
    const size = Number(document.size);
    if (size > room) {
      parts.push([]);
      room = PART_BYTES;
    }
    parts.at(-1)?.push(document);
    room -= size;
  }
  return parts;
}
