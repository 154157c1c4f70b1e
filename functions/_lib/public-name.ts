// What a company is told of whoever handles its matter: a name, and never an address in its place.
import type { T } from '#domain/i18n/t.ts';

/** A coordinator who is listed without a name goes by the address among colleagues, and by the role here. */
export const publicName = (name: string | null, t: T): string =>
  name && !name.includes('@') ? name : t('owner.coordinator');
