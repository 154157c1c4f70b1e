// The feed of site changes in each language: /atom.xml, /sv/atom.xml, /en/atom.xml.
import type { APIRoute, GetStaticPaths } from 'astro';
import { LANGUAGES, type Language, routes } from '#domain/routes.ts';
import { feed } from '../catalogue/feed.ts';

export const getStaticPaths = (() =>
  LANGUAGES.map((lang) => ({
    params: {
      path: routes
        .feed(lang)
        .slice(1)
        .replace(/\.xml$/, ''),
    },
    props: { lang },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ lang: Language }> = async ({ props, site }) =>
  new Response(await feed(props.lang, site), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
