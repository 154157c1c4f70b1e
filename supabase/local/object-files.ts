// Objects of the Storage stand-in as files: written beside, flushed, then given their name, so that kill -9 leaves whole ones alone.
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';

/** Object names are the portal's random ids: nothing else becomes the name of a file. */
const NAME = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function objectFiles(dir: string, mostBytes: number) {
  const fileOf = (name: string): string | undefined => (NAME.test(name) ? join(dir, name) : undefined);
  return {
    async store(
      name: string,
      body: ReadableStream<Uint8Array> | null,
    ): Promise<'stored' | 'too_large' | 'exists' | 'bad_name'> {
      const file = fileOf(name);
      if (!file) return 'bad_name';
      await mkdir(dir, { recursive: true });
      const beside = `${file}.${randomUUID()}.part`;
      const handle = await open(beside, 'wx', 0o600);
      try {
        let size = 0;
        for await (const part of body ?? []) {
          size += part.byteLength;
          if (size > mostBytes) return 'too_large';
          await handle.write(part);
        }
        await handle.datasync();
        // Unlike a rename, a link refuses to take the place of what is there.
        await link(beside, file);
        return 'stored';
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') return 'exists';
        throw error;
      } finally {
        await handle.close();
        await rm(beside, { force: true });
      }
    },
    async read(name: string): Promise<{ size: number; body: ReadableStream } | undefined> {
      const file = fileOf(name);
      const found = file && (await stat(file).catch(() => undefined));
      return file && found
        ? { size: found.size, body: Readable.toWeb(createReadStream(file)) as ReadableStream }
        : undefined;
    },
    async has(name: string): Promise<boolean> {
      const file = fileOf(name);
      return Boolean(file && (await stat(file).catch(() => undefined)));
    },
    /** Which of them there were. */
    async erase(names: readonly string[]): Promise<string[]> {
      const erased: string[] = [];
      for (const name of names) {
        const file = fileOf(name);
        if (!file || !(await stat(file).catch(() => undefined))) continue;
        await rm(file, { force: true });
        erased.push(name);
      }
      return erased;
    },
  };
}
