// What all open data files of our own shape share: licence, source, languages; each item holds its texts in every language.
import { LICENCE } from '#domain/open-data/licence.ts';
import { LANGUAGES } from '#domain/routes.ts';

export function openData(items: Record<string, unknown>, site: URL | undefined): Response {
  return Response.json({
    licence: LICENCE.name,
    licence_url: LICENCE.url,
    source: site?.href,
    languages: LANGUAGES,
    ...items,
  });
}
