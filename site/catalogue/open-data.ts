// What all open data files of our own shape share: licence, source, languages; each item holds its texts in every language.
import { LANGUAGES } from '#domain/routes.ts';

export const LICENCE = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } as const;

export function openData(items: Record<string, unknown>, site: URL | undefined): Response {
  return Response.json({
    licence: LICENCE.name,
    licence_url: LICENCE.url,
    source: site?.href,
    languages: LANGUAGES,
    ...items,
  });
}
