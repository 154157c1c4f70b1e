// Makes a zip as it is read: one file after the other, so that the memory of a function holds no more than one of them.
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface ZipFile {
  /** Inside the zip, with slashes between folders. */
  name: string;
  bytes: Uint8Array;
  /** What is compressed already stays as it is: PDF, images, office files. */
  packed?: boolean;
}

/** Letters, digits, dots, hyphens and blanks: no folder, no way out of one, no name that a system keeps for itself. */
export function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const safe = last
    .replace(/[^\p{L}\p{N}._ -]/gu, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(-120);
  return safe && !/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(safe) ? safe : `_${safe}`;
}

export function zipStream(files: AsyncIterable<ZipFile> | Iterable<ZipFile>): ReadableStream<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let fault: Error | null = null;
  let ended = false;
  const zip = new Zip((error, chunk, final) => {
    fault ??= error;
    if (chunk?.length) chunks.push(chunk);
    ended ||= final;
  });
  async function* run(): AsyncGenerator<Uint8Array> {
    for await (const { name, bytes, packed } of files) {
      const file = packed ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
      zip.add(file);
      file.push(bytes, true);
      if (fault) throw fault;
      yield* chunks.splice(0);
    }
    zip.end();
    if (fault || !ended) throw fault ?? new Error('the zip has no end');
    yield* chunks.splice(0);
  }
  const parts = run();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}
