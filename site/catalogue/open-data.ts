// What all open data files share: licence, languages, the day of the build; each item holds its texts in every language.
import { LANGUAGES } from '#domain/routes.ts';

export function openData(items: Record<string, unknown>, site: URL | undefined): Response {
  return Response.json({
    licence: 'CC BY 4.0',
    licence_url: 'https://creativecommons.org/licenses/by/4.0/',
    source: site?.href,
    languages: LANGUAGES,
    ...items,
  });
}
