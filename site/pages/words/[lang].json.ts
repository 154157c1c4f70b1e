// What browsers read to find services by own words, in one language. Asked for again each time (its ETag spares the bytes):
// a page that stayed open over a deploy then gets today's services, whose names and addresses the file holds itself.
import type { APIRoute } from 'astro';
import { THEMES } from '#domain/content/service.ts';
import { createT } from '#domain/i18n/t.ts';
import { wordsFile } from '#domain/match/words-file.ts';
import { LANGUAGES, type Language, routes } from '#domain/routes.ts';
import { getServices } from '../../catalogue/services.ts';

export const getStaticPaths = () => LANGUAGES.map((lang) => ({ params: { lang } }));

export const GET: APIRoute = async ({ params }) => {
  const lang = params.lang as Language;
  const t = createT(lang);
  const services = (await getServices(lang)).map((service) => ({ ...service, body: service.entry.body ?? '' }));
  const topics = THEMES.map((theme) => ({ theme, name: t(`theme.${theme}.name`) }));
  return Response.json(wordsFile(services, topics, `${routes.path('services', lang)}/`, lang));
};
