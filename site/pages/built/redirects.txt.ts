// Old addresses of services and where they lead now; the build makes it dist/_redirects, which Netlify reads.
import type { APIRoute } from 'astro';
import { LANGUAGES, routes } from '#domain/routes.ts';
import { getServices } from '../../catalogue/services.ts';

export const GET: APIRoute = async () => {
  const services = await getServices('fi');
  const lines = services.flatMap(({ slugs, oldSlugs }) =>
    LANGUAGES.flatMap((lang) =>
      oldSlugs[lang].map((old) => `${routes.service(old, lang)} ${routes.service(slugs[lang], lang)} 301`),
    ),
  );
  return new Response(lines.map((line) => `${line}\n`).join(''));
};
