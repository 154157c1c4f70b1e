// A folder in the browser that /admin takes for one of the editor's own computer: no window of the system can be pressed by a test.
import { globSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { routes } from '#domain/routes.ts';

export type Files = Record<string, string>;

/** The repository's content, by path. */
export const contentFiles = (): Files =>
  Object.fromEntries(
    globSync('content/*/*.md').map((path) => [path.replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );

/** Puts the files into the browser's private folder of this origin, which is handed out where a person would choose one. */
export async function chooseFolder(page: Page, files: Files): Promise<void> {
  await page.addInitScript(() =>
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() }),
  );
  await page.goto(routes.path('promise', 'fi')); // a light page of the same origin
  await page.evaluate(async (given) => {
    const root = await navigator.storage.getDirectory();
    await root.getDirectoryHandle('.git', { create: true }); // Sveltia wants to see that it is a repository
    for (const [path, text] of Object.entries(given)) {
      const parts = path.split('/');
      let folder = root;
      for (const name of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
      const file = await folder.getFileHandle(parts.at(-1) ?? '', { create: true });
      const writer = await file.createWritable();
      await writer.write(text);
      await writer.close();
    }
  }, files);
}

/** What stands in the folder now that did not before; a file that is gone is empty. */
export async function changedFiles(page: Page, before: Files): Promise<Files> {
  const now: Files = await page.evaluate(async () => {
    const found: Record<string, string> = {};
    const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle, `${path}${name}/`);
        else found[path + name] = await (await (handle as FileSystemFileHandle).getFile()).text();
      }
    };
    await walk(await navigator.storage.getDirectory(), '');
    return found;
  });
  const paths = [...new Set([...Object.keys(now), ...Object.keys(before)])].sort();
  return Object.fromEntries(paths.filter((path) => now[path] !== before[path]).map((path) => [path, now[path] ?? '']));
}
