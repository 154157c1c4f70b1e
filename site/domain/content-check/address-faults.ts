// Addresses that two pages would share: slugs and the old slugs that still lead to them, within one language.
import { type Language, pageAt, routes } from '../routes.ts';
import type { Content } from './content.ts';
import type { ContentFile } from './content-file.ts';
import type { Fault, Path } from './fault.ts';
import type { Folder } from './folders.ts';
import { fieldFault } from './place.ts';
import { textsAt } from './schema-fields.ts';

/** Folders whose pages have an address by slug. */
export const ADDRESSED = {
  services: routes.service,
  events: routes.event,
} as const satisfies Partial<Record<Folder, (slug: string, lang: Language) => string>>;

export function addressFaults({ inFolder }: Content): Fault[] {
  const taken = new Map<string, string>();
  function take(file: ContentFile, path: Path, address: string): Fault[] {
    if (pageAt(address)) return [fieldFault(file, path, 'address_reserved', { address })];
    const other = taken.get(address);
    if (!other) taken.set(address, file.path);
    return other ? [fieldFault(file, path, 'address_taken', { address, other })] : [];
  }
  return (Object.keys(ADDRESSED) as (keyof typeof ADDRESSED)[]).flatMap((folder) => {
    const each = (pattern: string[]) =>
      inFolder[folder].flatMap((file) =>
        textsAt(file.fields, pattern).flatMap(({ path, text }) => take(file, path, ADDRESSED[folder](text, file.lang))),
      );
    // Slugs first: where a page's own address is another's old one, the alias is what has to go.
    return [...each(['slug']), ...each(['aliases', '*'])];
  });
}
