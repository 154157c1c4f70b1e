// What functions know of the content: written by the build, imported, never read from disk.
import type { Catalogue } from '#domain/content/catalogue.ts';
import type { Language } from '#domain/routes.ts';
import built from './built/catalogue.json' with { type: 'json' };

export const catalogue = built as unknown as Catalogue;

const services = new Map(catalogue.services.map((service) => [service.id, service]));

/** The phone number as people read it: in groups that do not part at the end of a line. */
export const phone = catalogue.promise.phone.replaceAll(' ', '\u00a0');

/** The theme of each service by its id. */
export const serviceThemes: Readonly<Record<string, string>> = Object.fromEntries(
  catalogue.services.map(({ id, theme }) => [id, theme]),
);

export const knowsService = (id: string): boolean => services.has(id);

/** A service's name; its id when it has left the catalogue since. */
export const serviceName = (id: string, lang: Language): string => services.get(id)?.name[lang] ?? id;

/** A provider's name; its id when it has left the catalogue since. */
export const providerName = (id: string, lang: Language): string =>
  catalogue.providers.find((provider) => provider.id === id)?.name[lang] ?? id;

/** A provider's name in the reader's language; the name of a person stays as it is. */
export const nameIn = (name: string, lang: Language): string =>
  catalogue.providers.find((provider) => Object.values(provider.name).includes(name))?.name[lang] ?? name;
