// The catalogue as the build made it: what the portal under test was made from.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '#domain/content/catalogue.ts';

const FILE = join(import.meta.dirname, '../../functions/_lib/built/catalogue.json');

/** Read when asked for: before the first test the build may not have run. */
export const builtCatalogue = (): Catalogue => JSON.parse(readFileSync(FILE, 'utf8')) as Catalogue;
